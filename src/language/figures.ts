import type { Span } from '../model.js'
import { agesAt } from './ages.js'
import { countedAt } from './counted.js'
import { type DateSpan, dates } from './dates.js'
import { nationalityAt } from './nationalities.js'
import { type Amount, amountAt, isDigits, type Token, tokenAt, tokens } from './numbers.js'
import { type Qualifier, qualifierBefore } from './qualifiers.js'
import { isNoQuantity } from './quantity.js'
import { shareAt } from './shares.js'
import { unitOf } from './units.js'
import { everyOf, hyphenated, isWhole, wholeOf } from './wholes.js'

export type FigureKind = 'count' | 'money' | 'percent' | 'points' | 'duration' | 'age' | 'measure' | 'date' | 'weekday'

/** A quantity of a text; its span runs from the qualifier to the unit or the noun that is counted. */
export interface Figure extends Span {
  readonly kind: FigureKind
  /** As printed, without the qualifier; dates in days since 1 January 1970 (UTC); fractions and "3 in 10" in per cent. */
  readonly min: number
  readonly max: number
  /** The noun counted, a currency's code ("USD", "USD/hour"), "%", "points", "year", "day" for dates, a unit of measure; or empty. */
  readonly unit: string
  /** The stem of the noun counted, one for all that mean the same; null where none is printed. */
  readonly counted: string | null
  /** Words between the number and the noun: "Afghan" of "3,000 Afghan troops". */
  readonly kinds: readonly string[]
  /** Of "3,000 of the 14,000 troops" the first is the part, the second the whole. */
  readonly role: 'part' | 'whole' | null
  readonly qualifier: Qualifier | null
}

/** The figures of a text in order. `published` (ISO 8601) settles the year of dates. Linear in the text. */
export function figures(text: string, published: string | null = null): Figure[] {
  const all = tokens(text)
  const dated = dates(text, published)
  const found: Figure[] = dated.map(ofDate)
  let date = 0
  for (let at = 0; at < all.length; ) {
    const token = tokenAt(all, at)
    while ((dated[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++
    const ages = agesAt(all, at)
    for (const { figure, first, next } of ages) found.push(spanned(all, first, next, figure))
    if (ages.length > 0) {
      at = ages.at(-1)?.next ?? at + 1
      continue
    }
    const share = shareAt(all, at)
    if (share) {
      const { qualifier, first } = qualifierBefore(all, share)
      found.push(
        spanned(all, first, share.next, { kind: 'percent', unit: '%', min: share.min, max: share.max, qualifier }),
      )
      at = share.next
      continue
    }
    const isInDate = (dated[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start
    const amount = isInDate ? null : amountAt(all, at)
    if (!amount) {
      at++
      continue
    }
    const own = isNoQuantity(all, amount) ? [] : measured(all, amount)
    for (const figure of own) found.push(figure)
    at = amount.next
    const end = own[0] && own[0].kind !== 'count' ? own[0].end : 0
    while ((all[at]?.start ?? end) < end) at++
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function ofDate({ start, end, min, max, kind }: DateSpan): Figure {
  return { start, end, min, max, kind, unit: 'day', counted: null, kinds: [], role: null, qualifier: null }
}

/** A figure over the tokens from `first` to before `next`. */
function spanned(
  all: readonly Token[],
  first: number,
  next: number,
  rest: Partial<Figure> & Pick<Figure, 'kind' | 'min' | 'max'>,
): Figure {
  const span = { start: tokenAt(all, first).start, end: tokenAt(all, next - 1).end }
  return { ...span, unit: '', counted: null, kinds: [], role: null, qualifier: null, ...rest }
}

/** What an amount measures; nothing where it measures nothing, two figures where a part is all of its whole. */
function measured(all: readonly Token[], amount: Amount): Figure[] {
  const { qualifier, first } = qualifierBefore(all, amount)
  const { min, max } = amount
  const make = (rest: Partial<Figure> & Pick<Figure, 'kind'>, next: number): Figure =>
    spanned(all, first, next, { min, max, qualifier, ...rest })
  const unit = unitOf(all, amount)
  if (unit) return [make(unit.figure, unit.next)]
  const whole = wholeOf(all, amount)
  if (whole) return [make({ kind: 'count', unit: whole.word, counted: whole.noun, role: 'part' }, whole.next)]
  const joined = hyphenated(all, amount)
  const isVague = min < max && all[amount.next]?.lower === 'of'
  const counted =
    joined ??
    nationalityAt(all, amount.next) ??
    countedAt(all, isVague ? amount.next + 1 : amount.next, min === 1 && max === 1)
  const isVagueWord = min === 1 && max === 1 && !isDigits(all[amount.first])
  if (isVagueWord && !counted) return []
  const every = everyOf(all, first, amount, counted)
  if (every) {
    const common = { kind: 'count', unit: every.word, counted: every.noun, kinds: every.kinds } as const
    const start = tokenAt(all, every.first).start
    const end = tokenAt(all, Math.max(every.next, amount.next) - 1).end
    return [
      { ...make({ ...common, role: 'part' }, amount.next), start, end },
      { ...make({ ...common, role: 'whole' }, amount.next), start, end },
    ]
  }
  const role = !joined && isWhole(all, first, amount) ? 'whole' : null
  if (!counted) return [make({ kind: 'count', role }, amount.next)]
  return [
    make(
      {
        kind: 'count',
        unit: counted.word,
        counted: counted.isBesides ? `other ${counted.noun}` : counted.noun,
        kinds: counted.kinds,
        role,
      },
      counted.next,
    ),
  ]
}
