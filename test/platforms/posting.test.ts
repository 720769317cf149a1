import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { UnclearError } from '../../src/errors.js'
import { LEASE, type Time } from '../../src/platforms/once.js'
import type { Judgement } from '../../src/platforms/persist.js'
import { createPosting, postParts, type Way } from '../../src/platforms/posting.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

class Failing extends Error {
  constructor(
    readonly judgement: Judgement,
    text = 'It failed.',
  ) {
    super(text)
  }
}
const UNCLEAR: Judgement = { is: 'unclear' }
const OVER: Judgement = { is: 'over' }
const LATER: Judgement = { is: 'wait', milliseconds: 10 }

/** What an attempt does: it posts or not, and says what came of it or fails. */
interface Step {
  readonly posts: boolean
  readonly fails?: Judgement
}
const POSTS: Step = { posts: true }

/** A channel that takes posts as it is told, with what was tried and what stands there. */
function channelOf(steps: readonly Step[] = []) {
  const standing: string[] = []
  const tried: string[] = []
  const left = [...steps]
  const way = (key: string, more: Partial<Way> = {}): Way => ({
    judge: (error) => (error instanceof Failing ? error.judgement : OVER),
    async attempt() {
      tried.push('attempt')
      const { posts, fails } = left.shift() ?? POSTS
      if (posts) standing.push(key)
      if (fails) throw new Failing(fails)
      return `id of ${key}`
    },
    async find() {
      tried.push('find')
      return standing.includes(key) ? `id of ${key}` : null
    },
    ...more,
  })
  return { standing, tried, way }
}

/** A clock that goes on by what is waited for. */
function clockOf() {
  let now = 1_000_000
  const time: Time = {
    now: () => now,
    async wait(milliseconds, signal) {
      if (signal) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      else now += milliseconds
    },
  }
  return { time, pass: (milliseconds: number) => (now += milliseconds) }
}

let store: Store
beforeEach(async () => {
  store = await openStore('sqlite::memory:')
})
afterEach(() => store.close())

describe('a post', () => {
  test('is made once for its key, and known by its message ever after', async () => {
    const { time } = clockOf()
    const { way, tried } = channelOf()
    const one = createPosting(store.book, time)
    const another = createPosting(store.book, time)
    const ids = await Promise.all([one('news', way('news')), another('news', way('news')), one('news', way('news'))])
    expect(new Set([...ids, await another('news', way('news'))])).toEqual(new Set(['id of news']))
    expect(tried).toEqual(['attempt'])
  })

  test.each([
    ['came through though its answer was lost', { posts: true, fails: UNCLEAR }, ['attempt', 'find']],
    ['did not come through, nor was that told', { posts: false, fails: UNCLEAR }, ['attempt', 'find', 'attempt']],
    ['was refused for now', { posts: false, fails: LATER }, ['attempt', 'attempt']],
  ] as const)('that %s stands there once', async (_, step, expected) => {
    const { standing, tried, way } = channelOf([step])
    await createPosting(store.book, clockOf().time)('news', way('news'))
    expect(standing).toEqual(['news'])
    expect(tried).toEqual(expected)
  })

  test('is made anew at once where it was refused', async () => {
    const { tried, way } = channelOf([{ posts: false, fails: OVER }])
    const posting = createPosting(store.book, clockOf().time)
    await expect(posting('news', way('news'))).rejects.toThrow('It failed.')
    await posting('news', way('news'))
    expect(tried).toEqual(['attempt', 'attempt'])
  })

  test('of a process that died is looked for by the next, however much later', async () => {
    const { time, pass } = clockOf()
    await store.book.beginPost('news', time.now())
    await store.book.claim('post:news', 'a process that was killed', time.now(), time.now() + LEASE)
    const { standing, tried, way } = channelOf()
    standing.push('news')
    pass(24 * 3_600_000)
    expect(await createPosting(store.book, time)('news', way('news'))).toBe('id of news')
    expect(tried).toEqual(['find'])
  })

  test('is attempted again without a look while the platform gives back what stands there', async () => {
    const { time, pass } = clockOf()
    const posting = createPosting(store.book, time)
    const { tried, way } = channelOf(Array.from({ length: 5 }, () => ({ posts: true, fails: UNCLEAR })))
    const news = way('news', { isRepeatableFor: 60_000 })
    await expect(posting('news', news)).rejects.toThrow('It failed.')
    expect(tried).toEqual(Array(5).fill('attempt'))
    pass(60_000)
    expect(await posting('news', news)).toBe('id of news')
    expect(tried.at(-1)).toBe('find')
  })

  test('is not attempted before a look that failed was made again', async () => {
    const { tried, way } = channelOf([{ posts: true, fails: UNCLEAR }])
    const posting = createPosting(store.book, clockOf().time)
    const blind = async () => {
      tried.push('look')
      throw new UnclearError('Nobody can tell.')
    }
    for (const _ of [1, 2]) {
      await expect(posting('news', way('news', { find: blind }))).rejects.toThrow(UnclearError)
    }
    expect(await posting('news', way('news'))).toBe('id of news')
    expect(tried).toEqual(['attempt', 'look', 'look', 'find'])
  })

  test('is left to others by a process that slept so long that its claim ran out', async () => {
    const { time, pass } = clockOf()
    const { standing, way } = channelOf()
    const asleep = createPosting(store.book, time)('news', {
      ...way('news'),
      turn: async () => {
        pass(LEASE)
        await createPosting(store.book, time)('news', way('news'))
      },
    })
    await expect(asleep).rejects.toThrow('another process may be at it')
    expect(standing).toEqual(['news'])
    expect(await createPosting(store.book, time)('news', way('news'))).toBe('id of news')
  })

  test('that was made and could not be noted is found, and not made again', async () => {
    const { standing, way } = channelOf()
    vi.spyOn(store.book, 'keepPost').mockRejectedValueOnce(new Error('The disk is full.'))
    const { time } = clockOf()
    await expect(createPosting(store.book, time)('news', way('news'))).rejects.toThrow('The disk is full.')
    await createPosting(store.book, time)('news', way('news'))
    expect(standing).toEqual(['news'])
  })
})

test('parts are posted in order under keys of their own, and known by the first', async () => {
  const posted: string[] = []
  const id = await postParts(['one', 'two', 'three'], 'news', async (part, key) => {
    posted.push(`${key}: ${part}`)
    return part
  })
  expect(id).toBe('one')
  expect(posted).toEqual(['news: one', 'news (2): two', 'news (3): three'])
})
