import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../src/errors.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { MIGRATIONS } from '../../src/store/migrations.js'
import type { Schema } from '../../src/store/schema.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { storeContract } from '../contracts/store.js'
import { versionsContract } from '../contracts/versions.js'

describe('SQLite', () => {
  storeContract(async () => {
    let now = Date.parse('2031-06-05T12:00:00Z')
    return openStore('sqlite::memory:', { now: () => (now += 60_000) })
  })
  versionsContract((now) => openStore('sqlite::memory:', { now }))
})

describe('a store in a file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-store-'))
    path = join(folder, 'data', 'crier.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('keeps what was stored, in a folder that it makes', async () => {
    const first = await openStore(`sqlite:${path}`)
    const { id } = await first.save(draft(1), [], 'files')
    await first.close()
    const second = await openStore(`sqlite:${path}`)
    expect((await second.archive('x').article(id))?.text).toBe('Ferry 1 sails.')
    await second.close()
  })

  test('two at once see what each other stores', async () => {
    const [one, other] = [await openStore(`sqlite:${path}`), await openStore(`sqlite:${path}`)]
    await one.save(draft(1), [], 'files')
    await other.save(draft(2), [], 'files')
    expect([await one.archive('x').count(), await other.archive('x').count()]).toEqual([2, 2])
    await one.close()
    await other.close()
  })

  test('a full disk loses nothing that was stored before', async () => {
    const store = await openStore(`sqlite:${path}`, { maxPages: 80 })
    await store.save(draft(1), [], 'files')
    const words = Array.from({ length: 60_000 }, (_, n) => `w${n}`).join(' ')
    const message = await failure(store.save(draft(2, words), [], 'files'))
    expect(message).toBe(`The store ${path} could not grow: the disk is full; nothing that was stored before is lost.`)
    expect((await store.archive('x').newest({}, 9)).map((article) => article.text)).toEqual(['Ferry 1 sails.'])
    expect((await store.save(draft(3), [], 'files')).saved).toBe('added')
    await store.close()
    const again = await openStore(`sqlite:${path}`)
    expect(await again.archive('x').count()).toBe(2)
    await again.close()
  })

  test('a disk too small to begin with says so', async () => {
    expect(await failure(openStore(`sqlite:${path}`, { maxPages: 3 }))).toContain('the disk is full')
  })

  test('one made before arrivals were noted is brought up to date, with all that is in it', async () => {
    mkdirSync(dirname(path), { recursive: true })
    const file = new Sqlite(path)
    const [first] = MIGRATIONS
    await first?.(new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) }))
    file.exec(`INSERT INTO outlets (id, key, name) VALUES (1, 'herald', 'Herald');
      INSERT INTO articles (id, public_id, key, version, current, outlet_id, quotation_count, story_id, text)
        VALUES (1, 'old', 'old', 1, 1, 1, 0, 'old', 'Old.');
      INSERT INTO feeds (id, kind, address) VALUES (1, 'files', '');
      INSERT INTO feed_articles (feed_id, article_id) VALUES (1, 1);
      PRAGMA user_version = 1; PRAGMA application_id = 0x43726965`)
    file.close()
    const store = await openStore(`sqlite:${path}`, { now: () => 5 })
    await store.save(draft(2), [], 'files')
    const listed = await store.archive('local').listed({}, 9)
    expect(new Set(listed.map(({ arrived }) => arrived))).toEqual(new Set([0, 5]))
    const url = 'https://herald.example/feed'
    const { feed } = await store.feeds.follow('local', { url, outlet: 'Herald', site: null }, null, 7)
    expect(await store.feeds.due(7, 9)).toEqual([feed.id])
    expect(await store.archive('local').count()).toBe(2)
    await store.close()
  })

  test('one made before replacements were noted knows them from the versions that it has', async () => {
    let now = 0
    const said = (words: string) => draft(1, `“${words},” said Mayor Ada Quill.`)
    const old = await openStore(`sqlite:${path}`, { now: () => (now += 10) })
    const ids = ['It will sail', 'It may sail'].map(async (words) => {
      const { id } = await old.save(said(words), extractQuotations(said(words).text), 'files')
      return id
    })
    const [will = '', may = ''] = await Promise.all(ids)
    await old.close()
    const file = new Sqlite(path)
    file.exec('DROP TABLE wording_index; DROP INDEX articles_copy; DROP INDEX articles_foreign')
    for (const column of ['copy_of', 'language']) file.exec(`ALTER TABLE articles DROP COLUMN ${column}`)
    file.exec('DROP TABLE dropped_index; DROP INDEX quotations_dropped; ALTER TABLE quotations DROP COLUMN dropped')
    file.exec('ALTER TABLE quotations DROP COLUMN telling')
    file.exec('ALTER TABLE articles DROP COLUMN replaced_at; PRAGMA user_version = 3')
    file.close()
    const store = await openStore(`sqlite:${path}`)
    for (const by of [{ articles: [may] }, { words: 'it will sail' }, { named: 'quill' }]) {
      const [replaced] = await store.archive('local').quotationsReplaced(by, 9)
      expect([replaced?.article.id, replaced?.until, replaced?.quotation.text]).toEqual([will, 20, '“It will sail,”'])
    }
    await store.close()
  })

  test.each([true, false])(
    'a short statement is known again in a longer one, its words counted: %s',
    async (isCounted) => {
      const save = (store: Store, number: number, words: string) => {
        const said = draft(number, `“${words},” said Mayor Ada Quill.`)
        return store.save(said, extractQuotations(said.text), 'files')
      }
      const old = await openStore(`sqlite:${path}`)
      const first = await save(old, 1, 'The ferry will sail')
      await old.close()
      if (!isCounted) {
        const file = new Sqlite(path)
        file.exec('ALTER TABLE quotations DROP COLUMN telling; PRAGMA user_version = 6')
        file.close()
      }
      const store = await openStore(`sqlite:${path}`)
      const second = await save(store, 2, 'The harbour is open again, and the ferry will sail at noon')
      const quotations = await store.archive('local').quotationsIn([first.id, second.id])
      expect(quotations).toHaveLength(2)
      expect(new Set(quotations.map(({ statementId }) => statementId)).size).toBe(1)
      await store.close()
    },
  )

  test('one made by a newer Crier is left alone', async () => {
    await (await openStore(`sqlite:${path}`)).close()
    const file = new Sqlite(path)
    file.pragma('user_version = 99')
    file.close()
    const message = `The store ${path} was made by a newer Crier: its version is 99, and this Crier reads up to 8.`
    expect(await failure(openStore(`sqlite:${path}`))).toBe(message)
  })

  test('the database of another program is left alone', async () => {
    await (await openStore(`sqlite:${path}`)).close()
    const other = join(folder, 'other.db')
    const file = new Sqlite(other)
    file.exec('CREATE TABLE cars (name TEXT)')
    file.close()
    expect(await failure(openStore(`sqlite:${other}`))).toContain('a database of another program')
  })

  test('a file that is no database is left alone', async () => {
    const text = join(folder, 'letter.txt')
    writeFileSync(text, 'Dear reader, this is a letter. '.repeat(400))
    expect(await failure(openStore(`sqlite:${text}`))).toContain('is not a database')
  })

  test.each(['', 'letter.txt/below/crier.db', '.'])('a place where no file can be: %j', async (place) => {
    writeFileSync(join(folder, 'letter.txt'), 'x')
    expect(await failure(openStore(place && `sqlite:${join(folder, place)}`))).toMatch(
      /cannot be opened|must be sqlite/u,
    )
  })

  test('one that another process is writing says so', async () => {
    const store = await openStore(`sqlite:${path}`, { waitMs: 0 })
    const file = new Sqlite(path)
    file.exec('BEGIN IMMEDIATE')
    expect(await failure(store.save(draft(1), [], 'files'))).toContain('being written by another process')
    file.exec('ROLLBACK')
    expect((await store.save(draft(1), [], 'files')).saved).toBe('added')
    file.close()
    await store.close()
  })
})

const draft = (n: number, text = `Ferry ${n} sails.`) => {
  return { key: `k${n}`, outlet: 'Herald', title: null, author: null, url: null, published: null, text }
}
const failure = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StoreError)
  return error instanceof Error ? error.message : ''
}
