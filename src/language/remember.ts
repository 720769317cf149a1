const MOST = 20_000
const LONGEST_KEPT = 40

/** The same function of one string, remembering what it found: texts have the same words again and again. Its memory is bounded. */
export function remembering<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (text.length > LONGEST_KEPT) return find(text)
    const copied = copyOf(text)
    const found = find(copied)
    if (known.size >= MOST) known.clear()
    known.set(copied, found)
    return found
  }
}

/** A string of its own: one that was cut out of an article would keep the whole article in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
