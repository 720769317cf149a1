import { fold, isStopWord, words } from '../src/language/words.js'

/** A quotation to make cases from, without its marks. */
export interface SaidWords {
  readonly words: string
  readonly speaker: string | null
}

/** A line that a person could type or paste behind /verify, and the verdict that is right. */
export interface VerifyCase {
  readonly kind: string
  readonly line: string
  readonly verdict: string
  /** A “not” was lost or added: the message must say so first. */
  readonly isTurned?: boolean
}

export interface CaseSources {
  /** All quotations of the archive: what is a slice of one of them is real. */
  readonly all: readonly SaidWords[]
  /** Sentences of articles outside of quotation marks. */
  readonly unquoted: readonly string[]
}

type Below = (limit: number) => number
type Made = Omit<VerifyCase, 'kind'> | null
interface Tools {
  readonly below: Below
  readonly pick: <Item>(list: readonly Item[]) => Item | undefined
  readonly from: CaseSources
  /** `exact` or `trimmed` where the words stand in a quotation as they are, else null. */
  readonly known: (text: string) => string | null
}

const PARTNERS: readonly (readonly [RegExp, string])[] = [
  [/\b(col|fav|hon|lab|neighb|behavi|harb)or/iu, '$1our'],
  [/\b(col|fav|hon|lab|neighb|behavi|harb)our/iu, '$1or'],
  [/\bdefense\b/iu, 'defence'],
  [/\bcenter\b/iu, 'centre'],
  [/(\p{L}{3})ize\b/iu, '$1ise'],
  [/(\p{L}{3})izing\b/iu, '$1ising'],
  [/(\p{L}{3})ization\b/iu, '$1isation'],
  [/\bpercent\b/iu, 'per cent'],
  [/(\d),(\d{3})\b/u, '$1$2'],
  [/(\p{L}{3})-(\p{L}{3})/u, '$1 $2'],
  [/\btwo\b/u, '2'],
  [/\bthree\b/u, '3'],
  [/\bfour\b/u, '4'],
  [/\bfive\b/u, '5'],
  [/\bten\b/u, '10'],
  [/\btwenty\b/u, '20'],
]
const LOST = [' not ', ' never ', " don't ", ' don’t ', " didn't ", ' didn’t ', ' no ']
const ADDED: readonly (readonly [RegExp, string])[] = [
  [/ (is|are|was|were|will|would|should|could|must|can|has|have) (?!not|no|never)/u, ' $1 not '],
]
const ADVERBS = ['apparently', 'reluctantly', 'secretly', 'formally', 'twice', 'gladly']
/** Made up; nobody is known to have said any of them. */
const PLAUSIBLE = [
  'We looked at every option on the table and chose the one that hurts the fewest families',
  'I will not apologise for doing the job that the voters of this state hired me to do',
  'Our investigation is moving as fast as the evidence allows and not a minute faster',
  'The president called me this morning and we had a frank conversation about the budget',
  'There is no plan, there was never a plan, and the people behind me know it',
  'I have spoken to the families and I promised them the answers that they deserve',
  'This bill is a gift to the banks and a slap in the face of every teacher in America',
  'We are ready to talk with anybody at any time as long as the shelling stops first',
  'Nobody in my office knew about those payments until the newspaper rang us up',
  'The court was wrong in March and it is even more wrong today',
  'If the governor wants a fight over water rights then he will get one in November',
  'Our troops deserve better boots, better pay and a Congress that can read a map',
  'I was standing at the window when the second blast threw me across the kitchen',
  'Women in this country have waited long enough for a senate that listens',
  'The tariffs will stay until the factories come home, it is as simple as that',
]

