import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, figures } from '../../src/language/figures.js'

const told = (text: string, published: string | null = null) =>
  figures(text, published).map((figure) => ({ ...figure, text: text.slice(figure.start, figure.end) }))
const only = (text: string, published: string | null = null) => {
  const [first, ...others] = told(text, published)
  expect(others).toEqual([])
  return first
}
const day = (date: string) => Date.parse(date) / 86_400_000

test.each<[string, Partial<Figure>]>([
  ['14,000 troops left', { min: 14_000, kind: 'count', unit: 'troops', counted: 'troop' }],
  ['forty-three boats', { min: 43, counted: 'boat' }],
  ['two hundred and fifty thousand homes', { min: 250_000, counted: 'home' }],
  ['half a million voters', { min: 500_000, counted: 'voter' }],
  ['2.5 million people', { min: 2_500_000, counted: 'person' }],
  ['10 to 15 boats', { min: 10, max: 15, counted: 'boat' }],
  ['between 10 and 15 boats', { min: 10, max: 15 }],
  ['10–15 boats', { min: 10, max: 15 }],
  ['$1.2bn', { min: 1.2e9, kind: 'money', unit: 'USD' }],
  ['£3 to £5 million', { min: 3e6, max: 5e6, unit: 'GBP' }],
  ['$10.10 an hour', { min: 10.1, unit: 'USD/hour' }],
  ['40%', { min: 40, kind: 'percent', unit: '%' }],
  ['3 in 10 farmers', { min: 30, kind: 'percent' }],
  ['four percentage points', { min: 4, kind: 'points' }],
  ['two years', { min: 2, kind: 'duration', unit: 'year', counted: null }],
  ['two years ago', { min: 2, kind: 'duration', counted: 'ago' }],
  ['four decades', { min: 4, unit: 'decade' }],
  ['the 68-year-old', { min: 68, kind: 'age', unit: 'year' }],
  ['Ada Holm, 43, left', { min: 43, kind: 'age' }],
  ['63 Canadian citizens', { min: 63, counted: 'canadian', unit: 'canadians' }],
  ['63 were Canadian.', { min: 63, counted: 'canadian', unit: 'canadians' }],
  ['63 Canadians', { min: 63, counted: 'canadian' }],
  ['three are South Korean, she said', { min: 3, counted: 'korean' }],
  ['two are German boats', { min: 2, counted: null }],
  ['nearly a mile', { min: 1, kind: 'measure', unit: 'mile', qualifier: 'nearly' }],
  ['half a mile', { min: 0.5, kind: 'measure', unit: 'mile' }],
  ['a 74-nation pact', { min: 74, counted: 'countri' }],
  ['16 police officers', { min: 16, counted: 'offic' }],
  ['2,000 U.S. service members', { min: 2000, counted: 'troop', unit: 'troops' }],
  ['three other farmers', { min: 3, counted: 'other farmer' }],
  ['14 dead', { min: 14, counted: 'person', unit: 'people' }],
  ['two and a half million people', { min: 2_500_000, counted: 'person' }],
  ['three and a half years', { min: 3.5, kind: 'duration', unit: 'year' }],
  ['a couple of hundred homes', { min: 200, max: 299, counted: 'home' }],
  ['14\u00A0000 boats', { min: 14_000, counted: 'boat' }],
  ['C$5 million', { min: 5e6, unit: 'CAD' }],
  ['a $15-an-hour wage', { min: 15, unit: 'USD/hour' }],
  ['20 pence', { min: 20, kind: 'money', unit: 'pence' }],
  ['between 40% and 45%', { min: 40, max: 45, kind: 'percent' }],
  ['40 to 45 percent', { min: 40, max: 45, kind: 'percent' }],
  ['a 0.5-point rise', { min: 0.5, kind: 'points' }],
  ['two-thirds of voters', { min: 200 / 3, kind: 'percent' }],
  ['nearly a third of the homes', { min: 100 / 3, kind: 'percent', qualifier: 'nearly' }],
  ['one in five homes', { min: 20, kind: 'percent' }],
  ['half of them', { min: 50, kind: 'percent' }],
  ['Holm died at 87', { min: 87, kind: 'age' }],
  ['Holm, who is 43, left', { min: 43, kind: 'age' }],
  ['a man in his early 40s', { min: 40, max: 49, kind: 'age' }],
  ['10 km', { min: 10, kind: 'measure', unit: 'kilometer' }],
  ['34,000 feet', { min: 34_000, kind: 'measure', unit: 'foot' }],
  ['the toll stands at 21.', { min: 21, kind: 'count' }],
  ['30 staff members', { min: 30, counted: 'worker', unit: 'staff' }],
  ['63 farmers lives', { min: 63, counted: 'farmer', unit: 'lives' }],
  ['60 arrests', { min: 60, counted: 'person' }],
])('%s is a figure', (text, expected) => {
  expect(only(text)).toMatchObject(expected)
})

