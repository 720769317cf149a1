/** Any number of made-up articles of Wendmouth, the same at each run. */
import { randomFrom } from '../bench/random.js'

export interface MadeUp {
  readonly title: string
  readonly author: string
  /** ISO 8601. */
  readonly published: string
  readonly paragraphs: readonly string[]
}

const list = (words: string): readonly string[] => words.split(' ')

const FIRST = list('Ada Bram Cora Edda Finn Gail Hugo Ines Joss Kira Lars Mara Nils Orla Piet Rosa Sven Tess Ulla Vera')
const LAST = list(
  'Ashdown Brandt Corley Dunmore Eastlake Farrow Greaves Holt Ivers Jessop Kemble Lovell Marsh Norrie Oakes Pell',
)
const PLACES = list(
  'Wendmouth Harbourside Northgate Saltmarsh Eastcliff Millbrook Greyfriars Stonebridge Oldport Ferrytown',
)
const NOUNS = list(
  'bridge ferry school harbour council budget library market station tower museum theatre hospital road tunnel pier lighthouse orchard bakery choir garden stadium depot warehouse quarry reservoir canal sawmill clinic nursery court archive brewery chapel dairy farm gallery hostel inn jetty kiosk laundry mill nightclub observatory parade quay railway shelter tavern university village workshop yard zoo lantern carpet engine barrel ladder kettle trumpet blanket compass hammer saddle mirror bucket candle pillow anchor basket',
)
const VERBS = list(
  'repair close open move paint sell rent rebuild guard inspect widen flood measure clean protect study replace name',
)
const ADJECTIVES = list(
  'old new empty narrow costly quiet famous wooden public private broken heavy gentle bright hidden distant careful',
)
const DAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday')
const ENDS = /e$/u
const SYLLABLES = list(
  'ba be bi bo da de do fa fe ga go ka ki ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve',
)

/** Each gives other words at each call. */
type Words = Readonly<
  Record<'noun' | 'verb' | 'past' | 'adjective' | 'place' | 'person' | 'day' | 'number', () => string>
>

const SENTENCES: readonly ((w: Words) => string)[] = [
  (w) => `The ${w.adjective()} ${w.noun()} in ${w.place()} was ${w.past()} on ${w.day()}.`,
  (w) => `${w.person()} wants to ${w.verb()} the ${w.noun()}, the ${w.noun()} and ${w.number()} more.`,
  (w) => `Nobody ${w.past()} the ${w.noun()} before ${w.number()} families of ${w.place()} asked for a ${w.noun()}.`,
  (w) => `Each ${w.adjective()} ${w.noun()} costs ${w.number()} pounds, ${w.person()} found.`,
  (w) => `A ${w.noun()} without a ${w.noun()} is ${w.adjective()}, and ${w.place()} has ${w.number()}.`,
  (w) => `On ${w.day()} the ${w.noun()} and its ${w.adjective()} ${w.noun()} will be ${w.past()}.`,
  (w) => `It took ${w.number()} days to ${w.verb()} one ${w.adjective()} ${w.noun()} near ${w.place()}.`,
  (w) => `Until then ${w.place()} must ${w.verb()} every ${w.noun()} by ${w.day()}.`,
]
const QUOTED: readonly ((w: Words) => string)[] = [
  (w) =>
    `“We ${w.past()} ${w.number()} of them for a ${w.noun()} with a ${w.noun()}, and the ${w.noun()} is still ${w.adjective()},” said ${w.person()}.`,
  (w) =>
    `${w.person()} said: “A ${w.noun()}, a ${w.adjective()} ${w.noun()} and the ${w.noun()} of ${w.place()} cannot ${w.verb()} themselves.”`,
  (w) =>
    `“Who would ${w.verb()} the ${w.noun()}, or ${w.verb()} any ${w.noun()} and ${w.noun()} in ${w.place()}?” asked ${w.person()}.`,
  (w) =>
    `“The ${w.noun()} comes first,” ${w.person()} told the ${w.noun()}. “Then ${w.noun()} and ${w.noun()} will ${w.verb()} a ${w.noun()} for ${w.number()} pounds.”`,
]

/** Published within the month before `now`. */
export function madeUpArticle(seed: number, now: number): MadeUp {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  // Squared, so that some words are common and most are rare, as in a language.
  const rareWord = (): string => {
    const rank = Math.floor(random() ** 2 * 20_000)
    return [rank, Math.floor(rank / 37), Math.floor(rank / 1369)].map((at) => SYLLABLES[at % 37] ?? '').join('')
  }
  const words: Words = {
    noun: () => (random() < 0.4 ? pick(NOUNS) : rareWord()),
    verb: () => pick(VERBS),
    past: () => `${pick(VERBS).replace(ENDS, '')}ed`,
    adjective: () => pick(ADJECTIVES),
    place: () => pick(PLACES),
    person: () => `${pick(FIRST)} ${pick(LAST)}`,
    day: () => pick(DAYS),
    number: () => String(2 + below(900)),
  }
  const paragraph = (): string => Array.from({ length: 3 + below(3) }, () => pick(SENTENCES)(words)).join(' ')
  const paragraphs = Array.from({ length: 7 + below(14) }, (_, at) =>
    at % 4 === 1 ? pick(QUOTED)(words) : paragraph(),
  )
  const { person, past, noun, place, number } = words
  return {
    title: `${place()} ${noun()} ${past()} after ${number()} days of ${noun()} and ${noun()}`,
    author: person(),
    published: new Date(now - below(30 * 24 * 60) * 60_000).toISOString(),
    paragraphs,
  }
}
