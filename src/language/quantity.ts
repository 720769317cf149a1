import { type Amount, isDigits, type Token, tokenAt, touches } from './numbers.js'

/** Nouns before a number that only names: "Flight 804", "Section 5". */
const NAMED =
  /^(?:Flight|Route|Highway|Interstate|Section|Article|Chapter|Channel|Boeing|Airbus|Apollo|Area|Unit|Room|Page|page|Act|Title|Proposition|Prop|Amendment|Resolution|Psalm|Number|number|District|Precinct|Building|Terminal|Gate|Pier|Platform|Line|Level|Phase|Tier|Category|Day|Week|Season|Part|Book|Volume|Form|Rule|Game|Windows|iPhone|Station|Engine|Ward|Stage|Grade|Type|Model|Bowl|War|war|Falcon|Mach|Class|Chapter|Verse|No|Nos|Exit|Lot|Box|Suite|Floor|Studio|Round|Group|Gang|Committee|Vol|Fox|NBC|ABC|CBS|BBC|Formula|Big|Catch|Windows|Super|Hole|Leg|Super|Episode|Track|Version|chapter|section|verse|line|paragraph|grade|step|phase|type|size)$/u
const UNITED =
  /^(?:percent|per|pct|percentage|points?|day|week|month|year|hour|minute|second|decade|mile|foot|inch|pound|nation|country|member|person|seat|page|state|man|woman|count|judge|justice|kilometer|kilometre|acre|ton|million|billion|vote|dollar|team|story)s?$/u
const SCORED =
  /^(?:votes?|decision|ruling|majority|record|win|victory|loss|split|vote|score|lead|margin|tie|draw|opinion|against)$/u
/** "The toll stands at 21." */
const STANDS = /^(?:tolls?|counts?|total|number|stands?|stood|remains?|remained|figure|put|injured|dead)$/u
const ANAPHORIC =
  /^(?:the|these|those|both|all|its|his|her|their|our|other|each|any|no|every|this|that|which|only|another)$/u

/** Whether a number names, orders, scores, tells the time or points back, and so measures nothing. */
export function isNoQuantity(all: readonly Token[], amount: Amount): boolean {
  const first = tokenAt(all, amount.first)
  const last = tokenAt(all, amount.next - 1)
  const before = all[amount.first - 1]
  const behind = all[amount.next]
  if (touches(before, first) && !/^[$£€¥₹("“‘'–—-]$/u.test(before?.text ?? '')) return true
  if (touches(before, first) && /^[–—-]$/u.test(before?.text ?? '') && touches(all[amount.first - 2], before))
    return true
  if (touches(last, behind) && /^(?:[/:@_=&*^~\\]|st|nd|rd|th|s|am|pm|[a-z]+\.\S*)$/iu.test(behind?.text ?? ''))
    return true
  if (touches(last, behind) && /^\p{L}/u.test(behind?.text ?? '') && !/^(?:mph|km|kg|lbs?)$/iu.test(behind?.text ?? ''))
    return true
  if (isTime(all, amount)) return true
  if (before?.lower === 'of' && /^(?:quarters?|half|thirds?)$/u.test(all[amount.first - 2]?.lower ?? '')) return true
  if (NAMED.test(before?.text === '.' ? (all[amount.first - 2]?.text ?? '') : (before?.text ?? ''))) return true
  if (isListMark(all, amount)) return true
  if (isHyphened(all, amount)) return true
  if (isScore(all, amount)) return true
  return !isDigits(first) && isWordOnly(all, amount)
}

function isTime(all: readonly Token[], { next, first }: Amount): boolean {
  const behind = all[next]?.lower ?? ''
  if (/^(?:[ap]\.?m|o'clock|o’clock|noon|midnight|gmt|est|edt|et|utc)$/u.test(behind)) return true
  return (
    all[first - 1]?.text === '#' ||
    (all[first - 1]?.lower === 'at' &&
      /^[,.;]$/u.test(behind) &&
      first + 1 === next &&
      !STANDS.test(all[first - 2]?.lower ?? ''))
  )
}

/** "1. The", at the head of a sentence. */
function isListMark(all: readonly Token[], { first, next }: Amount): boolean {
  if (next !== first + 1 || !/^[.)]$/u.test(all[next]?.text ?? '') || !isDigits(all[first])) return false
  const before = all[first - 1]
  return (before === undefined || /^[.!?:;”"]$/u.test(before.text)) && /^\p{Lu}/u.test(all[next + 1]?.text ?? '')
}

/** "5-4", "one-on-one", "four-star": only "two-year", "74-nation" and the like measure. */
function isHyphened(all: readonly Token[], { first, next }: Amount): boolean {
  const hyphen = all[next]
  if (hyphen?.text !== '-' || !touches(all[next - 1], hyphen) || !touches(hyphen, all[next + 1])) return false
  return (
    !UNITED.test(all[next + 1]?.lower ?? '') &&
    !(all[first - 1]?.text.match(/[$£€]/u) && /^(?:an?|per)$/u.test(all[next + 1]?.lower ?? ''))
  )
}

/** A vote, a game: "voted 52 to 48", "a 5–4 ruling". */
function isScore(all: readonly Token[], { first, next }: Amount): boolean {
  const isRange = all.slice(first, next).some((token) => /^(?:to|[–—-])$/u.test(token.lower))
  const isPair = /^(?:to|[–—-])$/u.test(all[next]?.lower ?? '') && isDigits(all[next + 1])
  const isSecond = /^(?:to|[–—-])$/u.test(all[first - 1]?.lower ?? '') && isDigits(all[first - 2])
  if (!isRange && !isPair && !isSecond) return false
  if (SCORED.test(all[next]?.lower ?? '') || SCORED.test(all[next + 2]?.lower ?? '')) return true
  return all
    .slice(Math.max(0, first - 6), first)
    .some((token) => /^(?:vote|votes|voted|passed|approved|won|beat|lost|ruled)$/u.test(token.lower))
}

/** Numbers in words that point back ("the two") or are part of a name ("the Gang of Eight"). */
function isWordOnly(all: readonly Token[], { first, next, min, max }: Amount): boolean {
  const token = tokenAt(all, first)
  const before = all[first - 1]
  const behind = all[next]?.lower ?? ''
  const isCapital = /^\p{Lu}/u.test(token.text) && before !== undefined && /^[\p{L}\p{N},]/u.test(before.text)
  if (isCapital) return !/^(?:least|than|killed|dead|injured|most|nearly|about)$/u.test(before?.lower ?? '')
  if (max === 0) return !/^(?:percent|per|%)$/u.test(behind)
  if (max > 12 || min !== max) return false
  if (min === 1)
    return (
      /^(?:of|another|who|that|which|more|day|thing|point|side|time|reason|way|hand|and|or|in|to|by|at)$/u.test(
        behind,
      ) || ANAPHORIC.test(before?.lower ?? '')
    )
  const isTimed = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|percent|per|[%-])$/u.test(behind)
  return !isTimed && ANAPHORIC.test(before?.lower ?? '')
}
