import type { Channel, SpeakerKind } from '../model.js'
import type { FeedSchema } from './feedTables.js'

/** The tables, as Kysely knows them. Truth values are 0 or 1; offsets are UTF-16 units into the article's text. */
export interface Schema extends FeedSchema {
  outlets: { id: Id; key: string; name: string }
  articles: ArticleTable
  feed_articles: { feed_id: number; article_id: number }
  speakers: { id: Id; key: string; kind: SpeakerKind; surname: string | null }
  aliases: { id: Id; speaker_id: number; name: string }
  quotations: QuotationTable
}

type Id = import('kysely').Generated<number>
type Optional<T> = import('kysely').Generated<T>

export interface ArticleTable {
  /** Grows with the time of publication, so that newest first is the order of ids: see `src/store/order.ts`. */
  id: number
  /** What the rest of Crier calls the article. */
  public_id: string
  key: string
  /** Counts the versions of one key from 1; only the current one is searched. */
  version: number
  current: 0 | 1
  outlet_id: number
  quotation_count: number
  story_id: string
  title: string | null
  author: string | null
  url: string | null
  published: string | null
  text: string
  /** When this version came in, in milliseconds since 1970; 0 for those of stores that did not note it yet. */
  added_at: number
  /** BCP 47; null where it is not known. */
  language: string | null
  /** The `public_id` of the article that this one copies: see `tieCopies`. */
  copy_of: string | null
  /** When another version took its place, in milliseconds since 1970; 0 while it is current, and where nobody noted it. */
  replaced_at: Optional<number>
}

export interface QuotationTable {
  id: number
  article_id: number
  /** The same as its article's. */
  current: 0 | 1
  start: number
  end: number
  /** Those words of the article, to compare with others; what is shown is cut from the article. */
  wording: string
  speaker_id: number | null
  /** The name its article gives the speaker. */
  alias_id: number | null
  mention_start: number | null
  mention_end: number | null
  cue_start: number | null
  cue_end: number | null
  channel: Channel
  confidence: number
  /** The lowest id of the quotations of one statement when they were tied. */
  statement_id: number
  /** Of a replaced version: the version after it does not print these words. */
  dropped: Optional<0 | 1>
  /** How many telling words it has: see `sharesEnough`; 0 where nobody counted them. */
  telling: Optional<number>
}
