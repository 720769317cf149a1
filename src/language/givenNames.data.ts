/** Given names of English-language news, by the gender of nearly all who bear them. */
export const MALE = `aaron abdul abdullah abe abraham adam adel adrian ahmad ahmed al alan albert alberto alejandro aleksandr alexander alexei alfonso alfred ali alistair allan
  allen alonzo alvin amir amit anatoly anders andre andreas andrei andrew andy angelo anil antoine antonin antonio antony anthony anwar archie ariel arjun armando arnold art
  arthur arturo arun ashraf asif austin avi axel bart barack barry bashar basil ben benedict benjamin benny bernard bernie bert beto bill billy bob bobby boris brad bradley
  brandon brendan brent brett brian bruce bruno bryan bryce byron caleb calvin carl carlo carlos carlton cecil cesar charles charlie chester chris christian christoph
  christopher chuck clarence clark claude clay clayton cliff clifford clint clinton clive clyde cody colin conor conrad corey cory craig curt curtis cyril cyrus dale damian damon
  dan daniel danny dante darren darryl daryl dave david dean declan denis dennis denzel derek derrick desmond devin dexter dick diego dmitri dmitry dominic don donald doug
  douglas duane duncan dustin dwayne dwight dwyane earl ed eddie edgar eduardo edward edwin eli elias elijah eliot elliot elliott elon emilio emmanuel emmett enrique eric erick erik ernest
  ernesto ethan eugene evan everett fareed felipe felix fernando fidel floyd francis francisco francois frank franklin franz fred freddie frederick gabriel gareth garrett gary gavin geoff
  geoffrey georg george gerald gerard gerardo gerhard gerry gideon gilbert giorgio giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregg gregory guillermo gunther gus gustavo
  guy hakeem hal hamid hank hans harold harry harvey hassan hector heinz henri henrik henry herb herbert herman horace howard hubert hugh hugo humberto hussein ian ibrahim
  igor imran irving isaac isaiah ismail issa ivan jack jackson jacob jacques jake jamal james jared jason javier jay jeb jed jeff jefferson jeffrey jeh jens jeremiah jeremy jerome jerry jesse jesus
  jim jimmy joachim joao joaquin joe joel joey johan johann john johnny jon jonah jonathan jorge jose josef joseph josh joshua juan julian julio justin kamal karl keith ken
  kenneth kent kevin khalid khizr kirk klaus konstantin kurt kyle lamar lance larry lars laurence lawrence lee len leo leon leonard leonardo leonid leroy leslie lester levi lewis liam
  lindsey lionel lloyd logan lorenzo lou louis lucas luciano luigi luis luke luther mack magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mario mark marshall martin marty
  marvin mason mathew matt matteo matthew matthias maurice mauricio max maxwell mehmet mel melvin micah michael michel miguel mike mikhail miles milo milton mitch mitchell mitt
  mohamed mohammad mohammed moises morris muhammad murray mustafa nabil narendra nate nathan nathaniel ned neil nelson newt niall nicholas nick nicolas nigel nikolai nils noah noam noel norbert norman oliver
  olivier omar orlando orrin oscar oswald otto owen pablo paolo patrick paul paulo pavel pedro percy pete peter petr phil philip philippe phillip pierre preston quentin rahm rahul raj ralph ramon
  randall randolph rand rashid raul ravi ray raymond recep reggie reginald reince reinhard rex rhys ricardo richard rick ricky riley rob robby robert roberto rod roderick rodney rodrigo roger roland
  roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russell ryan salman salvador sam samir samuel sandeep santiago satya saul scott sean sebastian serge sergei sergey sergio
  seth shaun shawn sheldon sherrod sid sidney simon spencer stan stanley stefan stephan stephen steve steven stewart stuart sundar tareq tariq ted teddy terence terrance terrence terry theo theodore thom
  thomas tim timothy toby todd tom tommy tony travis trent trevor trey tucker tyler ulrich umar vaclav valentin vernon victor viktor vince vincent vinod virgil vito vitaly vivek vlad vladimir volodymyr wallace
  walt walter warren wayne wendell werner wesley wilbur wilfred wilhelm will willard william willie winston wolf wolfgang woodrow xavier xi yasser yuri yusuf zach zachary zack zubair
  barney brock cary chad duke dwain emile fabian florian gino graeme hamish heath ivo jamaal jaime kareem kofi lachlan marek miloslav mordechai nikita oleg paddy ralf reza rowan sajid shimon siddharth
  stephane sven tayyip tobias tomas ulf uri wade yair yitzhak yoshihide shinzo benigno rodrigo emmanuel olaf kwame kwasi rishi keir nicol alastair angus hamza`

