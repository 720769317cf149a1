const UNITS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/u)
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const MAGNITUDES = new Map([
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])
const WRITTEN = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
])
const CURRENCIES = new Map([
  ['$', 'dollars'],
  ['£', 'pounds'],
  ['€', 'euros'],
  ['dollar', 'dollars'],
  ['dollars', 'dollars'],
  ['pounds', 'pounds'],
  ['euro', 'euros'],
  ['euros', 'euros'],
])

export interface Numeral {
  /** How many of the words it takes. */
  readonly length: number
  /** The same for two numerals exactly where they say the same number of the same unit: "14000", "3000000000 dollars". */
  readonly key: string
}

/** "14,000", "3.5", "40m" as a value; null for anything else. */
function inDigits(word: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|b|tn)?$/u.exec(word)
  if (!match) return null
  const [, whole = '', fraction = '', magnitude = ''] = match
  return Number(whole.replaceAll(',', '') + fraction) * (MAGNITUDES.get(magnitude) ?? 1)
}

/** The number that begins at `at`: digits or words, with the magnitude after it. */
function valueAt(words: readonly string[], at: number): { value: number; length: number } | null {
  const first = words[at] ?? ''
  let next = at + 1
  let value = inDigits(first) ?? WRITTEN.get(first)
  if (value === undefined) {
    const isOfMany = words[next] === 'hundred' || (MAGNITUDES.get(words[next] ?? '') ?? 0) > 0
    if ((first !== 'a' || !isOfMany || words[next]?.length === 1) && first !== 'hundred') return null
    value = 1
    if (first === 'hundred') next = at
  }
  const unit = WRITTEN.get(words[next] ?? '')
  if (TENS.includes(first) && unit !== undefined && unit > 0 && unit < 10) {
    value += unit
    next++
  }
  if (words[next] === 'hundred' && value < 100) {
    value *= 100
    next++
    const after = words[next] === 'and' ? next + 1 : next
    const rest = WRITTEN.has(words[after] ?? '') ? valueAt(words, after) : null
    if (rest && rest.value < 100) {
      value += rest.value
      next = after + rest.length
    }
  }
  const magnitude = words[next] ?? ''
  if (magnitude.length > 2 && MAGNITUDES.has(magnitude)) {
    value *= MAGNITUDES.get(magnitude) ?? 1
    next++
  }
  return { value, length: next - at }
}

/**
 * The numeral that begins at `at`, with its unit where that is money or percent: "four", "14,000", "$3 billion", "30 per cent",
 * "thirty%". Takes folded words; a currency sign before or a percent sign after stands in the word ("$3", "30%"). Null for no numeral.
 */
export function numeralAt(words: readonly string[], at: number): Numeral | null {
  const first = words[at] ?? ''
  const ordinal = ORDINALS.indexOf(first)
  if (ordinal >= 0) return { length: 1, key: `${ordinal + 1}${['st', 'nd', 'rd'][ordinal] ?? 'th'}` }
  const decade = /^(\d{2,4})'?s$/u.exec(first)
  if (decade) return { length: 1, key: `${decade[1]}s` }
  const sign = CURRENCIES.get(first[0] ?? '')
  const bare = sign || first.endsWith('%') ? first.replace(/^[$£€]|%$/gu, '') : first
  const number = valueAt(bare === first ? words : [bare, ...words.slice(at + 1, at + 8)], bare === first ? at : 0)
  if (!number) return null
  const [next = '', afterNext = ''] = words.slice(at + number.length, at + number.length + 2)
  if (sign) return { length: number.length, key: `${number.value} ${sign}` }
  if (first.endsWith('%')) return { length: number.length, key: `${number.value} percent` }
  if (next === 'percent' || next === '%') return { length: number.length + 1, key: `${number.value} percent` }
  if (next === 'per' && afterNext === 'cent') return { length: number.length + 2, key: `${number.value} percent` }
  const unit = CURRENCIES.get(next)
  return unit
    ? { length: number.length + 1, key: `${number.value} ${unit}` }
    : { length: number.length, key: String(number.value) }
}
