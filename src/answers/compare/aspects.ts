import type { Figure } from '../../language/figures.js'
import { isStopWord, stem, type Word, words } from '../../language/words.js'
import type { Passage } from './passages.js'

/** What happens to what is counted, in stems of the words for it. Figures of two aspects measure two things. */
const ASPECTS = `
death: kill die di dy dead death fatal slain deadli murder slaughter massacr slai perish toll
injury: injur injuri wound hurt hospitalis hospitaliz maim
arrest: arrest detain custodi round
charge: charg indict
departure: step resign leav depart retir quit exit departur left resignation
withdrawal: withdraw withdrew pull remov pullout home draw drawdown
sending: deploi send sent dispatch surg bolster
rise: rise rose risen grow grew growth increas climb jump gain surg expand hike
fall: fall fell fallen drop declin decreas shrink shrank contract cut lose lost slip plung
vote: vote ballot voter elector deleg
sentence: sentenc prison jail sentenc incarcer
payment: pai paid payment fine reimburs settl settlement
gift: donat rais contribut fundrais
cost: cost spend spent price budget worth
poll: poll survei approv favor lead trail disapprov
sale: sell sold sale bought bui purchas
start: begin began start open launch schedul
shot: fire shot shoot gunfir
missing: miss disappear vanish
rescue: rescu save surviv evacu
match: identifi
release: releas free freed
`
const OF_STEM: ReadonlyMap<string, string> = new Map(
  ASPECTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [aspect = '', stems = ''] = line.split(': ')
      return stems.split(' ').map((one) => [one, aspect] as const)
    }),
)
/** What befalls people: said right before or behind their number, whatever else stands near. */
export const FATE = /^(?:death|injury|arrest|missing|rescue)$/u
/** Words between people and what befell them: "were reported", "of them". */
const BETWEEN =
  /^(?:was|were|are|is|be|been|being|has|have|had|also|still|others?|people|reportedly|confirmed|reported|left|more|believed|feared|to|the|a|an|another|of|them|whom|least|at)$/iu
/** "64 people being held". */
const HELD =
  /^ (?:\p{L}+ ){0,2}(?:being|been|were|was|are) held(?! hostage)(?: (?:in|by|for|on|without)\b|[.,]| and\b)/u
const HELD_WITHIN = 60
const MOST_BETWEEN = 5
const FURTHEST = 9
/** UTF-16 units on each side of a figure. */
const LONGEST_CLAUSE = 400
const CLAUSE_END =
  /[;:.!?—]|\s[–-]\s|,\s+(?:and|but|while|as|which|who|after|before|though|although|because|including|saying|according)\b/u

/** What surrounds a figure: its clause. */
export interface Context {
  readonly aspect: string | null
  /** What befell the people counted, where it is said right before or behind their number. */
  readonly fate: string | null
  /** Stems of its clause, without stop words and figures. */
  readonly stems: ReadonlySet<string>
  /** Names in its clause. */
  readonly names: ReadonlySet<string>
}

/** The context of a figure of a passage. */
export function contextOf(passage: Passage, figure: Figure): Context {
  const own = { start: figure.start - passage.start, end: figure.end - passage.start }
  const clause = clauseOf(passage.text, own)
  const around = words(clause.text).map((word) => ({
    ...word,
    start: word.start + clause.start,
    end: word.end + clause.start,
  }))
  const telling = around.filter((word) => !isStopWord(word.text) && !/^\p{N}/u.test(word.text))
  const stems = telling.map((word) => stem(word.text))
  const fate = figure.unit === 'lives' ? 'death' : fateOf(passage.text, around, own)
  return {
    aspect: fate ?? nearestAspect(around, own),
    fate,
    stems: new Set(stems),
    names: new Set(stems.filter((one) => passage.names.has(one))),
  }
}

function clauseOf(text: string, own: { start: number; end: number }): { start: number; text: string } {
  const from = Math.max(0, own.start - LONGEST_CLAUSE)
  const before = text.slice(from, own.start)
  let start = from
  for (const match of before.matchAll(new RegExp(CLAUSE_END, 'gu'))) {
    const isInside = match[0] === '.' && !/\s/u.test(text[from + match.index + 1] ?? ' ')
    if (!isInside && !/\b\p{Lu}$/u.test(before.slice(Math.max(0, match.index - 3), match.index))) {
      start = from + match.index + match[0].length
    }
  }
  const behind = text.slice(own.end, own.end + LONGEST_CLAUSE)
  return { start, text: text.slice(start, own.end + (CLAUSE_END.exec(behind)?.index ?? behind.length)) }
}

/** The aspect that a word nearest to the figure tells; of two as near the one before it. */
function nearestAspect(around: readonly Word[], own: { start: number; end: number }): string | null {
  const first = around.findIndex((word) => word.end > own.start)
  const at = first < 0 ? around.length : first
  let behind = at
  while ((around[behind]?.start ?? Number.POSITIVE_INFINITY) < own.end) behind++
  for (let index = at; index < behind; index++) {
    const aspect = aspectOf(around[index])
    if (aspect) return aspect
  }
  for (let distance = 1; distance <= FURTHEST; distance++) {
    const aspect = aspectOf(around[at - distance]) ?? aspectOf(around[behind + distance - 1])
    if (aspect) return aspect
  }
  return null
}

/** The fate that is told of a figure: "14 dead", "60 people were killed", "left 60 of them dead", "killed another 60". */
function fateOf(text: string, around: readonly Word[], own: { start: number; end: number }): string | null {
  const before = around
    .filter((word) => word.end <= own.start)
    .slice(-MOST_BETWEEN)
    .toReversed()
  const inside = around.filter((word) => word.end > own.start && word.start < own.end)
  const behind = around.filter((word) => word.start >= own.end).slice(0, MOST_BETWEEN)
  const told =
    inside.map(aspectOf).find(isFate) ?? (HELD.test(text.slice(own.end, own.end + HELD_WITHIN)) ? 'arrest' : null)
  if (told) return told
  return (
    fateAmong(behind, (word) => text.slice(own.end, word.start)) ??
    fateAmong(before, (word) => text.slice(word.end, own.start))
  )
}

/** Of words in their order from a figure, the first fate that nothing but small words and no mark parts from it. */
function fateAmong(near: readonly Word[], textTo: (word: Word) => string): string | null {
  for (const word of near) {
    const aspect = aspectOf(word)
    if (/[,;:()—–]/u.test(textTo(word))) return null
    if (isFate(aspect)) return aspect
    if (!BETWEEN.test(word.text)) return null
  }
  return null
}

function isFate(aspect: string | null): aspect is string {
  return aspect !== null && FATE.test(aspect)
}

function aspectOf(word: Word | undefined): string | null {
  return word ? (aspectOfStem(stem(word.text)) ?? aspectOfStem(word.text.toLowerCase())) : null
}

export function aspectOfStem(one: string): string | null {
  return OF_STEM.get(one) ?? null
}
