/** Given names of English-language news and the world it reports on, by the gender of nearly all who bear them. */
export const MALE = `
  aaron abdul abdullah abe abraham adam adel adrian ahmad ahmed aidan aiden ainsley akbar akhil akihiko akio akira aksel al alan alastair
  albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksei alessandro alessio alexander alexandre alexandros alexei
  alexey alfie alfonso alfred ali alistair alistar allan allen alois alok alonzo alvaro alvin amadou amir amit amos anatoly anders andre
  andreas andrei andrej andres andrew andrzej andy angelo angus anil ansel anselm anthony antoine anton antoni antonin antonio antony
  anurag anwar aram arash archibald archie ariel arif aristotle arjun arkady armand armando armin arnaud arne arnold arsene art artem
  arthur arturo arun arvind asad asher ashok ashraf ashton asif atsushi august augustine augusto augustus aurelio austin avi avigdor aviv
  axel ayman aziz babak babar balthazar barack barnaby barney barry bart bartholomew bartosz bashar basil bassam bastien baxter ben
  benedict benigno benito benjamen benjamin bennett benny benoit benyamin bernard bernardo bernie bert bertrand beto bezalel bhupinder
  bilal bill billy binyamin bjorn blaine blake bob bobby bogdan boniface boris boyd brad bradley brady brandon braxton brendan brennan
  brent brett brian brice brock brody bronislaw bronson bruce bruno bryan bryce burak burt byron caleb calvin carl carlo carlos carlton
  carsten cary caspar casper cecil cedric celso cem cesar chad chaim chandra chandrababu charles charlie charly chauncey chester chidi
  chinedu chris christiaan christian christof christoph christophe christopher christos chuck chukwuemeka ciaran cillian clarence clark
  claude claudio clay clayton clement cliff clifford clifton clint clive clyde cody cole colin connor conor conrad constantin
  corey cormac cornelius cory cosimo craig cristian cristiano curt curtis cuthbert cyril cyrille cyrus daisuke dale damian damien damon
  dan daniel daniele danny dante dario dariusz darren darryl daryl dashiell dave davey david davide dawid dean declan deepak deepinder
  deion demetrius denis dennis denny denzel derek derrick deshawn desi desmond devin dewey dexter dick didier diego dieter dietrich dilip
  dimitar dimitri dimitris dinesh dirk djamel dmitri dmitry domenico dominic dominik don donald donnie donny donovan doug dougie douglas
  duane duarte dudley duke duncan dusan dustin dwain dwayne dwight dwyane dylan eamon eamonn earl ebenezer eckhard ed eddie edgar edmond
  edmund edouard eduardo edward edwin efraim ehud eitan elbert elbridge eli elia elias elie elijah eliot elliot elliott elmer elon elvis
  elwood emerich emil emile emiliano emilio emir emmanuel emmett emre enda engelbert enrique enzo ephraim ercan erdal erhard eric erick
  erik ernest ernesto ernst errol erwin esteban ethan etienne eugen eugene eugenio evan evangelos everett evgeny ezekiel ezra fabian fabio
  fabrice fabrizio fadi faisal fareed farhad farid farooq farouk faustino federico felipe felix ferdinand fergus fernando fidel finn
  fletcher florentino florian floyd fons francesco francis francisco franck franco francois francois-xavier frank franklin frans franz
  fred freddie frederick fredrik friedrich fritz fumio gabor gabriel gaetan gaetano gareth garrett garry garth gary gaston gaurav gavin
  gavrilo geert gene gennady geoff geoffrey georg george geraint gerald gerard gerardo gerhard germain gerry ghassan giacomo gianluca
  gianni gideon gilbert gilberto gilles gino giorgio giorgos giovanni giulio giuseppe glen glenn godfrey gonzalo goran gordon gottfried
  graeme graham grant greg gregg gregory grover grzegorz guido guillaume guillermo gunnar gunther gurpreet gus gustavo guy gyorgy habib
  hadi hafez haider haim haitham hakan hakeem hal hamad hamdi hamed hamid hamish hamza hani hank hannes hannibal hans hans-georg hardik
  hari harish harold haroon harrison harry haruki harun harvey hasan hashim hassan hayato heath hector heinrich heinz helmut hendrik henri
  henrik henry herb herbert herman hermann hernan heshmat hideki hideo hilario hiram hiroki hiroshi hisham horace hosni houssam howard
  hrant hubert hubertus hugh hugo hugues humberto humphrey hussain hussein iain ian ibrahim ichiro idris idriss igal ignacio ignatius igor
  ihor ilham ilya imad immanuel imran imre indro ingmar ingo inigo ioannis ira irvin irving irwin isaac isaiah isidore isidro iskander
  ismael ismail issa itamar ivan ivo ivor jaap jabari jacek jacinto jack jackson jacob jacopo jacques jaime jairo jake jakob jakub jalal
  jamaal jamal james jamil jan-peter jared jaroslaw jarvis jason javad javed javier jawaharlal jay jean-claude jean-luc jean-marie
  jean-michel jean-paul jean-pierre jean-yves jeb jed jedediah jeff jefferson jeffery jeffrey jeh jens jerald jeremiah jeremy jermaine
  jerome jerry jesse jesus jim jim-bob jimmy jiri jiro jitendra joachim joao joaquin jochen joe joel joerg joey johan johann john johnny
  jomo jon jonah jonas jonathan jonathon joost jordi jorg jorge jose josef josep joseph josh joshua josiah josue jozef juan jules julian
  julien julio julius junaid junichi junichiro jurgen justin justinian kader kai-uwe kalle kamal kamran kanye kareem karim karl karol
  karthik kaspar kasper kazuo keir keith kelvin kemal ken kenan kendrick kenichi kenji kenneth kenny kent kenta kerem kermit keshav kevan
  kevin khaled khalid khalil khizr kieran kieron killian kirk klaus klemens knut kobe kobi kofi koichi kojo konstantin kostas krishna
  kristian kristoffer krzysztof kunal kurt kurtis kwabena kwame kwasi kweku kwesi kyle kyriakos lachlan lalit lamar lamont lance lancelot
  larry lars lasse laurence lawrence lazar leandro lee leif leland lemuel len lennart lenny leo leon leonard leonardo leonel leonid
  leopold leopoldo leroy leslie lester lev levi levon lewis liam liev lincoln lindsey linus linwood lionel lloyd lluis logan lorenzo
  lothar lou louis lowell luc luca lucas lucian luciano lucien lucius ludovic ludwig luigi luis luiz lukas lukasz luke luther lyle lyman
  lyndon maciej mack mads magnus mahathir mahdi mahesh mahinda mahmoud mahmud majid makoto malachi malcolm malik mallikarjun mamadou
  mamoun manfred manish manmohan manny manoj manolo mansour manuel marc marcel marcelo marcin marco marcos marcus marek mariano mario
  marius mark marlon marouane maroun marshall martin marty marvin marwan masahiro masato mason masoud massimo mateo mateusz mathew mathias
  mathieu matt matteo matteus matthew matthias matthijs matti maurice mauricio mauro max maximilian maximo maxwell mehdi mehmet mehmood
  mel melvin menachem mendel merle mervyn micah michael michel mick mickey miguel miguelangel mihai mikael mike mikel mikhail mikko miklos
  miles milo milos miloslav milton minoru mircea miroslav mitch mitchell mitt modesto mohamad mohamed mohammad mohammadreza mohammed mohan
  mohandas mohit moises monty mordecai mordechai morris morten moshe mostafa muammar muhammad muhammadu muhammed muhsin mukesh mukhtar
  munir murad murray musa mustafa mwai myron nabih nabil naftali naguib naji nandan naoki napoleon narendra naruhito nasser natan nate
  nathan nathaniel naveed naveen navjot nawaf nawaz necmettin ned nehemiah neil nelson nestor neville newt niall niccolo nicholai nicholas
  nick nicol nicolae nicolai nicolas niels nigel nikita niklas niko nikola nikolai nikolaj nikolaos nikolas nikos nils nir nitin nnamdi
  noah noam nobuo noel norbert norman nouri nursultan obadiah octavio odell ofer olaf oleg oleksandr oleksii oleksiy oliver olivier
  olusegun omar omer onur oren orlando orrin orson osama osamu oscar osman osvaldo oswald othman otis ottmar otto ousmane owen ozzie ozzy
  pablo paddy palle panagiotis pankaj paolino paolo parker parvez pascal patricio patrick patrik paul paulo pavel pawel pedro pekka pepe
  per-erik percival percy pervez pete peter petr petri petro petros petteri phil philip philippe phillip phillippe phineas pierce pierre
  pieter pietro pinchas piotr piyush porfirio pradeep prakash pramod pranab prashant pravin prem preston priyank qasem qassem quentin
  quincy quinton radek radoslaw rafael rafal rafe raffaele rafic rafiq raghuram rahm rahman rahul raila raimondo rainer raj rajat rajeev
  rajendra rajesh rajiv rajnath rakesh ralf ralph ram ramesh ramin ramiro ramon ramzan rand randal randall randolph randy ranil raoul
  raphael rashid rasmus rauf raul ravi ray raymond raymundo raynaldo recep refael reggie reginald reginaldo regis reid reinaldo reince
  reiner reinhard renato renaud renzo reuben reuven rex reza rhys ricardo riccardo richard richie rick ricky riley rishi ritchie riyad
  rizwan roald rob robby robert roberto rod roderick rodion rodney rodolfo rodrick rodrigo rogelio roger rogerio rohan rohit roland
  rolando rolf romain roman romeo romuald romulo ron ronald ronaldo ronan ronen ronnie rory rosco roscoe ross rowan roy royce ruben rudolf
  rudolph rudy ruediger rufus ruhollah rupert ruslan russell rustam ryan ryo ryszard ryuichi saad sachin saddam sadiq saeed saif sajid
  sajjad salah saleh salim salman salvador salvatore sam sami samir samuel sandeep sanjay sanjeev sansone santiago santino saqib satoshi
  satya satyajit saud saul sauli savvas scott seamus sean sebastian sebastiano sebastien sedrick seiji selim selwyn semyon serge sergei
  sergey sergio serhii serhiy seth sevan severino shafiq shah-rukh shahbaz shahid shakil shane shankar shaquille sharif shashi shaukat
  shaun shawn shehbaz sheldon shelton shepard sherman sherrod sherwin shigeru shimon shinichi shinzo shivraj shlomo shmuel shoaib shoichi
  sid siddharth sidney siegfried sigmar sigmund sigurd silas silvester silvio simeon simon sinan slava slobodan solomon sonny soren
  spencer spiro srinivas sriram stan stanley stavros steen stefan stefano stefanos stelios stephan stephane stephen stephon sterling steve
  steven stevie stewart stig stuart subhash subrahmanyam sudhir suleiman suleyman sundar sunil suresh susumu svante sven sven-goran syed
  sylvester tadashi tadeusz taha takahiro takashi takeshi talal tamir tancredo tareq tariku tariq taro taufik tayyab tayyip ted teddy
  terence terje terrance terrell terrence terry thabo thaddeus thaksin thanos theo theodor theodore theodoros theophilus thierry thom
  thomas thorsten thurgood thurman tibor tiger tim timo timothy timur tito tobias tobie toby todd tom tomas tomasz tomislav tommaso tommy
  tomohiro tony torsten toshiro travis travon tremaine trent trevor trey tristan tristram truman tsutomu tuan tucker tunde tyler tyrone
  tyson tzachi uday udo ugo uhuru ulf ulises ulrich ulysses umar umaro umberto uri uriel usman uwe uzair vaclav vadim valdis valentin
  valeriy valery varun vasily vasyl vaughan vaughn venkaiah vernon vicente victor vidal vijay vikas vikram viktor viktoras vinay vince
  vincent vincenzo vinnie vinod virat virgil virgilio vishal vishwanath vitaly vito vittorio vivek vlad vladimir vojislav volkan volker
  volodymyr vyacheslav wade wael waldemar waleed wali walid wallace walt walter warren waseem wasim wayne wendell werner wesley wilbert
  wilbur wiley wilfred wilfredo wilfried wilhelm will willard willem willi william willie willy wilmer wim winfield winfred winfried
  winston winthrop wladyslaw wojciech wolf wolfgang wolfram woodrow wyatt xabi xanana xander xavier xi yaakov yahya yair yanis yannick
  yannis yaqub yaroslav yashwant yasir yasser yasuo yevgeny yigal yishai yitzhak yoav yogi yohannes yoni yoram yosef yoshihide yoshiro
  yossi youssef yuichi yukio yukiya yunus yuri yusuf yvan yves zach zachary zack zafar zaid zakaria zaki zalmay zane zbigniew zdenek zeev
  zeke zeljko zev ziad zigmund zinedine zlatan zoltan zoran zubair zulfikar zvi
`

