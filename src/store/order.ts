/** Ids that grow with the time of publication: its second × 2^20 + a sequence, within the safe integers. */
const PER_SECOND = 2 ** 20
const LAST_SECOND = 2 ** 32 - 1

/**
 * The lowest id of what was published at this ISO 8601 time or later; 0 where the time is unknown, so the undated come
 * last.
 */
export function firstIdAt(published: string | null): number {
  const milliseconds = published === null ? 0 : Date.parse(published)
  const second = Number.isNaN(milliseconds) ? 0 : Math.floor(milliseconds / 1000)
  return Math.max(-LAST_SECOND, Math.min(LAST_SECOND, second)) * PER_SECOND
}

/** The lowest id of what was published in a later second than this time, in milliseconds since 1970. */
export function firstIdAfter(time: number): number {
  return Math.max(-LAST_SECOND, Math.min(LAST_SECOND, Math.floor(time / 1000) + 1)) * PER_SECOND
}

/** The id after the highest one taken in a second; a full second runs over into the next. */
export async function freeId(
  published: string | null,
  highestBetween: (from: number, before: number) => Promise<number | null>,
): Promise<number> {
  for (let from = firstIdAt(published); ; from += PER_SECOND) {
    const highest = await highestBetween(from, from + PER_SECOND)
    if (highest === null) return from
    if (highest + 1 < from + PER_SECOND) return highest + 1
  }
}

/** The ids of what was published within so many days of the time that an id stands for, as [from, before]. */
export function idsAround(id: number, days: number): [from: number, before: number] {
  const reach = days * 86_400 * PER_SECOND
  return [id - reach, id + reach]
}

/** The Unix second that an id stands for. */
export function secondOf(id: number): number {
  return Math.floor(id / PER_SECOND)
}
