/**
 * How the ranker does on articles that it has not seen: `npm run train:check`. It learns from three quarters of the labelled articles and is judged on
 * the fourth, four times; so rules and features can be chosen without a look at the set that is kept for the end. Prints the share of quotations whose
 * speaker's words it points at, by how sure it is.
 */
import { attributeBy } from '../../src/quotations/attribute.js'
import { likeliest, type Weights } from '../../src/quotations/ranker.js'
import { type LabelledArticle, labelledArticles } from '../labelled.js'
import { examplesOf, isSource, labelOf } from './examples.js'
import { train } from './maximumEntropy.js'

const FOLDS = 4
const THRESHOLDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

interface Guess {
  readonly probability: number
  readonly isRight: boolean
}

const articles = labelledArticles('train')
if (articles) {
  const examples = articles.map(examplesOf)
  const guesses = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = train(examples.flatMap((some, index) => (index % FOLDS === fold ? [] : some)))
    return articles
      .filter((_article, index) => index % FOLDS === fold)
      .flatMap((article) => guessesOf(article, weights))
  }).flat()
  const wanted = articles.reduce((sum, { quotations }) => sum + quotations.filter(counts).length, 0)
  for (const threshold of THRESHOLDS) {
    const made = guesses.filter(({ probability }) => probability >= threshold)
    const right = made.filter(({ isRight }) => isRight).length
    const [precision, recall] = [right / made.length, right / wanted]
    const f1 = (2 * precision * recall) / (precision + recall)
    console.log(`sure of ${threshold}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`)
  }
}

function counts({ words, sources }: LabelledArticle['quotations'][number]): boolean {
  return words >= 5 && sources.length > 0
}

function guessesOf(article: LabelledArticle, weights: Weights): Guess[] {
  const guesses: Guess[] = []
  attributeBy(article.text, (quoted, candidates, nobody) => {
    const best = likeliest(candidates, nobody, weights)
    if (!best) return null
    const label = labelOf(article, quoted)
    const words = article.text.slice(quoted.start, quoted.end).match(/\w+(?:['’]\w+)?/gu)?.length ?? 0
    const isRight = label !== undefined && counts(label) && isSource(label, best.candidate.mention)
    if (words >= 5) guesses.push({ probability: best.probability, isRight })
    return best.probability < 0.5 ? null : { ...best.candidate, confidence: best.probability }
  })
  return guesses
}
