import { remembering } from '../language/remember.js'

/** Words that name what somebody is: before a name they are its title, alone ("the general") they point back at somebody. */

export type Gender = 'male' | 'female'

const FEMALE = `mrs ms miss madam queen princess duchess lady dame baroness mother sister daughter wife aunt widow actress congresswoman chairwoman spokeswoman
  businesswoman councilwoman alderwoman policewoman saleswoman woman girl grandmother waitress stewardess nun heiress hostess`
const MALE = `mr sir lord king prince duke baron father brother son husband uncle widower actor congressman chairman spokesman businessman councilman alderman
  policeman salesman man boy grandfather priest pope monk waiter fireman fisherman imam cardinal`
const EITHER = `dr prof professor reverend rabbi bishop archbishop president minister premier chancellor secretary undersecretary general colonel major
  captain sergeant corporal lieutenant admiral commander commissioner marshal officer detective inspector constable chief superintendent sheriff deputy
  senator representative delegate congressperson councillor councilmember governor mayor judge justice magistrate ambassador envoy consul director
  chairperson chair speaker leader whip candidate nominee spokesperson manager strategist adviser advisor aide analyst attorney lawyer prosecutor counsel
  coach owner founder executive editor author writer columnist reporter journalist correspondent anchor host commentator pundit blogger pollster professor
  economist scientist researcher historian activist organizer student teacher nurse doctor surgeon physician engineer farmer veteran soldier firefighter
  billionaire mogul developer magnate official person resident voter witness neighbor neighbour victim suspect lawmaker politician diplomat expert
  scholar fellow treasurer principal superintendent pastor evangelist singer comedian rapper artist musician star celebrity democrat republican
  conservative independent libertarian socialist staffer operative donor supporter member head boss ceo cfo coo cto incumbent challenger rival
  hopeful contender clerk commentator personality supervisor trooper ranger agent moderator cop caucus-goer administrator ayatollah chaplain sheikh producer friend survivor colleague partner roommate classmate delegate-elect superdelegate adjutant minister-president congressmember counselor envoy premier frontrunner front-runner senator-elect president-elect politician dean rector vicar harbourmaster headteacher skipper deckhand`
/** Written forms, and the word each stands for. */
const SHORT = new Map(
  `gen:general sen:senator sens:senator rep:representative reps:representative gov:governor govs:governor lt:lieutenant col:colonel sgt:sergeant capt:captain
  maj:major adm:admiral cmdr:commander prof:professor rev:reverend sec:secretary pres:president insp:inspector supt:superintendent det:detective
  cllr:councillor councilor:councillor hon:representative amb:ambassador defence:defense advisor:adviser neighbour:neighbor labour:labor vp:president`
    .split(/\s+/u)
    .map((pair) => pair.split(':'))
    .map(([short = '', full = '']) => [short, full] as const),
)

const set = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/u)
      .map((word) => word.replaceAll('_', ' ')),
  )
const female = set(FEMALE)
const male = set(MALE)
const either = set(EITHER)

/** Capitalised words that stand between a title and a name, or begin a title, without being a name. */
export const TITLE_MODIFIERS = set(
  `former ex then acting interim deputy vice assistant senior chief lead prime foreign home defense defence state treasury interior finance commerce labor labour
  education health energy transport justice attorney general national security press white house senate campaign police fire communications executive
  managing political democratic republican conservative independent presidential supreme court first second lady brigadier rear district city county us u.s
  uk british american russian israeli french german of staff majority minority party gop dem congressional longtime retired commissioner advisor adviser
  intelligence agriculture homeland veterans affairs transportation housing environmental protection human services director manager the then-candidate king princess queen hon right`,
)

