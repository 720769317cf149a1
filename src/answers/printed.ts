import { fold, words } from '../language/words.js'
import type { Quotation } from '../model.js'
import { sharesEnough, tellingWords } from '../store/statements.js'
import type { StoredQuotation } from '../store/store.js'

const MOST_COMPARED = 3

/** A version of an article, by what it prints. */
export interface Printed {
  readonly length: number
  readonly quotations: readonly StoredQuotation[]
  readonly telling: (quotation: Quotation) => ReadonlySet<string>
  /** Whether these words stand in it as they are, in quotations or anywhere. */
  readonly has: (text: string, but?: StoredQuotation) => boolean
}

/** The quotations of a version that share most words with another: to compare word by word takes long. */
export function nearest({ text }: Quotation, { quotations, telling }: Printed): Quotation[] {
  const own = tellingWords(text)
  const shared = (quotation: Quotation) => [...telling(quotation)].filter((word) => own.has(word)).length
  return quotations
    .flatMap(({ quotation }) => (sharesEnough(own, telling(quotation)) ? [{ quotation, of: shared(quotation) }] : []))
    .toSorted((a, b) => b.of - a.of)
    .slice(0, MOST_COMPARED)
    .map(({ quotation }) => quotation)
}

export function printed(text: string, quotations: readonly StoredQuotation[]): Printed {
  const telling = remembered(tellingWords)
  const wordsOf = remembered(plainWords)
  return {
    length: text.length,
    quotations,
    telling: (quotation) => telling(quotation.text),
    has(asked, but) {
      const run = ` ${wordsOf(asked)} `
      const others = quotations.filter(({ id }) => id !== but?.id).map(({ quotation }) => wordsOf(quotation.text))
      return ` ${others.join(' ')} `.includes(run) || (but === undefined && ` ${wordsOf(text)} `.includes(run))
    },
  }
}

/** The words without case and typography, with a space between them. */
function plainWords(text: string): string {
  return words(fold(text))
    .map((word) => word.text)
    .join(' ')
}

function remembered<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const found = known.get(text) ?? find(text)
    known.set(text, found)
    return found
  }
}
