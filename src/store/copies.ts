import type { Kysely } from 'kysely'
import { isAgency } from '../stories/copies.js'
import { outletKey } from './filters.js'
import { firstIdAfter, firstIdAt } from './order.js'
import type { Schema } from './schema.js'

interface Printed {
  /** Its number, which grows with the time of publication. */
  readonly id: number
  readonly publicId: string
  readonly outlet: string
}

/**
 * Ties an article that was just stored to the one that it copies, and others to it: the original is an agency's own, else the earliest
 * published, whichever came in first. A copy of a copy is tied to the original of both. `copies` are the numbers of the articles that print the same; what
 * was tied to the version that it replaces is tied to it, if it still prints the same.
 */
export async function tieCopies(
  db: Kysely<Schema>,
  article: Printed,
  copies: readonly number[],
  replaced: string | null,
): Promise<void> {
  if (copies.length === 0) return
  const rows = await db
    .selectFrom('articles')
    .select(['public_id', 'copy_of'])
    .where('id', 'in', [...copies])
    .execute()
  const tied = rows.map((row) => row.copy_of ?? row.public_id)
  const roots = await printed(db, tied)
  const known = roots.filter((root) => root.publicId !== replaced)
  const [original = article] = [...known, article].toSorted(originalFirst)
  const others = [article, ...roots].filter(({ publicId }) => publicId !== original.publicId && publicId !== replaced)
  // Only what has just been found to print the same leaves a version that was replaced for the one in its place.
  const left = rows.filter((row) => row.copy_of === replaced).map((row) => row.public_id)
  const moved = [...others.map(({ publicId }) => publicId), ...left]
  const ties = db.updateTable('articles').set({ copy_of: original.publicId })
  await ties.where((eb) => eb.or([eb('public_id', 'in', moved), eb('copy_of', 'in', moved)])).execute()
  await db.updateTable('articles').set({ copy_of: null }).where('public_id', '=', original.publicId).execute()
}

async function printed(db: Kysely<Schema>, publicIds: readonly string[]): Promise<Printed[]> {
  return db
    .selectFrom('articles as a')
    .innerJoin('outlets as o', 'o.id', 'a.outlet_id')
    .select(['a.id', 'a.public_id as publicId', 'o.name as outlet'])
    .where('a.public_id', 'in', [...new Set(publicIds)])
    .execute()
}

function originalFirst(a: Printed, b: Printed): number {
  return Number(isAgency(outletKey(b.outlet))) - Number(isAgency(outletKey(a.outlet))) || lateness(a) - lateness(b)
}

/** What has no date comes after all that has. */
function lateness({ id }: Printed): number {
  return id >= firstIdAt(null) && id < firstIdAfter(0) ? Number.MAX_SAFE_INTEGER + id : id
}
