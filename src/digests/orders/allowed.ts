import type { Context } from '../../command.js'
import { digestPhrases as say } from '../../digestCommandPhrases.js'
import { CrierError, UsageError } from '../../errors.js'
import type { Place } from '../../platform.js'
import { type Digest, type DigestBook, type Digests } from '../digest.js'

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

/** Rejects with a UsageError that says which ids there are where the desk has no such digest. */
export async function digestOf(book: Pick<DigestBook, 'find' | 'list'>, desk: string, id: string): Promise<Digest> {
  const digest = await book.find(desk, id)
  if (digest) return digest
  const all = await book.list(desk)
  throw new UsageError(
    say.unknown(
      id,
      all.map((each) => each.id),
    ),
    { option: 'id' },
  )
}
