import { contextOf } from './aspects.js'
import { isOneEvent, type Setting } from './event.js'
import { isFarApart, kindsOf, LISTED, SHARED_BESIDES, shareBesides } from './near.js'
import type { Told } from './told.js'

/** How many people a fate befell, or how many attacked; of officers, miners or children where the outlet counts them only once. */
export function isToll(told: Told, setting: Setting): boolean {
  const { kind, counted } = told.figure
  const isOfFate = told.context.fate !== null && (counted === 'person' || setting.isSingleOfFate(told))
  return kind === 'count' && (isOfFate || (counted === 'gunman' && setting.isSingle(told)))
}

/** A story has one toll of a kind: of two that differ nothing may say that one is of another event, or of some of them only. */
export function areOneToll(a: Told, b: Told, setting: Setting): boolean {
  return (
    a.context.fate === b.context.fate &&
    a.figure.role === b.figure.role &&
    isOneEvent(a, b, setting) &&
    kindsOf(a.figure) === kindsOf(b.figure) &&
    isOnlyToll(a) &&
    isOnlyToll(b) &&
    (!isFarApart(a, b) || shareBesides(a, b) >= SHARED_BESIDES) &&
    (a.context.fate !== 'arrest' || isOneDay(a, b) || (isSummedUp(a) && isSummedUp(b)))
  )
}

function isOneDay({ passage: a }: Told, { passage: b }: Told): boolean {
  return a.article.published?.slice(0, 10) === b.article.published?.slice(0, 10)
}

/** Police arrest others every night; only what they have done so far is one number. */
function isSummedUp({ passage }: Told): boolean {
  return /\b(?:since|so far|in all|in total|ha(?:ve|s|d))\b/iu.test(passage.text)
}

/** Whether its sentence tells no other number of the same fate, and lists it with none: "three guards and two others were killed". */
function isOnlyToll({ figure, passage, context }: Told): boolean {
  return passage.figures.every((other) => {
    if (other === figure || other.kind !== 'count' || (other.min === figure.min && other.max === figure.max))
      return true
    const between = passage.article.text.slice(Math.min(other.end, figure.end), Math.max(other.start, figure.start))
    const { fate } = contextOf(passage, other)
    if (context.fate === null || figure.counted !== 'person') return other.counted !== figure.counted
    return fate !== context.fate && (fate !== null || !LISTED.test(between))
  })
}
