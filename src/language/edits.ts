/**
 * How many letters to change, add, drop or swap with the next until one word is the other (optimal string alignment; Damerau, "A
 * technique for computer detection and correction of spelling errors", 1964); `most` + 1 where they are more.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let last: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (last[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped))
    }
    if (Math.min(...next) > most) return most + 1
    ;[last, row] = [row, next]
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
