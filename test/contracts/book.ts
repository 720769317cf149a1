import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Book, KeptButton } from '../../src/book.js'

/** What every book must do, whatever it is built on. `open` gives a new and empty one. */
export function bookContract(open: () => Promise<{ book: Book; close: () => Promise<void> }>): void {
  let book: Book
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ book, close } = await open())
  })
  afterEach(() => close())

  describe('a claim', () => {
    test('is for the first who asks, until its time is over', async () => {
      expect(await book.claim('event', 'one', 1000, 2000)).toBe('mine')
      expect(await book.claim('event', 'two', 1999, 3000)).toBe('held')
      expect(await book.claim('another event', 'two', 1999, 3000)).toBe('mine')
      expect(await book.claim('event', 'two', 2000, 3000)).toBe('mine')
      expect(await book.claim('event', 'one', 2001, 4000)).toBe('held')
    })

    test('is renewed by its holder alone', async () => {
      await book.claim('event', 'one', 1000, 2000)
      expect(await book.claim('event', 'one', 1500, 2500)).toBe('mine')
      expect(await book.claim('event', 'two', 2200, 9000)).toBe('held')
    })

    test('that is done is never taken again', async () => {
      await book.claim('event', 'one', 1000, 2000)
      await book.finish('event', 1500)
      for (const holder of ['one', 'two']) expect(await book.claim('event', holder, 9000, 9900)).toBe('done')
      await book.release('event', 'one')
      expect(await book.claim('event', 'two', 9000, 9900)).toBe('done')
    })

    test('that is given up is free at once, and only its holder can give it up', async () => {
      await book.claim('event', 'one', 1000, 2000)
      await book.release('event', 'two')
      expect(await book.claim('event', 'two', 1001, 2000)).toBe('held')
      await book.release('event', 'one')
      expect(await book.claim('event', 'two', 1002, 2000)).toBe('mine')
    })

    test('of fifty who ask at once is for one', async () => {
      const states = await Promise.all(
        Array.from({ length: 50 }, (_, n) => book.claim('event', `holder ${n}`, 1000, 2000)),
      )
      expect(states.filter((state) => state === 'mine')).toHaveLength(1)
    })

    test('that was done long ago is forgotten; one that is open is not until it ran out as long ago', async () => {
      await book.finish('old', 1000)
      await book.finish('new', 5000)
      await book.claim('open', 'one', 1000, 4001)
      await book.claim('of a process that died', 'one', 1000, 2000)
      expect(await book.forget(4000)).toBe(2)
      expect(await book.claim('open', 'two', 4000, 7000)).toBe('held')
      expect(await book.claim('old', 'two', 6000, 7000)).toBe('mine')
      expect(await book.claim('new', 'two', 6000, 7000)).toBe('done')
    })
  })

  describe('the last line of a conversation', () => {
    test('is the one remembered last, until it expires', async () => {
      expect(await book.lastLine('thread', 1000)).toBeNull()
      await book.remember('thread', '/quote holt', 2000)
      await book.remember('thread', '/quote quill', 3000)
      expect(await book.lastLine('thread', 2999)).toBe('/quote quill')
      expect(await book.lastLine('thread', 3000)).toBeNull()
      expect(await book.lastLine('another thread', 1000)).toBeNull()
    })

    test('is forgotten when it expired', async () => {
      await book.remember('thread', '/quote holt', 2000)
      expect(await book.forget(2001)).toBe(1)
    })
  })

  describe('buttons', () => {
    test('are kept for good, each once', async () => {
      await book.keepButtons([MORE, SHARE], 1000)
      await book.keepButtons([{ ...MORE, line: '/quote nobody' }], 2000)
      await book.keepButtons([], 2000)
      await book.forget(Number.MAX_SAFE_INTEGER)
      expect(await book.button('more')).toEqual(MORE)
      expect(await book.button('share')).toEqual(SHARE)
      expect(await book.button('nothing')).toBeNull()
    })
  })

  describe('a post', () => {
    test('was begun when that was noted first, and is known by its message once that is kept', async () => {
      expect(await book.post('edition')).toBeNull()
      await book.beginPost('edition', 1000)
      await book.beginPost('edition', 2000)
      expect(await book.post('edition')).toEqual({ begun: 1000, messageId: null })
      await book.keepPost('edition', '17.42')
      expect(await book.post('edition')).toEqual({ begun: 1000, messageId: '17.42' })
    })

    test('is dropped unless its message is known', async () => {
      await book.beginPost('refused', 1000)
      await book.dropPost('refused')
      expect(await book.post('refused')).toBeNull()
      await book.beginPost('edition', 1000)
      await book.keepPost('edition', '17.42')
      await book.dropPost('edition')
      expect((await book.post('edition'))?.messageId).toBe('17.42')
    })

    test('is forgotten when it was begun long ago', async () => {
      await book.beginPost('old', 1000)
      await book.beginPost('new', 5000)
      expect(await book.forget(4000)).toBe(1)
      expect([await book.post('old'), (await book.post('new'))?.begun]).toEqual([null, 5000])
    })
  })

  describe('values', () => {
    test('are kept by kind and key', async () => {
      await book.put('installation', 'T2', 'two')
      await book.put('installation', 'T1', 'one')
      await book.put('installation', 'T1', 'one again')
      await book.put('digest', 'T1', 'other')
      expect(await book.get('installation', 'T1')).toBe('one again')
      expect(await book.keys('installation')).toEqual(['T1', 'T2'])
      await book.remove('installation', 'T1')
      await book.remove('installation', 'nothing')
      expect(await book.get('installation', 'T1')).toBeNull()
      expect(await book.get('digest', 'T1')).toBe('other')
    })
  })

  test('text that is no text does no harm', async () => {
    const lone = '\uD800'
    expect(await book.claim(lone, lone, 1000, 2000)).toBe('mine')
    expect(await book.claim(lone, 'another', 1000, 2000)).toBe('held')
    await book.remember(lone, `/quote ${lone}`, 2000)
    expect(await book.lastLine(lone, 1000)).toMatch(/^\/quote \uFFFD+$/u)
    await book.put(lone, lone, lone)
    expect(await book.get(lone, lone)).toMatch(/^\uFFFD+$/u)
    await book.keepButtons([{ ...MORE, id: lone, line: lone }], 1000)
    expect((await book.button(lone))?.line).toMatch(/^\uFFFD+$/u)
  })

  test.each(['', "'; DROP TABLE claims; --", '\u0000', 'x'.repeat(100_000), '\uFFFD', '“quoted”'])(
    'any key will do: %#',
    async (key) => {
      expect(await book.claim(key, key, 1000, 2000)).toBe('mine')
      expect(await book.claim(key, `${key} `, 1000, 2000)).toBe('held')
      await book.remember(key, key, 2000)
      expect(await book.lastLine(key, 1000)).toBe(key)
      await book.put(key, key, key)
      expect(await book.get(key, key)).toBe(key)
      await book.keepButtons([{ ...MORE, id: key, line: key }], 1000)
      expect((await book.button(key))?.line).toBe(key)
    },
  )
}

const MORE: KeptButton = { id: 'more', desk: 'slack:T1', asker: 'U1', kind: 'ask', line: '/quote holt', part: 2 }
const SHARE: KeptButton = { id: 'share', desk: 'slack:T1', asker: 'U1', kind: 'share', line: '/quote holt', part: 1 }