/** Kinds of cases: each makes one of a quotation, or none where it does not lend itself. */
const KINDS: Readonly<Record<string, (said: SaidWords, tools: Tools) => Made>> = {
  'exact, curly marks': ({ words: said }) => ({ line: `“${said}”`, verdict: 'exact' }),
  'exact, straight marks': ({ words: said }) => ({ line: `"${straight(said)}"`, verdict: 'exact' }),
  'exact, no marks': ({ words: said }) => ({ line: said, verdict: 'exact' }),
  'exact, with its speaker': ({ words: said, speaker }) =>
    speaker ? { line: `"${said}" ${speaker}`, verdict: 'exact' } : null,
  'exact, as printed': ({ words: said, speaker }) =>
    speaker ? { line: `“${said.replace(/[.,]$/u, '')},” ${lastName(speaker)} said.`, verdict: 'exact' } : null,
  spelling: ({ words: said }, { known }) => {
    const partner = PARTNERS.find(([pattern]) => pattern.test(said))
    const line = partner && said.replace(partner[0], partner[1])
    return line && known(line) === null ? { line: `"${line}"`, verdict: 'spelling' } : null
  },
  'trimmed at the end': (said, tools) => slice(said, tools, 0, 4 + tools.below(4)),
  'trimmed at the beginning': (said, tools) => slice(said, tools, 2 + tools.below(4), 0),
  'trimmed at both ends': (said, tools) => slice(said, tools, 2 + tools.below(2), 2 + tools.below(3)),
  'trimmed and spelled otherwise': ({ words: said }, { known }) => {
    const partner = PARTNERS.find(([pattern]) => pattern.test(said.split(' ').slice(2, -2).join(' ')))
    const line = partner && said.split(' ').slice(2, -2).join(' ').replace(partner[0], partner[1])
    return line && telling(line).length >= 4 && known(line) === null ? { line: `"${line}"`, verdict: 'trimmed' } : null
  },
  'an ellipsis': ({ words: said }, { below }) => {
    const parts = said.split(' ')
    if (parts.length < 14) return null
    const at = 4 + below(parts.length - 12)
    const line = [...parts.slice(0, at), '…', ...parts.slice(at + 2 + below(3))].join(' ')
    return { line: `“${line}”`, verdict: 'trimmed' }
  },
  'a word in brackets': ({ words: said }, { below }) => {
    const parts = said.split(' ')
    const at = 2 + below(parts.length - 3)
    return { line: `“${[...parts.slice(0, at), '[sic]', ...parts.slice(at)].join(' ')}”`, verdict: 'trimmed' }
  },
  'a pronoun in brackets': ({ words: said }) => {
    const line = said.replace(/ (he|she|they|it) /u, ' [the mayor] ')
    return line === said ? null : { line: `“${line}”`, verdict: 'trimmed' }
  },
  'a word changed': (said, tools) => {
    const other = tools.pick(telling(tools.pick(tools.from.all)?.words ?? ''))
    return edited(said, tools, (word) => (!isStopWord(word) && other && fold(other) !== fold(word) ? [other] : null))
  },
  'a word added': (said, tools) => edited(said, tools, (word) => [word, tools.pick(ADVERBS) ?? 'twice']),
  'a word dropped': (said, tools) =>
    edited(said, tools, (word) => (/n['’]t$|^(?:no|not|never)$/iu.test(word) ? null : [])),
  'a negation lost': ({ words: said }, { known }) => {
    const lost = LOST.find((one) => said.includes(one))
    const line = lost && said.replace(lost, / (don|didn)/u.test(lost) ? ' ' : ' ')
    return line && known(line) === null ? { line: `"${line}"`, verdict: 'altered', isTurned: true } : null
  },
  'a negation added': ({ words: said }, { known }) => {
    const line = ADDED.reduce((text, [pattern, instead]) => text.replace(pattern, instead), said)
    return line !== said && known(line) === null ? { line: `"${line}"`, verdict: 'altered', isTurned: true } : null
  },
  'spliced from two': ({ words: said }, { pick, from, known }) => {
    const other = pick(from.all)?.words ?? ''
    if (other.split(' ').length < 7 || other === said) return null
    const line = `${said.replace(/[,.]*$/u, '.')} ${other}`
    return known(line) === null ? { line: `"${line}"`, verdict: 'altered' } : null
  },
  'spliced in the middle': ({ words: said }, { pick, from, known }) => {
    const other = (pick(from.all)?.words ?? '').split(' ')
    const parts = said.split(' ')
    if (other.length < 14 || parts.length < 14) return null
    const line = [...parts.slice(0, 8), ...other.slice(-8)].join(' ')
    return known(line) === null ? { line: `"${line}"`, verdict: 'altered' } : null
  },
  'a wrong speaker': ({ words: said, speaker }, { pick, from }) => {
    const other = pick(from.all)?.speaker
    if (!speaker || !other || !/ /u.test(other) || lastName(other) === lastName(speaker)) return null
    if (from.all.some((one) => one.words.includes(said) && one.speaker !== speaker)) return null
    return { line: `"${said}" ${other}`, verdict: 'other-speaker' }
  },
  'invented, plausible': (_, { pick }) => ({ line: `"${pick(PLAUSIBLE)}"`, verdict: 'not-found' }),
  'invented, of the same words': ({ words: said }, { pick, from, below, known }) => {
    const pool = [said, pick(from.all)?.words ?? '', pick(from.all)?.words ?? ''].flatMap(telling)
    const small = ['the', 'of', 'and', 'a', 'we', 'to', 'that', 'is']
    const line = Array.from({ length: 12 }, (__, at) => (at % 2 ? pick(small) : pool[below(pool.length)])).join(' ')
    return known(line) === null ? { line: `"${line}"`, verdict: 'not-found' } : null
  },
  'invented, an outlet’s own sentence': (_, { pick, from, known }) => {
    const line = pick(from.unquoted)
    return line && known(line) === null ? { line: `"${line}"`, verdict: 'not-found' } : null
  },
  'several at once': ({ words: said }, { pick, from }) => {
    const other = pick(from.all)?.words ?? ''
    if (other.split(' ').length < 7 || other === said) return null
    return { line: `“${said}” “${pick(PLAUSIBLE)}” “${other}”`, verdict: 'exact, not-found, exact' }
  },
  'several with speakers': ({ words: said, speaker }, { pick, from }) => {
    const other = pick(from.all)
    if (!speaker || !other?.speaker || other.words.split(' ').length < 7 || other.words === said) return null
    const line = [said, other.words].map((one) => `“${one.replace(/[.,]$/u, '')},”`)
    return { line: `${line[0]} ${speaker} said. ${line[1]} ${other.speaker} said.`, verdict: 'exact, exact' }
  },
}

/** Cases of every kind in turn, `count` of them, the same for the same sources and seed. */
export function verifyCases(from: CaseSources, seed: number, count: number): VerifyCase[] {
  const random = randomFrom(seed)
  const below: Below = (limit) => Math.floor(random() * limit)
  const usable = from.all.filter(({ words: said }) => isUsable(said))
  const joined = ` | ${from.all.map((one) => plain(one.words)).join(' | ')} | `
  const tools: Tools = {
    below,
    pick: (list) => list[below(list.length)],
    from: { all: usable, unquoted: from.unquoted },
    known: (text) =>
      joined.includes(` | ${plain(text)} | `) ? 'exact' : joined.includes(` ${plain(text)} `) ? 'trimmed' : null,
  }
  const cases: VerifyCase[] = []
  const kinds = Object.entries(KINDS)
  for (let at = 0; cases.length < count && at < 50 * count; at++) {
    const [kind, make] = kinds[cases.length % kinds.length] ?? []
    const said = tools.pick(usable)
    const made = said && make?.(said, tools)
    if (kind && made) cases.push({ kind, ...made, line: `/verify ${made.line}` })
  }
  return cases
}

/** Long enough to be told from others, and without marks of its own. */
function isUsable(said: string): boolean {
  const count = said.split(' ').length
  return count >= 8 && count <= 60 && telling(said).length >= 4 && !/["“”„«»[\]…()‘]|\.\.|(?:^|\s)['’]|[:=]/u.test(said)
}

function slice({ words: said }: SaidWords, { known }: Tools, left: number, right: number): Made {
  const parts = said.split(' ')
  const line = parts.slice(left, parts.length - right).join(' ')
  const verdict = known(line)
  return telling(line).length >= 3 && line.split(' ').length >= 5 && verdict ? { line: `"${line}"`, verdict } : null
}

/** Puts other words in the place of one that stands inside. */
function edited({ words: said }: SaidWords, tools: Tools, edit: (word: string) => string[] | null): Made {
  const parts = said.split(' ')
  const at = 2 + tools.below(parts.length - 4)
  const word = parts[at] ?? ''
  const bare = word.replace(/[^\p{L}\p{N}'’-]/gu, '')
  const instead = bare ? edit(bare) : null
  if (!instead) return null
  const line = parts.toSpliced(at, 1, ...instead).join(' ')
  return tools.known(line) === null ? { line: `"${line}"`, verdict: 'altered' } : null
}

function telling(text: string): string[] {
  return words(text).flatMap((word) => (isStopWord(fold(word.text)) ? [] : word.text))
}

function plain(text: string): string {
  return fold(text)
    .replace(/['’]/gu, '')
    .replace(/%|\bper cent\b/gu, ' percent')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function straight(text: string): string {
  return text.replace(/’/gu, "'").replace(/[–—]/gu, '-')
}

function lastName(name: string): string {
  return name.split(' ').at(-1) ?? name
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
