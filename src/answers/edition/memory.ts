/** Holds what was made under each key, the last used of `most`. */
export interface Memory<Made> {
  readonly has: (key: string) => boolean
  readonly get: (key: string) => Made | undefined
  /** Gives back what it keeps. */
  readonly keep: (key: string, made: Made) => Made
}

export function memoryOf<Made>(most: number): Memory<Made> {
  const kept = new Map<string, Made>()
  const keep = (key: string, made: Made): Made => {
    kept.delete(key)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return made
  }
  return {
    has: (key) => kept.has(key),
    get(key) {
      const made = kept.get(key)
      return made === undefined ? undefined : keep(key, made)
    },
    keep,
  }
}
