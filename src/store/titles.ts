import { fold } from '../language/words.js'

/** Words that people put before a name when they ask for somebody. */
const TITLE_WORDS = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend father brother sister bishop archbishop
  cardinal pope rabbi imam king queen prince princess duke emperor president vice premier prime chancellor
  minister secretary undersecretary general gen attorney solicitor lieutenant lt colonel col major maj captain
  capt sergeant sgt corporal private admiral adm commander cmdr marshal officer detective inspector constable
  chief police sheriff deputy assistant senator sen representative rep congressman congresswoman congressperson
  councilman councilwoman councillor councilor alderman governor gov mayor judge justice magistrate ambassador
  envoy consul director chairman chairwoman chairperson chair speaker leader whip majority minority house senate
  white press foreign home defense defence state treasury interior finance commerce labor labour education health
  energy transport commissioner coach manager ceo cfo founder executive of staff spokesman spokeswoman
  spokesperson candidate nominee former ex acting interim then senior us u.s uk the comrade supreme ayatollah
  sheikh emir sultan`.split(/\s+/u),
)

/**
 * A name as asked for without the titles before it ("president trump" is "trump"); empty where there is nothing else.
 */
export function withoutTitles(asked: string): string {
  const parts = asked.trim().split(/\s+/u)
  const first = parts.findIndex((part) => !TITLE_WORDS.has(fold(part).replace(/[.,]$/u, '')))
  return first === -1 ? '' : parts.slice(first).join(' ')
}
