/** The nouns that every part of Crier shares. Offsets are UTF-16 units into a text, `end` exclusive. */

export interface Span {
  readonly start: number
  readonly end: number
}

/** An article before it is stored: what a reader of files or pages hands to the pipeline. */
export interface ArticleDraft {
  /** What stays the same while the article changes: its given id, its address, or the file (and line) it came from. */
  readonly key: string
  readonly outlet: string
  readonly title: string | null
  readonly author: string | null
  readonly url: string | null
  /** ISO 8601, a date or a date and time. */
  readonly published: string | null
  /** BCP 47 ("en", "de") as its words show; left out or null where that cannot be told. */
  readonly language?: string | null
  /** Cleaned: paragraphs parted by an empty line; where there is a title, the first paragraph is the title. */
  readonly text: string
}

/** One version of an article, as stored. Its text never changes: a changed article is another version with another id. */
export interface Article extends ArticleDraft {
  /** Made from outlet and text, so the same version has the same id on every machine. */
  readonly id: string
  /** The id of the article that it copies, as outlets print one agency's report; null or left out where it copies none. */
  readonly copyOf?: string | null
}

/** A slice of an article that is shown; `text` equals the article's text from `start` to `end`. */
export interface Excerpt extends Span {
  readonly articleId: string
  readonly outlet: string
  readonly url: string | null
  readonly published: string | null
  readonly text: string
}

export type SpeakerKind = 'person' | 'organization' | 'unnamed'

export type Channel = 'spoken' | 'written' | 'posted' | 'reported'

/** Who speaks: `start` and `end` are the mention in the text ("he"), `name` is who that is ("James Mattis"). */
export interface Speaker extends Span {
  readonly name: string
  readonly kind: SpeakerKind
}

/** A quotation found in one text. Its span includes its quotation marks. */
export interface FoundQuotation extends Span {
  readonly text: string
  readonly speaker: Speaker | null
  readonly cue: Span | null
  readonly channel: Channel
  /** 0 to 1: how sure the attribution is. */
  readonly confidence: number
}

/** A quotation as shown: an excerpt with who said it, how. */
export interface Quotation extends Excerpt {
  readonly speaker: Speaker | null
  readonly cue: Span | null
  readonly channel: Channel
}

/** The only way article words leave an article: a slice with the place it was cut from. */
export function cut(article: Article, { start, end }: Span): Excerpt {
  const { id: articleId, outlet, url, published, text } = article
  return { articleId, outlet, url, published, start, end, text: text.slice(start, end) }
}

/** A part of an excerpt, by a span of its text. */
export function within(excerpt: Excerpt, { start, end }: Span): Excerpt {
  return { ...excerpt, start: excerpt.start + start, end: excerpt.start + end, text: excerpt.text.slice(start, end) }
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
