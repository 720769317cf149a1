import { remembering } from '../language/remember.js'

/** Words that no rule below ties together, each with the form that stands for both. */
const FORMS = new Map<string, string>(
  `cheque:check cheques:checks programme:program programmes:programs grey:gray greyer:grayer tyre:tire tyres:tires kerb:curb kerbs:curbs
  plough:plow ploughs:plows ploughed:plowed sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism aluminium:aluminum
  jewellery:jewelry gaol:jail pyjamas:pajamas mould:mold moult:molt moustache:mustache enquiry:inquiry enquiries:inquiries enquire:inquire
  enquired:inquired ageing:aging practise:practice practised:practiced practises:practices practising:practicing cosy:cozy mum:mom mums:moms
  whisky:whiskey storey:story storeys:stories draught:draft draughts:drafts adviser:advisor advisers:advisors protestor:protester
  protestors:protesters yoghurt:yogurt doughnut:donut doughnuts:donuts furore:furor okay:ok alright:allright amongst:among whilst:while
  learnt:learned spelt:spelled burnt:burned dreamt:dreamed leant:leaned leapt:leaped spoilt:spoiled spilt:spilled smelt:smelled
  toward:towards afterward:afterwards backward:backwards forward:forwards upward:upwards downward:downwards onward:onwards inward:inwards
  outward:outwards manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered manoeuvring:maneuvering
  fulfil:fulfill fulfils:fulfills fulfilment:fulfillment enrol:enroll enrols:enrolls enrolment:enrollment distil:distill instil:instill
  instils:instills appal:appall appals:appalls skilful:skillful skilfully:skillfully wilful:willful wilfully:willfully
  instalment:installment instalments:installments woollen:woolen marvellous:marvelous artefact:artifact artefacts:artifacts
  axe:ax speciality:specialty disc:disk discs:disks tranquillity:tranquility sulphur:sulfur licence:license
  licences:licenses licenced:licensed cancelation:cancellation cancelations:cancellations`
    .split(/\s+/u)
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
)

const OUR =
  /(col|fav|hon|lab|neighb|behavi|harb|rum|hum|arm|vap|od|vig|val|rig|sav|splend|endeav|parl|cand|clam|glam|tum|ferv|ard|demean|savi|flav|succ|ranc)our/u

/** British endings, each with the American one. A rule may also change a word that has one spelling, as it changes it everywhere. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [OUR, '$1or'],
  [/(?<=..)is(e[drs]?|ers|ing|ingly|able|ations?|ational)$/u, 'iz$1'],
  [/(anal|paral|catal|dial|electrol|hydrol)ys(e[drs]?|ers|ing)$/u, '$1yz$2'],
  [/(cent|theat|met|lit|fib|calib|sab|spect|somb|meag|lust|och|mit)re([ds]?)$/u, '$1er$2'],
  [/(?<=[aeiouy][^aeiouy]*[aeio])ll(ed|ing|ings|ers?|ors?|ously)$/u, 'l$1'],
  [/(kidnap|worship)p(ed|ing|ers?)$/u, '$1$2'],
  [/(focus|bias)s(ed|es|ing)$/u, '$1$2'],
  [/(benefit|combat)t(ed|ing)$/u, '$1$2'],
  [/((?:cata|dia|ana|mono|pro|epi|trave)log|(?:dem|ped)agog)ue/u, '$1'],
  [/(def|off|pret)ence/u, '$1ense'],
  [/dgement/u, 'dgment'],
  [/(lik|siz|sal|liv|mov|unmistak|blam)eable/u, '$1able'],
  [/^([a-z]{2,})s's$/u, '$1s'],
]

/**
 * The same for two words exactly where they differ only as British and American spelling do. Takes and gives folded words
 * (see `fold`); what it gives is for comparing, never for showing.
 */
export const spellingKey: (word: string) => string = remembering(keyOf)

function keyOf(word: string): string {
  if (/[^s]'s$/u.test(word)) return `${keyOf(word.slice(0, -2))}'s`
  const form = FORMS.get(word)
  if (form) return form
  // Nothing longer is an English word, and the rules would be slow on it.
  if (word.length < 4 || word.length > 30) return word
  let key = word
  for (const [ending, instead] of RULES) key = key.replace(ending, instead)
  return key.length >= 6 ? key.replace(/[ao]e/u, 'e') : key
}
