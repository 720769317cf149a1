import type { Digest } from './digest.js'
import { slotsBetween } from './schedule/slots.js'

const DAY = 24 * 3_600_000
/** The first edition of a digest looks back no further. Milliseconds. */
const FURTHEST = 7 * DAY
/** An article gets its time of arrival a little before others can read it. Milliseconds. */
const ARRIVING = 2 * 60_000

/** Which news belongs into an edition; all in milliseconds since 1970. */
export interface NewsWindow {
  /** What readers are told that it goes back to. */
  readonly since: number
  readonly publishedAfter: number
  /** Came into the store, or was published, after this; null: whenever it came. */
  readonly arrivedAfter: number | null
}

/**
 * What is new since the last edition, or since the first one would have had one before it. An article may come in hours after its time of
 * publication, and one that gives only a day counts from the beginning of that day: so what came in since is looked at a day back. What
 * was told already is known by its id.
 */
export function newsWindow(digest: Digest, due: number): NewsWindow {
  const { toldUntil } = digest
  if (toldUntil !== null)
    return { since: toldUntil, publishedAfter: toldUntil - DAY, arrivedAfter: toldUntil - ARRIVING }
  let since = due - FURTHEST
  for (const slot of slotsBetween(digest, since, due - 1)) since = slot
  return { since, publishedAfter: Math.floor(since / DAY) * DAY - 1, arrivedAfter: null }
}
