import { expect, test } from 'vitest'
import { compare } from '../../src/answers/compare.js'
import { parseTopic } from '../../src/language/topic.js'
import { archiveOf, type Told } from './quoteArchive.js'

const story = (id: string, published: string, ...texts: readonly [title: string, body: string][]): Told[] =>
  texts.map(([title, body], index) => {
    return { outlet: `Outlet ${index}`, story: id, published, title, text: `${title}\n\n${body}` }
  })
async function order(topic: string, ...told: readonly Told[]): Promise<string[]> {
  const answer = await compare(archiveOf(...told), { text: topic, groups: parseTopic(topic) })
  return [answer.story?.id ?? '', ...answer.otherStories.map(({ id }) => id)]
}

const ferry = story(
  'ferry',
  '2021-01-04',
  ['Wendmouth ferry sinks', 'The ferry sank on Monday.'],
  ['Nobody hurt as boat sinks', 'A ferry sank off Wendmouth. The ferry was old.'],
)
const fair = story(
  'fair',
  '2021-06-01',
  ['Fair opens', 'The fair began.\n\nIt rained.\n\nMany danced.\n\nSome came by ferry.'],
  ['Fair is full', 'Many came.\n\nSome sang.\n\nOthers slept.\n\nA few took the ferry home.'],
  ['Fair and rain', 'Rain fell.'],
  ['Rain on the fair', 'More rain fell.'],
)

test('a story with the topic in a title goes before a passing mention in a larger and newer one', async () => {
  expect(await order('ferry', ...ferry, ...fair)).toEqual(['ferry', 'fair'])
})

test('the newest goes first of stories that are as much about it', async () => {
  const later = ferry.map((told) => ({ ...told, story: 'later', published: '2021-02-01' }))
  expect(await order('ferry', ...later, ...ferry)).toEqual(['later', 'ferry'])
  expect(await order('ferry', ...ferry, ...later)).toEqual(['later', 'ferry'])
})

test('what two outlets tell goes before what one tells', async () => {
  const alone = story('alone', '2021-08-01', ['Ferry late', 'The ferry was late.'])
  expect(await order('ferry', ...alone, ...ferry)).toEqual(['ferry', 'alone'])
})

test('a story whose articles have the words in different passages is not about them together', async () => {
  const apart = story(
    'apart',
    '2021-08-01',
    ['Rain', 'The ferry left. A heron came.'],
    ['Sun', 'A heron flew. The ferry slept.'],
  )
  expect(await order('heron ferry', ...apart)).toEqual([''])
})

test('each other story has its headline, date and number of outlets', async () => {
  const { otherStories } = await compare(archiveOf(...ferry, ...fair), { text: 'ferry', groups: parseTopic('ferry') })
  expect(otherStories).toMatchObject([
    { id: 'fair', published: '2021-06-01', outlets: 4, headline: { start: 0, text: 'Rain on the fair' } },
  ])
})
