import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWording, negationChanged, worst } from '../../src/quotations/wording.js'

const verdict = (a: string, b: string) => compareWording(a, b)?.verdict ?? null
const changes = (a: string, b: string) => (compareWording(a, b)?.changes ?? []).map(({ op, text }) => `${op} ${text}`)

describe('the same words', () => {
  it.each([
    ['“We will mend the old bridge,”', '"we will mend the old bridge."'],
    ['the harbour — our harbour — stays', 'the harbour - our harbour -- stays'],
    ['don’t sell the mill', "don't sell the mill"],
    ['the U.S. delegation', 'the US delegation'],
    ['“a delegation of the U.S.”', 'a delegation of the U.S'],
    ['[T]he ferry sails at dawn', 'the ferry sails at dawn'],
    ['Correct.', '“correct”'],
  ])('%s = %s', (a, b) => expect(verdict(a, b)).toBe('exact'))
})

describe('words that differ in spelling', () => {
  it.each([
    ['my Secretary of Defence', 'my secretary of defense'],
    ['the travelling organisation’s colour programme', "the traveling organization's color program"],
    ['a cheque for the theatre centre', 'a check for the theater center'],
    ['they analysed the neighbours’ behaviour', 'they analyzed the neighbors’ behavior'],
    ['we must co-operate on policy-making', 'we must cooperate on policy making'],
    ['four decades, 14,000 nets', '4 decades, 14000 nets'],
    ['thirty per cent of four hundred and fifty', '30% of 450'],
    ['it cost $3.5 million', 'it cost 3,500,000 dollars'],
    ['the twenty-first boat in the 1990’s', 'the twenty-first boat in the 1990s'],
  ])('%s ~ %s', (a, b) => expect(verdict(a, b)).toBe('spelling'))

  it.each([
    ['the fourth boat of the convoy left at dawn', 'the forth boat of the convoy left at dawn'],
    ['we filled the old harbour basin', 'we filed the old harbour basin'],
    ['fifty fishermen signed the letter', 'sixty fishermen signed the letter'],
  ])('but not %s / %s', (a, b) => expect(verdict(a, b)).toBe('altered'))
})

describe('words that are left out openly', () => {
  const whole = 'The council promised in March that it would never sell the harbour to strangers, whatever the price'
  it.each([
    ['a run of it', 'it would never sell the harbour'],
    ['a run of it in another spelling', 'it would never sell the harbor'],
    ['an ellipsis', 'The council promised … that it would never sell the harbour'],
    ['three full stops', 'The council promised ... that it would never sell the harbour'],
    ['an ellipsis in brackets', 'The council promised [...] it would never sell the harbour'],
    ['a word put in', 'it would never sell the [old] harbour to strangers'],
    ['a word put in the place of another', '[the mayor] would never sell the harbour to strangers'],
    ['both', '[They] promised … never [to] sell the harbour'],
  ])('%s', (_, part) => {
    expect(verdict(whole, part)).toBe('trimmed')
    expect(verdict(part, whole)).toBe('trimmed')
  })

  it('shows what was left out', () => {
    expect(changes(whole, 'it would never sell the harbour … whatever the price')).toEqual([
      'cut The council promised in March that',
      'keep it would never sell the harbour',
      'cut to strangers,',
      'keep whatever the price',
    ])
  })
})

