import { sentences } from '../../language/sentences.js'
import { contentStems } from '../../language/words.js'
import { type Article, cut, type Excerpt, type Span } from '../../model.js'
import { daysBehind, type Parts } from './articleParts.js'
import { type Centroid, weightOf } from './words.js'

/** UTF-16 units: shorter headlines tell too little, longer ones are no headlines. */
const SHORTEST = 28
const LONGEST = 120
const LONGEST_OPENING = 320
/** What a day takes from an older headline. */
const PER_DAY = 0.15
/** What else a headline may be, and what share of its weight that leaves. */
const LESS: readonly (readonly [RegExp, number])[] = [
  // Labels: "Live updates: …", "OPINION: …", "WATCH: …".
  [
    /^\W*(?:live(?: updates?| blog)?|watch|video|photos?|listen|read|opinion|editorial|op-ed|column|analysis|commentary|perspective|review|fact[- ]?check|explainer|factbox|timeline|transcript|quiz|poll|podcast|the latest|q ?& ?a|first read|morning briefing|letters?)\b[^:|]{0,24}[:|]/iu,
    0.35,
  ],
  [
    /\b(?:live (?:updates?|blog|coverage)|in (?:pictures|photos|\d+ (?:charts|photos|maps))|full (?:text|transcript)|fast facts|(?:here['’]s )?what (?:we|you) (?:know|need|should)|here['’]s (?:what|why|how)|explained|things to (?:know|watch))\b/iu,
    0.5,
  ],
  [
    /^\W*(?:breaking|exclusive|updated?|report|just in|developing|video|alert)\b[^:|]{0,12}[:|]|\[(?:video|watch|update)\]/iu,
    0.75,
  ],
  [/\?\W*$/u, 0.45],
  [/^(?:why|how|what|who|when|where|is|are|does|do|did|can|could|will|would|should)\b/iu, 0.6],
  [/^\W*\d+ (?:\p{L}+ ){0,3}(?:things|reasons|ways|takeaways|facts|questions|moments|points|times)\b/iu, 0.5],
  [/\b(?:I|I['’]m|my|we|our|you|your)\b/u, 0.7],
  [/\p{Lu}{4,}(?:\P{L}+\p{Lu}{2,}){3}/u, 0.6],
  [/^["“‘'][^"”’]*["”’']\W*$/u, 0.6],
]

/** A headline that an article prints, and what the edition's own numbers say of it. */
export interface Headline {
  readonly article: Article
  readonly excerpt: Excerpt
  readonly stems: ReadonlySet<string>
}

/** The headline that tells most of a story by itself; the first sentence of an article where none has a headline. */
export function headlineOf(articles: readonly Parts[], centroid: Centroid): Headline | null {
  const behind = daysBehind(articles)
  const titled = articles.filter(({ article }) => titleOf(article))
  const found = (titled.length > 0 ? titled : articles).map(({ article }) => {
    const excerpt = cut(article, titleOf(article) ?? openingOf(article.text))
    const stems = new Set(contentStems(excerpt.text))
    return {
      article,
      excerpt,
      stems,
      telling: tellingness(excerpt.text, stems, centroid) / (1 + PER_DAY * (behind.get(article) ?? 0)),
    }
  })
  const [best] = found.toSorted((a, b) => b.telling - a.telling)
  return best ?? null
}

/** Where an article prints its headline. */
function titleOf({ title, text }: Article): Span | null {
  return title !== null && title.trim() !== '' && text.startsWith(title) ? { start: 0, end: title.length } : null
}

function openingOf(text: string): Span {
  const [first] = sentences(text.slice(0, 4 * LONGEST_OPENING))
  return first ?? { start: 0, end: Math.min(text.length, LONGEST_OPENING) }
}

function tellingness(text: string, stems: ReadonlySet<string>, centroid: Centroid): number {
  const looked = text.slice(0, LONGEST_OPENING)
  const share = LESS.reduce((left, [pattern, less]) => (pattern.test(looked) ? left * less : left), 1)
  const length = text.length < SHORTEST ? 0.6 : text.length > LONGEST ? 0.7 : 1
  // Twice as long a headline does not tell twice as much.
  return (share * length * (0.01 + weightOf(stems, centroid))) / Math.sqrt(6 + stems.size)
}
