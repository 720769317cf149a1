/** Rows of the ledger as what they stand for. */
import type { Selectable } from 'kysely'
import type { Digest, Edition, Order, Slot, Work } from '../digests/digest.js'
import type { DigestTable, SlotTable } from './bookTables.js'

export type DigestRow = Selectable<DigestTable>
export type SlotRow = Selectable<SlotTable>

/** All but the edition, which may be long. */
export const SLOT_COLUMNS = [
  'id',
  'digest_id',
  'due',
  'by_hand',
  'state',
  'why',
  'attempts',
  'settled_at',
  'posted',
  'stories',
] as const

export function digestOf(row: DigestRow): Digest {
  const wanted: Order = JSON.parse(row.wanted)
  return {
    ...wanted,
    id: String(row.id),
    createdBy: row.created_by,
    createdAt: row.created_at,
    paused: row.paused_at === null ? null : { at: row.paused_at, why: row.paused_why },
    next: row.next,
    toldUntil: row.told_until,
  }
}

/** Only what a manager decides, though a whole digest may be given for it. */
export function wantedRow(order: Order): Pick<DigestRow, 'desk' | 'platform' | 'wanted'> {
  const { desk, channel, schedule, timezone, quietDays, topics, speakers, outlets, length, ifLate, ifEmpty } = order
  const when = { schedule, timezone, quietDays }
  const wanted: Order = { desk, channel, ...when, topics, speakers, outlets, length, ifLate, ifEmpty }
  return { desk, platform: desk.replace(/:.*$/su, ''), wanted: JSON.stringify(wanted) }
}

export function slotOf(row: Pick<SlotRow, (typeof SLOT_COLUMNS)[number]>): Slot {
  const [messageId = null] = postedOf(row)
  return {
    id: row.id,
    digestId: String(row.digest_id),
    due: row.due,
    isByHand: row.by_hand === 1,
    state: row.state,
    why: row.why,
    attempts: row.attempts,
    settledAt: row.settled_at,
    messageId,
    stories: row.stories,
  }
}

export function workOf(row: SlotRow, digest: Digest): Work {
  const edition: Edition | null = row.edition === null ? null : JSON.parse(row.edition)
  return { slot: slotOf(row), digest, edition, posted: postedOf(row) }
}

function postedOf({ posted }: Pick<SlotRow, 'posted'>): readonly string[] {
  return JSON.parse(posted)
}

/** The number of a digest as people type it; null where it can be none. */
export function numberOf(id: string): number | null {
  return /^[1-9]\d{0,14}$/u.test(id) ? Number(id) : null
}
