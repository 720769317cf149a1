import type { Context } from '../command.js'
import { commandPhrases } from '../commandPhrases.js'
import { digestPhrases as say } from '../digestCommandPhrases.js'
import { type Digest, type DigestBook, type Digests } from '../digests/digest.js'
import { CrierError, UsageError } from '../errors.js'
import { followPhrases } from '../feedCommandPhrases.js'
import type { Place } from '../platform.js'

/** What everybody may type of commands that are otherwise for managers, by the group's name. */
const MAY_EVERYBODY = { digest: say.mayEverybody, follow: followPhrases.mayEverybody }

/** The platform's id of the manager who asks. Throws a CrierError where nobody knows of one. */
export function managerOf({ asker }: Pick<Context, 'asker'>, group: keyof typeof MAY_EVERYBODY): string {
  if (asker === null) throw new CrierError(commandPhrases.unknownAsker)
  if (asker.isManager === null) throw new CrierError(commandPhrases.unknownManager(group))
  if (!asker.isManager) throw new CrierError(commandPhrases.notManager(MAY_EVERYBODY[group]))
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
  managerOf(context, 'digest')
  return digestOf(context.digests.book, context.place.desk, id)
}