export const FEMALE = `abby abigail ada adele adriana agnes aisha alana alberta alejandra alexandra alexis alice alicia alina alison allison alyssa amanda amal amber amelia amina amy ana andrea angela
  angelina angie anita ann anna annabel anne annette annie antonia april aretha arianna ariana arlene ashley astrid aubrey audrey ava barbara beatrice beatriz becky belinda bella bernadette bernice beryl beth
  bethany betsy bette betty beverly beyonce bianca birgit blanca bonnie brenda bridget brigitte britney brittany brooke camila camilla candace candice cara carla carly carmen carol carole carolina caroline carolyn
  carrie cassandra catalina catherine cathy cecile cecilia celeste celia chantal charlene charlotte chelsea cher cheryl chloe christa christiane christina christine christy cindy claire clara clarissa claudia
  colleen condoleezza connie constance consuelo cora corinne courtney cristina crystal cynthia daisy dana danielle daphne darlene dawn deanna debbie deborah debra deirdre delia denise desiree diana diane dianne dina
  dolores donna dora doreen doris dorothy edith edna eileen elaine elena eleanor elisabeth elise eliza elizabeth ella ellen elsa elsie emilia emily emma erica erika erin esmeralda esperanza estelle esther ethel eunice
  eva eve evelyn faith farah fatima fay felicia fiona flora florence frances francesca frieda gabriela gabriella gail gemma geneva genevieve georgia georgina geraldine gertrude gina ginny gisele giulia gladys glenda gloria
  golda grace greta gretchen guadalupe gwen gwendolyn hanna hannah harriet hazel heather heidi helen helena helga henrietta hermione hilary hilda hillary holly hope huma hyacinth ida ilhan ilse imelda imogen indira
  indra ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka jacinda jackie jacqueline jan jana jane janet janice janine jasmine jean jeanette jeanne jeannie jemima jenna jennifer jenny jessica jill jo
  joan joanna joanne jocelyn jodi johanna josefina josephine joyce juanita judith judy julia juliana julie juliet june justine kamala kara karen karin karina karla kate katherine kathleen kathryn kathy katie katrina
  katy kay kayla kaitlan kaitlin kelli kellie kellyanne kerry-anne kerstin keisha kim kimberly kirsten kirstjen kirsty kristen kristin kristina kyrsten lana lara latoya laura laurel lauren laurie lea leah leila lena leonora leticia
  lila lilian lillian lily linda lindsay lisa liz liza lois lola loretta lori lorna lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynda lynn lynne mabel madeleine madeline maggie malala malia mandy marcia
  margaret margarita margo margot marguerite maria mariam marian marianne marie marilyn marina marine marisa marissa marjorie marla marlene marsha marta martha mary maryam maureen mavis maxine maya mazie megan meghan melania melanie
  melinda melissa mercedes meredith meryl mia michaela michele michelle mildred millie mimi mindy miranda miriam moira molly mona monica muriel myra myrna nadia nadine nancy naomi natalia natalie natasha nell nellie
  nicola nicole nikki nina nora norah norma octavia odette olga olive olivia olympia opal oprah pamela patrice patricia patsy patti patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly portia
  priscilla priti priya rachel rachael ramona rana rashida rebecca regina renata renee rhoda rhonda rita roberta rochelle rosa rosalind rosalyn rosalynn rose rosemary rosie rowena roxanne ruth sabrina sadie sally samantha sandra
  sara sarah sasha savannah serena shannon sharon sheila shelly sherri sheryl shirley sigrid silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue summer susan susanna susannah susie suzanne svetlana
  sylvia tabitha tamara tammy tanya tara tatiana teresa terri tess tessa thelma theresa therese tiffany tina toni tracey tricia trudy tulsi ursula valentina valerie vanessa vera verity veronica vicki vicky victoria viola
  violet virginia vivian wanda wendy whitney whoopi wilhelmina wilma winifred winnie yasmin yolanda yvette yvonne zara zelda zoe angelique arlette beata bronwyn catriona ffion ghislaine hadiza hye-jin isobel jayne karine kersti keely lesley
  mairead marielle mary-kate megyn mhairi morag nichola nicky nirmala nkechi orla philippa rosanna saoirse shabana sinead siobhan sushma theresa-may yulia yingluck chiamaka hina sheikha suella thandi tsai`

export const MIXED = `adriel alex andie angel ari ash avery bailey billie blair bobbie brook cameron campbell carey casey charley chris dakota dallas daryn devon drew eden elisha ellis emerson erin-jo finley frankie
  gale harper hayden hayley hunter jamie jaden jess jodie jody jordan jude kai kelly kelsey kendall kerry kris lane leigh leslie logan lou marley marion morgan nicky nico noor pat paris peyton phoenix quinn reese rene
  robbie robin rory-lee rowan sacha sam sandy shea shelby skylar sidney sydney taylor terry tracy tyler val winter wyn ming wei jun min jin yong sun hyun lei yan ying ping`
