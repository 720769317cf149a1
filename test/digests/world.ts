import type { Build, Outcome } from '../../src/digests/deliver.js'
import type { Digest, Order } from '../../src/digests/digest.js'
import { createRunner, type RunnerParts } from '../../src/digests/runner.js'
import { nextSlot } from '../../src/digests/schedule/slots.js'
import type { Message } from '../../src/message.js'
import type { Post, Postman } from '../../src/platform.js'
import { openStore } from '../../src/store/sqlite.js'
import { DAILY, editionOf } from './samples.js'

const HOUR = 3_600_000

/** A platform that posts once a key, as real ones do through `Postman`, and fails as it is told to. */
export function platform() {
  const posts: (Post & { readonly id: string })[] = []
  const told: { readonly user: string; readonly message: Message; readonly key: string }[] = []
  const asked: string[] = []
  /** What becomes of the next posts: an error before it is posted, or after. */
  const faults: { error: Error; isPosted: boolean }[] = []
  const postman: Pick<Postman, 'send' | 'tell'> = {
    async send(post) {
      asked.push(post.message.title)
      const fault = faults.shift()
      if (fault && !fault.isPosted) throw fault.error
      const known = posts.find(({ key }) => key === post.key)
      if (!known) posts.push({ ...post, id: `M${posts.length + 1}` })
      if (fault) throw fault.error
      return known?.id ?? `M${posts.length}`
    },
    async tell(_desk, user, message, key) {
      if (!told.some((one) => one.key === key)) told.push({ user, message, key })
    },
  }
  return {
    posts,
    told,
    postman,
    /** The titles of all that it was asked to post, also where it stood there already. */
    asked,
    titles: () => posts.map(({ message }) => message.title),
    fail: (error: Error, isPosted = false) => void faults.push({ error, isPosted }),
  }
}

/** The clock that claims go by is another than the one that digests fall due by, which may be fixed. Milliseconds. */
const AHEAD = 7 * 365 * 86_400_000

/** A store in memory, a platform, and a clock that stands until it is set. */
export async function world(start: string) {
  const store = await openStore('sqlite::memory:')
  const slack = platform()
  const logged: object[] = []
  let now = Date.parse(start)
  let passed = 0
  const built: { readonly due: number; readonly toldUntil: number | null }[] = []
  let stories: readonly string[] = ['Ferry', 'Strike']
  let build: Build = async (digest, due, until) => {
    built.push({ due, toldUntil: digest.toldUntil })
    return editionOf(stories, until)
  }
  let ids = 0
  const runner = (holder = 'one', onOutcome?: RunnerParts['onOutcome']) =>
    createRunner({
      book: store.digests,
      platforms: ['slack'],
      build: (digest, due, until) => build(digest, due, until),
      postman: slack.postman,
      holder,
      now: () => now,
      trueNow: () => now + AHEAD + passed,
      newId: () => `id${(ids += 1)}`,
      log: { error: (details) => void logged.push(details), warn: (details) => void logged.push(details) },
      wait: (_milliseconds, signal) =>
        new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
      ...(onOutcome ? { onOutcome } : {}),
    })
  const outcomes: Outcome[] = []
  const first = runner('one', (_work, outcome) => void outcomes.push(outcome))

  return {
    store,
    digests: store.digests,
    ...slack,
    logged,
    built,
    outcomes,
    runner: (holder: string) => runner(holder, (_work, outcome) => void outcomes.push(outcome)),
    unwatched: () => runner('unwatched'),
    now: () => now,
    set: (time: string) => {
      now = Date.parse(time)
    },
    /** Lets time pass by the clock of claims alone. */
    passTruly: (milliseconds: number) => {
      passed += milliseconds
    },
    pass: (hours: number) => {
      now += hours * HOUR
    },
    tells: (...titles: readonly string[]) => {
      stories = titles
    },
    builds: (other: Build) => {
      build = other
    },
    create: (order: Partial<Order> = {}): Promise<Digest> => {
      const whole = { ...DAILY, ...order }
      return store.digests.create(whole, { by: 'U1', at: now, next: nextSlot(whole, now) })
    },
    async run(by = first): Promise<void> {
      await by.tick()
      await by.idle()
    },
    /** The ledger of a digest, oldest first: time, state and why. */
    async ledger(id: string): Promise<string[]> {
      const slots = await store.digests.history(id, 999)
      return slots
        .toReversed()
        .map(({ due, isByHand, state, why }) =>
          [new Date(due).toISOString().slice(5, 16), isByHand ? 'by hand' : '', state, why ?? '']
            .filter(Boolean)
            .join(' '),
        )
    },
    digest: async (id: string): Promise<Digest> => {
      const found = await store.digests.find('slack:T1', id)
      if (!found) throw new Error(`There is no digest ${id}.`)
      return found
    },
  }
}

export type World = Awaited<ReturnType<typeof world>>
