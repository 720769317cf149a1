import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/articles/clean.js'
import { normalise } from '../../src/articles/normalise.js'

const NEWS = 'The harbour at Wendmouth reopened on Tuesday, two days after the storm had closed it.'

describe('what is no article goes', () => {
  test.each([
    'Read More',
    'READ MORE:',
    'Continue reading below',
    'Advertisement',
    'Story Continued Below',
    'caption Mayor Ada Penhale. source Jo Marsh/Getty Images',
    'Enlarge this image toggle caption Jo Marsh/AP Jo Marsh/AP',
    'Image copyright Wend Photos',
    'Ada Penhale at the town hall on Monday. (Photo by Jo Marsh/Getty Images)',
    'FILE PHOTO: Ferries at anchor in Wendmouth, March 4, 2019. REUTERS/Jo Marsh/File Photo',
    'This is an archived article and much of it may be out of date by now.',
    'Sign up for our newsletter',
    'Get the morning’s stories delivered to your inbox.',
    'Share on Facebook',
    'SHARE THIS ARTICLE Share Tweet Post Email',
    'Follow Jo Marsh on Twitter',
    'Follow @wendpost',
    'Click here to see every picture of the flood',
    'Related: Ferry crews walk out',
    'More:Why the pumps failed',
    '( PHOTOS: The flood in pictures)',
    'Copyright © 2019 The Wend Post. All rights reserved.',
    '(Reporting by Jo Marsh; Editing by Lee Rowe)',
    'Jo Marsh and Lee Rowe contributed to this report.',
    '___',
  ])('%s', (litter) => {
    expect(clean(`${NEWS}\n\n${litter}`)).toBe(NEWS)
    expect(clean(`${litter}\n\n${NEWS}`)).toBe(NEWS)
  })

  test('credits leave the end of a paragraph', () => {
    expect(clean(`${NEWS} (Reporting by Jo Marsh; Editing by Lee Rowe)`)).toBe(NEWS)
  })

  test('a caption leaves the start of a paragraph where its credit stands twice', () => {
    expect(clean(`Enlarge this image toggle caption Jo Marsh/AP Jo Marsh/AP ${NEWS}`)).toBe(NEWS)
  })
})

describe('news stays', () => {
  test.each([
    'Readers had more to say about the harbour than the council did.',
    '“Sign up for our newsletter,” the mayor told the crowd, and they laughed.',
    'She asked them to follow her example and to share what they had.',
    'The photo was taken by a neighbour and shown in court, according to Reuters.',
    'The advertisement will run for six weeks, at a cost of £40,000.',
    'More than 200 people could sign up for emails about the works, the council said.',
    'Copyright law does not cover the design, the judge said.',
    'Reporting by the Wend Post showed that the pumps were broken.',
    'Rowe, who contributed to the report on the flood, said it had been softened.',
    'Related cases are before the court in Skellen.',
    'Watch committees were set up in four streets.',
    'The mayor wrote: “Click here to learn the truth.”',
  ])('%s', (news) => {
    expect(clean(`${NEWS}\n\n${news}`)).toBe(`${NEWS}\n\n${news}`)
  })
})

describe('a summary that repeats the text below it', () => {
  const full =
    'The mayor of Wendmouth will step down at the end of May, telling councillors in a letter on Monday that she had “done what one person can do” about the flood.'
  const summary = full.replace(' on Monday', '')

  test('goes', () => {
    expect(clean(`${summary}\n\n${NEWS}\n\n${full}`)).toBe(`${NEWS}\n\n${full}`)
  })

  test('stays where it is not repeated', () => {
    expect(clean(`${summary}\n\n${NEWS}`)).toBe(`${summary}\n\n${NEWS}`)
  })

  test('stays where the text below denies it, or has another figure', () => {
    const denied = `${full} She will not step down before then.`
    expect(clean(`${summary}\n\n${denied}`)).toContain(summary)
    const lead = 'The council will clear 40 of the houses beside the river at Wendmouth this week.'
    expect(clean(`${lead}\n\n${lead.replace('40', '400')} That is a first step.`)).toContain(lead)
  })

  test('stays where only it says that words are quoted', () => {
    const quoting = '“The pumps were due for repair in November and nobody came,” Penhale wrote.'
    const bare = 'The pumps were due for repair in November and nobody came, Penhale wrote — Ada Penhale'
    expect(clean(`${quoting}\n\n${bare}`)).toContain(quoting)
  })

  test('a title that the text repeats stays', () => {
    const title = 'Mayor of Wendmouth will step down at the end of May'
    expect(clean(`${title}\n\n${full}`, title)).toContain(title)
  })
})

test('cleaning removes whole pieces and adds nothing', () => {
  const piece = constantFrom(NEWS, 'Read More', 'Related: x', '', 'a (Reporting by B C)', '“', 'Share on Facebook')
  assert(
    property(array(oneof(piece, string({ unit: 'binary' }))), (pieces) => {
      const text = normalise(pieces.join('\n\n'))
      const kept = clean(text)
      for (const paragraph of kept.split('\n\n')) expect(text).toContain(paragraph)
    }),
  )
})

test.each([
  ' ',
  '"',
  'caption ',
  'Share this ',
  'Follow a b c ',
  '(Reporting by ',
  'Related: ',
  'aa bb cc dd ee ff gg hh\n\n',
])('a megabyte of %j is worked through', (unit) => {
  expect(() => clean(normalise(unit.repeat(1_000_000 / unit.length)))).not.toThrow()
})
