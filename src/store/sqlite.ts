import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { StoreError } from '../errors.js'
import { archiveOf } from './archive.js'
import { failingReadably, storeError } from './failures.js'
import { feedFor } from './feeds.js'
import { MIGRATIONS } from './migrations.js'
import { saveArticle } from './save.js'
import type { Schema } from './schema.js'
import type { Store } from './store.js'
import { newMemory } from './stories.js'

/** "Crie" in ASCII: SQLite's place for saying whose file this is. */
const APPLICATION_ID = 0x43726965

export interface OpenOptions {
  /** Bounds the size of the store, in pages of 4,096 bytes. */
  readonly maxPages?: number
  /** How long to wait while another process writes (default 5,000). */
  readonly waitMs?: number
}

/**
 * Opens the store, and makes or updates its tables. `url` is `sqlite:PATH` or `sqlite::memory:`. Fails with a
 * StoreError of one sentence.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const path = /^sqlite:(?:\/\/)?(?<path>.+)$/su.exec(url)?.groups?.['path']
  if (path === undefined)
    throw new StoreError(`The store's address must be sqlite:PATH, and ${JSON.stringify(url)} is not.`)
  let file: Sqlite.Database | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    file = new Sqlite(path)
    prepare(file, options)
    const db = connect(file)
    await migrate(db, file, path)
    return failingReadably(storeOn(db, file, path), path)
  } catch (error) {
    file?.close()
    throw storeError(error, path)
  }
}

function storeOn(db: Kysely<Schema>, file: Sqlite.Database, path: string): Store {
  const memory = newMemory()
  return {
    archive: (desk) => failingReadably(archiveOf(db, desk), path),
    async isEmpty() {
      return (await db.selectFrom('articles').select('id').limit(1).execute()).length === 0
    },
    async follow(desk, address) {
      await inTransaction(db, file, async (trx) => {
        const row = { desk, feed_id: await feedFor(trx, { feed: address }) }
        await trx
          .insertInto('follows')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    },
    save: (draft, quotations, origin) =>
      inTransaction(db, file, (trx) => saveArticle(trx, memory, draft, quotations, origin)),
    async close() {
      await db.destroy()
    },
  }
}

function prepare(file: Sqlite.Database, { maxPages, waitMs = 5000 }: OpenOptions): void {
  file.pragma(`busy_timeout = ${waitMs}`)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  file.pragma('cache_size = -32000')
  file.pragma('mmap_size = 268435456')
  file.pragma('temp_store = MEMORY')
  if (maxPages !== undefined) file.pragma(`max_page_count = ${maxPages}`)
}

/** Kysely prepares each query anew; the same text needs it once. */
function connect(file: Sqlite.Database): Kysely<Schema> {
  const prepared = new Map<string, Sqlite.Statement>()
  const database = {
    prepare(text: string) {
      const known = prepared.get(text)
      if (known !== undefined) return known
      const statement = file.prepare(text)
      if (prepared.size >= 500) prepared.clear()
      prepared.set(text, statement)
      return statement
    },
    close: () => file.close(),
  }
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
}

async function migrate(db: Kysely<Schema>, file: Sqlite.Database, path: string): Promise<void> {
  const newest = MIGRATIONS.length
  const version = (): number => Number(file.pragma('user_version', { simple: true }))
  const owner = Number(file.pragma('application_id', { simple: true }))
  const tables = Number(file.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (owner !== APPLICATION_ID && tables > 0) {
    throw new StoreError(`The store ${path} is a database of another program; set DATABASE_URL to another file.`)
  }
  if (version() > newest) {
    throw new StoreError(
      `The store ${path} was made by a newer Crier: its version is ${version()}, and this Crier reads up to ${newest}.`,
    )
  }
  if (version() === newest) return
  await inTransaction(db, file, async (trx) => {
    // Another process may have done it while this one waited for the lock.
    for (const step of MIGRATIONS.slice(version())) await step(trx)
    file.pragma(`user_version = ${newest}`)
    file.pragma(`application_id = ${APPLICATION_ID}`)
  })
}

/** All or nothing. Takes the write lock at once: a transaction that reads first may find it cannot write any more. */
async function inTransaction<T>(
  db: Kysely<Schema>,
  file: Sqlite.Database,
  work: (trx: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (trx) => {
    await sql`BEGIN IMMEDIATE`.execute(trx)
    try {
      const result = await work(trx)
      await sql`COMMIT`.execute(trx)
      return result
    } catch (error) {
      // A full disk has SQLite roll back by itself.
      if (file.inTransaction) await sql`ROLLBACK`.execute(trx)
      throw error
    }
  })
}
