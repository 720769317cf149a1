/** One feed, once: fetched if it is due, then its entries read that wait. */
import { CrierError } from '../errors.js'
import { pollPhrases as say } from '../pollPhrases.js'
import { type ClaimParts, whileClaimed } from './claimed.js'
import type { FeedState, WaitingEntry } from './feed.js'
import { type FetchParts, fetchFeed, NOT_FETCHED } from './fetchFeed.js'
import type { Polled } from './polled.js'
import { type EntryOutcome, readEntry } from './readEntry.js'
import { nextTry } from './schedule.js'

/** Entries of a feed that are read before other feeds have their turn. */
const MOST_ENTRIES = 200
/** After so long others have theirs, too. Milliseconds. */
const LONGEST_GO = 60_000
const SIDE_BY_SIDE = 2

export interface PollParts extends FetchParts, ClaimParts {
  /** Ties what a person reads to what the log says. */
  readonly newId: () => string
  readonly log: ClaimParts['log'] & { error(details: object, text: string): void }
}

/** Gives null where there is no such feed any more. Rejects where the store fails, or something does that nobody foresaw. */
export async function poll(id: string, parts: PollParts, stopped: AbortSignal): Promise<Polled | null> {
  const polled = await whileClaimed(`feed:${id}`, parts, stopped, (signal) => pollClaimed(id, parts, signal))
  if (polled !== 'held') return polled
  const state = await parts.book.state(id)
  return state && { ...polledOf(state), fetched: 'held' }
}

async function pollClaimed(id: string, parts: PollParts, signal: AbortSignal): Promise<Polled | null> {
  const { book, now } = parts
  // Another process may have been at it until now.
  const before = await book.state(id)
  if (!before) return null
  const isDue = before.next !== null && before.next <= now()
  const fetched = isDue ? await fetchFeed(before, parts, signal) : NOT_FETCHED
  // It may have moved.
  const state = (await book.state(id)) ?? before
  const outcomes = await readWaiting(state, parts, signal)
  const count = (saved: string) => outcomes.filter((one) => 'saved' in one && one.saved === saved).length
  return {
    ...polledOf(state),
    ...fetched,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: outcomes.flatMap((one) => ('refused' in one ? [one.refused] : [])),
    hasMore: (await book.waiting(id, now(), 1)).length > 0,
  }
}

export function polledOf({ id, outlet, url }: FeedState): Polled {
  return { id, outlet, url, ...NOT_FETCHED, added: 0, changed: 0, unchanged: 0, refused: [], hasMore: false }
}

async function readWaiting(state: FeedState, parts: PollParts, signal: AbortSignal): Promise<EntryOutcome[]> {
  const { book, now, trueNow } = parts
  const until = trueNow() + LONGEST_GO
  const outcomes: EntryOutcome[] = []
  // One iterator: whoever is free takes the next.
  const left = (await book.waiting(state.id, now(), MOST_ENTRIES)).values()
  const read = async (): Promise<void> => {
    for (const waiting of left) {
      if (signal.aborted || trueNow() > until) return
      const outcome = await readSafely(waiting, state, parts, signal)
      if (outcome !== null) outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, read))
  return outcomes
}

/** What nobody foresaw of one entry is no matter of the others. */
async function readSafely(
  waiting: WaitingEntry,
  state: FeedState,
  parts: PollParts,
  signal: AbortSignal,
): Promise<EntryOutcome | null> {
  try {
    return await readEntry(waiting, state, parts, signal)
  } catch (error) {
    if (error instanceof CrierError) throw error
    const id = parts.newId()
    const about = { err: error, id, feed: state.id, address: withoutQuery(waiting.entry.link) }
    parts.log.error(about, 'An entry of a feed could not be read')
    const why = say.unforeseen(id)
    const { failures } = waiting
    await parts.book.refuse(waiting, { why, next: nextTry(failures, null, parts.now()), failures: failures + 1 })
    return { refused: why }
  }
}

/** What stands behind the question mark may be a secret. */
export function withoutQuery(address: string | null): string {
  return address?.replace(/[?#].*$/su, '') ?? ''
}
