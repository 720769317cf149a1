/**
 * What the rest of Crier may ask of the store. SQLite implements it; anything else that does must pass
 * test/contracts/store.
 */
import type { Book } from '../book.js'
import type { DigestBook } from '../digests/digest.js'
import type { FeedBook } from '../feeds/feed.js'
import type { Article, ArticleDraft, FoundQuotation, Quotation } from '../model.js'

export interface SpeakerRow {
  readonly id: number
  /** The fullest name seen. */
  readonly name: string
  readonly kind: 'person' | 'organization' | 'unnamed'
  /** See `speakerKey`. */
  readonly key: string
  /** How many quotations of theirs the desk can see. */
  readonly quotations: number
}

export interface StoredQuotation {
  readonly id: number
  readonly statementId: number
  readonly speakerId: number | null
  readonly article: Article
  readonly quotation: Quotation
}

/** A version of an article among its others. Times are milliseconds since 1970; 0 where the store did not note them yet. */
export interface ArticleVersion extends Article {
  /** Counts from 1. */
  readonly version: number
  readonly arrived: number
  /** When another version came in its place; null while it is the current one. */
  readonly until: number | null
}

/** A quotation of a replaced version, whose next version does not print these words. */
export interface ReplacedQuotation extends StoredQuotation {
  /** Milliseconds since 1970: when the next version came; 0 where the store did not note it. */
  readonly until: number
  /** The current version of its article; null where another article took its place. */
  readonly currentId: string | null
}

/** Whose replaced quotations: earlier versions of these current articles, these speakers, whoever is called so, or like these words. */
export type ReplacedBy =
  | { readonly articles: readonly string[] }
  /** Of the filter all but the topic counts. */
  | { readonly speakers: readonly number[]; readonly filter?: Filter }
  | { readonly named: string; readonly filter?: Filter }
  | { readonly words: string }

export interface OutletRow {
  readonly outlet: string
  readonly articles: number
  readonly quotations: number
  /** ISO 8601 of its newest article. */
  readonly newest: string | null
  /** Of its articles, those that are known not to be in English. */
  readonly foreign: number
}

/**
 * Restricts what is looked at; times of publication count by the second. `about` is a topic in groups of words: one word of each group
 * must occur (stems are compared).
 */
export interface Filter {
  readonly about?: readonly (readonly string[])[]
  readonly outlet?: string
  /** One of these. */
  readonly outlets?: readonly string[]
  /** ISO 8601 date: published then or later. */
  readonly since?: string
  /** Milliseconds since 1970: published after this. Of what has no date, what came in after it. */
  readonly after?: number
  /** Milliseconds since 1970: published then or before. Of what has no date, what came in by then. */
  readonly until?: number
  /** Milliseconds since 1970: came into the store, or was published, after this. */
  readonly arrivedAfter?: number
  /** Articles of one of these stories, by their ids. */
  readonly stories?: readonly string[]
  /** Articles that quote one of these speakers, by their ids. */
  readonly speakers?: readonly number[]
}

/** An article without its words, as it is looked through for what is new. */
export interface ListedArticle {
  readonly id: string
  readonly storyId: string
  readonly outlet: string
  readonly url: string | null
  /** ISO 8601. */
  readonly published: string | null
  /** Milliseconds since 1970; 0 where it is unknown. */
  readonly arrived: number
}

export interface StoryRow {
  readonly id: string
  readonly articles: readonly Article[]
}

/**
 * The articles that one desk sees. There is no way to the articles past it. Only the current version of an article is
 * searched.
 */
export interface Archive {
  count(filter?: Filter): Promise<number>
  outlets(): Promise<OutletRow[]>
  /** Any version, also one that has been replaced. */
  article(id: string): Promise<Article | null>
  /** The same as `newest`, without the words. */
  listed(filter: Filter, limit: number): Promise<ListedArticle[]>
  /** These, in this order, any version; without those that there are not. */
  articles(ids: readonly string[]): Promise<Article[]>
  /** Newest first. */
  newest(filter: Filter, limit: number): Promise<Article[]>
  /** Among the newest that match `filter.about`, the ones most about it first. */
  search(filter: Filter, limit: number): Promise<Article[]>
  /** Speakers one of whose names has all these words ("mattis", "jim mattis"), most quoted first. */
  speakersNamed(words: string): Promise<SpeakerRow[]>
  /** Speakers whose names are spelled most like this, nearest first. */
  speakersNear(words: string, limit: number): Promise<SpeakerRow[]>
  /** Words of articles spelled nearly as this one, nearest first. */
  wordsNear(word: string, limit: number): Promise<string[]>
  /** Names and outlets that begin with these letters, for completion. */
  namesBeginning(prefix: string, limit: number): Promise<string[]>
  /** Words of the newest headlines that begin with these letters, those of most headlines first, for completion. */
  topicsBeginning(prefix: string, limit: number): Promise<string[]>
  /** Quotations of these speakers, newest first. */
  quotationsOf(speakerIds: readonly number[], filter: Filter, limit: number): Promise<StoredQuotation[]>
  quotationsIn(articleIds: readonly string[]): Promise<StoredQuotation[]>
  /** Quotations that share the rarer words with these, most alike first: candidates to compare word by word. */
  quotationsLike(words: string, limit: number): Promise<StoredQuotation[]>
  /** The replaced versions of these current articles, newest first; seen by whoever sees the article. */
  earlier(ids: readonly string[]): Promise<Map<string, readonly ArticleVersion[]>>
  /** Of these replaced versions, the current version of each. */
  laterThan(ids: readonly string[]): Promise<Map<string, ArticleVersion>>
  /** Last replaced first; of those like some words the most alike first. They are nowhere else among quotations. */
  quotationsReplaced(by: ReplacedBy, limit: number): Promise<ReplacedQuotation[]>
  /** The stories of these articles, each with all its articles, in the order of the articles given. */
  storiesOf(articleIds: readonly string[]): Promise<StoryRow[]>
  /** How many visible articles contain each of these stems' words, to weigh words by. */
  documentFrequencies(words: readonly string[]): Promise<Map<string, number>>
}

export type Saved = 'added' | 'changed' | 'unchanged'

/** Where an article came in that no feed brought: the samples, or files that were indexed. */
export type Origin = 'samples' | 'files'

export interface Store {
  /** What this desk sees: what it follows and what was indexed from files; the samples until there is either. */
  archive(desk: string): Archive
  isEmpty(): Promise<boolean>
  /** Stores an article with its quotations, ties them to statements and the article to a story, in one transaction. */
  save(
    draft: ArticleDraft,
    quotations: readonly FoundQuotation[],
    origin: Origin,
  ): Promise<{ id: string; saved: Saved }>
  /** What is remembered beside articles. */
  readonly book: Book
  readonly digests: DigestBook
  /** What is followed, and what of it is to be read. */
  readonly feeds: FeedBook
  close(): Promise<void>
}
