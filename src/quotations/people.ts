import { remembering } from '../language/remember.js'
import { fold } from '../language/words.js'
import type { SpeakerKind } from '../model.js'

/** Short forms of given names, each with the name it stands for. */
const NICKNAMES = new Map(
  `jim:james jimmy:james jamie:james bob:robert bobby:robert rob:robert bill:william billy:william will:william mike:michael mick:michael
  joe:joseph joey:joseph dick:richard rick:richard rich:richard tom:thomas tommy:thomas tim:timothy chris:christopher dan:daniel danny:daniel
  dave:david don:donald ron:ronald ken:kenneth steve:steven stephen:steven ed:edward eddie:edward ted:edward teddy:edward tony:anthony
  andy:andrew drew:andrew ben:benjamin sam:samuel matt:matthew pat:patrick greg:gregory jeff:jeffrey geoff:jeffrey larry:lawrence
  chuck:charles charlie:charles fred:frederick nick:nicholas pete:peter ray:raymond phil:philip alex:alexander al:albert
  liz:elizabeth beth:elizabeth betsy:elizabeth kate:catherine kathy:catherine cathy:catherine sue:susan debbie:deborah deb:deborah
  peggy:margaret maggie:margaret meg:margaret jenny:jennifer jen:jennifer becky:rebecca sandy:sandra cindy:cynthia vicky:victoria
  newt:newton bernie:bernard herb:herbert walt:walter doug:douglas les:leslie vince:vincent gus:augustus zach:zachary zack:zachary josh:joshua
  jon:jonathan nate:nathan abe:abraham mohammad:mohammed muhammad:mohammed mohamed:mohammed muhammed:mohammed mohamad:mohammed katherine:catherine kathryn:catherine
  stephan:steven jeffery:jeffrey geoffrey:jeffrey ashton:ash rudy:rudolph rudolf:rudolph mitch:mitchell marty:martin gabe:gabriel  trish:patricia patty:patricia
  barb:barbara gerry:gerald jerry:gerald terry:terence randy:randall russ:russell stan:stanley wally:walter`
    .split(/\s+/u)
    .map((pair) => pair.split(':'))
    .map(([short = '', full = '']) => [short, full] as const),
)

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/u
/** Small words that belong to the surname after them. */
const PARTICLE = /^(?:van|von|de|del|della|di|da|der|den|du|la|le|bin|al|el|ibn|ter|st\.?|mc)$/u

export interface PersonName {
  /** The given name as its long form ("james" for "Jim"), an initial ("j"), or empty where only a surname is known. */
  readonly given: string
  readonly surname: string
  /** "jr", "iii" … or empty. */
  readonly suffix: string
}

/** The parts of a name without titles, folded: "Donald J. Trump Jr." is given donald, surname trump, suffix jr. */
export const parseName = remembering(partsOf)

function partsOf(name: string): PersonName {
  const parts = fold(name)
    .replace(/,/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean)
    .map((part) => part.replace(/'s$|'$/u, ''))
  const suffix = parts.length > 1 && SUFFIX.test(parts.at(-1) ?? '') ? (parts.pop() ?? '').replace('.', '') : ''
  let surname = parts.pop() ?? ''
  // "de Wend" has no given name, "Van Jones" has.
  while ((parts.length > 1 || (/^\p{Ll}/u.test(name) && isParticleOnly(parts))) && PARTICLE.test(parts.at(-1) ?? ''))
    surname = `${parts.pop()} ${surname}`
  // "J. Hogan Gidley" goes by Hogan; "H.R. McMaster" has an initial.
  const given = parts.find((part) => !/^(?:\p{L}\.?)$|^(?:\p{L}\.)+$/u.test(part)) ?? parts[0]?.slice(0, 1) ?? ''
  return { given: plainGiven(NICKNAMES.get(given) ?? given), surname, suffix }
}

/** Some write "Phillip", others "Philip". */
function plainGiven(given: string): string {
  const plain = given.length > 5 ? given.replace(/(\p{L})\1/gu, '$1') : given
  return NICKNAMES.get(plain) ?? plain
}

/** "de Blasio" has no given name. */
function isParticleOnly(parts: readonly string[]): boolean {
  return parts.length === 1 && /^(?:van|von|de|del|della|di|da|der|den|du|bin|el|ibn|ter)$/u.test(parts[0] ?? '')
}

/**
 * The same for two names exactly where they name one speaker: "James Mattis" and "Jim Mattis" share a key. A surname alone has a
 * key of its own ("|mattis|"): whom it means depends on who else has that surname.
 */
export function speakerKey(name: string, kind: SpeakerKind): string {
  if (kind !== 'person') return `${kind}:${fold(name).replace(/^(?:the|an?) /u, '')}`
  const { given, surname, suffix } = parseName(name)
  return `${given}|${surname}|${suffix}`
}

/** Whether two people's names can be one person's: the surname agrees, and the given names agree where both are known. */
export function couldBeSamePerson(a: string, b: string): boolean {
  const one = parseName(a)
  const other = parseName(b)
  if (one.surname !== other.surname) return false
  if (!one.given || !other.given) return true
  if (one.suffix !== other.suffix) return false
  const isInitial = one.given.length === 1 || other.given.length === 1
  return isInitial ? one.given[0] === other.given[0] : one.given === other.given
}