/** Given names borne by women and girls. */
export const FEMALE = `
  aaliyah abbie abby abena abigail ada adaeze adela adelaide adele adelina adeline aditi adriana adrienne afia afua agata agatha agnes
  agneta agnieszka aida aiko aileen aimee ainhoa aisha aishwarya aiyana akiko akosua alana alanna alberta alecia aleida alejandra
  alejandrina aleksandra alessandra aleta alethea alexandra alexis alia alice alicia alina alison alix aliya aliza allie allison allyson
  alma almudena alondra althea alva alyson alyssa amal amalia amanda amara amaya amber ambika amelia amina aminata amira amparo amrita amy
  ana anabel anais anastasia anat andrea andree aneta anette angela angele angelica angelika angelina angelique angelita angie anika anita
  anja anjali anke ann anna annabel annamaria anne anne-marie anneliese annelise annemarie annette annie annika annmarie anouk anoushka
  antje antoinette antonella antonia antonina anuradha anya aoife april arabella araceli aracely araminta archana aretha ariadne ariana
  arianna ariella arlene arlette arundhati arwa arya asako asha ashlee ashleigh ashley asli asma astra astrid asuncion asya atsuko aubrey
  audra audrey aurelia aurora aurore ava avital ayaka ayako ayanna ayelet ayesha ayse aysha azadeh azra babette bambi barbara barbra bea
  beata beate beatrice beatrix beatriz bebe becky belen belinda bella benazir benedetta berenice bernadette bernadine bernice bertha beryl
  bessie beth bethany betsey betsy bette bettina betty bettye beulah beverly beyonce bhavna bianca billie-jean birgit birgitta blanca
  blandine blythe bonnie bozena brandi branwen brenda brenna bria brianna brianne bridget bridie brigitte briony britney britt britta
  brittany brittney bronwyn brooke brunhilde bryony caitlin caitlyn calista callie camila camilla candace candi candice capucine cara
  caridad carine carla carlotta carly carmel carmela carmelita carmen carol carole carolina caroline carolyn carolyne carrie carrie-anne
  carrieann caryn cassandra catalina catarina caterina catherine cathie cathleen cathy catrina catriona cecile cecilia cecily celeste
  celia celina celine cerys chanda chandrika chanel chantal charity charlene charlize charlotte charmaine chelsea chelsey cher cherie
  cheryl chiamaka chiara chika chimamanda chioma chiyo chloe christa christel christen christi christiana christiane christie christina
  christine christy ciara cicely cilla cindi cindy claire clara clare clarice clarissa claudette claudia claudine clemence clementine cleo
  cleopatra clotilde colette colleen concepcion concetta condoleezza connie consolata constance constanza consuelo cora coralie corazon
  cordelia coretta corinna corinne cornelia corrine cosima courtney cressida cristiane cristina crystal cyndi cynthia dagmar dagny dahlia
  daiana daisy dana danica daniela daniella danielle danuta daphne daria darla darlene darya davina dawn deanna deanne deb debbi debbie
  deborah debra deena deepa deepika deidre deirdra deirdre delfina delia delilah della delphine demetria demi dena denise denisha desiree
  devi devorah diana diane dianna dianne dilma dina dinah dionne divya dixie djamila dolly dolores dominga dominika donatella donna dora
  doreen doria doris dorit dorota dorothea dorothee dorothy dory dottie dovile drusilla dulce dunya ebony ebru edda edie edith edna edwige
  edwina effie eileen ekaterina elaina elaine elana elba elda eleanor eleanora elena eleni elfriede eliana elif elina elinor elisa
  elisabeth elisabetta elise elissa eliza elizabeth elke ella ellen ellie elly elodie eloise elsa elsie elspeth elvira embeth emiko emilia
  emilie emily emine emma emmanuelle emmeline emmy enid enrica eri erica erika erin erna ernestine erykah esma esme esmeralda esperanza
  esra estefania estela estelle esther ethel etta eudora eugenia eugenie eula eulalia eunhye eunice euphemia eva evangelina evangeline
  evdokia eve evelyn evie evita ewa fabienne fabiola faith faiza fannie fanny farah farida fatemeh fatima fatma fatou fatoumata fay faye
  federica felicia felicity femke fern fernanda ffion filomena fiona fionnuala flavia fleur flora florence florencia frances francesca
  francine francoise frauke freda frederica frederique freya frieda fumiko funmilayo gabby gabi gabriela gabriella gabrielle gail galina
  gayle gemma geneva genevieve genoveva georgette georgia georgiana georgie georgina geraldine gerda geri germaine gerri gertrud gertrude
  ghada ghislaine giada gianna gila gillian gina ginevra ginny giorgia giovanna gisela gisele giselle gita gitanjali giulia giuliana
  giuseppina gladys glenda glennis glinda gloria glynis golda golnaz grace gracie graciela grainne grazia greta gretchen griselda
  guadalupe gudrun guinevere gulnara gunilla gwen gwendolyn gwyneth hadiza haifa haley halima halina halle hallie hana hanako hanan hanna
  hannah hannelore harriet haruka haruko hatice hattie hayat haylie hazel heather heba hedda hedwig hedy heidi heike hela helen helena
  helene helga henrietta henriette hermine hermione hester hettie hideko hilary hilda hildegard hillary hina hiroko holly honora hope
  hortense hortensia houda huma hyacinth hye-jin ida idina ieva ifeoma ikram ilana ilaria ileana ilhan ilka ilona ilse iman imani imelda
  immaculata imogen indira indra ines inga inge ingeborg inger ingrid inna ioana iolanthe iona irena irene irina iris irit irma irmgard
  isabel isabela isabella isabelle isadora isatou isha ishrat isobel itziar iva ivana ivanka ivette ivonne iwona izabela izumi jacinda
  jacinta jackie jaclyn jacqueline jacquelyn jacqui jade jael jamila jamilah jan jana janaki jane janell janelle janet janette janey
  janice janie janina janine janna jasmine jaya jayalalithaa jayanti jayne jean jeanette jeanine jeanne jeannette jeannie jelena jemima
  jenifer jenna jenni jennie jennifer jenny jerrilyn jessamyn jessica jetta jill jillian jo joan joann joanna joanne joaquina jocelyn jodi
  joelle joely johanna joni jordana josefina josephine josie jovita joyce joycelyn juana juanita judi judie judith judy julia juliana
  juliane julianna julianne julie juliet julieta juliette june justine jutta kaitlan kaitlin kaitlyn kajal kalpana kamala kamila kanako
  kanika kaori kara karen kari karin karina karine karla karolina karren karyn kasia kassandra katarina katarzyna kate katerina katharina
  katharine kathe katherine kathi kathie kathleen kathryn kathy katia katie katja katrina katy katya kavita kay kayla kaylee kayleigh
  kazuko keely keiko keira keisha kelli kellie kellyann kellyanne kendra keri kerri kerry-anne kersti kerstie kerstin ketanji khadija
  khadijah kiera kim kimberly kimiko kinga kirsten kirstie kirstin kirstjen kirsty kitty kiyoko klara klaudia kristen kristi kristie
  kristin kristina kristine krystal krystyna kumari kyla kylie kyoko kyrsten lacey ladonna laetitia laila lakeisha lakshmi lalla lana
  laquita lara larisa larissa lashonda latasha latifa latisha latoya laura laureen laurel lauren laurene laurie laverne lavinia lavonne
  lea leah leandra leann leanna leanne leela leila lela lelia lena lenka lenore leocadia leona leonie leonor leonora leontyne lesley
  leticia letitia letizia lettie lexi leymah liana lidia liesbeth liesel lieselotte ligia lila lilah lilia lilian liliana lilibet lillian
  lillie lilly lily lina linda lindsay lindy lisa lisbeth lise liselotte lisette lissa liv livia liz liza lizbeth lizzie lizzy lois lola
  loreen lorelei lorene lorenza loretta lori lorie lorna lorraine lorrie lotte lottie louella louisa louise lourdes luba lucia luciana
  lucie lucienne lucila lucille lucinda lucretia lucy ludmila ludmilla luisa lupe lupita luz lydia lynda lyndsay lynette lynn lynne lynsey
  lyra lyudmila mabel macarena maci maddie madeleine madeline madge madhuri madonna mae maeve magali magda magdalena magdalene maggie
  mahalia mahsa mai maia maira mairead maisie maite makiko malala malgorzata malia malvina mamie manal mandy manuela mara marcela marcella
  marcelle marci marcia marcie margaret margarete margaretha margarethe margarita margaux marge margery margie margo margot margrethe
  marguerite maria mariah mariam marian mariana mariann marianne maribel maricela maricruz marie mariela marielle marietta marika mariko
  marilou marilyn marilynne marina marine marisa marisol marissa marit marita maritza mariya marja marjorie marketa marla marlena marlene
  marlies marnie marsha marta martha martina martine mary mary-kate maryam maryann maryanne marybeth marylou marzena masako mathilde
  matilda matilde maud maude maura maureen mavis maxima maxine maya mayra mayte mayumi mazie mechthild meena meera megan meghan megyn
  mehbooba melania melanie melba melina melinda melissa melita melody merav mercedes mercy meredith meredyth merete merrily meryl mhairi
  mia michaela michaele michaelle michele michelle michiko midori mie mieko mihoko mila milagros mildred milena miley millicent millie
  mimi mina mindy minerva minna minnie miranda mireille mirela mirella miriam mirjam missy mitsuko mitzi miyuki moira mollie molly momoko
  mona monica monika monique montserrat moona morag morwenna mouna muna muriel myra myriam myrna myrtle mythili nadezhda nadia nadiia
  nadine nadiya nadja nafisa nafissatou naima najat najla nanci nancy nandini nanette naoko naomi naomie narges nasrin nastasia natacha
  natalia natalie natalya natasha nathalie natsuko navanethem nawal nazanin neelam neema neena neha nela nell nellie nelly nerys nessa
  netta ngozi nichola nicky nicola nicole nicolette nidia nieves nika nikki nila nilufer nina nirmala nirupama nisha nita nives nkechi
  noelia noelle noemi nora norah noreen noriko norma nouf noura nuha nuria nurit nusrat nydia obiageli octavia odette odile ofelia ofra
  oksana oleksandra olena olesya olga olive olivia olympe olympia oona opal ophelia oprah oriana orit orla ornella osnat ottilie padma
  padmini paloma pam pamela pamella paola parisa parvati pascale patrice patricia patrizia patsy patti patty paula pauletta paulette
  paulina pauline pearl peggy penelope penny perla pernille peta petra petronella petula philippa philomena phoebe phoolan phyllis pia
  pilar pippa polly pooja poppy portia prachi pratibha pratima preeti prisca priscilla priti priya prudence prunella purificacion queenie
  rabia rachael rachel rachelle rachida radha radhika ragnhild raina raisa rajni ramona rana rania raquel rasheeda rashida rashmi rati
  ravina raya reba rebecca reem regina regine reiko rekha rena renata renate renee renu reshma reyhan reyna rhea rhiannon rhoda rhona
  rhonda ria rigoberta rihanna rika rina risa rita ritu rivka roberta robyn rochelle rocio roisin romana romy ronda ronit ronna rosa
  rosalba rosalia rosalie rosalina rosalind rosalinda rosaline rosalyn rosalynn rosamund rosana rosanna rosaria rose roseann roseanne
  roseline rosella rosemarie rosemary rosetta rosie rosita roslyn rosy rowena roxana roxanne roya roza rubina ruchi rukmini rupa ruqayyah
  ruth ruthie sabina sabine sabrina sabrine sachiko sadako sadie saida sakiko sakura sally salma salome samantha samara samia samina
  samira sana sandhya sandi sandra sandrine sangeeta sania saoirse saori sara sarah sarita saroj sasha saskia savannah sawsan sayaka
  scarlett scherie seema selena selina selma semra senta serafina serena serenity sevgi shabana shabnam shadi shahida shaila shaista
  shakira shamima shana shanice shaniqua shanna shannon shanta shanti shari sharmila sharmin sharon sharron shawna shayla shazia sheena
  sheikha sheila shelley shelly sheree shereen sherri sherrie sherry sheryl shiori shira shirin shirley shoshana shreya shruti shula sigal
  sigourney sigrid silke silvana silvia simona simone simonetta simran sindhu sinead siobhan sirimavo sirpa sissy smriti snezana sofia
  solange soledad sonal sondra sonia sonja sonya sophia sophie sophy soraya sorcha stacey staci stacie stacy stefania stefanie steffi
  stella stephania stephanie stephenie sue suella suha suhair suhasini sumiko sumitra summer sunita sunniva susan susana susanna susannah
  susanne sushila sushma susie suzan suzanna suzanne suzy svenja svetlana swati sybil sylvia sylvie tabatha tabitha tahira talia tallulah
  tamar tamara tamika tamiko tammy tamsin tania tanisha tanvi tanya tara taryn tasha taslima tasneem tatiana tatjana tatyana tawakkol
  tawana tegan tehmina tena teresa teresita teri terri terrie tess tessa tetyana thandi thea thelma theodora theresa theresa-may therese
  thora thuli tiana tiara tiffany tilda tilly timea tina tirzah tisha tiziana tomoko toni toshiko toya tracey tressa tricia trina trish
  trisha trista trixie trudy tsai tulsi twyla tyra ulla ulrike uma una ursula usha uta ute uzma vaishali valarie valentina valeria valerie
  valeriya vandana vanessa vanna vasundhara veda velma vera verena verity verna veronica veronika veronique vesna vicki vicky victoria
  vida vidya vigdis viktoria viktoriya vilma vimala viola violet violeta violette virginia virginie virna vivian viviana viviane vivien
  vivienne wafa wallis waltraud wanda wangari wanjiru wendy whitney whoopi wilda wilhelmena wilhelmina wilhelmine wilma winifred winnie
  winnifred winona xenia ximena xiomara yadira yael yaffa yamini yana yanira yara yasmeen yasmin yasmina yasuko yejide yelena yesenia
  yevgenia yingluck ylva yoko yolanda yoshiko ysabel yukari yukiko yuko yulia yuliya yumi yumiko yuna yuriko yvette yvonna yvonne zadie
  zahra zainab zanele zara zehra zeinab zelda zelma zena zenobia zeynep zhanna zina zinaida zipporah zita zoe zoey zofia zohra zora
  zsa-zsa zsuzsanna zubeida zuleika zuzana
`

/** Given names borne by both. */
export const MIXED = `
  addison adriel alex amari andie angel arden ari ash avery bailey billie blair bobbie brook brooklyn cameron camille campbell carey casey
  channing charley chris dakota dallas darcy daryn devon dominique dorian drew eden elisha ellery ellis emerson emery erin-jo finley fran
  frankie gale greer harinder harley harper hayden hayley hikaru hollis hunter hyun jaden jamie jaswinder jess jessie ji-min ji-woo jin
  jodie jody jordan joss jude jun kai kaoru keegan kelley kelly kelsey kendall kerry kimball kiran kirby kris kyung lacy lane lei leigh
  lennox leslie linden logan lou mackenzie madison manpreet marion marley marlow mckenzie merrill michal mika min ming morgan nat nicky
  nico noor nour oakley ollie paris pat pauli peyton phoenix ping presley quinn reese reilly remy rene rian robbie robin rory-lee rosario
  rowan sacha sam sandy schuyler shea shelby shiloh sidney skylar soo-jin sukhwinder sun sydney tatum taylor teddie terry tracy tyler val
  valentine wei winter wyn xiaoming yan ying yong yoshimi yu-ming yuki zhen
`
