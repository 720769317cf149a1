/** Standing orders for briefings, and what became of each edition. Times are milliseconds since 1970. */
import type { Message } from '../message.js'
import type { Place } from '../platform.js'
import type { Timetable } from './schedule/schedule.js'

/** What becomes of an edition that could not go out at its time: it goes out once, its news goes into the next, or neither. */
export const IF_LATE = ['send', 'fold', 'skip'] as const
/** What an edition without news becomes: nothing, or a message that says so. */
export const IF_EMPTY = ['skip', 'say'] as const

/** What a manager decides about a digest. */
export interface Order extends Timetable, Place {
  /** As typed; any of them suffices, and none means all. */
  readonly topics: readonly string[]
  readonly speakers: readonly string[]
  readonly outlets: readonly string[]
  /** The most stories in an edition. */
  readonly length: number
  readonly ifLate: (typeof IF_LATE)[number]
  readonly ifEmpty: (typeof IF_EMPTY)[number]
}

export interface Digest extends Order {
  /** The same for good, whatever else changes. */
  readonly id: string
  /** The platform's id of the person who made it, and is told when it cannot go on. */
  readonly createdBy: string
  readonly createdAt: number
  /** Null while it runs. */
  readonly paused: Pause | null
  /** When it falls due next; null where it is paused or never will. */
  readonly next: number | null
  /** Up to when the news is in an edition that was sent, or was found empty; null before the first. */
  readonly toldUntil: number | null
}

/** `why` is a sentence where something stood in the way, and null where somebody paused it. */
export interface Pause {
  readonly at: number
  readonly why: string | null
}

/** `due` waits for somebody to take it, `claimed` is being worked at; the others are for good. */
export type SlotState = 'due' | 'claimed' | 'sent' | 'empty' | 'late' | 'failed'

/** One instant at which a digest fell due, or was asked for by hand; there is one row a slot. */
export interface Slot {
  readonly id: number
  readonly digestId: string
  readonly due: number
  readonly isByHand: boolean
  readonly state: SlotState
  /** Of what is late or failed, or was sent without all its details: a sentence. */
  readonly why: string | null
  /** How often somebody took it. */
  readonly attempts: number
  /** When it was settled for good. */
  readonly settledAt: number | null
  /** The platform's id of the summary, once it was posted. */
  readonly messageId: string | null
  readonly stories: number | null
}

/** One edition as it goes out. It is kept with its slot before anything is posted, so that whoever takes over goes on with the same words. */
export interface Edition {
  readonly summary: Message
  /** For the thread under the summary, a message a story. */
  readonly details: readonly Message[]
  readonly told: readonly ToldStory[]
  /** How many articles it rests on. */
  readonly articles: number
  /** Up to when it tells. */
  readonly until: number
}

export interface ToldStory {
  readonly storyId: string
  readonly articleIds: readonly string[]
}

/** A slot that this holder has claimed, with its digest and what was done about it before. */
export interface Work {
  readonly slot: Slot
  readonly digest: Digest
  /** As kept by whoever worked at it before; null where nobody came so far. */
  readonly edition: Edition | null
  /** The ids of the messages that were posted, the summary's first. */
  readonly posted: readonly string[]
}

/** Where digests and their slots are kept; every method is atomic over processes. */
export interface DigestBook {
  /** Gives the new digest. Rejects with a CrierError where the desk has as many as it may. */
  create(
    order: Order,
    made: { readonly by: string; readonly at: number; readonly next: number | null },
  ): Promise<Digest>
  /** Null where the desk has none of this id; another desk's is none. */
  find(desk: string, id: string): Promise<Digest | null>
  /** Of one desk, or of all; the oldest first. */
  list(desk?: string): Promise<Digest[]>
  /** Sets what it is now told to be. What is due and was not begun is dropped. */
  change(id: string, order: Order, next: number | null): Promise<void>
  pause(id: string, pause: Pause): Promise<void>
  resume(id: string, next: number | null): Promise<void>
  /** With its slots and all it remembers. */
  remove(id: string): Promise<void>
  /** The newest first. */
  history(id: string, limit: number): Promise<Slot[]>
  /** The articles that it told, by story. */
  told(id: string): Promise<Map<string, readonly string[]>>

  /** Digests of these platforms (what a desk's name begins with) whose time has come at `now`, the longest due first. */
  overdue(platforms: readonly string[], now: number, limit: number): Promise<Digest[]>
  /**
   * Writes the slots of a digest that have passed and moves it on to the next; false, and nothing is written, where another process did so
   * or the digest was changed meanwhile. A slot that has a row keeps it. What is due can be claimed from `freeAt` on at the latest.
   */
  plan(digest: Digest, plan: Plan, freeAt: number): Promise<boolean>
  /** A slot at `now` that somebody asked for by hand. What waits before it is tried at once. */
  order(id: string, now: number): Promise<Slot>
  /**
   * Takes at most `limit` slots that are free at `now`, because they are due or their holder's time is over, the longest free first. Of one
   * digest only the oldest that is not settled, so that no edition tells what another tells at the same time.
   */
  claim(claim: Claim): Promise<Work[]>
  /** Keeps these slots for longer, those of them that the holder has not lost. */
  renew(holder: string, slotIds: readonly number[], until: number): Promise<void>
  /** These three give false, and change nothing, where the holder has lost the slot. */
  keepEdition(slotId: number, holder: string, edition: Edition): Promise<boolean>
  keepPosted(slotId: number, holder: string, messageId: string): Promise<boolean>
  settle(slotId: number, holder: string, settled: Settled): Promise<boolean>
  /** Gives a slot back, to be taken again from `notBefore`. */
  postpone(slotId: number, holder: string, notBefore: number): Promise<void>

  /** Digests that fall due some time, by id, from the one after `after`: for looking at all of them a few at a time. */
  scheduled(after: string | null, limit: number): Promise<Digest[]>
  /**
   * Where the clock was ahead: the digest is due at `next`, has told nothing after `now`, and no slot after `now` was late. False where it
   * was changed meanwhile.
   */
  setBack(digest: Digest, now: number, next: number | null): Promise<boolean>
  /** Slots that nobody may take before `latest` may be taken now: the clock that said so was ahead. */
  freeAfter(latest: number, now: number): Promise<void>
  /** Forgets slots that were settled, and stories that were told, before `before`, at most `limit` of each; gives how many rows went. */
  forget(before: number, limit: number): Promise<number>
}

export interface Claim {
  readonly holder: string
  readonly now: number
  readonly until: number
  readonly limit: number
  /** See `overdue`. */
  readonly platforms: readonly string[]
}

export interface Plan {
  readonly at: number
  readonly slots: readonly PlannedSlot[]
  readonly next: number | null
  /** What came up to then is never told; null where all is. */
  readonly skippedUntil: number | null
}

export interface PlannedSlot {
  readonly due: number
  readonly state: 'due' | 'late'
  readonly why: string | null
}

export interface Settled {
  readonly state: Exclude<SlotState, 'due' | 'claimed'>
  readonly at: number
  readonly why?: string
  /** What it told, and up to when nothing is left to tell. */
  readonly told?: readonly ToldStory[]
  readonly toldUntil?: number
  readonly stories?: number
}

/** What commands may do about digests. */
export interface Digests {
  readonly book: DigestBook
  /** See `Postman.mayPost`; null also where nothing here posts. */
  mayPost(place: Place): Promise<string | null>
  /** Has what is due looked at now, where something here sends. */
  hurry(): void
}
