import type { Figure } from '../../language/figures.js'
import { contentStems } from '../../language/words.js'
import { isOneTime } from './event.js'
import { isFarApart, isOnlyOne, kindsOf, LISTED } from './near.js'
import { isSameKind, type Told } from './told.js'

/** Content words behind two figures. */
const FOLLOWING = 2
const LEAST_LISTED = 10
/** Two outlets seldom print the same number of something this large by chance. */
const LARGE = 100

/** "140 guests and 30 workers" and "140 guests and 13 workers": next to both stands the same figure. */
export function areListedAlike(a: Told, b: Told): boolean {
  const [listed, others] = [listedWith(a), listedWith(b)]
  return listed.some((one) =>
    others.some(
      (other) => isSameKind(one, other) && one.min === other.min && one.max === other.max && one.min >= LEAST_LISTED,
    ),
  )
}

export function isPlain(a: Told, b: Told): boolean {
  return !isFarApart(a, b) && isOneTime(a, b) && isOnlyOne(a) && isOnlyOne(b) && kindsOf(a.figure) === kindsOf(b.figure)
}

function listedWith({ figure, passage }: Told): Figure[] {
  return passage.figures.filter((other) => {
    const [first, second] = other.start < figure.start ? [other, figure] : [figure, other]
    return (
      other !== figure && first.end <= second.start && LISTED.test(passage.article.text.slice(first.end, second.start))
    )
  })
}

/** "Some 26,000 teachers and support staff": the same words follow both. */
export function areFollowedAlike(a: Told, b: Told): boolean {
  const [one, other] = [followingOf(a), followingOf(b)]
  return one.length === FOLLOWING && one.every((each, index) => each === other[index])
}

function followingOf({ figure, passage }: Told): string[] {
  const behind = /^[^,;:.()—–]*/u.exec(passage.text.slice(figure.end - passage.start))?.[0] ?? ''
  return contentStems(behind).slice(0, FOLLOWING)
}

/**
 * Whether both count a part of the same whole, "3,000 of the 14,000 troops" and "all 14,000 troops"; or the whole of the same part, "144
 * of its 578 schools" and "144 of the 675 schools".
 */
export function areOfOneShare(a: Told, b: Told): boolean {
  const [one, other] = [counterpartOf(a), counterpartOf(b)]
  return (
    !!one && !!other && one.role === other.role && one.min === other.min && one.max === other.max && one.min >= LARGE
  )
}

/** Of a part its whole, of a whole its part. */
function counterpartOf({ figure, passage }: Told): Figure | undefined {
  if (figure.role === null) return undefined
  return passage.figures.find((other) => other.role !== null && other.role !== figure.role && isSameKind(other, figure))
}
