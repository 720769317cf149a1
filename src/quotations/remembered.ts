const MOST = 20_000
const LONGEST = 60

/** The same function, keeping its answers: texts have the same words again and again. The function must be pure. */
export function remembered<Value>(find: (words: string) => Value): (words: string) => Value {
  const known = new Map<string, Value>()
  return (words) => {
    const before = known.get(words)
    if (before !== undefined) return before
    const value = find(words)
    if (known.size >= MOST) known.clear()
    if (words.length < LONGEST) known.set(words, value)
    return value
  }
}
