import { expect, test } from 'vitest'
import { compare } from '../../src/answers/compare.js'
import { parseTopic } from '../../src/language/topic.js'
import { archiveOf, type Told } from './quoteArchive.js'

/** What is shown of one article on a topic. */
async function shown(topic: string, text: string, told: Partial<Told> = {}): Promise<string[]> {
  const archive = archiveOf({ outlet: 'Gull', text, ...told })
  const { outlets } = await compare(archive, { text: topic, groups: parseTopic(topic) })
  return outlets.flatMap(({ excerpts }) => excerpts.map((excerpt) => excerpt.text))
}

test('a sentence that begins with a pronoun brings the one that says who, however far back two more stand', async () => {
  expect(await shown('pier', 'It rained. Ada Holm went out. She was late. He waved. They saw the pier.')).toEqual([
    'Ada Holm went out. She was late. He waved. They saw the pier.',
  ])
})

test.each([
  ['The council met on Monday.', 'It closed the pier.'],
  ['The council met on Monday.', 'That decision closed the pier.'],
  ['Ada Holm and Ben Reed met.', 'Both like the pier.'],
  ['Ada Holm and Ben Reed met.', 'The two like the pier.'],
  ['A storm came.', 'Such a night spares no pier.'],
  ['The council met.', 'But in it, few like the pier.'],
  ['The council decided on Monday.', 'The move closes the pier.'],
  ['The council wrote a letter.', 'Under it, the pier closes.'],
  ['Mayor Holm came home.', 'On Tuesday, she saw the pier.'],
  ['Fishermen met.', 'While they talked, the pier burned.'],
])('“%s” is shown before “%s”', async (before, sentence) => {
  expect(await shown('pier', `Nobody slept. ${before} ${sentence}`)).toEqual([`${before} ${sentence}`])
})

test.each([
  'It is unclear whether the pier will open.',
  'This week the pier opens.',
  'Both Ada Holm and Ben Reed like the pier.',
  'The decision to close the pier was late.',
  'When she came home, Mayor Ada Holm saw the pier.',
  'A diver lost his watch at the pier.',
])('“%s” stands on its own', async (sentence) => {
  expect(await shown('pier', `The council met on Monday. ${sentence}`)).toEqual([sentence])
})

test('a quotation that is cut in two is shown whole, with who says it', async () => {
  const text = 'It rained. “The pier is old. The pier must go,” said Ada Holm. Nobody slept.'
  expect(await shown('must', text, { speakers: ['Ada Holm'] })).toEqual([
    '“The pier is old. The pier must go,” said Ada Holm.',
  ])
  const behind = 'It rained. Ada Holm spoke up. “The pier is old. It must go. Nobody needs it.” Rain fell.'
  expect(await shown('must', behind)).toEqual(['Ada Holm spoke up. “The pier is old. It must go. Nobody needs it.”'])
})

test('“he said” brings the sentence that says who', async () => {
  const text = 'It rained. Ben Reed came late. “The pier by Ada Holm is old,” he said.'
  expect(await shown('pier', text, { speakers: ['Ben Reed'] })).toEqual([
    'Ben Reed came late. “The pier by Ada Holm is old,” he said.',
  ])
})

test.each([
  'Read more: The pier in pictures.',
  '(RELATED: Pier closes.)',
  'Watch: the pier at dawn.',
  'By Ada Holm, pier correspondent',
  'The pier at dawn. Bo Reed/Getty Images',
  'Hide Caption 3 of 9 Photos: The pier at dawn. The pier at dusk.',
  'The pier at dawn',
])('“%s” is no passage', async (line) => {
  expect(await shown('pier', `${line}\n\nThe pier is old.`)).toEqual(['The pier is old.'])
})

test('nothing is brought over a caption', async () => {
  expect(await shown('pier', 'Ada Holm went out.\n\nBo Reed/Getty Images\n\nShe saw the pier.')).toEqual([
    'She saw the pier.',
  ])
})

test('an article of lines that nothing ends is shown all the same', async () => {
  expect(await shown('pier', 'Pier old\nPier new')).toEqual(['Pier old', 'Pier new'])
})

test('a long hostile text is shown in no time that matters', async () => {
  const text = `${'"he pier '.repeat(20_000)}\n${'He saw it. '.repeat(20_000)}\nThe pier.`
  expect((await shown('pier', text)).length).toBeGreaterThan(0)
})
