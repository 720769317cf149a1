import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/sqlite.js'
import { digestsContract } from '../contracts/digests.js'
import { DAILY } from '../digests/samples.js'

describe('SQLite', () => {
  digestsContract(async () => {
    const store = await openStore('sqlite::memory:')
    return { digests: store.digests, close: () => store.close() }
  })
})

test('a book from before there were digests gets their tables, and keeps what it has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-digests-'))
  const url = `sqlite:${join(folder, 'crier.db')}`
  const before = await openStore(url)
  await before.book.put('kind', 'key', 'value')
  await before.close()
  const file = new Sqlite(join(folder, 'crier.book.db'))
  file.exec('DROP TABLE told; DROP TABLE slots; DROP TABLE digests; DROP TABLE posts; PRAGMA user_version = 1')
  file.close()
  const after = await openStore(url)
  expect((await after.digests.create(DAILY, { by: 'U1', at: 1000, next: null })).id).toBe('1')
  expect(await after.book.get('kind', 'key')).toBe('value')
  await after.close()
  rmSync(folder, { recursive: true })
})
