/** What a feed says, before anything of it is an article. */

export interface ParsedFeed {
  /** What it calls itself, as one line. */
  readonly title: string | null
  /** The address of the page or site that it belongs to. */
  readonly site: string | null
  /** How long it asks not to be fetched again (`ttl`, `sy:updatePeriod`); null where it does not say. Milliseconds. */
  readonly ttl: number | null
  /** Hours (0–23, UTC) and days (0 Sunday … 6) in which it asks not to be fetched. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly number[]
  /** In the order of the feed. */
  readonly entries: readonly Entry[]
}

/** An item of a feed. Addresses are absolute and http(s); texts are one line, without markup; times are ISO 8601. */
export interface Entry {
  /** What stays the same while the entry changes: its guid or id, else its link, else made of what it says. */
  readonly key: string
  readonly link: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  /** The fullest text that the feed gives, as HTML; null where it gives none. */
  readonly html: string | null
}

/** A feed that a page points at, or that an OPML file lists. */
export interface FoundFeed {
  readonly url: string
  readonly title: string | null
  readonly site: string | null
}
