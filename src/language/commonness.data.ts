/**
 * Stems by the share, in percent, of news articles that have them: a line and those indented under it begin with the share. Counted
 * over 1,108 articles of 69 outlets; without names, and without stems rarer than in one article of 25.
 */
export const SHARES = `
60: call dai includ last nation new offici on peopl presid report state time two us year
48: back come countri even first former get go like made make now offic statement take week white work
38: accord ad administr anoth appear ask believ continu elect govern investig issu know law leader mai mani member mondai month need part person polit
 press public question re respons right sai secur senat show sinc support think three unit wai want whether
30: act action announc associ attack author came campaign case chief claim clear close comment committe critic decis depart don earlier effort end
 face feder fire follow forc fridai gener group happen help inform involv kill later long look major meet morn move much never next open parti place
 plan point post provid put recent releas remain secretari see sever sign start still stori talk thing thursdai took try tuesdai wednesdai well
24: account accus agenc alleg allow alreadi among attornei base chang charg commun concern confirm contribut control court deal deni detail didn
 director discuss earli expect fact famili far foreign found four give good hear high hour howev interview justic late lead least left live media
 militari million must night note order polici possibl power presidenti protect receiv relat respond run second serv servic set speak step stop sundai
 though todai top turn tweet twitter ve video vote without world wrote
19: addit address advis ago agre aid argu around attempt becom began bill busi candid center chairman citi complet conduct confer consid current daili
 defend defens describ despit differ direct done effect enforc everi evid execut fail fight find five full given hand head held histori hold home hope
 imag immedi import initi intellig interest intern job keep known lawmak leav led legal let line man manag mark matter mean might name number offer
 old oper organ other outsid pass past plai polic posit potenti process push rais reach read reason record refer repres request requir result return
 rule seem seen senior side someth special stand suggest taken target team term watch went won yet
15: abl across activ air alli along answer anyon area arm awai begin behind best big brief bring build care carri caus challeng cite commit compani
 congression conserv controversi creat crimin cut death decid demand determin document doesn email emerg enough event ever express file final forward
 futur got great hard health indic individu insid instead join kei larg lawyer less level life littl ll lot march men messag minut monei near nearli
 noth photo prepar pressur prevent problem program protest race realli refus review role saturdai seek sent share shot situat six sourc south specif
 spoke spokesman staff street sure system thought threat toward tri understand urg view violat war warn wasn weapon whose win within women word
12: accept acknowledg actual afternoon agreement ahead almost alwai amid anti anyth appar approach approv april arriv assault assist avoid becam
 better black blame block children citizen click condit confid constitut contact convers cooper counsel cover crime damag debat decad declar declin
 deliv deputi di district due either employe enter everyth explain fear feel free friend fund gave ground gun heard hit identifi incid increas
 independ insist januari judg juli june kind latest launch legisl limit local longer lost measur met middl minist minor moment multipl negoti newslett
 novemb pai percent permiss phone present previous privat propos prosecutor publicli publish quickli real reject relationship remark remov resign
 respect reveal room saw schedul school send separ seriou shoot similar social someon son soon sought speech stai strong suspect tax terror terrorist
 testifi thank third threaten ti togeth total travel union univers updat vice victim visit walk wit woman worker wrong
9.5: absolut access affair agent al although ambassador apolog arrest articl attend bad ban battl benefit beyond billion board bodi border break
 brought caption certain chanc check civil co com condemn conflict confront connect contain council cours danger date dead deepli demonstr develop
 directli door dozen drop east econom engag ensur entir especi establish everyon exchang expert fals father favor figur financi focu form front gather
 governor half handl highlight hospit host human hundr idea illeg immigr impact intend isn knew leadership learn letter link list love low main mayor
 meanwhil medic monitor motiv necessari nomin nomine obtain occur ongo opportun oppos opposit origin page peac pick poll practic prais prime prison
 probabl probe produc promis pull rather reform regard region repeatedli reportedli reprint resid risk safeti scene search sens septemb seri seven
 sexual short signific singl site small speaker spend spokeswoman standard strike subject surpris televis test testimoni thousand train treat true
 unclear victori violenc voic voter wait wall weekend west wide will wouldn write young
7.5: abil abus add admit advanc advertis advoc affect aggress aim amend amount anger anonym apart appli appoint appropri armi attent august avail
 behavior bomb book broke car career central chamber choic clearli colleagu collect complaint conclud consequ cost counti crisi crowd daughter deadli
 decemb deep defeat delai deserv difficult diplomat dismiss disput divis dollar doubt drew duti economi eight encourag exactli exampl exist explos
 extrem fall februari fellow firm flag focus freedom fulli gain goal goe grant grow gui heart histor honor hurt impeach inquiri institut interfer
 journal journalist judiciari knowledg lack largest leak liber light locat lose lower maintain mass materi mention mile mind miss mission mistak
 movement murder natur network non octob often opinion option oversight paid panel parent particip particularli partner period personnel pictur pledg
 pose primari pro progress prompt prove pursu ralli ran rang rank rate readi rel rememb repeat replac resolv retir rise round safe scandal seat secret
 session shortli simpli sit spent stage strategi struggl student studi success suffer surround tell tension throughout track trade trial troop troubl
 trust truth ultim unlik valu veteran via vow websit wife worri written
6: ag airport allegedli alon analyst appeal applic aren argument assert assess awar bank bar basic bipartisan blast budget cancel capit captur cast
 celebr certainli civilian class classifi combat command common complain conclus consist consult convict couldn count coupl coverag credibl data de
 design destroi disclos divid draw educ els endors equal escal examin experi expos extend ey facil failur fair faith felt field fix flight floor
 formal game global gone guard guilti harm hasn hate higher highli hunt ignor implement impos improv inappropri industri influenc injur intent invit
 joint juri land languag li listen loss ly market meant mother neighbor neither normal nuclear onlin oppon outrag particular partisan path perform
 perhap piec politician popular previou prior privaci project promot prosecut punish quot realdonaldtrump recal red reduc reflect regul research
 resourc rest restrict revel sanction save self sentenc serious shift signal sometim sort southern spoken staffer station statu strongli subpoena
 summer surveil territori toggl touch tough town treatment trip type unless upon vehicl version violent wave wear whole worth wound ye
5: achiev activist adult affili agenda arrang background balanc ballot behalf belief bid biggest blow born broad broken brother bui bureau camera
 capabl caught channel character choos circumst colleg commiss commission compar complex compromis consider content contest convent convinc coordin
 correct corrupt cross deleg democraci disagre disappoint domest drive drug eastern embassi era estim eventu except exit expand explan extens fell
 femal financ fine fly footag foundat frustrat ga grand harass haven heavi heavili highest homeland hotel http huge ill indict innoc inspector instanc
 integr intens internet introduc invest island jump kept larger lawsuit liberti licens massiv memori milit ministri misconduct missil mostli newspap
 nine none object offens outcom outlet pain paper park patriot pic plane plead pleas predict pretti prioriti product profession professor profil
 prohibit purchas purpos quit radio rare reaction recogn recommend recov regim resist restor retali rival rush scrutini seiz shock shown slam soldier
 solut sound spark specul spread star stood stress struck summit suppos surfac surviv tabl technolog terribl text traffic trail twice typic un unabl
 undermin variou wake warrant weigh welcom western whatev withdraw wonder worst
4: alert asid assur basi bit blood broader brutal burn cabinet child clash commerc contract corpor correspond credit cultur dark degre deliber depend
 desir discov disgrac echo editor embrac energi equip everybodi extraordinari familiar fill finish fourth frequent fuel gai halt happi incom labor
 laid longtim mayb memo moral mount numer observ obstruct overal overse popul presenc price prospect quick racial realiti religi renew resolut rifl
 road sad select sell sex storm stun suspend tactic task tear transit transpar unaccept water wing wire wish
`
