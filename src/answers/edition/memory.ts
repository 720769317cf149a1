/** Remembers what was made under each key, the last used of `most`; what is being made is made once. */
export interface Memory<Made> {
  readonly of: (key: string, make: () => Promise<Made>) => Promise<Made>
}

export function memoryOf<Made>(most: number): Memory<Made> {
  const kept = new Map<string, Promise<Made>>()
  return {
    of(key, make) {
      const known = kept.get(key)
      const made = known ?? make()
      kept.delete(key)
      kept.set(key, made)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      // What failed is tried again.
      if (!known) made.catch(() => kept.get(key) === made && kept.delete(key))
      return made
    },
  }
}
