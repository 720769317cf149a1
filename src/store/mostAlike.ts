/** Rank only the newest this many of what matches: common words stay fast, and news is what is new. */
export const NEWEST = 500

export interface Alike {
  readonly id: number
  /** The lists that it stands in; of those that are full, the ones that it may be too old for count as well. */
  readonly shared: number
}

interface Scored extends Alike {
  readonly score: number
}

/**
 * The ids that stand in the most of these lists, each by how short it is, of those that are wanted: so many, best first, of equal ones the
 * highest first. In each list the ids fall; one of `newest` ids is full.
 */
export function mostAlike(
  lists: readonly (readonly number[])[],
  limit: number,
  isWanted: (id: number) => boolean,
  newest = NEWEST,
): Alike[] {
  let kept: Scored[] = []
  let least = -Infinity
  const cut = (): void => {
    kept = kept.toSorted((a, b) => b.score - a.score).slice(0, limit)
    if (kept.length === limit) least = kept.at(-1)?.score ?? least
  }
  for (const one of scoresOf(lists, newest)) {
    if (one.score <= least || !isWanted(one.id)) continue
    kept.push(one)
    // To sort all at once takes longer.
    if (kept.length >= 2 * limit) cut()
  }
  cut()
  return kept.map(({ id, shared }) => ({ id, shared }))
}

/** Each id once, the highest first: merged, since to look each up in a map takes longer. */
function scoresOf(lists: readonly (readonly number[])[], newest: number): Scored[] {
  const merged = lists.map((ids) => ({ ids, rarity: Math.log(1 + newest / ids.length), next: 0 }))
  const scored: Scored[] = []
  for (;;) {
    let id = -Infinity
    for (const { ids, next } of merged) id = Math.max(id, ids[next] ?? -Infinity)
    if (id === -Infinity) return scored
    let score = 0
    let shared = 0
    for (const list of merged) {
      if (list.next === newest) shared += 1
      if (list.ids[list.next] !== id) continue
      score += list.rarity
      shared += 1
      list.next += 1
    }
    scored.push({ id, shared, score })
  }
}
