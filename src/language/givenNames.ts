import { fold } from './words.js'
const MALE = new Set('james jim donald vladimir chuck david john robert michael william barack joe bernie ted marco mike paul mitch george alan peter samir graham martin neil'.split(' '))
const FEMALE = new Set('nancy hillary elizabeth mary kaitlan helen karen ruth susan alice grace'.split(' '))
/** Gender. */
export function genderOfGivenName(name: string): 'male' | 'female' | null {
  const f = fold(name)
  return MALE.has(f) ? 'male' : FEMALE.has(f) ? 'female' : null
}
/** Whether. */
export function isGivenName(name: string): boolean {
  return MALE.has(fold(name)) || FEMALE.has(fold(name))
}
