import { genderOfGivenName, isGivenName } from '../language/givenNames.js'
import type { Span } from '../model.js'
import { type ClauseRole, clauseRole } from './clauseRole.js'
import { type HeldTitle, titlesAround } from './heldTitles.js'
import { type Named, nameIn } from './personName.js'

/** A run of capitalised words that may name a person, and what the text around it says. */
export interface NameRun extends Span {
  readonly named: Named
  /** With the titles before the name. */
  readonly from: number
  readonly titles: readonly HeldTitle[]
  /** A title in front, or words around, say that this is a person. */
  readonly isPerson: boolean
  readonly role: ClauseRole
  /** It is the subject of a verb, as persons and bodies are. */
  readonly acts: boolean
  /** Capitals begin every sentence: they say less there. */
  readonly opensSentence: boolean
  /** "in Charlotte", "the Globe" */
  readonly isPlace: boolean
  readonly isHeading: boolean
  /** Between two commas: "The envoy, Park Min-jun, said". */
  readonly isApart: boolean
}

const ABBREVIATED =
  '(?:\\p{Lu}\\.){1,4}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Prof|Rev|St|Jr|Sr|Hon|Amb|Sec|Pres|Supt|Insp|Det|Cllr)\\.'
const PARTICLES = '(?:(?:de|van|von|der|den|la|bin|bint|ibn|al|el|di|da|del|dos|du|ter|ten) ){0,2}'
const NAME_WORD = `(?:${ABBREVIATED}|(?:(?:al|el|ad|as|ul|ibn)-)?\\p{Lu}[\\p{L}\\p{M}’'-]*)`
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}@#_’'-])${PARTICLES}${NAME_WORD}(?:[ \\u00a0](?:(?:of|to) )?${PARTICLES}${NAME_WORD}){0,12}`,
  'gu',
)
const OWNER = /\S['’]s(?= )/gu
const SPEAKS_AFTER =
  /^(?:,? (?:said|says|told|tells|added|adds|wrote|writes|tweeted|explained|argued|warned|asked|recalled|testified|tells|noted)\b|, \d\d,|, who\b)/u
const SPEAKS_BEFORE = /(?:["”,]|\bas) (?:said|says|added|adds|wrote|writes|explained|argued|asked|recalled) $/u
const PLACE_BEFORE = /(?<![\p{L}])(?:in|at|near|inside|the|an?|The|In|At) $/u
/** What follows is another outlet's way to print a name once more. */
const BRACKETED = /\p{Ll} \(\p{Lu}\p{Ll}+\) $/u
const SENTENCE_BEFORE = /^$|[.!?:…\n“"‘([—–][”"’)\]]?\s?$|[”"]\s$/u

/** All runs of capitalised words that may name persons, in text order. Linear in the text. `spoken` holds the ends of mentions of speakers. */
export function nameRuns(text: string, spoken: ReadonlySet<number>): NameRun[] {
  const found: NameRun[] = []
  let heading = { end: -1, isHeading: false }
  for (const match of text.matchAll(RUN)) {
    if (match.index >= heading.end) heading = headingAt(text, match.index)
    for (const piece of withoutOwners(match[0])) {
      const start = match.index + piece.start
      const words = match[0].slice(piece.start, piece.end)
      const body = heading.isHeading ? null : nameIn(beforeBracket(text, start, words))
      const named = body ?? (heading.isHeading || words.includes(' ') ? nameInHeading(words) : null)
      if (named && !(text[start - 2] === ')' && BRACKETED.test(text.slice(Math.max(0, start - 24), start))))
        found.push(runOf(text, start, named, spoken, body === null))
    }
  }
  return found.map((run, index) => withSharedSurname(text, run, found[index + 1]))
}

/** "Martin and Susan Bright": he is a Bright, too. */
function withSharedSurname(text: string, run: NameRun, next: NameRun | undefined): NameRun {
  const { name } = run.named
  if (next?.named.kind !== 'full' || next.from !== next.start || !isGivenName(name)) return run
  if (run.named.kind !== 'single' || text.slice(run.end, next.start) !== ' and ') return run
  const surname = next.named.name.slice(next.named.name.lastIndexOf(' ') + 1)
  const named: Named = { ...run.named, kind: 'full', name: `${name} ${surname}`, gender: genderOfGivenName(name) }
  return { ...run, named, isPerson: true }
}

function runOf(text: string, from: number, named: Named, spoken: ReadonlySet<number>, isHeading: boolean): NameRun {
  const start = from + named.start
  const end = from + named.end
  const before = text.slice(Math.max(0, from - 16), from)
  const couldBePerson = named.kind !== 'single' || !named.isTitleOnly
  const titles = couldBePerson ? titlesAround(text, from, start, end, named) : []
  const role = clauseRole(text, { from, start, end })
  const speaks =
    spoken.has(end) ||
    (couldBePerson && role === 'speaker') ||
    SPEAKS_AFTER.test(text.slice(end, end + 16)) ||
    (before.endsWith(' ') && SPEAKS_BEFORE.test(before))
  return {
    named,
    start,
    end,
    from,
    titles,
    isPerson: named.gender !== null || titles.length > 0 || (speaks && !/\bthe $/iu.test(before)),
    role,
    acts: couldBePerson && (role === 'speaker' || role === 'subject'),
    opensSentence: SENTENCE_BEFORE.test(before.slice(-3)),
    isPlace: !(couldBePerson && role === 'attribute') && PLACE_BEFORE.test(text.slice(Math.max(0, start - 8), start)),
    isHeading,
    isApart: before.endsWith(', ') && text[end] === ',',
  }
}

/** "Ada Quill Adelaide (Ada) Mary Quill": some outlets print the full name behind the usual one. */
function beforeBracket(text: string, start: number, words: string): string {
  const end = start + words.length
  if (text[end + 1] !== '(') return words
  return /^ \(\p{Lu}\p{Ll}+\) \p{Lu}/u.test(text.slice(end, end + 24)) &&
    /\S \S+ \S/u.test(words) &&
    isGivenName(words.split(' ').at(-1) ?? '')
    ? words.slice(0, words.lastIndexOf(' '))
    : words
}

/** "CNN’s Don Lemon" names CNN, and then somebody else. */
function withoutOwners(run: string): Span[] {
  if (!run.includes('s ')) return [{ start: 0, end: run.length }]
  const pieces: Span[] = []
  let start = 0
  for (const owner of run.matchAll(OWNER)) {
    const end = owner.index + owner[0].length
    pieces.push({ start, end })
    start = end + 1
  }
  pieces.push({ start, end: run.length })
  return pieces
}

/** A line of which nearly all words begin with capitals, such as a title, says little of which of them are names. */
function headingAt(text: string, at: number): { end: number; isHeading: boolean } {
  const newline = text.indexOf('\n', at)
  const end = newline < 0 ? text.length : newline
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(start, end)
  if (line.length > 300 || /[.!?]["”]?\s*$/u.test(line.slice(-4))) return { end, isHeading: false }
  const words = line.match(/(?<![\p{L}’'])\p{L}[\p{L}’'-]{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return { end, isHeading: words.length > 4 && capitals.length >= 0.8 * words.length }
}

/** In a heading, a given name and the one word behind it. */
function nameInHeading(run: string): Named | null {
  const words = run.split(/[ \u00a0]/u)
  const given = words.findIndex((word, at) => at < words.length - 1 && isGivenName(word))
  if (given < 0) return words.length === 1 ? nameIn(run) : null
  const start = words.slice(0, given).join(' ').length + (given > 0 ? 1 : 0)
  const named = nameIn(words.slice(given, given + 2).join(' '))
  return named && { ...named, start: start + named.start, end: start + named.end }
}
