/**
 * Measures /verify on cases made by a script from real quotations: `npm run bench:verify [SEED] [COUNT] [ERRORS]`. Needs the data in
 * CRIER_SHARED. Where DATABASE_URL is set, the articles stay in that store for the next run.
 */
import { commands } from '../../commands/index.js'
import { createBot } from '../../src/bot.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'
import { clusterArticles } from '../statementPairs.js'
import { verifyCases } from '../verifyCases.js'
import { runAll, sourcesOf } from '../verifyRuns.js'

const [, , seed = '1', count = '300', errorsWanted = '0'] = process.argv
const articles = clusterArticles()
if (!articles) process.exit(0)

const store = await openStore(process.env['DATABASE_URL'] ?? 'sqlite::memory:')
if (await store.isEmpty())
  for (const { id: key, outlet, title, url, published, text } of articles) {
    const draft = { key, outlet, title, url, published, text, author: null }
    await store.save(draft, extractQuotations(text, { title, outlet }), 'files')
  }
const bot = createBot({ commands, store, clock: () => new Date('2020-12-31T09:00:00Z'), log: console })
const sources = await sourcesOf(store.archive('bench'), articles.length)
const runs = await runAll(bot, verifyCases(sources, Number(seed), Number(count)))
for (const kind of new Set(runs.map((run) => run.kind))) {
  const own = runs.filter((run) => run.kind === kind)
  console.log(`${kind}: ${own.filter(({ isRight }) => isRight).length} of ${own.length}`)
}
const right = runs.filter(({ isRight }) => isRight).length
console.log(
  `seed ${seed}: ${runs.length} cases, verdict right ${(right / runs.length).toFixed(3)}; invented and called real: ${runs.filter(({ isFalse }) => isFalse).length}`,
)
for (const { kind, line, verdict, got } of runs.filter(({ isRight }) => !isRight).slice(0, Number(errorsWanted)))
  console.log(`${kind}: wanted ${verdict}, got ${got}\n  ${line}`)
await store.close()