export const ORGANIZATION_WORDS = set(
  `committee party times post news university department house council association foundation institute court police union agency administration
  ministry office commission campaign company corporation corp inc group bank church school college hospital federation authority congress parliament senate government
  pentagon journal press herald tribune guardian telegraph gazette chronicle review magazine network society center centre league alliance coalition
  fund trust service bureau board club team army navy force forces club embassy organization organisation nations network pac caucus line lines airlines
  reuters politico breitbart cnn nbc cbs abc bbc npr msnbc fox bloomberg buzzfeed vox slate axios afp upi ap tass xinhua isis isil nato nra fbi cia nsa dnc rnc gop
  kremlin hamas hezbollah taliban facebook twitter google apple amazon microsoft russia china iran israel britain france germany america weekly daily wire
  monitor record county industries aerospace economics networks action fund project projects studies research parenthood rights watch giants courier ledger mail express observer sun star globe inquirer examiner dispatch today republicans democrats americans`,
)

/** Cities that stand for a government, firms and outlets: no surname, where nobody in the text bears it. */
export const PLACES_AND_FIRMS = set(
  `tehran riyadh pyongyang moscow beijing ankara jerusalem seoul tokyo london paris berlin brussels damascus baghdad kabul islamabad delhi canberra ottawa havana caracas cairo
  kiev kyiv tripoli benghazi washington hollywood wall_street silicon_valley congress huawei lufthansa germanwings novartis nike verizon moderna pfizer tesla uber netflix boeing airbus toyota ford_motor
  walmart fedex starbucks disney sony samsung instagram youtube snapchat tiktok reddit spotify wikileaks sputnik haaretz bild newsweek insider reuters stanford harvard yale princeton oxford
  cambridge cloudflare freedomworks gallup pew nielsen quinnipiac al-jazeera medicare medicaid obamacare brexit christmas easter thanksgiving louisville pulse amaq likud fatah mossad interpol
  europol unicef unesco opec aipac heritage brookings cato merriam-webster kensington downing qaeda gaza fort mount lake sandy_hook irbil minneapolis scranton t-shirt`,
)

/** Words in the names of outlets. */
export const PRESS = set(
  `times post news journal press herald tribune guardian telegraph gazette chronicle review magazine reuters politico breitbart cnn nbc cbs abc bbc npr
  msnbc fox bloomberg buzzfeed vox slate axios afp upi ap tass xinhua weekly daily wire monitor record county industries aerospace economics networks action fund project projects studies research parenthood rights watch giants courier ledger mail express observer sun star globe inquirer examiner
  dispatch newspaper broadcaster nyt yahoo vice salon huffpost`,
)

/** Things that speak: they are named as printed. */
export const DOCUMENTS = set(
  `letter statement report release memo email e-mail tweet post article story editorial study survey poll document filing lawsuit complaint indictment ad
  advertisement transcript book message sign note website headline resolution bill platform page text paper caption banner ruling order`,
)

const bare = (word: string): string => word.toLowerCase().replace(/\.$|['’]s?$/gu, '')

/** "Senators Ada Quill and Tom Pell" */
const TITLES_OF_SEVERAL = set(
  'senators presidents justices judges secretaries governors ministers professors generals representatives',
)
const AFFIX = /^(?:then|ex|vice|co|former|now)-|-(?:elect|general|designate|in-chief)$/gu

/** The role a word names, in one spelling: "Gen." and "general" are one, as are "president" and "then-president"; null where it names none. */
export const roleOf = remembering((word: string): string | null => {
  const full = bare(word)
  const plain = full.includes('-') ? full.replace(AFFIX, '') : full
  const role = SHORT.get(plain) ?? (/^\p{Lu}/u.test(word) && TITLES_OF_SEVERAL.has(plain) ? plain.slice(0, -1) : plain)
  return female.has(role) || male.has(role) || either.has(role) ? role : null
})

export function genderOfRole(word: string): Gender | null {
  const plain = bare(word).replace(AFFIX, '')
  if (female.has(plain)) return 'female'
  return male.has(plain) ? 'male' : null
}

export function isTitlePart(word: string): boolean {
  const plain = bare(word)
  return TITLE_MODIFIERS.has(plain) || roleOf(word) !== null
}

export const isOrganizationWord = remembering(
  (word: string): boolean => ORGANIZATION_WORDS.has(bare(word)) || /^\p{Lu}{2,6}(?:s|-TV)?$/u.test(word),
)
