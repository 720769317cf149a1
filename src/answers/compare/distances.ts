import { stem } from '../../language/words.js'
import { isOneTime } from './event.js'
import { isFarApart } from './near.js'
import type { Told } from './told.js'

/** "Wendmouth, only 25 miles northeast of the capital": a place is one distance away, whatever the outlet calls what it is away from. */
const PLACE = /(\p{Lu}[\p{L}-]+),? (?:only |just |which is |is |lies )?$/u
const TOWARDS = /^ ?(?:to the )?(north|south|east|west|northeast|northwest|southeast|southwest)\b/iu
/** "Ploughed through the crowd for nearly a mile". */
const THROUGH = /\b(?:through|along|down|across) (?:\p{L}+ ){0,3}(\p{L}+) for $/iu
/** UTF-16 units on each side of a figure. */
const NEXT = 80

/**
 * Whether two lengths are how far one place lies in one direction, or how far somebody went through the same; null where one of them is
 * neither.
 */
export function areOneDistance(a: Told, b: Told): boolean | null {
  if (a.figure.kind !== 'measure') return null
  const [one, other] = [a, b].map(frameOf)
  if (!one || !other) return null
  return one === other && isOneTime(a, b) && (a.figure.unit !== b.figure.unit || !isFarApart(a, b))
}

function frameOf({ figure, passage }: Told): string | null {
  const { text } = passage
  const from = figure.start - passage.start
  const before = text.slice(Math.max(0, from - NEXT), from)
  const towards = TOWARDS.exec(text.slice(figure.end - passage.start).slice(0, NEXT))?.[1]
  const place = PLACE.exec(before)?.[1]
  if (towards && place) return `${place} ${towards.toLowerCase()}`
  const through = THROUGH.exec(before)?.[1]
  return through ? `through ${stem(through)}` : null
}
