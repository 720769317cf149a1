import type { Digest } from './digest.js'
import { slotsBetween } from './schedule/slots.js'

/** The first edition of a digest looks back no further, in milliseconds. */
const FURTHEST = 7 * 24 * 3_600_000

/** Since when the news belongs into the edition of this slot: since the last one, or since the first one would have had one before it. */
export function newsSince(digest: Digest, due: number): number {
  if (digest.toldUntil !== null) return digest.toldUntil
  let last = due - FURTHEST
  for (const slot of slotsBetween(digest, last, due - 1)) last = slot
  return last
}
