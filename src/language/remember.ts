/** Words: texts have the same again and again. */
const WORDS = { most: 20_000, longest: 40 }
/** Quotations: what was said lately is compared with all that is said next. */
export const QUOTATIONS = { most: 3000, longest: 1500 }

/**
 * The same function of one string, remembering what it found. Its memory is bounded: so many strings, none of more UTF-16 units. What is found
 * is given to many, and must not be changed.
 */
export function remembering<Found>(find: (text: string) => Found, { most, longest } = WORDS): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (text.length > longest) return find(text)
    const copied = copyOf(text)
    const found = find(copied)
    if (known.size >= most) known.clear()
    known.set(copied, found)
    return found
  }
}

/** A string of its own: one that was cut out of an article would keep the whole article in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
