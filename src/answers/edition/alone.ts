/** Whether a passage makes sense alone, by its words. */
import { isGivenName } from '../../language/givenNames.js'
import { beginsBack } from '../compare/shown.js'

/** "… vowed the U.S.": it may go on behind. */
const CUT_AT_ABBREVIATION = /(?:\p{Lu}\.){2,}$/u
const CLOSED = /[.!?]["”’')\]]*$/u
/** How a sentence begins that goes on from another. */
const CONNECTIVE =
  /^(?:but|and|also|yet|so|or|nor|still|however|then|later|instead|meanwhile|nevertheless|nonetheless|afterwards?|indeed|moreover|furthermore|besides|similarly|likewise|otherwise|thus|hence|therefore|plus|too|even so|in (?:addition|fact|response|return|contrast|turn|other words|the meantime)|as a result|of course|after all|at the same time|on the other hand|for (?:example|instance|his part|her part|their part|its part|now)|that said|to be (?:sure|clear|fair)|not (?:only|to mention)|since then|by contrast|on top of|at least|again|rather|first|second|third|finally|lastly|asked|speaking|here|there['’]s|now|earlier|elsewhere)\b(?!['’])/iu
/** Who writes speaks of themselves or to the reader, or asks. */
const PERSONAL =
  /\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|we['’](?:re|ve|ll|d)|us|our|ours|you|your|you['’](?:re|ve|ll|d)|let['’]s)\b/u
const FURNITURE =
  /\b(?:click here|sign up|subscribe|newsletter|follow (?:us|@)|hide caption|toggle caption|story highlights|read more|watch (?:the video|live|below|above)|(?:photo|image|video|graphic|chart|map) (?:above|below|by|credit|shows)|pictured|(?:seen|shown) here|file photo|getty images|contributed to this (?:report|story|article)|reporting by|editing by|updated? (?:at|on|with)|this (?:article|story|post|column|piece|report) (?:was|has|is|first|originally|appeared)|all rights reserved|left, and|, right,|correspondent|@\w+\.\w+)\b|\((?:left|right|center|centre)\)|https?:|pic\.twitter|^\W*\[|\|/iu
/** Somebody or something that an article has told of before: "the company said". Of some there is but one. */
const OF_BEFORE =
  /^the (?!(?:government|president|administration|military|army|navy|police|pope|economy|world|public|media|press)\b)\p{Ll}[\p{L}-]*(?:['’]s? [\p{Ll}-]+)?(?:, (?:which|who|whose)\b| (?:\p{Ll}{2,}(?:ed|ly)|is|was|were|are|has|had|have|says?|said|will|would|could|may|might|can|should|came|comes?|began|took|takes?|made|makes?|gave|gives?|also|did|does|left|told|tells?|held|went|goes|found|met|won|lost|put|set|saw|ran|led|got|drew|sent|shows?|marks?|means?)\b)/iu
/** "One involved …", "Another said …": of what stands before. */
const COUNTED_OF_BEFORE =
  /^(?:one|two|three|four|both|another|some|many|most|others?|several|neither|none|all|few|such)\s+(?:\p{Ll}+ed|said|says?|is|was|were|are|has|had|have|will|would|could|came|took|made|also|of (?:them|those|these))\b/iu
/** "Gidley’s comments come after …": what somebody did before. */
const OF_SOMEBODY =
  /^\p{Lu}[\p{L}-]+['’]s (?:comments?|remarks?|statements?|decision|moves?|announcement|testimony|letter|tweets?|response|refusal|arrest|death|resignation|departure|visit|speech|call|claims?|admission|proposal|plan|\p{Ll}+ed)\b/u
const ALSO = /^.{0,80}\balso\b/u
const POINTING = /(?<!\p{L})(?:this|that|these|those)(?: (?:is|was|are|were|will|would|means)|['’]s)(?!\p{L})/iu
const PERSON = /(?<!\p{L})(?:he|she|him|his|her|himself|herself)(?!\p{L})/iu
const THEM = /(?<!\p{L})(?:they|them|their|it|its)(?!\p{L})/iu
const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu
/** Two words of a name side by side, or one behind a title. */
const FULL_NAME = /(?<!\p{L})\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}/u
const NAME_FIRST = /^(?:\p{Lu}[\p{L}-]*\p{Ll}[\p{L}-]*)(?:['’]s)?(?=[ ,])/u
const MOSTLY_QUOTED = 0.45

/** A passage that cannot stand under a headline: it goes on from another, is no statement of the article's own, or is not whole. */
export function isUnfit(text: string): boolean {
  if (!CLOSED.test(text) || CUT_AT_ABBREVIATION.test(text) || !/^[\p{Lu}\p{N}$€£“"‘]/u.test(text)) return true
  const plain = text.replace(QUOTED, ' ')
  if (quotedShare(text) > MOSTLY_QUOTED || /^["“‘]/u.test(text)) return true
  return (
    CONNECTIVE.test(text) ||
    beginsBack(text) ||
    COUNTED_OF_BEFORE.test(text) ||
    FURNITURE.test(text) ||
    PERSONAL.test(plain) ||
    /\?/u.test(plain)
  )
}

/** How much of a text stands in quotation marks, 0 to 1. */
export function quotedShare(text: string): number {
  return 1 - text.replace(QUOTED, '').length / (text.length || 1)
}

/** How much a fit passage leaves to be asked, 0 for nothing: somebody or something that it does not name fully. `known` is the headline. */
export function unclearness(text: string, known: string, surnames: ReadonlySet<string>): number {
  const plain = text.replace(QUOTED, ' ')
  const first = NAME_FIRST.exec(text)?.[0].replace(/['’]s$/u, '') ?? ''
  const isSurname = surnames.has(first) && !FULL_NAME.test(text.slice(0, first.length + 20))
  const pronoun = PERSON.exec(plain)
  const isUnnamed =
    pronoun !== null && !/(?<=.)\p{Lu}\p{Ll}/u.test(plain.slice(0, pronoun.index)) && !NAME_FIRST.test(plain)
  const them = THEM.exec(plain)
  const isBare = them !== null && them.index < 12
  return (
    (isSurname ? (known.includes(first) ? 0.3 : 0.7) : 0) +
    (OF_BEFORE.test(text) ? 0.7 : 0) +
    (POINTING.test(plain) ? 0.5 : 0) +
    (ALSO.test(plain) ? 0.4 : 0) +
    (OF_SOMEBODY.test(text) ? 0.5 : 0) +
    (isUnnamed ? 0.8 : 0) +
    (isBare ? 0.5 : 0)
  )
}

/** The last words of names that some texts print in full. */
export function surnamesIn(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [, given = '', surname = ''] of text.matchAll(
      /(?<!\p{L})(\p{Lu}\p{Ll}+) (?:\p{Lu}\. )?(\p{Lu}[\p{L}’'-]+)/gu,
    )) {
      if (isGivenName(given)) found.add(surname.replace(/['’]s$/u, ''))
    }
  }
  return found
}
