import type { Kysely } from 'kysely'
import { type ArticleDraft, type FoundQuotation, overlaps, type Speaker } from '../model.js'
import { paragraphs } from '../quotations/marks.js'
import { parseName, speakerKey } from '../quotations/people.js'
import { freeId, secondOf } from './order.js'
import type { Schema } from './schema.js'
import { type IndexedQuotation, indexName, indexQuotations } from './searchIndex.sqlite.js'
import { type Said, tellingWords } from './statements.js'
import { tieQuotations } from './ties.js'

type Database = Kysely<Schema>

/** Stores the quotations of an article that has just been stored, and ties each to its statement. */
export async function saveQuotations(
  db: Database,
  article: { readonly id: number; readonly publicId: string } & Pick<ArticleDraft, 'published' | 'text'>,
  quotations: readonly FoundQuotation[],
): Promise<void> {
  const passages = passagesOf(article.text, quotations)
  const stored: { id: number; said: Said }[] = []
  const indexed: IndexedQuotation[] = []
  const speakers = new Map<string, Awaited<ReturnType<typeof speakerFor>>>()
  const speakerOf = async (speaker: Speaker) => {
    const called = `${speaker.kind} ${speaker.name}`
    const who = speakers.get(called) ?? (await speakerFor(db, speaker, article.publicId))
    speakers.set(called, who)
    return who
  }
  for (const [at, { start, end, speaker, cue, channel, confidence }] of quotations.entries()) {
    const last = stored.at(-1)?.id
    const id =
      last !== undefined && secondOf(last) === secondOf(last + 1)
        ? last + 1
        : await freeQuotationId(db, article.published)
    const who = speaker === null ? null : await speakerOf(speaker)
    const wording = article.text.slice(start, end)
    const mention = { mention_start: speaker?.start ?? null, mention_end: speaker?.end ?? null }
    const said = { cue_start: cue?.start ?? null, cue_end: cue?.end ?? null, channel, confidence }
    const row = { id, article_id: article.id, current: 1 as const, start, end, wording, statement_id: id }
    const telling = tellingWords(wording).size
    const speaking = { speaker_id: who?.speaker ?? null, alias_id: who?.alias ?? null }
    await db
      .insertInto('quotations')
      .values({ ...row, ...speaking, ...mention, ...said, telling })
      .execute()
    const passage = passages[at] ?? wording
    indexed.push({ id, words: wording, passage, speakerId: speaking.speaker_id })
    stored.push({ id, said: { text: wording, speaker, second: secondOf(id) } })
  }
  if (indexed.length > 0) await indexQuotations(db, indexed)
  // Only when all are indexed: to search the index between two of them would write it out each time.
  await tieQuotations(db, stored)
}

/** The text around each quotation that it is found by: the paragraphs it stands in. Quotations come in order. */
export function passagesOf(text: string, quotations: readonly FoundQuotation[]): string[] {
  const parts = paragraphs(text)
  let from = 0
  return quotations.map((quotation) => {
    while ((parts[from]?.end ?? Infinity) <= quotation.start) from += 1
    let to = from
    for (let part = parts[to]; part !== undefined && overlaps(part, quotation); part = parts[to]) to += 1
    return text.slice(parts[from]?.start ?? quotation.start, parts[to - 1]?.end ?? quotation.end)
  })
}

/** No number of a quotation that is gone but whose statement lives on is given again. */
async function freeQuotationId(db: Database, published: string | null): Promise<number> {
  return freeId(published, async (from, before) => {
    const within = (column: 'id' | 'statement_id') =>
      db
        .selectFrom('quotations')
        .select(({ fn }) => fn.max<number | null>(column).as('highest'))
        .where(column, '>=', from)
        .where(column, '<', before)
    const rows = [await within('id').executeTakeFirst(), await within('statement_id').executeTakeFirst()]
    const taken = rows.flatMap((row) => row?.highest ?? [])
    return taken.length === 0 ? null : Math.max(...taken)
  })
}

/** The speaker and the name given, made where they are new. Whoever goes unnamed is somebody else in each article. */
async function speakerFor(
  db: Database,
  { name, kind }: Speaker,
  publicId: string,
): Promise<{ speaker: number; alias: number }> {
  const key = speakerKey(name, kind) + (kind === 'unnamed' ? `@${publicId}` : '')
  const known = await db
    .selectFrom('speakers as s')
    .leftJoin('aliases as a', (join) => join.onRef('a.speaker_id', '=', 's.id').on('a.name', '=', name))
    .select(['s.id as speaker', 'a.id as alias'])
    .where('s.key', '=', key)
    .executeTakeFirst()
  if (known?.alias != null) return { speaker: known.speaker, alias: known.alias }
  const surname = kind === 'person' ? parseName(name).surname : null
  const added = db.insertInto('speakers').values({ key, kind, surname }).returning('id')
  const speaker = known?.speaker ?? (await added.executeTakeFirstOrThrow()).id
  const named = await db
    .insertInto('aliases')
    .values({ speaker_id: speaker, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await indexName(db, named.id, name)
  return { speaker, alias: named.id }
}
