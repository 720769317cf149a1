/** Measures which quotations are taken for one statement, on labelled pairs: `npm run bench:statements [ERRORS]`. Needs the data in CRIER_SHARED. */
import { clusterArticles, type Judged, judge, scoreOf, statementPairs } from '../statementPairs.js'

const [, , errorsWanted = '0'] = process.argv
const articles = clusterArticles()
if (!articles) process.exit(0)

const [drawn, apart] = [statementPairs('drawn'), statementPairs('apart')]
const judged = await judge(articles, [...drawn, ...apart])
const [ofDrawn, ofApart] = [judged.slice(0, drawn.length), judged.slice(drawn.length)]
for (const [name, rows] of [
  ['drawn', ofDrawn],
  ['apart', ofApart],
  ['all', judged],
] as const) {
  tell(name, rows)
  for (const half of ['seen', 'scored'] as const)
    tell(
      `${name}, ${half} half`,
      rows.filter(({ pair }) => pair.half === half),
    )
}
const errors = judged.filter(
  ({ pair, verdict, isTied, isJoined }) =>
    pair.half === 'seen' &&
    (pair.verdict !== (isTied ? verdict : null) || (pair.verdict !== null) !== (isJoined ?? false)),
)
for (const one of errors.slice(0, Number(errorsWanted))) console.log(described(one))

function tell(name: string, rows: readonly Judged[]): void {
  const { pairs, missing, alone, inStore, ofFound, verdict } = scoreOf(rows)
  const joined = `joined rightly ${alone.toFixed(3)}, in the store ${inStore.toFixed(3)} (${ofFound.toFixed(3)} of those found)`
  console.log(`${name}: ${pairs} pairs, ${missing} not both quotations; ${joined}; verdict right ${verdict.toFixed(3)}`)
}

function described({ pair, texts, verdict, isTied, isJoined }: Judged): string {
  const joined = isJoined === null ? 'not both quotations' : isJoined ? 'joined' : 'apart'
  const tied = isTied ? 'tied' : 'not tied'
  return `${JSON.stringify([pair.a, pair.b])} wanted ${pair.verdict}, got ${verdict}, ${tied}, in the store ${joined}
  ${texts.join('\n  ')}`
}
