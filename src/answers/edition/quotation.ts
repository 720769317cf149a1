import { contentStems, words } from '../../language/words.js'
import { type Excerpt, overlaps, type Quotation } from '../../model.js'
import type { StoredQuotation } from '../../store/store.js'
import { groupBy } from '../group.js'
import type { AskedSpeakers } from './askedSpeakers.js'
import { type Centroid, weightOf } from './words.js'

/** Fewer words say too little to be shown alone. */
const FEWEST_WORDS = 6
/** UTF-16 units: more is a speech, and its beginning says no more than a shorter one. */
const LONGEST = 600

export interface QuotationOptions {
  /** How many sources some outlets are: those that print one text count once. */
  readonly sourcesOf: (outlets: ReadonlySet<string>) => number
  /** Only of these speakers; null: of anybody. */
  readonly speakers: AskedSpeakers | null
  /** What is shown beside it. */
  readonly passage: Excerpt | null
  readonly centroid: Centroid
}

/**
 * The quotations of the statement that most sources carry, the fullest first, one of each outlet; of those that as many carry, the one that says most of
 * the story. None where nobody is named who said anything long enough.
 */
export function mostCarried(quotations: readonly StoredQuotation[], options: QuotationOptions): Quotation[] {
  const { sourcesOf, speakers, passage, centroid } = options
  const isAsked = (one: StoredQuotation) => speakers === null || speakers.isQuoted(one)
  const isShown = ({ quotation }: StoredQuotation) =>
    passage !== null && quotation.articleId === passage.articleId && overlaps(quotation, passage)
  const [most] = [...groupBy(quotations, ({ statementId }) => statementId).values()]
    .filter((group) => group.some((one) => isAsked(one) && isNamed(one)) && !group.some(isShown))
    .flatMap((group) => {
      const fullest = group.filter(isWhole).toSorted(byFullness)
      const [first] = fullest
      if (!first || !isNamed(first)) return []
      const sources = sourcesOf(new Set(group.map(({ quotation }) => quotation.outlet)))
      const telling = worthOf(first.quotation) * weightOf(contentStems(first.quotation.text), centroid)
      return [{ quotations: fullest.map(({ quotation }) => quotation), sources, telling }]
    })
    .toSorted((a, b) => b.sources - a.sources || b.telling - a.telling)
  return most ? oneOfEach(most.quotations) : []
}

function isNamed({ quotation: { speaker } }: StoredQuotation): boolean {
  return speaker !== null
}

/** Whether it says something by itself, and is short enough to be read. */
function isWhole({ quotation: { text } }: StoredQuotation): boolean {
  return text.length <= LONGEST && words(text).length >= FEWEST_WORDS
}

function byFullness({ quotation: a }: StoredQuotation, { quotation: b }: StoredQuotation): number {
  return Number(b.speaker !== null) - Number(a.speaker !== null) || b.text.length - a.text.length
}

/** A whole sentence of a person tells more than a part of one, or what nobody answers for. */
function worthOf({ text, speaker }: Quotation): number {
  return (speaker?.kind === 'person' ? 1 : 0.5) * (/^\W*\p{Ll}/u.test(text) ? 0.5 : 1)
}

function oneOfEach(quotations: readonly Quotation[]): Quotation[] {
  return [...new Map(quotations.toReversed().map((one) => [one.outlet, one])).values()].toReversed()
}
