/** "WASHINGTON (Reuters) - ", "(CNN) -- ", "LONDON — ": where a report was sent from, and by whom. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.’'/& -]{2,40}(?:, \p{Lu}[\p{L}.]{1,20}){0,2}\s*(?:\([^()]{2,30}\))?|[\p{Lu}][\p{L}.,’'/& -]{2,40}\([^()]{2,30}\)|\((?:CNN|AP|Reuters|AFP|UPI)[^()]{0,20}\))\s*(?:—|–|--|-|:)?\s+(?=["“]?\p{Lu})/u
const MARKED = /[—–)]\s*$|--?\s+$|\)\s*(?:--?|:)\s*$/u

/** How many UTF-16 units of a passage are its dateline. */
export function datelineEnd(text: string): number {
  const found = DATELINE.exec(text.slice(0, 120))?.[0] ?? ''
  return MARKED.test(found) ? found.length : 0
}
