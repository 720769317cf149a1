import { randomBytes, randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Postman } from '../platform.js'
import type { Store } from '../store/store.js'
import { editionMaker } from './build.js'
import type { Build, Log } from './deliver.js'
import { createRunner, type Runner, type RunnerParts } from './runner.js'

/** What somebody was told, and what became of editions, is remembered so long: a little over a year. Milliseconds. */
const REMEMBERED = 400 * 24 * 3_600_000
/** Rows that are forgotten at once. */
const BATCH = 1000

interface Parts extends Pick<RunnerParts, 'platforms' | 'now' | 'trueNow' | 'wait' | 'onPlan' | 'onOutcome'> {
  readonly store: Pick<Store, 'archive' | 'digests'>
  readonly postman: Pick<Postman, 'send' | 'tell'>
  readonly log: Log
}

const newId = (): string => randomBytes(3).toString('hex')

/** A runner on a store, which makes editions of what a desk sees. */
export function createSender({ store, ...parts }: Parts): Runner {
  const make = editionMaker()
  const build: Build = async (digest, due, now) => {
    const shelf = { archive: store.archive(digest.desk), told: await store.digests.told(digest.id) }
    const edition = await make(digest, due, now, shelf)
    // What was found is in the words, too; it need not be kept and carried twice.
    const { data: _, ...summary } = edition.summary
    return { ...edition, summary }
  }
  return createRunner({ ...parts, book: store.digests, build, holder: randomUUID(), newId })
}

/** Forgets what is too old to matter, a few rows at a time. */
export async function forgetEditions({ digests }: Pick<Store, 'digests'>, now: number): Promise<void> {
  while ((await digests.forget(now - REMEMBERED, BATCH)) > 0) await breathe()
}
