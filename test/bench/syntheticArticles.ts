/** `tsx test/bench/syntheticArticles.ts COUNT > FILE.jsonl`: made-up articles of about 4 KB with two quotations each, the same at each run. */
import { randomFrom } from './random.js'

const SYLLABLES =
  'ba be bi bo da de do fa fe ga go ka ki ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve wa'.split(
    ' ',
  )
const FIRST =
  'Ada Bram Cora Dell Edda Finn Gail Hugo Ines Joss Kira Lars Mara Nils Orla Piet Rosa Sven Tess Ulla'.split(' ')

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export function syntheticArticle(index: number): object {
  const random = randomFrom(index)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  // Squared, so that some words are common and most are rare, as in a language.
  const word = (): string => {
    const rank = Math.floor(random() ** 2 * 20_000)
    return [rank % 37, Math.floor(rank / 37) % 37, Math.floor(rank / 1369)].map((at) => SYLLABLES[at] ?? '').join('')
  }
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  const sentence = (): string => `The ${words(8 + below(14))}.`
  const name = (): string => `${pick(FIRST)} ${capital(`${word()}son`)}`
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ')
  const quoted = (): string => `“We ${words(6 + below(20))},” said ${name()}.`
  const title = `The ${words(6)}`
  const text = [
    title,
    paragraph(),
    quoted(),
    paragraph(),
    paragraph(),
    quoted(),
    paragraph(),
    paragraph(),
    paragraph(),
  ].join('\n\n')
  const published = new Date(Date.UTC(2020, 0, 1) + index * 600_000).toISOString()
  return { id: `synthetic-${index}`, outlet: `Outlet ${below(200)}`, title, published, text }
}

if (process.argv[2]) {
  for (let index = 0; index < Number(process.argv[2]); index += 1) console.log(JSON.stringify(syntheticArticle(index)))
}
