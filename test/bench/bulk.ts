/** Fills a store with copies of real articles far faster than saving each: stories and statements are those of the originals. */
import Sqlite from 'better-sqlite3'
import { fold } from '../../src/language/words.js'
import { parseName, speakerKey } from '../../src/quotations/people.js'
import { firstIdAt } from '../../src/store/order.js'
import { passagesOf } from '../../src/store/saveQuotations.js'
import { openStore } from '../../src/store/sqlite.js'
import type { StoredQuotation } from '../../src/store/store.js'
import type { LabelledArticle } from './clusters.js'
import { type Copy, draftOf, renaming } from './multiplied.js'

/** The quotations of an original as stored, by its id. */
export type Originals = ReadonlyMap<string, readonly StoredQuotation[]>

const IN_ONE_GO = 2_000

/** Fills a new store with copies, which come the oldest first. */
export async function fill(
  path: string,
  articles: readonly LabelledArticle[],
  originals: Originals,
  copies: readonly Copy[],
): Promise<void> {
  await (await openStore(`sqlite:${path}`)).close()
  const db = new Sqlite(path)
  db.pragma('cache_size = -500000')
  db.pragma('synchronous = OFF')
  const put = filling(db, originals)
  const renamings = new Map<number, (text: string) => string>()
  for (let from = 0; from < copies.length; from += IN_ONE_GO) {
    db.exec('BEGIN')
    for (const copy of copies.slice(from, from + IN_ONE_GO)) {
      const rename = renamings.get(copy.number) ?? renaming(articles, copy.number)
      renamings.set(copy.number, rename)
      put(copy, rename)
    }
    db.exec('COMMIT')
    process.stderr.write(`\r${Math.min(copies.length, from + IN_ONE_GO)} of ${copies.length} articles `)
  }
  process.stderr.write('\n')
  db.close()
}

function filling(db: Sqlite.Database, originals: Originals): (copy: Copy, rename: (text: string) => string) => void {
  const next = new Map<string, number>()
  const idFor = (kind: string, published: string): number => {
    const id = next.get(`${kind} ${published}`) ?? firstIdAt(published)
    next.set(`${kind} ${published}`, id + 1)
    return id
  }
  const insert = (table: string, names: string) => {
    const columns = names.split(' ')
    return db.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
    )
  }
  const newFeed = insert('feeds', 'id kind address')
  const newOutlet = insert('outlets', 'id key name')
  const newArticle = insert(
    'articles',
    'id public_id key version current outlet_id quotation_count story_id title author url published text',
  )
  const newCarried = insert('feed_articles', 'feed_id article_id')
  const newSpeaker = insert('speakers', 'id key kind surname')
  const newAlias = insert('aliases', 'id speaker_id name')
  const newQuotation = insert(
    'quotations',
    'id article_id current start end wording speaker_id alias_id mention_start mention_end cue_start cue_end channel confidence statement_id',
  )
  const indexed = {
    article: insert('article_index', 'rowid title text'),
    quotation: insert('quotation_index', 'rowid words passage speaker'),
    wording: insert('wording_index', 'rowid words'),
    name: insert('name_index', 'rowid name'),
    letters: insert('name_trigrams', 'rowid name'),
  }
  const numbered = (add: (id: number, key: string) => void) => {
    const known = new Map<string, number>()
    return (key: string, made: (id: number) => void = () => {}): number => {
      const id = known.get(key) ?? known.size + 1
      if (!known.has(key)) {
        known.set(key, id)
        add(id, key)
        made(id)
      }
      return id
    }
  }
  const outletOf = numbered((id, name) => newOutlet.run(id, fold(name).replace(/^the (?=.)/u, ''), name))
  const speakers = numbered(() => {})
  const aliases = numbered(() => {})
  const statements = new Map<string, number>()
  newFeed.run(1, 'files', '')
  return (copy, rename) => {
    const stored = originals.get(copy.of.id) ?? []
    const found = stored.map(({ quotation }) => ({ ...quotation, confidence: 1 }))
    const { draft, quotations } = draftOf(copy, rename, found)
    const { key, outlet, title, author, url, published, text } = draft
    const id = idFor('article', copy.published)
    const story = `${copy.of.story}-${copy.number}`
    newArticle.run(id, key, key, 1, 1, outletOf(outlet), quotations.length, story, title, author, url, published, text)
    newCarried.run(1, id)
    indexed.article.run(id, title, text)
    const passages = passagesOf(text, quotations)
    for (const [at, { start, end, speaker, cue, channel, confidence }] of quotations.entries()) {
      const own = idFor('quotation', copy.published)
      const group = `${stored[at]?.statementId} ${copy.number}`
      const statement = statements.get(group) ?? own
      statements.set(group, statement)
      const who = speaker && speakerKey(speaker.name, speaker.kind) + (speaker.kind === 'unnamed' ? `@${key}` : '')
      const surname = speaker?.kind === 'person' ? parseName(speaker.name).surname : null
      const speakerId =
        who === null ? null : speakers(who, (number) => newSpeaker.run(number, who, speaker?.kind, surname))
      const aliasId =
        speaker === null
          ? null
          : aliases(`${speakerId} ${speaker.name}`, (number) => {
              newAlias.run(number, speakerId, speaker.name)
              indexed.name.run(number, fold(speaker.name))
              indexed.letters.run(number, fold(speaker.name))
            })
      const wording = text.slice(start, end)
      const mention = [speaker?.start ?? null, speaker?.end ?? null, cue?.start ?? null, cue?.end ?? null]
      newQuotation.run(own, id, 1, start, end, wording, speakerId, aliasId, ...mention, channel, confidence, statement)
      indexed.wording.run(own, wording)
      indexed.quotation.run(own, wording, passages[at] ?? wording, speakerId === null ? '' : `spk${speakerId}`)
    }
  }
}
