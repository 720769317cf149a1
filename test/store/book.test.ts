import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/sqlite.js'
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

  test('is claimed by one of several processes', async () => {
    const [tsx, sqlite] = ['tsx', '../../src/store/sqlite.ts'].map((name) =>
      name.startsWith('.')
        ? new URL(name, import.meta.url).href
        : pathToFileURL(createRequire(import.meta.url).resolve(name)).href,
    )
    const script = join(folder, 'claimer.mjs')
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(sqlite)}
       const { book, close } = await openStore(${JSON.stringify(url)})
       const won = []
       for (let n = 0; n < 100; n += 1) if ((await book.claim('event ' + n, String(process.pid), 1000, 2000)) === 'mine') won.push(n)
       console.log(JSON.stringify(won))
       await close()`,
    )
    const won = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, ['--import', tsx ?? '', script], { stdio: ['ignore', 'pipe', 'inherit'] })
        const lines: string[] = []
        child.stdout.on('data', (data) => lines.push(String(data)))
        await once(child, 'close')
        const numbers: number[] = JSON.parse(lines.join(''))
        return numbers
      }),
    )
    expect(won.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n))
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
