import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { StoreError } from '../errors.js'
import { archiveOf } from './archive.js'
import { bookOn } from './book.js'
import { BOOK_MIGRATIONS, type BookSchema } from './bookTables.js'
import { digestsOn } from './digests.js'
import { failingReadably, storeError } from './failures.js'
import { feedsOn } from './feedBook.js'
import { feedFor } from './feeds.js'
import { MIGRATIONS } from './migrations.js'
import { type SaveArticle, saveArticle } from './save.js'
import type { Schema } from './schema.js'
import type { Store } from './store.js'
import { storyFinder } from './stories.js'

/** SQLite's place for saying whose file this is: "Crie" and "CrBk" in ASCII. */
const ARTICLES_ID = 0x43726965
const BOOK_ID = 0x4372426b
/** Each waits for whoever is at it, so more than a few are never needed. */
const WAL_ATTEMPTS = 20

export interface OpenOptions {
  /** Bounds the size of the store, in pages of 4,096 bytes. */
  readonly maxPages?: number
  /** How long to wait while another process writes (default 5,000). */
  readonly waitMs?: number
  /** Tells the time that articles come in at, in milliseconds since 1970 (default Date.now). */
  readonly now?: () => number
}

interface Opened<Tables> {
  readonly db: Kysely<Tables>
  readonly file: Sqlite.Database
}

/**
 * Opens the store, and makes or updates its tables. `url` is `sqlite:PATH` or `sqlite::memory:`. Fails with a
 * StoreError of one sentence. The book is opened when it is first used.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const path = /^sqlite:(?:\/\/)?(?<path>.+)$/su.exec(url)?.groups?.['path']
  if (path === undefined)
    throw new StoreError(`The store's address must be sqlite:PATH, and ${JSON.stringify(url)} is not.`)
  const articles = await openArticles(path, options)
  return failingReadably(storeOn(articles, path, options), path)
}

/** The tables of articles alone, for whoever measures them. */
export function openArticles(path: string, options: OpenOptions = {}): Promise<Opened<Schema>> {
  return openFile<Schema>(path, ARTICLES_ID, MIGRATIONS, options)
}

/** Where what is remembered beside articles lies: `crier.book.db` beside `crier.db`. */
export function bookPath(path: string): string {
  return path === ':memory:' ? path : path.replace(/(?:\.db)?$/u, '.book.db')
}

function storeOn({ db, file }: Opened<Schema>, path: string, options: OpenOptions): Store {
  const findStory = storyFinder()
  const { now = Date.now } = options
  const save: SaveArticle = (trx, ...given) => saveArticle(trx, findStory, ...given)
  const atomically = <T>(work: (trx: Kysely<Schema>) => Promise<T>) => inTransaction(db, file, work)
  let book: Promise<Opened<BookSchema>> | undefined
  // A file of its own: whoever indexes holds the lock of the articles again and again, and no claim may wait for that.
  const openBook = () => {
    book ??= openFile<BookSchema>(bookPath(path), BOOK_ID, BOOK_MIGRATIONS, options).catch((error: unknown) => {
      book = undefined
      throw error
    })
    return book
  }
  return {
    archive: (desk) => failingReadably(archiveOf(db, desk), path),
    async isEmpty() {
      return (await db.selectFrom('articles').select('id').limit(1).execute()).length === 0
    },
    save: (draft, quotations, origin) =>
      atomically(async (trx) => save(trx, draft, quotations, await feedFor(trx, origin), now())),
    feeds: failingReadably(feedsOn({ db, atomically, saveArticle: save }), path),
    book: failingReadably(
      bookOn(async () => (await openBook()).db),
      bookPath(path),
    ),
    digests: failingReadably(
      digestsOn({
        db: async () => (await openBook()).db,
        atomically: async (work) => {
          const opened = await openBook()
          return inTransaction(opened.db, opened.file, work)
        },
      }),
      bookPath(path),
    ),
    async close() {
      await db.destroy()
      await book?.then((opened) => opened.db.destroy()).catch(() => {})
    },
  }
}

type Migrations<Tables> = readonly ((db: Kysely<Tables>) => Promise<void>)[]

async function openFile<Tables>(
  path: string,
  id: number,
  migrations: Migrations<Tables>,
  options: OpenOptions,
): Promise<Opened<Tables>> {
  let file: Sqlite.Database | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    file = new Sqlite(path)
    prepare(file, options)
    const db = connect<Tables>(file)
    await migrate({ db, file }, path, id, migrations)
    return { db, file }
  } catch (error) {
    file?.close()
    throw storeError(error, path)
  }
}

function prepare(file: Sqlite.Database, { maxPages, waitMs = 5000 }: OpenOptions): void {
  file.pragma(`busy_timeout = ${waitMs}`)
  useWal(file)
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  file.pragma('cache_size = -32000')
  file.pragma('mmap_size = 0')
  file.pragma('temp_store = MEMORY')
  if (maxPages !== undefined) file.pragma(`max_page_count = ${maxPages}`)
}

/** SQLite does not wait for its turn to change the journal of a new file, so this does where several open it at once. */
function useWal(file: Sqlite.Database): void {
  for (let tried = 1; ; tried += 1) {
    try {
      file.pragma('journal_mode = WAL')
      return
    } catch (error) {
      const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!isBusy || tried === WAL_ATTEMPTS) throw error
      file.exec('BEGIN IMMEDIATE; ROLLBACK')
    }
  }
}

/** Kysely prepares each query anew; the same text needs it once. */
function connect<Tables>(file: Sqlite.Database): Kysely<Tables> {
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
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

async function migrate<Tables>(
  { db, file }: Opened<Tables>,
  path: string,
  id: number,
  migrations: Migrations<Tables>,
): Promise<void> {
  const newest = migrations.length
  const version = (): number => Number(file.pragma('user_version', { simple: true }))
  // Another process may be making the tables: once there are any, their owner is known too.
  const tables = Number(file.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  const owner = Number(file.pragma('application_id', { simple: true }))
  if (owner !== id && tables > 0) {
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
    for (const step of migrations.slice(version())) await step(trx)
    file.pragma(`user_version = ${newest}`)
    file.pragma(`application_id = ${id}`)
  })
}

/** All or nothing. Takes the write lock at once: a transaction that reads first may find it cannot write any more. */
async function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  file: Sqlite.Database,
  work: (trx: Kysely<Tables>) => Promise<T>,
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
