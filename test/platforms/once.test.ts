import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOnce, LEASE } from '../../src/platforms/once.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

/** A clock that stands still until somebody waits for it: then it goes on by what is waited for. */
function clockOf() {
  let now = 1_000_000
  const wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    // Whoever renews waits beside the work; its time comes when the work lets others run.
    await new Promise((resolve) => setImmediate(resolve))
    if (!signal?.aborted) now += milliseconds
  }
  return { now: () => now, wait, pass: (milliseconds: number) => (now += milliseconds) }
}

let store: Store
let done: string[]
beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  done = []
})
afterEach(() => store.close())

const work = (name: string) => async () => {
  done.push(name)
}

describe('work for one key', () => {
  test('is done once, however often it is delivered', async () => {
    const once = createOnce(store.book, clockOf())
    expect(await once('event', work('first'))).toBe(true)
    expect(await once('event', work('again'))).toBe(false)
    expect(await once('another', work('another'))).toBe(true)
    expect(done).toEqual(['first', 'another'])
  })

  test('is done once though it is delivered to two processes at the same time', async () => {
    const clock = clockOf()
    const [one, two] = [createOnce(store.book, clock), createOnce(store.book, clock)]
    const slow = (name: string) => async () => {
      for (let step = 0; step < 20; step += 1) await new Promise((resolve) => setImmediate(resolve))
      done.push(name)
    }
    const did = await Promise.all([one('event', slow('one')), two('event', slow('two')), one('event', slow('three'))])
    expect(did.filter(Boolean)).toHaveLength(1)
    expect(done).toHaveLength(1)
  })

  test('whose holder died is done by the next when its claim runs out', async () => {
    const clock = clockOf()
    await store.book.claim('event', 'a process that was killed', clock.now(), clock.now() + LEASE)
    const began = clock.now()
    expect(await createOnce(store.book, clock)('event', work('after'))).toBe(true)
    expect(clock.now() - began).toBeGreaterThanOrEqual(LEASE)
  })

  test('that takes long keeps its claim', async () => {
    const clock = clockOf()
    const once = createOnce(store.book, clock)
    let others: string | undefined
    await once('event', async () => {
      const end = clock.now() + 5 * LEASE
      while (clock.now() < end) await new Promise((resolve) => setImmediate(resolve))
      others = await store.book.claim('event', 'another', clock.now(), clock.now() + LEASE)
    })
    expect(others).toBe('held')
  })

  test('that fails is told, and free to be tried again', async () => {
    const once = createOnce(store.book, clockOf())
    const failing = once('event', async () => {
      throw new Error('The network went away.')
    })
    await expect(failing).rejects.toThrow('The network went away.')
    expect(await once('event', work('again'))).toBe(true)
  })

  test('goes on though its claim cannot be renewed, and tells what failed though it cannot be given up', async () => {
    const clock = clockOf()
    const seen = { asked: 0 }
    const broken = async () => {
      throw new Error('The store went away.')
    }
    const claim = async () => {
      seen.asked += 1
      return seen.asked === 1 ? ('mine' as const) : broken()
    }
    const once = createOnce({ claim, finish: async () => {}, release: broken }, clock)
    const failing = once('event', async () => {
      while (seen.asked < 3) await new Promise((resolve) => setImmediate(resolve))
      throw new Error('The network went away.')
    })
    await expect(failing).rejects.toThrow('The network went away.')
  })

  test('is not claimed by a late renewal after it was given up', async () => {
    let letRenew = () => {}
    const claims: string[] = []
    const book = {
      claim: async () => {
        claims.push('claim')
        // The renewal takes long: it is under way when the work fails.
        if (claims.length > 1) await new Promise<void>((resolve) => (letRenew = resolve))
        claims.push('claimed')
        return 'mine' as const
      },
      finish: async () => {},
      release: async () => {
        claims.push('release')
      },
    }
    const failing = createOnce(book, clockOf())('event', async () => {
      while (claims.length < 3) await new Promise((resolve) => setImmediate(resolve))
      setImmediate(() => letRenew())
      throw new Error('The network went away.')
    })
    await expect(failing).rejects.toThrow('The network went away.')
    expect(claims).toEqual(['claim', 'claimed', 'claim', 'claimed', 'release'])
  })
})
