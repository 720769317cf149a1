/** Which statements quotations that have just been stored belong to. */
import { type Kysely, sql } from 'kysely'
import type { Alike } from './mostAlike.js'
import { secondOf } from './order.js'
import type { Schema } from './schema.js'
import { quotationsAlike } from './search.sqlite.js'
import { isEnough, type Said, statementsOf, tellingWords } from './statements.js'

type Database = Kysely<Schema>

export interface Added {
  readonly id: number
  readonly said: Said
}

interface Candidate extends Said {
  statementId: number
}

const CANDIDATES = 48
/** Quotations that are looked at together share most of their words; more than an article has would take memory. */
const TOGETHER = 50

/**
 * Ties the new quotations of an article, in the order of their ids, each to its statement, and the statements to one that it shows to be
 * one. Each looks at what was there before it.
 */
export async function tieQuotations(db: Database, added: readonly Added[]): Promise<void> {
  const own = new Set(added.map(({ id }) => id))
  for (let from = 0; from < added.length; from += TOGETHER) {
    const some = added.slice(from, from + TOGETHER)
    const alike = await quotationsAlike(
      db,
      some.map(({ said }) => said.text),
      CANDIDATES,
      (other, at) => other < (some[at]?.id ?? 0) || !own.has(other),
    )
    const asked = some.map(({ said }, at) => ({ telling: tellingWords(said.text).size, alike: alike[at] ?? [] }))
    const known = await candidatesOf(db, asked)
    for (const [at, { id, said }] of some.entries()) {
      const before = (alike[at] ?? []).flatMap((other) => known.get(other.id) ?? [])
      await tie(db, id, statementsOf(said, before), known)
    }
  }
}

/** `known` is brought up to date with what is stored. */
async function tie(
  db: Database,
  id: number,
  statements: readonly number[],
  known: ReadonlyMap<number, Candidate>,
): Promise<void> {
  if (statements.length === 0) return
  const first = Math.min(...statements)
  const others = statements.filter((statement) => statement !== first)
  const change = db.updateTable('quotations').set({ statement_id: first })
  if (others.length > 0) await change.where('statement_id', 'in', others).execute()
  await change.where('id', '=', id).execute()
  for (const [other, candidate] of known)
    if (other === id || others.includes(candidate.statementId)) candidate.statementId = first
}

interface Asked {
  /** How many telling words the new quotation has. */
  readonly telling: number
  readonly alike: readonly Alike[]
}

/** Those of them that can share enough words: most share one by chance, and to read them all takes longer than to find them. */
async function candidatesOf(db: Database, asked: readonly Asked[]): Promise<Map<number, Candidate>> {
  const longest = new Map<number, number>()
  for (const { telling, alike } of asked) {
    for (const { id, shared } of alike) {
      const most = isEnough(shared, telling, Number.POSITIVE_INFINITY) ? Number.MAX_SAFE_INTEGER : 2 * shared
      longest.set(id, Math.max(most, longest.get(id) ?? 0))
    }
  }
  const rows = await db
    .selectFrom(sql<{ value: string }>`json_each(${JSON.stringify([...longest])})`.as('asked'))
    .innerJoin('quotations as q', (join) => join.on(sql<boolean>`q.id = asked.value ->> 0`))
    .leftJoin('aliases', 'aliases.id', 'q.alias_id')
    .leftJoin('speakers', 'speakers.id', 'q.speaker_id')
    .select(['q.id', 'q.statement_id', 'q.wording', 'aliases.name', 'speakers.kind'])
    .where(sql<boolean>`q.telling <= asked.value ->> 1`)
    .execute()
  return new Map(
    rows.map(({ id, statement_id, wording, name, kind }) => {
      const speaker = name === null || kind === null ? null : { name, kind }
      return [id, { statementId: statement_id, text: wording, speaker, second: secondOf(id) }]
    }),
  )
}
