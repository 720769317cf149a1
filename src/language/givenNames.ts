import { FEMALE, MALE, MIXED } from './givenNames.data.js'
import { fold } from './words.js'

const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/u))
const female = set(FEMALE)
const male = set(MALE)
const mixed = set(MIXED)

/** The gender of nearly all who bear a given name; null where the name is mixed or unknown. */
export function genderOfGivenName(name: string): 'male' | 'female' | null {
  const folded = fold(name)
  if (mixed.has(folded)) return null
  if (female.has(folded)) return male.has(folded) ? null : 'female'
  return male.has(folded) ? 'male' : null
}

/** Whether a word is a given name. */
export function isGivenName(name: string): boolean {
  const folded = fold(name)
  return female.has(folded) || male.has(folded) || mixed.has(folded)
}
