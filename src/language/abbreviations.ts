/** Words that are printed with a full stop, by what their stop can mean. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** A name or a noun follows: their stop ends no sentence. */
export const TITLES =
  list(`Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Fr Gen Gens Sen Sens Rep Reps Gov Govs Lt Lts Col Cols Sgt Sgts Cpl Pfc
  Pvt Capt Maj Adm Cmdr Cdr Brig Ens Det Insp Supt Hon Pres Sec Asst Atty Amb Ald Msgr Ft Mt Mts vs v viz cf eg ie e.g i.e approx ca`)

/** Their stop ends no sentence where a figure follows. */
export const BEFORE_FIGURES = list(
  'No Nos no nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Fig Figs Vol Art Sec Secs p pp Ch Rev c',
)

/** They may end a sentence: where a word follows that likes to begin one. */
export const MAYBE_LAST =
  list(`Jr Sr Esq Inc Corp Co Cos Ltd Bros Assn Dept Univ Natl Intl Org St Ave Blvd Rd Hwy Jan Feb Mar Apr Aug Sep Sept Oct
  Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn
  Miss Mo Mont Neb Nev Okla Ore Penn Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta approx est dept al lb lbs oz mph Yahoo Jeb Jeopardy`)

/** Words that begin a sentence more often than they go on after an abbreviation. */
export const STARTERS =
  list(`The A An He She It They We You I This That These Those There But And So In On At As After Before When While If For From
  His Her Their Its Our My Your What Who How Why Where Which Not No Yes Now Then However Meanwhile Since Also Some Many Most Both Such Still
  Yet Or Nor With Without By To Of Under Over Here Instead Although Though Because During Until Despite Asked Earlier Later Last Two Three
  Moreover Nevertheless Other Others Another Each Every Several Rather According About More Even Just Only Once Perhaps Let Is Are Was Were
  Do Does Did Has Have Had Can Could Would Should Will Never Nothing All Any One Out Up Like Unlike Given Between Among Through Upon Within
  It’s It's He’s He's She’s She's That’s That's There’s There's They’re They're We’re We're I’m I'm You’re You're Don’t Don't`)
