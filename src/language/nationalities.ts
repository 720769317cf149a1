import type { Counted } from './counted.js'
import { CALLED } from './names.data.js'
import type { Token } from './numbers.js'
import { stem } from './words.js'

const CITIZENS = /^(?:citizens?|nationals?)$/u
/** Behind "63 were Canadian" no noun follows: "one is Canadian property" counts nobody. */
const ENDS = /^(?:\P{L}|(?:and|or|but|while|including|of|on|aboard|among|citizens?|nationals?)$)/u

/** Who is counted by nationality behind a number, as one noun: "63 Canadian citizens", "63 were Canadian" are 63 Canadians; or null. */
export function nationalityAt(all: readonly Token[], at: number): Counted | null {
  const isTold = /^(?:is|are|was|were)$/u.test(all[at]?.lower ?? '')
  const from = isTold ? at + 1 : at
  for (const words of [2, 1]) {
    const name = all.slice(from, from + words)
    const next = from + words
    const people = name.every(({ text }) => /^\p{Lu}/u.test(text)) ? peopleOf(name) : null
    if (!people) continue
    const behind = all[next]?.lower ?? '.'
    const isCitizens = CITIZENS.test(behind)
    if (isTold ? !ENDS.test(behind) : !isCitizens) return null
    return { word: people, noun: stem(people), next: isCitizens ? next + 1 : next, isBesides: false, kinds: [] }
  }
  return null
}

/** "Canadians" of "Canadian", "Britons" of "British"; the last word of a name of two, as where these are counted. */
function peopleOf(name: readonly Token[]): string | null {
  const called = CALLED.get(name.map(({ lower }) => lower).join(' '))
  const plural = called?.slice(1).findLast((one) => /^\p{Ll}.*s$/u.test(one))
  return plural?.split(' ').at(-1) ?? null
}