describe('words that were changed', () => {
  it.each([
    [
      'dropped without a mark',
      'strengthened in this effort by the solidarity of our alliances',
      'strengthened in this effort by our alliances',
    ],
    ['one dropped', 'informed by over four decades of immersion', 'informed over four decades of immersion'],
    ['one added', 'showing respect to those allies', 'showing respect to those strong allies'],
    ['one put for another', 'the ferry will sail at dawn', 'the ferry will sail at dusk'],
    ['a negation lost', 'We will not abandon our allies', 'We will abandon our allies'],
    [
      'two parts that overlap',
      'the mayor of our town sold the old mill on the river in winter',
      'sold the old mill on the river in winter to a wealthy friend',
    ],
    [
      'two sentences as one',
      'The mill is closed for good. Nobody asked the weavers.',
      'The mill is closed. Nobody asked the weavers.',
    ],
    [
      'an ellipsis in another place',
      'the mayor of our town sold the old mill to a friend',
      'the mayor … sold the mill to a friend',
    ],
  ])('%s', (_, a, b) => expect(verdict(a, b)).toBe('altered'))

  it('shows them as printed', () => {
    expect(
      changes('“strengthened by the Solidarity of our old alliances.”', 'strengthened by our old alliances'),
    ).toEqual(['keep strengthened by', 'cut the Solidarity of', 'keep our old alliances.'])
  })
})

describe('two statements', () => {
  it.each([
    ['We will win', 'We will lose'],
    ['I think the president is right', 'I think the mayor was wrong about the bridge'],
    ['correct', 'That is correct and always was'],
    ['a difference of opinion', 'a loss for the town'],
    ['the people of our country', 'We came here to ask the people of this town for their help'],
    ['', 'anything'],
    ['…', '!!!'],
  ])('%s / %s', (a, b) => expect(verdict(a, b)).toBeNull())
})

const VOCABULARY =
  `harbour lantern weaver bridge winter council ferry market orchard signal timber valley widow captain granite
  meadow pepper saddle tunnel vessel`.split(/\s+/u)
const sentence = (minLength: number) => fc.uniqueArray(fc.constantFrom(...VOCABULARY), { minLength, maxLength: 20 })

describe('always', () => {
  it('a wording is exactly itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(verdict(text, text)).toBe('exact')
      }),
    )
  })

  it('a run of five telling words is trimmed', () => {
    fc.assert(
      fc.property(sentence(7), fc.nat(), (words, at) => {
        const start = at % (words.length - 5)
        expect(verdict(words.join(' '), words.slice(start, start + 5).join(' '))).toBe('trimmed')
      }),
    )
  })

  it('a word dropped from the middle is neither exact nor trimmed', () => {
    fc.assert(
      fc.property(sentence(7), fc.nat(), (words, at) => {
        const dropped = words.toSpliced(1 + (at % (words.length - 2)), 1)
        expect(verdict(words.join(' '), dropped.join(' '))).toBe('altered')
      }),
    )
  })

  it('never throws, and shows only what is printed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('[', ']', '(', '…', '...', 'the', 'mill', ' ', '-', '14,000', '$3', "n't"))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const change of compareWording(a, b)?.changes ?? [])
          expect(change.op === 'add' ? b : a).toContain(change.text)
      }),
    )
  })
})

it.each(['[(', 'a.', '… ', "n't ", '14,', 'the old mill '])('a long input of %s comes to an end', (piece) => {
  expect(verdict(piece.repeat(20_000), `${piece.repeat(19_000)}and more`)).not.toBe('exact')
})

it('the worst of several verdicts', () => {
  expect(worst([])).toBe('exact')
  expect(worst(['trimmed', 'exact', 'spelling'])).toBe('trimmed')
})

const isTurned = (a: string, b: string) => negationChanged(compareWording(a, b)?.changes ?? [])

describe('a negation', () => {
  it('lost', () => expect(isTurned('We will not abandon our allies', 'We will abandon our allies')).toBe(true))
  it('added', () => expect(isTurned('We can mend the old bridge', 'We can’t mend the old bridge')).toBe(true))
  it('lost at the beginning', () => expect(isTurned('never sell the harbour', 'sell the harbour')).toBe(true))
  it('spelled out', () => expect(isTurned('We can’t mend the old bridge', 'We cannot mend the old bridge')).toBe(false))
  it('in a sentence left out', () => {
    expect(isTurned('Do not worry about the price. We will mend the old bridge.', 'We will mend the old bridge.')).toBe(
      false,
    )
  })
})
