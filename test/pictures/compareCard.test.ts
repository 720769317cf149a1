import { describe, expect, test } from 'vitest'
import compare from '../../commands/compare.js'
import { parseTopic } from '../../src/language/topic.js'
import type { CardCell } from '../../src/message.js'
import { archiveOf, type Told } from '../answers/quoteArchive.js'
import { contextOf } from '../commands/context.js'

function teller(outlet: string, text: string, more: Partial<Told> = {}): Told {
  return { outlet, text, story: 'storm', published: '2019-03-04', speakers: ['Mara Holt'], statements: [1], ...more }
}

const POST = teller(
  'Tidewater Post',
  'Storm damages the pier of Saltmouth\n\nThe storm tore 40 planks from the pier. “The pier will never close while I am mayor of this town,” said Mara Holt.',
  { title: 'Storm damages the pier of Saltmouth' },
)
const TIMES = teller(
  'Quay Times',
  'The storm tore 90 planks from the pier. “The pier will close while I am mayor of this town,” said Mara Holt. A diver found a bell under the pier.',
  { published: '2019-03-05' },
)
const HERALD = teller('Marsh Herald', 'Roofs were lost inland.', { speakers: [], statements: [] })

async function pictureOf(topic: string, ...told: readonly Told[]) {
  const given = { topic: { text: topic, groups: parseTopic(topic) } }
  const { blocks } = await compare.run(given, contextOf(archiveOf(...told)))
  return blocks.find((block) => block.kind === 'image')
}

function shown(cell: CardCell): string {
  if (cell.kind !== 'words') return cell.kind
  const printed = cell.words.map(
    ({ excerpt, isCutBefore, isCutAfter }) => `${isCutBefore ? '…' : ''}${excerpt.text}${isCutAfter ? '…' : ''}`,
  )
  return printed.join(' / ')
}

describe('the card of a comparison', () => {
  test('has outlets as columns and findings as rows, what conflicts first', async () => {
    const card = (await pictureOf('pier', POST, TIMES, HERALD))?.card
    expect(card).toMatchObject({ basis: '2 articles, 4 March 2019 to 5 March 2019', notes: [] })
    expect(card?.headline?.text).toBe('Storm damages the pier of Saltmouth')
    expect(card?.columns).toEqual([
      { outlet: 'Tidewater Post', isSilent: false },
      { outlet: 'Quay Times', isSilent: false },
      { outlet: 'Marsh Herald', isSilent: true },
    ])
    expect(card?.rows.map(({ label, cells }) => [label, ...cells.map(shown)])).toEqual([
      ['They conflict: planks', '40 planks', '90 planks', 'nothing'],
      [
        'Quoted in other words: Mara Holt',
        'The pier will never close while I…',
        'The pier will close while I…',
        'nothing',
      ],
      ['Only in Quay Times', 'nothing', 'all', 'nothing'],
    ])
  })

  test('is told in words without a sentence of an article', async () => {
    expect((await pictureOf('pier', POST, TIMES, HERALD))?.alt).toBe(
      '3 outlets on “pier”: 1 conflict, 1 quotation in other words and 1 passage in one outlet only. ' +
        'They conflict: planks: Tidewater Post 40 planks; Quay Times 90 planks. ' +
        'Quoted in other words: Mara Holt: Tidewater Post and Quay Times. ' +
        'Only in Quay Times. Silent on it: Marsh Herald.',
    )
  })

  test('has at most four columns, of the outlets that tell most, and names the others', async () => {
    const others = ['Alder', 'Birch', 'Cedar'].map((name) => teller(name, `The pier stands, says the ${name}.`))
    const more = ['Dune', 'Elm'].map((name) =>
      teller(name, `The storm tore ${name === 'Elm' ? 41 : 42} planks from the pier.`),
    )
    const card = (await pictureOf('pier', POST, TIMES, ...others, ...more))?.card
    expect(card?.columns).toHaveLength(4)
    expect(card?.columns.map(({ outlet }) => outlet)).toEqual(
      expect.arrayContaining(['Quay Times', 'Tidewater Post', 'Dune', 'Elm']),
    )
    expect(card?.notes).toEqual(['3 more outlets: Alder, Birch and Cedar'])
    expect(card?.rows.every(({ cells }) => cells.length === 4)).toBe(true)
  })

  test.each([
    ['one outlet', [POST]],
    ['nothing on the topic', [HERALD]],
    ['outlets that tell nothing alike', [teller('A', 'The pier is old.'), teller('B', 'Gulls love a pier at dusk.')]],
  ])('is not there for %s', async (_, told) => {
    expect(await pictureOf('pier', ...told)).toBeUndefined()
  })
})
