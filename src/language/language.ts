import { francAll } from 'franc-min'

/** UTF-16 units that are looked at: a language shows in fewer. */
const READ = 2_000
/** Letters below which a guess is often wrong. */
const FEWEST_LETTERS = 150
/** How much likelier than the next one the first must be, of 1: in a short text more, this many for each letter. */
const CLEAR = { least: 0.01, letters: 6 }
/** A language that the page names is believed where it is nearly as likely as the first. */
const NEAR = 0.1

/** ISO 639-3, as the models name languages, to BCP 47, which takes two letters where there are. */
const TAGS: Readonly<Record<string, string>> = {
  amh: 'am',
  arb: 'ar',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bho: 'bho',
  bos: 'bs',
  bul: 'bg',
  ceb: 'ceb',
  ces: 'cs',
  ckb: 'ckb',
  cmn: 'zh',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  fra: 'fr',
  fuv: 'ff',
  guj: 'gu',
  hau: 'ha',
  hin: 'hi',
  hnj: 'hnj',
  hrv: 'hr',
  hun: 'hu',
  ibo: 'ig',
  ilo: 'ilo',
  ind: 'id',
  ita: 'it',
  jav: 'jv',
  jpn: 'ja',
  kan: 'kn',
  kaz: 'kk',
  kin: 'rw',
  kor: 'ko',
  lin: 'ln',
  mad: 'mad',
  mag: 'mag',
  mai: 'mai',
  mal: 'ml',
  mar: 'mr',
  mya: 'my',
  npi: 'ne',
  nld: 'nl',
  nya: 'ny',
  pan: 'pa',
  pbu: 'ps',
  pes: 'fa',
  plt: 'mg',
  pol: 'pl',
  por: 'pt',
  qug: 'qu',
  ron: 'ro',
  run: 'rn',
  rus: 'ru',
  sin: 'si',
  skr: 'skr',
  som: 'so',
  spa: 'es',
  srp: 'sr',
  sun: 'su',
  swe: 'sv',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  yor: 'yo',
  zlm: 'ms',
  zul: 'zu',
}

const MODELLED = new Set(Object.values(TAGS))

/** Words that make up a quarter of English text and hardly any of another language. */
const ENGLISH = new Set(
  'the and to that for with his by from are have this they which said it at be as an their has were been would who'.split(
    ' ',
  ),
)
const SHARE_OF_ENGLISH = { sure: 0.14, least: 0.07 }

/** Letters that an alphabet does not have; names of other people may bring in a few. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  bul: /[ыэёіїєў]/giu,
  rus: /[іїєўђћљњ]/giu,
  srp: /[ыэёйщъьіїє]/giu,
  ukr: /[ыэёъў]/giu,
}
const MOST_FOREIGN = 2

/**
 * The language of a text as BCP 47 ("en", "de", "zh"), or null where that is not clear or the text is short. English by its function words, others
 * by trigrams (Cavnar and Trenkle 1994) with the models of franc, which know 82 languages. `hint` is what the page says of itself: it decides
 * between languages that are nearly as likely and names one that has no model, and no more, for templates say "en" of whatever they hold.
 */
export function languageOf(text: string, hint: string | null = null): string | null {
  const start = text.slice(0, READ)
  const letters = lettersIn(start)
  if (letters < FEWEST_LETTERS) return null
  const english = shareOfEnglish(start)
  if (english >= SHARE_OF_ENGLISH.sure) return 'en'
  const likely = francAll(start).filter(([code]) => !hasForeignLetters(start, code))
  const [first, second] = likely
  const isHinted = likely.some(([code, likelihood]) => TAGS[code] === hint && likelihood >= 1 - NEAR)
  if (hint !== null && hint !== 'en' && (isHinted || !MODELLED.has(hint))) return hint
  if (first === undefined || (first[0] === 'eng' && english < SHARE_OF_ENGLISH.least)) return null
  const isClear = second === undefined || first[1] - second[1] >= Math.max(CLEAR.least, CLEAR.letters / letters)
  return isClear ? (TAGS[first[0]] ?? null) : null
}

function hasForeignLetters(text: string, code: string): boolean {
  const foreign = FOREIGN[code]
  return foreign !== undefined && (text.match(foreign)?.length ?? 0) > MOST_FOREIGN
}

/** A sign of Chinese, Japanese or Korean says as much as three letters of an alphabet. */
function lettersIn(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const letters = (text.match(/[\p{L}\p{M}]+/gu) ?? []).join('')
  return Array.from(letters).length + 2 * signs
}

function shareOfEnglish(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.filter((word) => ENGLISH.has(word)).length / Math.max(1, words.length)
}
