import type { Context } from '../command.js'
import { digestPhrases as say } from '../digestCommandPhrases.js'

/** The time zone where none is said, with a sentence on whose it is: of the desk's newest digest, else the asker's, else UTC. */
export async function usualZone({
  digests,
  place,
  asker,
}: Pick<Context, 'digests' | 'place' | 'asker'>): Promise<{ readonly timezone: string; readonly why: string }> {
  const newest = (await digests.book.list(place.desk)).at(-1)?.timezone
  if (newest !== undefined) return { timezone: newest, why: say.zoneOf.digest(newest) }
  const own = asker?.timezone ?? null
  if (own !== null) return { timezone: own, why: say.zoneOf.asker(own) }
  return { timezone: 'UTC', why: say.zoneOf.none('UTC') }
}