test.each([
  ['up to 30 boats', 'at most'],
  ['as many as 30 boats', 'at most'],
  ['fewer than 30 boats', 'less than'],
  ['more than $30', 'more than'],
  ['at least 30 boats', 'at least'],
  ['30 or more boats', 'at least'],
  ['30 or so boats', 'about'],
  ['30-odd boats', 'about'],
  ['30-plus boats', 'at least'],
  ['well over 30 boats', 'more than'],
  ['no more than 30 boats', 'at most'],
  ['nearly 30 boats', 'nearly'],
  ['about 30 boats', 'about'],
  ['30 boats', null],
])('%s is hedged as %s', (text, qualifier) => {
  expect(only(text)).toMatchObject({ qualifier, min: 30, start: 0 })
})

test('dozens and thousands are ranges', () => {
  expect(only('dozens of boats')).toMatchObject({ counted: 'boat' })
  const thousands = only('thousands of boats')
  expect(thousands?.min).toBeLessThan(thousands?.max ?? 0)
})

test.each([
  ['in age from 16 months to 74 years old', 16, 'month', 74, 'year'],
  ['from 5 to 72 years of age', 5, 'year', 72, 'year'],
  ['aged 5 to 73', 5, 'year', 73, 'year'],
])('the ages “%s” have a youngest and an oldest', (text, least, unit, most, other) => {
  expect(told(text)).toMatchObject([
    { kind: 'age', counted: 'youngest', min: least, unit },
    { kind: 'age', counted: 'oldest', min: most, unit: other },
  ])
})

test('a share has a part and a whole', () => {
  expect(told('3,000 of the 14,000 troops')).toMatchObject([
    { min: 3000, role: 'part', counted: 'troop', text: '3,000 of the 14,000 troops' },
    { min: 14_000, role: 'whole', counted: 'troop', text: '14,000 troops' },
  ])
})

test('where all are meant, the part is the whole', () => {
  for (const text of ['all US troops – currently 14,000 – from there', 'all 14,000 troops']) {
    expect(told(text)).toMatchObject([
      { min: 14_000, role: 'part', counted: 'troop' },
      { min: 14_000, role: 'whole', counted: 'troop' },
    ])
  }
})

test('dates are days, in the year nearest to the day of publication', () => {
  const february28 = { kind: 'date', min: day('2019-02-28'), max: day('2019-02-28') }
  expect(only('on February 28', '2018-12-20')).toMatchObject(february28)
  expect(only('on 28 Feb.', '2018-12-20')).toMatchObject(february28)
  expect(only('on Feb. 28, 2019')).toMatchObject(february28)
  expect(only('at the end of February', '2018-12-20')).toMatchObject({
    min: day('2019-02-21'),
    max: day('2019-02-28'),
    text: 'the end of February',
  })
  expect(only('on Feb. 27 and 28, 2019')).toMatchObject({ min: day('2019-02-27'), max: day('2019-02-28') })
  expect(only('last May', '2018-04-20')).toMatchObject({ min: day('2017-05-01'), max: day('2017-05-31') })
  expect(only('in 2014')).toMatchObject({ min: day('2014-01-01'), max: day('2014-12-31') })
  expect(only('late Thursday', '2018-12-21')).toMatchObject({ kind: 'weekday', min: day('2018-12-20') })
})

test.each([
  'one of them',
  'the two left',
  'a one-on-one talk',
  'a four-star general',
  'No. 10 and Flight 804',
  'after 9/11',
  'at 5 p.m.',
  'at 9:30',
  'a 5-4 ruling',
  'the 21st century',
  'the Gang of Eight',
  'an F-16 and a G-20',
  'May she come?',
  'Theresa May and May’s party waited for May',
  'the second half of the game',
  'the 007 films',
])('%s measures nothing', (text) => {
  expect(told(text, '2018-12-20')).toEqual([])
})

test('figures are spans in order, whatever the text', () => {
  const piece = fc.constantFrom(
    '1',
    ',',
    '000',
    ' ',
    '-',
    'one',
    'of',
    'the',
    'all',
    'million',
    '$',
    '%',
    'May',
    '–',
    'to',
    'year',
    '.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary' }), (pieces, other) => {
      const text = pieces.join(' ') + pieces.join('') + other
      let at = 0
      for (const { start, end, min, max } of figures(text, other)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(min).toBeLessThanOrEqual(max)
        expect(Number.isFinite(max)).toBe(true)
        at = start
      }
    }),
  )
})
