import { describe, expect, test } from 'vitest'
import compare from '../../commands/compare.js'
import { parseTopic } from '../../src/language/topic.js'
import type { Block, Message } from '../../src/message.js'
import { archiveOf, type Told } from '../answers/quoteArchive.js'
import { contextOf, lines, said } from './context.js'

const POST: Told = {
  outlet: 'Tidewater Post',
  published: '2019-03-04',
  title: 'Storm damages the pier of Saltmouth',
  story: 'storm',
  text: 'Storm damages the pier of Saltmouth\n\nThe storm tore 40 planks from the pier. “The pier will never close while I am mayor of this town,” said Mara Holt.',
  speakers: ['Mara Holt'],
  statements: [1],
}
const TIMES: Told = {
  outlet: 'Quay Times',
  published: '2019-03-05',
  title: 'After the storm',
  story: 'storm',
  text: 'After the storm\n\nThe storm tore 90 planks from the pier. “The pier will close while I am mayor of this town,” said Mara Holt. A diver found a bell under the pier.',
  speakers: ['Mara Holt'],
  statements: [1],
}
const HERALD: Told = {
  outlet: 'Marsh Herald',
  published: '2019-03-05',
  story: 'storm',
  text: 'Roofs were lost inland.',
}
const OLD: Told = { outlet: 'Marsh Herald', published: '2018-01-02', story: 'paint', text: 'The pier was painted.' }

async function ask(topic: string, ...told: readonly Told[]): Promise<Message> {
  const groups = parseTopic(topic)
  return compare.run({ topic: { text: topic, groups } }, contextOf(archiveOf(...told)))
}

/** A message as its headings, labels and excerpts, a line each. */
function outline({ blocks }: Message): string[] {
  return blocks.flatMap((block: Block) => {
    if (block.kind === 'heading') return [`# ${block.text}`]
    if (block.kind === 'excerpts') return block.excerpts.map(({ text }) => `${block.label ?? ''}: ${text}`)
    if (block.kind === 'figures')
      return [`${block.verdict}: ${block.values.map(({ figure }) => figure.text).join(' / ')}`]
    if (block.kind === 'wording')
      return [`${block.label}: ${block.changes.map(({ op, text }) => `${op} ${text}`).join(', ')}`]
    return []
  })
}

describe('/compare', () => {
  test('begins with the story and who tells it', async () => {
    const message = await ask('pier', POST, TIMES, HERALD)
    expect(message.title).toBe('How outlets tell of “pier”')
    expect(outline(message)[0]).toBe('The story: Storm damages the pier of Saltmouth')
    expect(said(message)).toContain('3 outlets tell this story, 2 of them with words on “pier”.')
    expect(said(message)).toContain('Silent: Marsh Herald tells the story and nothing of “pier”.')
  })

  test('has the passages of each outlet, the figures side by side, and what only one reports', async () => {
    const drawn = outline(await ask('pier', POST, TIMES, HERALD))
    expect(
      drawn
        .find((line) => line.startsWith('conflict: '))
        ?.split(/: | \/ /u)
        .toSorted(),
    ).toEqual(['40 planks', '90 planks', 'conflict'])
    expect(drawn).toContain('Only in Quay Times: A diver found a bell under the pier.')
  })

  test('shows what stands in no comparison, and nothing twice', async () => {
    const plain = { ...HERALD, text: 'The storm damages the pier.' }
    const drawn = outline(await ask('pier', POST, TIMES, plain))
    expect(drawn.filter((line) => line.includes(' says'))).toEqual(['Marsh Herald says: The storm damages the pier.'])
  })

  test('says how many outlets a claim rests on, and which of them print the same text', async () => {
    const report = { ...HERALD, text: 'The lamp of the pier fell into the harbour at nine in the evening on Monday.' }
    const own = {
      ...TIMES,
      title: 'Lamp lost',
      text: 'Lamp lost\n\nOn Monday evening at nine the pier’s lamp fell into the harbour.',
    }
    const drawn = outline(await ask('pier', report, { ...report, outlet: 'Fen Courier' }, own))
    expect(drawn.filter((line) => line.startsWith('In '))).toEqual([
      'In 3 outlets, of 2 sources: the same text in Marsh Herald and Fen Courier: The lamp of the pier fell into the harbour at nine in the evening on Monday.',
      'In 3 outlets, of 2 sources: the same text in Marsh Herald and Fen Courier: On Monday evening at nine the pier’s lamp fell into the harbour.',
    ])
    const copies = outline(await ask('pier', report, { ...report, outlet: 'Fen Courier' }))
    expect(copies).toContain(
      'The same text in 2 outlets, which counts as one source: Marsh Herald and Fen Courier: The lamp of the pier fell into the harbour at nine in the evening on Monday.',
    )
  })

  test('says where the words it compares are a part of a longer quotation', async () => {
    const pier = 'The old pier is a part of the honour of this town and has been for many decades.'
    const lamp = 'We cannot light the lamps of the harbour without showing respect to the keepers.'
    const letter = { ...HERALD, text: `“${pier} ${lamp}” Holt wrote.`, statements: [1] }
    const parts = { ...TIMES, text: `“${pier}” she wrote. “${lamp}” Holt wrote.`, statements: [1, 1] }
    const message = await ask('harbour', letter, { ...parts, title: 'The lamps' })
    expect(said(message)).toContain('Of a longer quotation in Marsh Herald:')
    expect(said(await ask('pier', POST, TIMES))).not.toContain('Of a longer quotation')
  })

  test('lists no claim of which outlets only quote the same words', async () => {
    const drawn = outline(await ask('pier', POST, TIMES))
    expect(drawn).toContain('# How outlets quote the same words')
    expect(drawn.filter((line) => line.startsWith('In 2 outlets: “The pier'))).toEqual([])
  })

  test('shows how a wording differs from the fullest', async () => {
    const drawn = outline(await ask('pier', POST, TIMES, HERALD))
    expect(drawn).toContain(
      'Quay Times has other words than Tidewater Post: keep The pier will, cut never, keep close while I am mayor of this town,',
    )
  })

  test('leads to the other stories, each by its headline, date and number of outlets', async () => {
    const titled = { ...OLD, title: 'Pier painted', text: 'Pier painted\n\nThe pier was painted.' }
    const again = { ...titled, outlet: 'Quay Times', story: 'mill' }
    const message = await ask('pier', POST, TIMES, titled, again)
    expect(lines(message)).toEqual(['/compare pier story:mill', '/compare pier story:paint'])
    expect(message.actions.map(({ label }) => label)).toEqual([
      '2 January 2018, 1 outlet',
      '2 January 2018, 1 outlet (2)',
    ])
    expect(outline(message).slice(-3)).toEqual([
      '# Other stories about it',
      '2 January 2018, 1 outlet: Pier painted',
      '2 January 2018, 1 outlet (2): Pier painted',
    ])
  })

  test('asks what was meant where a word is in no article and another is spelled nearly so', async () => {
    const message = await ask('the pire', POST, TIMES)
    expect(said(message)).toContain('Did you mean “the pier”?')
    expect(lines(message)).toEqual(['/compare the pier'])
    expect(message.private).toBe(true)
  })

  test('says what was searched where there is nothing', async () => {
    const message = await ask('unicorns', POST, TIMES)
    expect(said(message)).toBe('No story about “unicorns” in 2 articles.')
    expect(message.data).toMatchObject({ topic: 'unicorns', story: null, silent: [] })
  })
})
