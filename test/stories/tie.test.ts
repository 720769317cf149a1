import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf } from '../../src/stories/terms.js'
import { likeness, type Profile, profileOf, storyFor, tellingWords } from '../../src/stories/tie.js'

const profile = (title: string, text = ''): Profile => profileOf(termsOf(title, `${title}\n\n${text}`), new Map(), 0)
const BARGE = profile('Barge strikes Tolliver bridge', 'A grain barge struck the bridge at Harrow Bend on Friday.')
const DECK = profile('Tolliver bridge deck sinks', 'The deck sank at Harrow Bend after a grain barge hit it.')
const BAKERS = profile(
  'Bakers walk out in Ostermouth',
  'Hotels served breakfast without rolls as bakers went on strike.',
)
const neighbour = (story: string, other: Profile, days = 0) => ({ story, profile: other, days })

test('an article joins the story whose articles are most alike', () => {
  expect(storyFor(DECK, [neighbour('bakers', BAKERS), neighbour('barge', BARGE)])).toBe('barge')
})

test('an article like none opens a story', () => {
  expect(storyFor(BAKERS, [neighbour('barge', BARGE), neighbour('barge', DECK)])).toBeNull()
  expect(storyFor(BAKERS, [])).toBeNull()
})

test('what is alike on other days is less so', () => {
  expect(storyFor(BARGE, [neighbour('barge', BARGE, 2)])).toBe('barge')
  expect(storyFor(BARGE, [neighbour('barge', BARGE, 40)])).toBeNull()
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

test('an article is wholly like itself, and any two are alike from 0 to 1', () => {
  expect(likeness(BARGE, BARGE)).toBeCloseTo(1)
  assert(
    property(string(), string(), (a, b) => {
      const alike = likeness(profile(a), profile(b))
      return alike >= 0 && alike <= 1.000001
    }),
  )
})
