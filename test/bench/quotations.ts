/** Measures extraction on labelled news: `npm run bench:quotations [train|dev] [errors]`. Needs the data in CRIER_SHARED. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { extractQuotations } from '../../src/quotations/extract.js'
import { LABELLED, labelledArticles } from '../labelled.js'

const Pronoun = z.object({
  doc_id: z.string(),
  pronoun: z.string(),
  start: z.number(),
  end: z.number(),
  gold_surname: z.string(),
})

const [, , set = 'dev', errorsWanted = '0'] = process.argv
const articles = labelledArticles(set)
if (!articles) process.exit(0)
const wordsIn = (text: string): number => text.match(/\w+(?:['’]\w+)?/gu)?.length ?? 0

const began = performance.now()
const found = new Map(articles.map((article) => [article.id, extractQuotations(article.text)]))
const seconds = (performance.now() - began) / 1000
const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

const count = { gold: 0, predicted: 0, found: 0, right: 0 }
const errors: string[] = []
for (const { id, text, quotations } of articles) {
  const predicted = (found.get(id) ?? []).filter(
    ({ start, end, speaker }) => speaker && wordsIn(text.slice(start, end)) >= 5,
  )
  count.predicted += predicted.length
  for (const gold of quotations) {
    if (gold.words < 5 || gold.sources.length === 0) continue
    count.gold++
    const match = predicted.find(({ start, end }) => Math.abs(start - gold.start) <= 2 && Math.abs(end - gold.end) <= 2)
    if (match) count.found++
    const { speaker } = match ?? {}
    if (speaker && gold.sources.some(([start, end]) => Math.min(end, speaker.end) > Math.max(start, speaker.start)))
      count.right++
    else
      errors.push(
        `${id}: wanted ${gold.speaker}, got ${speaker ? text.slice(speaker.start, speaker.end) : 'nobody'}: ${text.slice(gold.start, gold.end)}`,
      )
  }
}
const { gold, predicted, right } = count
console.log(
  `${set}: joint P ${(right / predicted).toFixed(3)} R ${(right / gold).toFixed(3)} F1 ${((2 * right) / (predicted + gold)).toFixed(3)}`,
)
console.log(
  `${set}: speaker accuracy ${(right / count.found).toFixed(3)} of ${count.found} found; ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`,
)

if (set === 'dev') {
  const pronouns = z.array(Pronoun).parse(JSON.parse(readFileSync(`${LABELLED}/dev.pronouns.json`, 'utf8')))
  const verdicts = { right: 0, wrong: 0, none: 0 }
  for (const { doc_id: id, start, end, pronoun, gold_surname: surname } of pronouns) {
    const speaker = found
      .get(id)
      ?.find(
        (quotation) => quotation.speaker && quotation.speaker.start < end && start < quotation.speaker.end,
      )?.speaker
    const verdict = speaker ? (speaker.name.includes(surname) ? 'right' : 'wrong') : 'none'
    verdicts[verdict]++
    if (verdict !== 'right')
      errors.unshift(`${id}: “${pronoun}” at ${start} is ${surname}, got ${speaker?.name ?? 'nobody'}`)
  }
  console.log(
    `pronouns: ${verdicts.right} right, ${verdicts.wrong} wrong, ${verdicts.none} left open, of ${pronouns.length}`,
  )
}
for (const error of errors.slice(0, Number(errorsWanted))) console.log(error)
