/** What became of a feed that was looked at. */
export interface Polled {
  readonly id: string
  readonly outlet: string
  readonly url: string
  /** What its address answered; `held` where another process is at it, null where only entries were due. */
  readonly fetched: 'content' | 'unchanged' | 'failed' | 'gone' | 'held' | null
  /** Why it failed, as one sentence. */
  readonly why: string | null
  /** Entries that are new or say something else than before. */
  readonly found: number
  /** Articles that are new, have changed, or are as they were. */
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Why each entry was refused that was, as one sentence. */
  readonly refused: readonly string[]
  /** There are entries of it that are to be read now. */
  readonly hasMore: boolean
}

/** What became of it in two goes. */
export function together(first: Polled | undefined, then: Polled): Polled {
  if (!first) return then
  return {
    ...then,
    fetched: then.fetched ?? first.fetched,
    why: then.why ?? first.why,
    found: first.found + then.found,
    added: first.added + then.added,
    changed: first.changed + then.changed,
    unchanged: first.unchanged + then.unchanged,
    refused: [...first.refused, ...then.refused],
  }
}
