import { isGivenName } from '../../language/givenNames.js'
import { words } from '../../language/words.js'
import { contains, overlaps, type Quotation, type Span } from '../../model.js'
import type { Passage } from './passages.js'

/** UTF-16 units: an excerpt that says who and what is no longer, one with a quotation in it a little. */
const LONGEST_WIDENED = 700
const LONGEST_QUOTED = 1000
/** Sentences back to look for who or what is meant. */
const FARTHEST = 3
const LONGEST_BEGINNING = 200
/** Sentences on each side that a quotation may run over. */
const REACH = 12

const CONNECTIVE = String.raw`(?:(?:but|and|yet|so|still|however|then|later|instead|also|meanwhile|now|nevertheless|nonetheless|afterwards?|since then|after all|in fact|indeed|of course|as a result|in response|in return|for example|for instance|in addition|moreover|furthermore|besides|similarly|likewise|otherwise),?\s+)?`
/** Begins with something that another sentence names. */
const POINTS_BACK = new RegExp(
  String.raw`^${CONNECTIVE}(?:(?:he|she|they|his|her|hers|their|theirs|him|them|it|its)(?:[’'](?:s|re|ve|d|ll))?\b|(?:this|that|these|those)\b(?! (?:week|month|year|morning|afternoon|evening|night|time|spring|summer|autumn|fall|winter|weekend|season|decade|century|\p{Lu}\p{L}+day|who\b))|the (?:latter|former|two|three|four|pair|duo|trio|other|others|same|rest|first|second)\b(?! \p{Lu})|(?:both|each|neither|either|some|many|most|none|one|two|three|all|several|few) of (?:them|these|those|which)\b|(?:both|neither|such|another|others)\b(?! \p{Lu})|(?:while|when|if|as|although|though|because|once|until|since) (?:\p{L}+ )?(?:they|it|this|that)\b|(?:under|among|in|with|after|before|by|for|of|from|on|at|to|despite|following|because of|according to) (?:it|them|this|that|these|those|him|her)\b(?! (?:week|month|year|time)))`,
  'u',
)
/** "It is unclear whether": nothing is meant by "it". */
const EXPLETIVE =
  /^(?:(?:but|and|yet|so|still|however|now),?\s+)?it(?:[’']s| is| was| isn[’']t| wasn[’']t| will be| would be| has been| remains| remained| seems| seemed| appears| appeared| turns| turned| takes| took)\b[^.,;“"]{0,60}?\b(?:that|to|whether|how|why|when|who|if|unclear|clear|out)\b/iu
/** A noun that stands for what was told just before, where nothing behind it says which. */
const MOVE = new RegExp(
  String.raw`^${CONNECTIVE}the (?:new |latest |initial |final )?(?:moves?|decisions?|announcement|statements?|videos?|footage|photos?|photograph|image|remarks?|comments?|ruling|proposal|incident|revelations?|disclosure|meeting|measure|request|visit|vote|tweets?|post|message|reply|response|claims?|allegations?|findings?|figures?|change|changes|attempt|suspect|victims?|man|woman|company|firm|group|document|documents|episode|exchange|article|study|survey|poll)(?=\s+(?!of\b|to\b|by\b|for\b|in\b|from\b|that\b|on\b|at\b|about\b|between\b|against\b|which\b|who\b|where\b|with\b|and\b|\p{Lu}))`,
  'u',
)
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|President|Sen|Senator|Rep|Gov|Governor|Gen|General|Secretary|Minister|Mayor|Judge|Justice|Chief|Sir|Lord|Pope|Prince|King|Queen)$/u
/** "A man was seen at his house": whose it is stands in the sentence. */
const OF_ITS_OWN = /^\W*(?:an?|the|one|another|every|each|any|no|some|many|most) /iu
const PERSON = /(?<!\p{L})(?:he|she|him|his|her|himself|herself)(?!\p{L})/iu
const QUOTED = /[“"][^”"]*(?:[”"]|$)/gu

/**
 * What is shown for each passage of an article so that it stands on its own: its sentence; all of a quotation that was cut in two,
 * with the words that say who speaks; and the sentences before it that say whom or what it means. `all` are the article's passages,
 * in order.
 */
export function shownIn(all: readonly Passage[], quotations: readonly Quotation[]): (passage: Passage) => Span {
  const places = new Map(all.map((passage, at) => [passage, at]))
  let known: ReadonlySet<string> | null = null
  const people = () => (known ??= new Set([...speakersIn(quotations), ...peopleIn(all)]))
  return (passage) => {
    const at = places.get(passage) ?? 0
    const near = all.slice(Math.max(0, at - REACH), at + REACH + 1)
    const quoted = quotations.filter(({ start, end }) => start < (near.at(-1)?.end ?? 0) && end > (near[0]?.start ?? 0))
    return shownSpan({ all: near, quotations: quoted, people }, passage)
  }
}

/** What stands near a passage, and the surnames of all who speak in its article. */
interface Nearby {
  readonly all: readonly Passage[]
  readonly quotations: readonly Quotation[]
  readonly people: () => ReadonlySet<string>
}

function shownSpan(nearby: Nearby, passage: Passage): Span {
  const { all } = nearby
  const whole = balanced(all, withSpeaker(nearby, passage))
  const own = all.findIndex(({ end }) => end > whole.start)
  const most = Math.max(LONGEST_WIDENED, whole.end - whole.start)
  let first = own
  while (pointsBack(nearby, first, whole.end)) {
    const before = neighbour(all, first, -1)
    // What does not lead to a name in the end would only bring what is beside the point.
    if (!before || own - first === FARTHEST || whole.end - before.start > most) return whole
    first--
  }
  const span = { start: Math.min(whole.start, all[first]?.start ?? whole.start), end: whole.end }
  // Not at the price of a quotation cut in two.
  const text = passage.article.text
  const isCut = openMarks(text.slice(span.start, span.end)) !== 0 && openMarks(text.slice(whole.start, whole.end)) === 0
  return isCut ? whole : span
}

/** The sentence before or behind, where nothing but space parts them. */
function neighbour(all: readonly Passage[], at: number, step: 1 | -1): Passage | null {
  const [here, other] = [all[at], all[at + step]]
  if (!here || !other || other.isTitle) return null
  const [before, behind] = step < 0 ? [other, here] : [here, other]
  return here.article.text.slice(before.end, behind.start).trim() === '' ? other : null
}

/** A sentence with each quotation that it holds a part of, as far as the words that say who speaks. */
function withSpeaker({ all, quotations }: Nearby, passage: Passage): Span {
  let shown: Span = passage
  for (const quotation of quotations.filter((one) => overlaps(one, passage))) {
    shown = sentencesOver(all, union(shown, quotation), LONGEST_QUOTED) ?? shown
    if (quotation.speaker) shown = sentencesOver(all, union(shown, quotation.speaker), LONGEST_WIDENED) ?? shown
  }
  return shown
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** The sentences that a span runs over, whole; null where they are longer, or something stands among them that is no sentence. */
function sentencesOver(all: readonly Passage[], span: Span, longest: number): Span | null {
  const held = all.filter((one) => overlaps(one, span))
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last || first.start > span.start || last.end < span.end || last.end - first.start > longest)
    return null
  const isUnbroken = held.every((_, at) => at === 0 || neighbour(held, at, -1) !== null)
  return isUnbroken ? { start: first.start, end: last.end } : null
}

/** As far as a quotation that is begun is closed, and one that is closed begun, in the same paragraph. */
function balanced(all: readonly Passage[], span: Span): Span {
  const text = all[0]?.article.text ?? ''
  let [first, last] = [all.findIndex(({ end }) => end > span.start), all.findLastIndex(({ start }) => start < span.end)]
  let shown = span
  for (let step = 0; step < FARTHEST; step++) {
    const open = openMarks(text.slice(shown.start, shown.end))
    if (open === 0) return shown
    const next = neighbour(all, open > 0 ? last : first, open > 0 ? 1 : -1)
    const wider = next && union(shown, next)
    if (!wider || wider.end - wider.start > LONGEST_QUOTED || text.slice(wider.start, wider.end).includes('\n')) break
    if (open > 0) last++
    else first--
    shown = wider
  }
  return openMarks(text.slice(shown.start, shown.end)) === 0 ? shown : span
}

/** 1 where a quotation is begun and not closed, -1 where one is closed and not begun, else 0. */
function openMarks(text: string): -1 | 0 | 1 {
  const curly = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0)
  if (curly !== 0) return curly > 0 ? 1 : -1
  const marks = [...text.matchAll(/"/gu)]
  if (marks.length % 2 === 0) return 0
  const last = marks.at(-1)?.index ?? 0
  return marks.length === 1 && /[.,!?…]$/u.test(text.slice(0, last)) ? -1 : 1
}

/** Whether the sentences from `first` to `end` mean somebody or something that they do not name. */
function pointsBack({ all, quotations, people }: Nearby, first: number, end: number): boolean {
  const passage = all[first]
  if (!passage || passage.isTitle) return false
  if (/^\p{Ll}/u.test(passage.text)) return true
  // The words of a quotation may point at what its speaker had named.
  const spoken = quotations.find((one) => one.start === passage.start)
  if (spoken && (spoken.speaker === null || !contains({ start: passage.start, end }, spoken.speaker))) return true
  if (!spoken && beginsBack(passage.text)) return true
  if (!spoken && EXPLETIVE.test(lowered(passage.text))) return false
  const plain = passage.article.text.slice(passage.start, end).replace(QUOTED, ' ')
  return PERSON.test(plain) && !OF_ITS_OWN.test(plain) && !namesPerson(plain, people())
}

/** Whether a sentence begins with somebody or something that only one before it names. */
export function beginsBack(text: string): boolean {
  const beginning = lowered(text)
  return POINTS_BACK.test(beginning) ? !EXPLETIVE.test(beginning) : MOVE.test(beginning)
}

/** How a sentence begins, as it would inside another, without the mark before it. */
function lowered(text: string): string {
  return text.slice(0, LONGEST_BEGINNING).replace(/^[“"‘'(]?\p{Lu}/u, (first) => first.slice(-1).toLowerCase())
}

/** The surnames of those who speak. */
function speakersIn(quotations: readonly Quotation[]): string[] {
  return quotations.flatMap(({ speaker }) =>
    speaker?.kind === 'person' ? (speaker.name.split(/\s+/u).at(-1) ?? []) : [],
  )
}

/** The surnames that stand behind a given name or a title. */
function peopleIn(all: readonly Passage[]): string[] {
  return all.flatMap(({ text }) => {
    const found = plainWords(text)
    return found.filter((word, at) => {
      const before = found[at - 1] ?? ''
      return /^\p{Lu}\p{Ll}/u.test(word) && /^\p{Lu}/u.test(before) && (TITLE.test(before) || isGivenName(before))
    })
  })
}

function namesPerson(text: string, people: ReadonlySet<string>): boolean {
  return plainWords(text).some((word) => people.has(word))
}

function plainWords(text: string): string[] {
  return words(text).map((word) => word.text.replace(/['’]s?$/u, ''))
}
