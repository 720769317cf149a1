import { isOneTime } from './event.js'
import { FATE } from './fates.js'
import type { Told } from './told.js'

/** Whether the youngest or oldest are of the same people, as far as is said: not one of the dead and one of the hurt. */
export function areOfOneGroup(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ context }) => (FATE.test(context.aspect ?? '') ? context.aspect : null))
  return (one === other || !one || !other) && isOneTime(a, b)
}

/** Whether two ages are of one person: of a surname that stands next to both. */
export function isOnePerson(a: Told, b: Told): boolean {
  const [one, other] = [namesNext(a), namesNext(b)]
  return one.some((name) => other.includes(name))
}

/** The name before "Holm, 43," or behind "43-year-old Ada Holm". */
function namesNext({ figure, passage }: Told): string[] {
  const text = passage.article.text
  const before = /(\p{Lu}[\p{L}-]+),?\s*\(?$/u.exec(
    text.slice(Math.max(passage.start, figure.start - 40), figure.start),
  )
  const behind = /^,?\s+(?:\p{Lu}[\p{L}’'.-]+\s+){0,2}(\p{Lu}[\p{L}-]+)/u.exec(
    text.slice(figure.end, Math.min(passage.end, figure.end + 60)),
  )
  return [before?.[1], behind?.[1]].filter((name) => name !== undefined)
}
