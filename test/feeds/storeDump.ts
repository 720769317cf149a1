/** All that a store holds of followed feeds, without what depends on the order in which it came in. */
import Sqlite from 'better-sqlite3'

export interface Dump {
  /** Each line one row: an article, a quotation, what an article is carried by, an address, an entry. */
  readonly rows: readonly string[]
  /** Addresses of the articles. */
  readonly stored: ReadonlySet<string>
  /** What SQLite and we find wrong with it. */
  readonly broken: readonly string[]
}

const ROWS = [
  `SELECT 'article', a.key, a.version, a.current, o.name, a.title, a.author, a.url, a.published, a.text, a.quotation_count
   FROM articles a JOIN outlets o ON o.id = a.outlet_id`,
  `SELECT 'quotation', a.key, q.start, q."end", q.wording, s.name, q.mention_start, q.cue_start, q.channel, q.confidence
   FROM quotations q JOIN articles a ON a.id = q.article_id LEFT JOIN aliases s ON s.id = q.alias_id`,
  `SELECT 'carried', a.key, f.address FROM feed_articles c JOIN articles a ON a.id = c.article_id JOIN feeds f ON f.id = c.feed_id`,
  `SELECT 'address', address, key FROM addresses`,
  `SELECT 'entry', f.address, e.key, e.said, e.state, e.is_old, e.due_at, e.readings, e.failures, e.article_key, e.why
   FROM entries e JOIN feeds f ON f.id = e.feed_id`,
]

/** Each finds what must not be. */
const WRONG: Readonly<Record<string, string>> = {
  'article twice': `SELECT key FROM articles WHERE current = 1 GROUP BY key HAVING count(*) > 1`,
  'article without a story': `SELECT key FROM articles WHERE story_id IS NULL OR story_id = ''`,
  'article that no feed carries': `SELECT key FROM articles WHERE id NOT IN (SELECT article_id FROM feed_articles)`,
  'article without its address': `SELECT key FROM articles WHERE key NOT IN (SELECT address FROM addresses)`,
  'article without all its quotations': `SELECT key FROM articles a WHERE quotation_count != (SELECT count(*) FROM quotations q WHERE q.article_id = a.id)`,
  'article that is not searched': `SELECT key FROM articles WHERE current = 1 AND id NOT IN (SELECT rowid FROM article_index)`,
  'quotation that is not searched': `SELECT id FROM quotations WHERE current = 1 AND id NOT IN (SELECT rowid FROM quotation_index)`,
  'quotation tied to none': `SELECT id FROM quotations WHERE statement_id NOT IN (SELECT id FROM quotations)`,
  'entry kept without its article': `SELECT id FROM entries WHERE state = 'kept' AND article_key NOT IN (SELECT key FROM articles)`,
}

export function dumpStore(file: string): Dump {
  const db = new Sqlite(file)
  try {
    const rows = ROWS.flatMap((query) =>
      db
        .prepare(query)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    )
    const stored = new Set(db.prepare('SELECT url FROM articles').pluck().all().map(String))
    const integrity = db.prepare('PRAGMA integrity_check').pluck().all().map(String)
    const wrong = Object.entries(WRONG).flatMap(([what, query]) =>
      db
        .prepare(query)
        .pluck()
        .all()
        .map((which) => `${what}: ${String(which)}`),
    )
    return { rows: rows.toSorted(), stored, broken: [...integrity.filter((line) => line !== 'ok'), ...wrong] }
  } finally {
    db.close()
  }
}
