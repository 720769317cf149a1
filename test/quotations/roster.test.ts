import { expect, test } from 'vitest'
import { rosterOf } from '../../src/quotations/roster.js'

const namesOf = (text: string): string[] => rosterOf(text).people.map(({ name }) => name)

test('titles, outlets and the words of a heading are none of a name', () => {
  expect(namesOf('Defense Secretary Tom Pell met U.S. Sen. Ada Quill of Ohio.')).toEqual(['Tom Pell', 'Ada Quill'])
  expect(namesOf('Harbour Radio’s Helen Tresidder was there.')).toEqual(['Helen Tresidder'])
  expect(namesOf('Tom Pell Resigns After Long Inquiry In Wendmouth\n\nPell left on Monday.')).toEqual(['Tom Pell'])
})

test('places, bodies and crowds are no people', () => {
  expect(namesOf('The White House said so. New York waited. Prosecutors said no.')).toEqual([])
})

test('a name printed once more in full is the same one', () => {
  expect(namesOf('Mayor Meg Quill Margaret (Meg) Mary QuillCouncil Meets said so. Quill left.')).toEqual(['Meg Quill'])
})

test('a role is told apart by what stands beside it', () => {
  const { byRole } = rosterOf('Vice President Tom Pell and President Ada Quill met former President Leo Finch.')
  expect(byRole.get('president')?.map(({ name }) => name)).toEqual(['Ada Quill', 'Leo Finch'])
  expect(byRole.get('vice president')?.map(({ name }) => name)).toEqual(['Tom Pell'])
})

test('a pronoun tells the gender that a name does not', async () => {
  const { extractQuotations } = await import('../../src/quotations/extract.js')
  const text = 'Zorvan Pell said little. She had slept badly. “It was a long night,” she said.'
  expect(extractQuotations(text)[0]?.speaker?.name).toBe('Zorvan Pell')
})

test.each(['Ada Quill ', 'Mayor, ', 'A. ', 'he said ', 'the mayor ', 'of A '])(
  'reads a long text of %j only',
  (words) => {
    expect(rosterOf(words.repeat(20_000)).people.length).toBeLessThan(5)
  },
)
