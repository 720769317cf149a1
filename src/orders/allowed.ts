import type { Context } from '../command.js'
import { digestPhrases as say } from '../digestCommandPhrases.js'
import { type Digest, type DigestBook, type Digests } from '../digests/digest.js'
import { CrierError, UsageError } from '../errors.js'
import type { Place } from '../platform.js'

/** The platform's id of the manager who asks. Throws a CrierError where nobody knows of one. */
export function managerOf({ asker }: Pick<Context, 'asker'>): string {
  if (asker === null) throw new CrierError(say.unknownAsker)
  if (asker.isManager === null) throw new CrierError(say.unknownManager)
  if (!asker.isManager) throw new CrierError(say.notManager)
  return asker.user
}

/** Rejects with a CrierError where Crier may not post there. */
export async function mustPost(digests: Pick<Digests, 'mayPost'>, place: Place): Promise<void> {
  const why = await digests.mayPost(place)
  if (why !== null) throw new CrierError(why, { option: 'channel' })
}

/** The digest of this id, or without one the only one there is. Rejects with a UsageError that says which ids the desk has. */
export async function digestOf(
  book: Pick<DigestBook, 'find' | 'list'>,
  desk: string,
  id: string | undefined,
): Promise<Digest> {
  const found = id === undefined ? null : await book.find(desk, id)
  if (found) return found
  const all = await book.list(desk)
  const [first] = all
  if (id === undefined && first && all.length === 1) return first
  const ids = all.map((each) => each.id)
  throw new UsageError(id === undefined ? say.which(ids) : say.unknown(id, ids), { option: 'id' })
}

/** As `digestOf`, for a manager alone: see `managerOf`. */
export async function managedDigest(
  context: Pick<Context, 'asker' | 'digests' | 'place'>,
  id: string | undefined,
): Promise<Digest> {
  managerOf(context)
  return digestOf(context.digests.book, context.place.desk, id)
}
