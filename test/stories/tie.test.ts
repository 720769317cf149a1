import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf, weightsOf } from '../../src/stories/terms.js'
import { likeness, likenessTo, type Profile, profileOf, storyFor, tellingWords } from '../../src/stories/tie.js'

const profile = (title: string, text = ''): Profile => profileOf(termsOf(title, `${title}\n\n${text}`), new Map(), 0)
const BARGE = profile('Barge strikes Tolliver bridge', 'A grain barge struck the bridge at Harrow Bend on Friday.')
const DECK = profile('Tolliver bridge deck sinks', 'The deck sank at Harrow Bend after a grain barge hit it.')
const BAKERS = profile(
  'Bakers walk out in Ostermouth',
  'Hotels served breakfast without rolls as bakers went on strike.',
)
const neighbour = (story: string, alike: number, days = 0) => ({ story, alike, days })

test('an article joins the story whose articles are most alike', () => {
  expect(storyFor([neighbour('bakers', likeness(DECK, BAKERS)), neighbour('barge', likeness(DECK, BARGE))])).toBe(
    'barge',
  )
})

test('an article like none opens a story', () => {
  expect(storyFor([neighbour('barge', likeness(BAKERS, BARGE)), neighbour('barge', likeness(BAKERS, DECK))])).toBeNull()
  expect(storyFor([])).toBeNull()
})

test('what is alike on other days is less so', () => {
  expect(storyFor([neighbour('barge', 1, 2)])).toBe('barge')
  expect(storyFor([neighbour('barge', 1, 40)])).toBeNull()
})

test('rare words count most', () => {
  const terms = termsOf(null, 'The mayor met the Tolliver committee')
  const counts = new Map([
    ['mayor', 900],
    ['met', 950],
    ['committe', 700],
  ])
  const telling = tellingWords(terms, profileOf(terms, counts, 1000), 2)
  expect(telling.map(({ word }) => word)).toEqual(['Tolliver', 'committee'])
})

test('an article is as like the terms of another as it is like its profile', () => {
  const [title, counts] = ['Tolliver bridge deck sinks at Harrow Bend', new Map([['deck', 4]])] as const
  const terms = termsOf(title, title)
  const alike = likenessTo(BARGE, weightsOf(terms), counts, 1000)
  expect(alike).toBeGreaterThan(0.2)
  expect(alike).toBeCloseTo(likeness(BARGE, profileOf(terms, counts, 1000)), 12)
  expect(likenessTo(BARGE, weightsOf(termsOf(null, '')), counts, 1000)).toBe(0)
})

test('an article is wholly like itself, and any two are alike from 0 to 1', () => {
  expect(likeness(BARGE, BARGE)).toBeCloseTo(1)
  assert(
    property(string(), string(), (a, b) => {
      const alike = likeness(profile(a), profile(b))
      return alike >= 0 && alike <= 1.000001
    }),
  )
})
