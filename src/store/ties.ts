/** Which statements quotations that have just been stored belong to. */
import { type Kysely, sql } from 'kysely'
import { secondOf } from './order.js'
import type { Schema } from './schema.js'
import { quotationsAlike } from './search.sqlite.js'
import { type Said, statementsOf } from './statements.js'

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
    const candidates = await quotationsAlike(
      db,
      some.map(({ said }) => said.text),
      CANDIDATES,
      (other, at) => other < (some[at]?.id ?? 0) || !own.has(other),
    )
    const known = await candidatesOf(db, new Set(candidates.flat()))
    for (const [at, { id, said }] of some.entries()) {
      const before = (candidates[at] ?? []).flatMap((other) => known.get(other) ?? [])
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

async function candidatesOf(db: Database, ids: ReadonlySet<number>): Promise<Map<number, Candidate>> {
  const rows = await db
    .selectFrom('quotations as q')
    .leftJoin('aliases', 'aliases.id', 'q.alias_id')
    .leftJoin('speakers', 'speakers.id', 'q.speaker_id')
    .select(['q.id', 'q.statement_id', 'q.wording', 'aliases.name', 'speakers.kind'])
    .where('q.id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`)
    .execute()
  return new Map(
    rows.map(({ id, statement_id, wording, name, kind }) => {
      const speaker = name === null || kind === null ? null : { name, kind }
      return [id, { statementId: statement_id, text: wording, speaker, second: secondOf(id) }]
    }),
  )
}
