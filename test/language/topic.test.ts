import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsTopic, parseTopic } from '../../src/language/topic.js'

const mentions = (text: string, typed: string) => mentionsTopic(text, parseTopic(typed))

test('a topic is its words without the small ones, each in a group of its own', () => {
  expect(parseTopic('the letter')).toEqual([['letter']])
  expect(parseTopic('NATO allies')).toEqual([['nato', 'north atlantic treaty organization'], ['allies']])
  expect(parseTopic('what about the')).toEqual([])
  expect(parseTopic('')).toEqual([])
})

test('a country brings its people along, by whatever name it is typed', () => {
  expect(parseTopic('Afghan')).toEqual([['afghanistan', 'afghan', 'afghans']])
  expect(parseTopic('america')).toEqual(parseTopic('the U.S.'))
  expect(parseTopic('north korea')[0]).toContain('north koreans')
  expect(mentions('Russia’s envoy left', 'russians')).toBe(true)
  expect(mentions('Kabul was quiet', 'afghanistan')).toBe(false)
  expect(mentions('South Korea was quiet', 'north korea')).toBe(false)
})

test('words are found in any inflection', () => {
  expect(mentions('They are withdrawing all troops', 'troop withdrawals')).toBe(true)
  expect(mentions('The withdrawal of a U.S.-led troop', 'troop withdrawals')).toBe(true)
  expect(mentions('No allies came', 'ally')).toBe(true)
  expect(mentions('The 74-nation pact', 'nations')).toBe(true)
})

test.each([
  ['withdrawal', 'The crews withdrew from Wendmouth'],
  ['men', 'A man was rescued'],
  ['policeman', 'Two policemen waded in'],
  ['decisions', 'They decided at noon'],
  ['labour', 'The labor council met'],
  ['organise', 'They organized a fair'],
  ['centre', 'The Center is closed'],
  ['e-mail', 'She sent an email'],
  ['emails', 'An e-mail was sent'],
  ['health care', 'Healthcare is dear'],
  ['ceasefire', 'A cease-fire held'],
  ['FBI', 'The Federal Bureau of Investigation came'],
  ['holland', 'A Dutch ferry sank'],
  ['burma', 'Myanmar voted'],
  ['holm', 'ferry.Holm came late'],
  ['rourke', 'Mr O’Rourke came'],
])('“%s” is found in “%s”', (typed, text) => {
  expect(mentions(text, typed)).toBe(true)
})

test.each([
  ['office', 'Officers came'],
  ['general', 'This generation is generous, and generally late'],
  ['author', 'Authorities came'],
  ['news', 'A new bridge'],
  ['aid', 'An aide came'],
  ['important', 'Imports rose'],
  ['mexico', 'New Mexico is dry'],
  ['america', 'African American voters came'],
  ['house', 'The White House is white'],
  ['poland', 'They polish the brass'],
  ['turkey', 'A turkey was carved'],
  ['UN', 'Kim Jong Un came'],
])('“%s” is not found in “%s”', (typed, text) => {
  expect(mentions(text, typed)).toBe(false)
})

test('a longer name is found where it is asked for', () => {
  expect(mentions('The White House is white', 'white house')).toBe(true)
  expect(mentions('New Mexico is dry', 'new mexico')).toBe(true)
  expect(mentions('New Mexico borders Mexico', 'mexico')).toBe(true)
})

test('a topic in capitals throughout is no acronym', () => {
  expect(parseTopic('WHAT ABOUT THE FERRY')).toEqual(parseTopic('what about the ferry'))
})

test('an acronym that is a small word besides is found in capitals only', () => {
  expect(mentions('They told us', 'US')).toBe(false)
  expect(mentions('The US told them', 'america')).toBe(true)
  expect(mentions('The US-led mission', 'us')).toBe(true)
  expect(mentions('Those who came', 'WHO')).toBe(false)
  expect(mentions('The WHO came', 'WHO')).toBe(true)
})

test('words in quotation marks stand together', () => {
  expect(mentions('The bridge is white, the house is old', '"white house"')).toBe(false)
  expect(mentions('The White House', '“white house”')).toBe(true)
})

test('nothing typed is ever refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
      expect(typeof mentions(text, typed)).toBe('boolean')
    }),
  )
})
