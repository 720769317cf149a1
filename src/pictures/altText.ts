/** A card in words for those who do not see it: names, figures and verdicts, and no sentence of an article. */
import { cardPhrases as say } from '../cardPhrases.js'
import type { Card, CardCell, CardRow, Sign } from '../message.js'

/** Platforms take 1024 characters and more; what is longer is not listened to. */
const LONGEST = 600
/** Of a figure as printed; the message itself shows all. */
const MOST_WORDS = 4

const FIGURES: ReadonlySet<Sign> = new Set<Sign>(['conflict', 'compatible', 'same'])

/** The rows in their order, as many as there is room for. */
export function altText({ columns, rows, notes }: Card, topic: string): string {
  const counts = new Map<Sign, number>()
  for (const { sign } of rows) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const outlets = columns.map(({ outlet }) => outlet)
  const silent = columns.filter(({ isSilent }) => isSilent).map(({ outlet }) => outlet)
  const sentences = [
    ...rows.map((row) => rowInWords(row, outlets)),
    ...(silent.length > 0 ? [`${say.moreSilent(silent)}.`] : []),
    ...notes.map((note) => `${note}.`),
  ]
  let told = say.alt(outlets.length, topic, say.counted([...counts]))
  for (const sentence of sentences) if (told.length + sentence.length < LONGEST) told += ` ${sentence}`
  return told
}

function rowInWords({ label, sign, cells }: CardRow, outlets: readonly string[]): string {
  const telling = outlets.flatMap((outlet, index) => {
    const cell = cells[index]
    return cell === undefined || cell.kind === 'nothing' ? [] : [{ outlet, figures: figuresOf(cell) }]
  })
  if (sign === 'only') return `${label}.`
  if (!FIGURES.has(sign)) return say.row(label, say.told(telling.map(({ outlet }) => outlet)))
  return say.row(label, telling.map(({ outlet, figures }) => say.cell(outlet, figures).trim()).join('; '))
}

function figuresOf(cell: CardCell): string {
  if (cell.kind !== 'words') return ''
  return cell.words.map(({ excerpt }) => aroundNumber(excerpt.text.split(/\s+/u)).join(' ')).join(', ')
}

/** All of a short figure; of a long one the words that lead to its number. */
function aroundNumber(words: readonly string[]): readonly string[] {
  const number = words.findIndex((word) => /\p{N}/u.test(word))
  const end = number < 0 ? MOST_WORDS : number + 1
  return words.length > MOST_WORDS ? words.slice(Math.max(0, end - MOST_WORDS), end) : words
}
