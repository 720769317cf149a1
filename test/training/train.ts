/** Learns the weights by which speakers are ranked: `npm run train`. Needs the labelled articles in CRIER_SHARED; the same articles give the same bytes. */
import { writeFileSync } from 'node:fs'
import { labelledArticles } from '../labelled.js'
import { examplesOf } from './examples.js'
import { train } from './maximumEntropy.js'

const FILE = 'src/quotations/ranker.data.json'
const SMALLEST = 0.005

const articles = labelledArticles('train')
if (articles) {
  const examples = articles.flatMap(examplesOf)
  const rounded = [...train(examples)].map(([feature, weight]) => [feature, Number(weight.toFixed(3))] as const)
  const telling = rounded.filter(([, weight]) => Math.abs(weight) >= SMALLEST)
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(telling), null, 2)}\n`)
  console.log(`${examples.length} quotations, ${telling.length} features that tell something: ${FILE}`)
}
