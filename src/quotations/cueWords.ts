/** Word lists of attribution: closed classes of English, and the verbs that news writes around quotations. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

export const DETERMINERS = list(
  `the a an this that these those his her its their our my your one another some many several few all both each every no any other most two
  three four five`,
)

/** Pronouns that can stand for a speaker. */
export const PRONOUNS = list('he she they it we i who both others many some one')

export const PREPOSITIONS = list(
  `of in on at by for with from to into about against during after before over under between through without within among toward towards upon
  via per near outside inside since until despite amid around behind beyond like as than across along beside besides off onto including
  regarding concerning following`,
)

export const CONJUNCTIONS = list(
  'and or but nor yet so because although though while when if whether where since unless once as than that which who whom whose what why how',
)

/** Words that open a sentence without being its subject. */
export const OPENERS = list(
  `likewise rather even why what when how maybe perhaps indeed overall finally first second third next then now still instead meanwhile however
  moreover furthermore nonetheless nevertheless therefore thus hence otherwise similarly sometimes often once again also only just already soon
  later earlier yes no ok okay well yet so not never asked pressed speaking according`,
)

export const BE = list("is are was were be been being am 's ’s")

export const AUXILIARIES = list(
  `has have had having do does did will would can could may might shall should must also not never to ever just only even still then later again
  once first soon now already always often further n't recently earlier meanwhile instead thus finally reportedly himself herself themselves
  itself simply too`,
)

export const TIMES = list(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. today yesterday tonight tomorrow morning afternoon
  evening night week month year last early late noon midday midnight hours minutes days weeks months years moments later ago shortly`,
)

/** Tokens that end in a full stop without ending a sentence. */
export const ABBREVIATIONS = list(
  `mr mrs ms dr gen sen rep reps sens gov govs lt col sgt capt maj adm cmdr st jr sr prof rev hon pres sec det insp supt cllr pvt cpl brig inc corp co
  ltd jan feb mar apr jun jul aug sept sep oct nov dec vs etc d.c u.s u.k u.n ph.d ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass
  mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash wis w.va wyo fig al approx dept est min max`,
)

/** Verbs and particles that end a noun phrase, where no other list has them. */
export const BREAKERS = list(
  `set took came went made gave got met put kept left ran sat stood held led lost won began became found brought sent spent built bought fought taught caught sought knew grew threw drew flew saw fell rose drove spoke
  broke chose wore out up down off back away here there`,
)

/** Verbs that say that somebody speaks, wherever they stand by a quotation. Base forms; irregular past forms follow a slash. */
const STRONG_VERBS = `say/said tell/told write/wrote/written tweet add continue ask state explain reply note report respond declare conclude argue
  recall insist admit warn remark urge joke acknowledge promise claim announce pledge assert predict lament answer testify suggest complain recount
  contend maintain quip observe comment shout yell chant scream exclaim whisper mutter agree counter confirm deny emphasize emphasise stress
  reiterate repeat boast brag thunder fume allege advise caution concede confess demand opine proclaim reveal scoff tease theorize retort interject intone
  deadpan gush rant muse wonder ponder vow implore plead blog crow snap sigh cry chide bemoan profess clarify summarize elaborate inform
  remind assure inquire query posit surmise reason rejoin recite preach pray propose speculate hint signal decry bellow bark growl murmur
  volunteer read question sum marvel vent gloat sneer groan moan reflect summarise enthuse gasp blurt exhort hiss howl scold sniff spit underline surmise`

/** Verbs of much other use: they say that somebody speaks only right beside the quotation. */
const LOOSE_VERBS = `begin/began/begun point think/thought believe feel/felt hear/heard go/went/gone put shoot/shot sing/sang express laugh finish close offer
  call imagine smile grin start conclude nod shrug pipe interrupt chime boom roar rail preface blurt`

/** Verbs that govern a few quoted words ("described him as …"). */
const WEAK_VERBS = `call describe praise blast slam criticize criticise denounce condemn dismiss label accuse tout hail mock thank attack portray characterize
  characterise depict deem brand charge refer cite quote decline refuse threaten appeal vent
  credit applaud welcome defend deride lambast lambaste rebuke ridicule voice deliver issue release publish post
  mention paint assail bash rip skewer invoke regret apologize apologise celebrate
  encourage reject challenge hope worry discuss outline recommend swear/swore liken rate blame salute commend pan
  swipe disparage trash insult belittle protest pitch echo cheer endorse define highlight order instruct object`

/** Nouns that look like these verbs: they count as verbs only right after a name or a pronoun. */
export const NOUN_LIKE = list(
  `call calls claim claims report reports note notes post posts tweet tweets promise promises comment comments remark remarks question questions answer
  answers charge charges attack attacks blast offer offers quote quotes joke jokes cry cries order orders point points plan plans vote votes hope hopes
  fear fears use uses demand demands pledge pledges request requests signal signals stress reason reasons shot want wants finding findings writing writings
  reading warning warnings saying sayings state states read thought brand label bill list close bash rip address issue release press
  reference challenge voice share rate rank grade detail target support show shows echo cheer protest object insult salute credit
  posting wonder feeling believed pan pitch plug shame ban compliment champion command stand appeal answer argument finish vow vows tease sigh
  putting laugh laughs laid worry defy fear hint hints report reporting begin talk talks rant rants comment account gush find finds made make
  going go gone`,
)

export type Strength = 'strong' | 'weak' | 'loose'

export interface CueVerb {
  readonly lemma: string
  readonly strength: Strength
  /** "saying": its subject is that of the clause before it. */
  readonly isParticiple: boolean
}

const DOUBLES = list('quip admit plan brag beg slam chat blog pan ban rip swap pin begin put plug shot rap')

export const CUE_VERBS: ReadonlyMap<string, CueVerb> = cueVerbs()

function cueVerbs(): Map<string, CueVerb> {
  const forms = new Map<string, CueVerb>()
  for (const [text, strength] of [
    [LOOSE_VERBS, 'loose'],
    [WEAK_VERBS, 'weak'],
    [STRONG_VERBS, 'strong'],
  ] as const) {
    for (const entry of text.trim().split(/\s+/u)) {
      const [lemma = '', ...irregular] = entry.split('/')
      const past = irregular.length > 0 ? irregular : [pastOf(lemma)]
      for (const form of [lemma, presentOf(lemma), ...past]) forms.set(form, { lemma, strength, isParticiple: false })
      forms.set(participleOf(lemma), { lemma, strength, isParticiple: true })
    }
  }
  return forms
}

function pastOf(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ied`
  if (DOUBLES.has(lemma)) return `${lemma}${lemma.at(-1)}ed`
  if (lemma === 'refer') return 'referred'
  return `${lemma}ed`
}

function presentOf(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/u.test(lemma)) return `${lemma}es`
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`
  return `${lemma}s`
}

function participleOf(lemma: string): string {
  if (lemma === 'refer') return 'referring'
  if (/[^e]e$/u.test(lemma)) return `${lemma.slice(0, -1)}ing`
  if (DOUBLES.has(lemma)) return `${lemma}${lemma.at(-1)}ing`
  return `${lemma}ing`
}
