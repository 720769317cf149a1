import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BOOK_MIGRATIONS } from '../../src/store/bookTables.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { bookContract } from '../contracts/book.js'

describe('SQLite', () => {
  bookContract(async () => {
    const store = await openStore('sqlite::memory:')
    return { book: store.book, close: () => store.close() }
  })
})

describe('a book in a file', () => {
  let folder: string
  let url: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-book-'))
    url = `sqlite:${join(folder, 'crier.db')}`
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('lies beside the articles, and is there the next time', async () => {
    const first = await openStore(url)
    await first.book.finish('event', 1000)
    await first.close()
    const second = await openStore(url)
    expect(await second.book.claim('event', 'two', 2000, 3000)).toBe('done')
    await second.close()
  })

  test('is written while another process holds the lock of the articles', async () => {
    const store = await openStore(url, { waitMs: 0 })
    const indexing = new Sqlite(join(folder, 'crier.db'))
    indexing.exec('BEGIN IMMEDIATE')
    expect(await store.book.claim('event', 'one', 1000, 2000)).toBe('mine')
    indexing.close()
    await store.close()
  })

  test('is not opened before it is used', async () => {
    const store = await openStore(url)
    await store.archive('local').count()
    expect(existsSync(join(folder, 'crier.book.db'))).toBe(false)
    await store.book.keys('installation')
    expect(existsSync(join(folder, 'crier.book.db'))).toBe(true)
    await store.close()
  })

  test('is claimed by one of several connections', async () => {
    const stores: Store[] = []
    for (let n = 0; n < 10; n += 1) {
      const store = await openStore(url)
      await store.book.keys('installation')
      stores.push(store)
    }
    const claims = Array.from({ length: 50 }, async (_, n) =>
      stores[n % 10]?.book.claim('event', `holder ${n}`, 1000, 2000),
    )
    const states = await Promise.all(claims)
    expect(states.filter((state) => state === 'mine')).toHaveLength(1)
    expect(states.filter((state) => state === 'held')).toHaveLength(49)
    await Promise.all(stores.map((store) => store.close()))
  })

  test('is opened anew by several processes at once, and each claim is for one of them', async () => {
    const claimers = await Promise.all([1, 2, 3, 4].map(() => startClaimer(folder)))
    for (let round = 1; round <= 5; round += 1) {
      const told = await Promise.all(claimers.map((claimer) => claimer.claim(`sqlite:${join(folder, `${round}.db`)}`)))
      expect(told.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: CLAIMS }, (_, n) => n))
    }
    for (const { end } of claimers) end()
  })

  test('that a newer Crier made, or another program, is told and left alone', async () => {
    const path = join(folder, 'crier.book.db')
    const first = await openStore(url)
    await first.book.finish('event', 1000)
    await first.close()
    change(path, 'PRAGMA user_version = 99')
    const second = await openStore(url)
    await expect(second.book.button('x')).rejects.toThrow(
      `The store ${path} was made by a newer Crier: its version is 99, and this Crier reads up to ${BOOK_MIGRATIONS.length}.`,
    )
    change(path, 'PRAGMA application_id = 1')
    await expect(second.book.claim('event', 'one', 1, 2)).rejects.toThrow(
      `The store ${path} is a database of another program; set DATABASE_URL to another file.`,
    )
    expect(await second.isEmpty()).toBe(true)
    await second.close()
  })

  test('that is no book of ours is told in one sentence, and tried again', async () => {
    const path = join(folder, 'crier.book.db')
    writeFileSync(path, 'Not a database, and longer than the head of one would be.'.repeat(20))
    const store = await openStore(url)
    await expect(store.book.button('x')).rejects.toThrow(
      `The store ${path} is not a database: the file holds something else.`,
    )
    rmSync(path)
    expect(await store.book.button('x')).toBeNull()
    await store.close()
  })
})

function change(path: string, statement: string): void {
  const file = new Sqlite(path)
  file.exec(statement)
  file.close()
}

const CLAIMS = 50

interface Claimer {
  /** Opens this store and claims each of the events; gives the numbers of those that it got. */
  readonly claim: (url: string) => Promise<number[]>
  readonly end: () => void
}

/** A process of its own, which has started when this resolves, so that several set out together. */
async function startClaimer(folder: string): Promise<Claimer> {
  const script = join(folder, 'claimer.mjs')
  const sqlite = new URL('../../src/store/sqlite.ts', import.meta.url).href
  writeFileSync(
    script,
    `import { openStore } from ${JSON.stringify(sqlite)}
     process.on('message', async (url) => {
       const won = []
       try {
         const { book, close } = await openStore(url)
         for (let n = 0; n < ${CLAIMS}; n += 1) if ((await book.claim('event ' + n, String(process.pid), 1000, 2000)) === 'mine') won.push(n)
         await close()
         process.send(won)
       } catch (error) {
         process.send(String(error))
       }
     })
     process.send('started')`,
  )
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(script, { execArgv: ['--import', tsx] })
  await once(child, 'message')
  return {
    async claim(url) {
      child.send(url)
      const [told]: unknown[] = await once(child, 'message')
      if (!Array.isArray(told)) throw new Error(String(told))
      return told.map(Number)
    },
    end: () => child.disconnect(),
  }
}
