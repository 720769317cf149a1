import { expect, test } from 'vitest'
import { meaningOf } from '../../src/answers/meaning.js'
import { parseTopic } from '../../src/language/topic.js'
import { archiveOf } from './quoteArchive.js'

const archive = archiveOf(
  {
    outlet: 'Gull',
    text: '“The pier stays,” said Ada Holm. Holm met the Tide House board. The Tide House is old. Ben Holm paints.',
    speakers: ['Ada Holm'],
  },
  {
    outlet: 'Tern',
    text: 'The house stood in the tide. A storm ban came. The ban on a storm name is odd. Storm ban, they say.',
  },
)
const mentions = async (typed: string, passage: string): Promise<boolean> =>
  (await meaningOf(archive, { text: typed, groups: parseTopic(typed) })).mentions(passage)

test.each([
  ['ada holm', 'Holm went home.'],
  ['ada holm', 'The mayor, Ada Holm, went home.'],
  ['mayor holm', 'Holm went home.'],
  ['ada holm pier', 'Mayor Holm closed the pier.'],
  ['tide house', 'The Tide House is old.'],
  ['storm ban', 'The ban on a storm name is odd.'],
])('“%s” means “%s”', async (typed, passage) => {
  expect(await mentions(typed, passage)).toBe(true)
})

test.each([
  ['ada holm', 'Ben Holm paints.'],
  ['ada holm', 'The holm oak fell.'],
  ['ada holm pier', 'Holm went home.'],
  ['tide house', 'The house stood in the tide.'],
  ['storm ban', 'The storm came.'],
])('“%s” does not mean “%s”', async (typed, passage) => {
  expect(await mentions(typed, passage)).toBe(false)
})

test('articles must have the full name, passages the surname', async () => {
  expect((await meaningOf(archive, { text: 'ada holm', groups: parseTopic('ada holm') })).groups).toEqual([
    ['ada holm'],
  ])
})

test('what is no name stays as it was parsed', async () => {
  const groups = parseTopic('storm ban')
  expect((await meaningOf(archive, { text: 'storm ban', groups })).groups).toBe(groups)
})
