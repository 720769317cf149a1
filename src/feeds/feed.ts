/** The feeds that are followed, what is known of each, and what of them is still to be read. Times are milliseconds since 1970. */
import type { ArticleDraft, FoundQuotation } from '../model.js'
import type { Entry } from './entry.js'

export interface Feed {
  /** Short, and never given again. */
  readonly id: string
  /** Where it is fetched: what was followed, or where that has moved for good. */
  readonly url: string
  /** The outlet whose articles it brings. */
  readonly outlet: string
  /** A page of the site that it speaks for: its own, or another that whoever runs Crier vouched for. */
  readonly site: string | null
  /** `gone`: it has ended, and is not fetched any more. */
  readonly status: 'ok' | 'failing' | 'gone'
  /** What went wrong last, as one sentence; null where nothing did since. */
  readonly error: string | null
  readonly failingSince: number | null
  readonly lastSuccess: number | null
  /** When it is fetched next; null where it never is. */
  readonly next: number | null
  /** Articles of it in the store. */
  readonly articles: number
  /** Entries that are still to be read. */
  readonly waiting: number
  /** Who follows it. */
  readonly desks: readonly string[]
}

/** A feed as it is found, before anybody follows it; see `Feed`. */
export interface NewFeed {
  readonly url: string
  readonly outlet: string
  readonly site: string | null
  /** Whoever runs Crier says so: outlet and site take the place of those that are known. */
  readonly isVouched?: boolean
}

/** Hours (0–23, UTC) and days (0 Sunday … 6) in which a feed asks not to be fetched. */
export interface Skipped {
  readonly hours: readonly number[]
  readonly days: readonly number[]
}

/** What the next fetch of a feed needs to know of the last ones. */
export interface FeedState {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly site: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** How long it rests between two fetches by what is known of how often it changes; null before the first. */
  readonly interval: number | null
  /** As it said last: an answer that nothing has changed does not say it again. */
  readonly skipped: Skipped
  /** Fetches in a row that failed. */
  readonly failures: number
  readonly failingSince: number | null
  readonly lastSuccess: number | null
  readonly next: number | null
}

/** What a fetch changes; what is left out stays as it is. Outlet and site are as they were followed. */
export interface FeedChange {
  readonly url?: string
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly interval?: number
  readonly skipped?: Skipped
  readonly failures?: number
  readonly failingSince?: number | null
  readonly lastSuccess?: number
  readonly error?: string | null
  readonly next?: number | null
  readonly isGone?: boolean
}

/** An entry that is to be read: its page fetched, or its own text taken. */
export interface WaitingEntry {
  readonly feedId: string
  readonly entry: Entry
  /** Attempts that failed before. */
  readonly failures: number
  /** It came with the first fetch of its feed, or the first after a long outage. */
  readonly isOld: boolean
  /** The page was read before, and is looked at again: what it was then answered with. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** How often its page has been read. */
  readonly readings: number
}

/** An article that was read from an entry. */
export interface ReadArticle {
  readonly draft: ArticleDraft
  readonly quotations: readonly FoundQuotation[]
  /** All addresses under which it is known to be the same article: see `bareAddress`. */
  readonly addresses: readonly string[]
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What became of an entry: nothing more is asked of it before `next`, or ever where that is null. */
export interface Refused {
  /** One sentence. */
  readonly why: string
  readonly next: number | null
  /** Attempts that failed by now: one more than before, unless nobody asked. */
  readonly failures: number
}

export interface FollowedFeed {
  readonly feed: Feed
  /** This desk did not follow it before. */
  readonly isNew: boolean
}

/** A feed that has failed for long, and who is to be told. */
export interface FailingFeed {
  readonly feed: Feed
  readonly desk: string
  /** The platform's id of who followed it there. */
  readonly followedBy: string
}

/** Every method is atomic over processes. */
export interface FeedBook {
  /** A feed that is known by this address, now or before it moved, is followed and not made again; it is due at once. */
  follow(desk: string, feed: NewFeed, by: string | null, now: number): Promise<FollowedFeed>
  /** Gives whether the desk followed it. Its articles stay in the store. */
  unfollow(desk: string, id: string): Promise<boolean>
  /** Those that a desk follows, or that anybody does; by outlet, then address. */
  list(desk?: string): Promise<Feed[]>
  /** By its id, or any address it has had. */
  find(desk: string, idOrAddress: string): Promise<Feed | null>

  /** Ids of followed feeds that are to be fetched, or have entries to be read, longest due first. */
  due(now: number, limit: number): Promise<string[]>
  /** When the next feed or entry is due; null where none ever is. */
  nextDue(): Promise<number | null>
  state(id: string): Promise<FeedState | null>
  /**
   * Keeps what a fetch brought: entries that are new or say something else than before are to be read from now on, and the change is made with
   * them or not at all. Gives how many those are.
   */
  keepEntries(id: string, entries: readonly Entry[], isOld: boolean, change: FeedChange, now: number): Promise<number>
  change(id: string, change: FeedChange): Promise<void>
  /** Entries of a feed that are to be read by now, in the order of the feed. */
  waiting(id: string, now: number, limit: number): Promise<WaitingEntry[]>
  /** Stores the article of an entry and settles the entry, both or neither. `next`: when its page is looked at again. */
  keepArticle(
    waiting: WaitingEntry,
    read: ReadArticle,
    next: number | null,
    now: number,
  ): Promise<{ readonly id: string; readonly saved: 'added' | 'changed' | 'unchanged' }>
  /** The page is as it was. */
  keepUnchanged(waiting: WaitingEntry, next: number | null): Promise<void>
  refuse(waiting: WaitingEntry, refused: Refused): Promise<void>

  /** Feeds that have failed since before `before` and whose followers were not told of it yet. */
  failing(before: number): Promise<FailingFeed[]>
  /** This desk is not told again before the feed has worked and failed anew. */
  told(desk: string, id: string): Promise<void>
}

/** What commands may ask of feeds. */
export interface Feeds {
  readonly book: Pick<FeedBook, 'follow' | 'unfollow' | 'list' | 'find'>
  /**
   * The feeds at an address, or that the page there points at, each fetched and parsed. Rejects with a CrierError of one sentence where there
   * is none, or the address may not be fetched.
   */
  find(address: string): Promise<readonly NewFeed[]>
  /** What is due is looked at now. */
  hurry(): void
}
