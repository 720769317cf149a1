import { expect, test } from 'vitest'
import { likeliest } from '../../src/quotations/ranker.js'
import { type Example, train } from './maximumEntropy.js'

const candidate = (name: string, features: string[]) => ({
  mention: { start: 0, end: name.length },
  cue: null,
  lemma: null,
  features,
})
const spoke = { alternatives: [['said', 'near'], ['object', 'near'], ['nobody']], right: [0] }
const nobodySpoke = { alternatives: [['object', 'far'], ['nobody']], right: [1] }
const examples: Example[] = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? nobodySpoke : spoke))

test('what was right in the examples is likeliest afterwards', () => {
  const weights = train(examples)
  const said = candidate('Mara Holt', ['said', 'near'])
  const ranked = likeliest([candidate('the Ledger', ['object', 'near']), said], ['nobody'], weights)
  expect(ranked?.candidate).toBe(said)
  expect(ranked?.probability).toBeGreaterThan(0.5)
})

test('where nobody was named in the examples, no candidate is likely', () => {
  expect(
    likeliest([candidate('the Ledger', ['object', 'far'])], ['nobody'], train(examples))?.probability,
  ).toBeLessThan(0.5)
})

test('the same examples give the same weights', () => {
  expect([...train(examples)]).toEqual([...train(structuredClone(examples))])
})

test('features that are hardly ever seen weigh nothing', () => {
  const rare = { alternatives: [['said', 'once'], ['nobody']], right: [0] }
  expect(train([...examples, rare]).has('once')).toBe(false)
})
