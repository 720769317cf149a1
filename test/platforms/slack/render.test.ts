import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/message.js'
import { buttonId } from '../../../src/platforms/buttons.js'
import { renderSlack } from '../../../src/platforms/slack/render.js'
import { card } from '../card.js'
import { limitsBroken, nodesOf } from './renderChecks.js'
import { ASKER, DESK, drawn, messageOf, quotation, render, view } from './renderSamples.js'

const whole = quotation('Tidewater Post', '“The ferry will sail on Monday, in any weather.”')
const short = quotation('Quay Times', '“The ferry will sail”', { channel: 'written' })

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })
const quoted = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
})
const line = (text: string, style?: object) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, ...(style && { style }) }] }],
})
const cell = (text: string) => ({ type: 'raw_text', text })
const source = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] })
const TIDEWATER = '<https://tidewater-post.example/f|Tidewater Post, 4 March 2019>'
const QUAY = '<https://quay-times.example/f|Quay Times, 4 March 2019>'

const table = (rows: number): Block => ({
  kind: 'table',
  columns: ['Outlet', 'Articles'],
  rows: Array.from({ length: rows }, (_, row) => [`Outlet ${row}`, '4']),
})
const said = (number: number) => `“${number} ${'ferries sail '.repeat(100)}”`
const filler = (length: number): Block => ({ kind: 'text', text: 'x'.repeat(length) })

function idOf(asked: string): string {
  return buttonId({ kind: 'ask', line: asked, part: 1 }, DESK, ASKER)
}

describe('each kind of block', () => {
  test('a statement is quoted, with who said it, a button for its context, and every outlet that carries it', () => {
    const around = { label: 'In context', line: '/source a1 around:0-9' }
    const block: Block = {
      kind: 'statement',
      speaker: 'Mara Holt',
      quotation: short,
      carriedBy: [whole, whole],
      around,
    }
    expect(drawn(block)).toEqual([
      quoted('“The ferry will sail”'),
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '— *Mara Holt*, in writing', verbatim: true },
        accessory: { type: 'button', action_id: idOf('/source a1 around:0-9'), text: plain('In context') },
      },
      source(`${QUAY} · ${TIDEWATER}`),
    ])
  })

  test('excerpts stand under their label, and those of one article share their source', () => {
    const second = quotation('Quay Times', 'It came back.')
    const block: Block = { kind: 'excerpts', label: 'Only here', excerpts: [short, second, whole] }
    expect(drawn(block)).toEqual([
      line('Only here', { bold: true }),
      quoted('“The ferry will sail”'),
      quoted('It came back.'),
      source(QUAY),
      quoted('“The ferry will sail on Monday, in any weather.”'),
      source(TIDEWATER),
    ])
  })

  test('figures stand side by side, with a verdict by shape and word, above the sentences they stand in', () => {
    const block: Extract<Block, { kind: 'figures' }> = {
      kind: 'figures',
      what: 'passengers',
      verdict: 'conflict',
      values: [
        {
          outlet: 'Tidewater Post',
          figure: quotation('Tidewater Post', 'up to 30'),
          excerpt: quotation('Tidewater Post', 'Up to 30 were aboard.'),
        },
        {
          outlet: 'Quay Times',
          figure: quotation('Quay Times', '41'),
          excerpt: quotation('Quay Times', 'All 41 came ashore.', { url: null, published: null }),
        },
      ],
    }
    expect(drawn(block)).toEqual([
      line('✗ Conflict: passengers', { bold: true }),
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*up to 30*\nTidewater Post', verbatim: true },
          { type: 'mrkdwn', text: '*41*\nQuay Times', verbatim: true },
        ],
      },
      quoted('Up to 30 were aboard.'),
      source(TIDEWATER),
      quoted('All 41 came ashore.'),
      source('Quay Times'),
    ])
    expect(drawn({ ...block, verdict: 'same' })[0]).toEqual(line('✓ Agreed: passengers', { bold: true }))
    expect(drawn({ ...block, verdict: 'compatible' })[0]).toEqual(line('≈ Compatible: passengers', { bold: true }))
  })

  test('a figure that would be formatted stands as it is in a line of its own', () => {
    const figure = quotation('Quay Times', '*41*')
    const block: Block = {
      kind: 'figures',
      what: 'x',
      verdict: 'same',
      values: [{ outlet: 'Q', figure, excerpt: whole }],
    }
    expect(drawn(block).slice(1, 3)).toEqual([line('Q:'), line('*41*', { bold: true })])
  })

  const changes = [
    { op: 'keep', text: 'The ferry will' },
    { op: 'cut', text: 'not' },
    { op: 'add', text: 'surely' },
    { op: 'keep', text: 'sail' },
  ] as const
  const wording: Block = { kind: 'wording', label: 'Quay Times changes it', quotation: short, against: whole, changes }

  test('what was cut is struck out, what was added is bold, and both are told in words', () => {
    expect(drawn(wording)).toEqual([
      line('Quay Times changes it', { bold: true }),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: 'The ferry will' },
              { type: 'text', text: ' ' },
              { type: 'text', text: 'not', style: { strike: true } },
              { type: 'text', text: ' ' },
              { type: 'text', text: 'surely', style: { bold: true, underline: true } },
              { type: 'text', text: ' ' },
              { type: 'text', text: 'sail' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [plain('Struck out: only in Tidewater Post. Bold and underlined: only in Quay Times.')],
      },
      source(`${QUAY} · ${TIDEWATER}`),
    ])
    expect(render(messageOf([wording]))[0]?.text).toContain('The ferry will [-not-] {+surely+} sail')
  })

  test('against pasted words, it says that what was added is theirs', () => {
    expect(JSON.stringify(drawn({ ...wording, against: null }))).toContain(
      'Struck out: only in Quay Times. Bold and underlined: only in the words asked about.',
    )
  })

  test('an article has its author and source above its paragraphs', () => {
    const body = quotation('Quay Times', 'Ferry sails\n\nIt sailed & came back.')
    expect(drawn({ kind: 'article', author: 'Ann Reed', body })).toEqual([
      line('By Ann Reed'),
      source(QUAY),
      quoted('Ferry sails\n\nIt sailed & came back.'),
    ])
  })

  test('a table is Slack’s own, with figures to the right and no cell empty', () => {
    const block: Block = { kind: 'table', columns: ['', 'Articles'], rows: [['Quay Times', '4'], ['Post']] }
    expect(drawn({ ...block, rows: [['Quay Times', '1,204']] })).toEqual([
      {
        type: 'table',
        rows: [
          [cell(' '), cell('Articles')],
          [cell('Quay Times'), cell('1,204')],
        ],
        column_settings: [
          { align: 'left', is_wrapped: true },
          { align: 'right', is_wrapped: true },
        ],
      },
    ])
    expect(drawn(block)).toMatchObject([{ rows: [{}, {}, [cell('Post'), cell(' ')]] }])
  })

  test('a table that Slack would refuse, or a second one, stands in lines', () => {
    expect(drawn(table(99))).toMatchObject([{ type: 'table' }])
    expect(drawn(table(2))).toMatchObject([{ type: 'table' }])
    expect(JSON.stringify(drawn(table(100)))).toContain(String.raw`Outlet — Articles\nOutlet 0 — 4\n`)
    const [body] = render(messageOf([table(1), table(2)]))
    expect(body?.blocks.map(({ type }) => type)).toEqual(['header', 'table', 'rich_text'])
  })

  test('a picture is shown where it was uploaded, and told in words where it was not', () => {
    const block: Block = { kind: 'image', name: 'card', alt: 'Three outlets, two figures', card }
    const files = new Map([['card', 'F123']])
    expect(renderSlack(messageOf([block]), view(), files)[0]?.blocks[1]).toEqual({
      type: 'image',
      slack_file: { id: 'F123' },
      alt_text: 'Three outlets, two figures',
    })
    expect(drawn(block)).toEqual([{ type: 'context', elements: [plain('In short: Three outlets, two figures')] }])
  })

  test('a heading is a header while it fits, and a sentence of Crier’s own is plain', () => {
    expect(drawn({ kind: 'heading', text: 'Agreed' })).toEqual([{ type: 'header', text: plain('Agreed') }])
    const long = `${'Agreed, '.repeat(20)}all.`
    expect(drawn({ kind: 'heading', text: long })).toEqual([line(long, { bold: true })])
    expect(drawn({ kind: 'text', text: '4 outlets.' })).toEqual([line('4 outlets.')])
  })
})

describe('buttons', () => {
  test('stand under the answer, five in a row, with sharing last where the answer is private', () => {
    const actions = Array.from({ length: 6 }, (_, number) => ({ label: `Story ${number}`, line: `/compare ${number}` }))
    const [body] = render(messageOf([], { actions, line: 'compare pumps' }), true)
    expect(
      body?.blocks.slice(1).map((block) => [...nodesOf(block)].filter(({ type }) => type === 'button').length),
    ).toEqual([5, 2])
    expect(JSON.stringify(body?.blocks.at(-1))).toContain('Share in the channel')
  })

  test('are offered once, where they stand first', () => {
    const around = { label: 'In context', line: '/source a1' }
    const statement: Block = { kind: 'statement', speaker: 'Mara Holt', quotation: short, carriedBy: [], around }
    const [body] = render(messageOf([statement, statement], { actions: [around] }))
    const ids = [...nodesOf(body)].filter(({ action_id: id }) => id === idOf('/source a1'))
    expect(ids).toHaveLength(1)
    expect(body?.blocks.at(-1)?.type).toBe('context')
  })

  test('say their line where several have one label', () => {
    const actions = ['/brief', '/sources'].map((asked) => ({ label: 'Try', line: asked }))
    expect(JSON.stringify(render(messageOf([], { actions })))).toMatch(/Try \/brief.*Try \/sources/u)
  })

  test('have a label cut where it is too long', () => {
    const [body] = render(messageOf([], { actions: [{ label: 'long '.repeat(40), line: '/brief' }] }))
    const button = [...nodesOf(body)].find(({ type }) => type === 'button')
    expect(button).toMatchObject({ text: { text: expect.stringMatching(/^long .{60,70}…$/u) } })
  })
})

describe('a long answer', () => {
  const statements = Array.from({ length: 20 }, (_, number): Block => {
    return { kind: 'statement', speaker: 'Mara Holt', quotation: quotation('Quay Times', said(number)), carriedBy: [] }
  })
  const bodies = render(messageOf(statements, { line: 'quote holt' }))

  test('comes in parts, each with the title, its number, and a button for the next', () => {
    expect(bodies.length).toBeGreaterThan(2)
    bodies.forEach((body, index) => {
      expect(body.blocks.slice(0, 2)).toEqual([
        { type: 'header', text: plain('Ferries of Wendmouth') },
        { type: 'context', elements: [plain(`Part ${index + 1} of ${bodies.length}`)] },
      ])
      const more = JSON.stringify(body).includes(`More (${index + 2} of ${bodies.length})`)
      expect(more).toBe(index + 1 < bodies.length)
    })
  })

  test('has every quotation whole, in order, once', () => {
    const quotes = bodies.flatMap((body) => [...nodesOf(body)].filter(({ type }) => type === 'rich_text_quote'))
    expect(quotes.map(({ elements }) => elements)).toEqual(
      statements.map((_, number) => [{ type: 'text', text: said(number) }]),
    )
  })

  test('says in its text that the rest is in the message, and cuts nothing there', () => {
    const [first] = bodies
    expect(first?.text).toMatch(/… The rest stands in the message\.$/u)
    expect(first?.text.match(/“[^”]*$/u)).toBeNull()
    expect(first?.text).toContain(said(0))
  })

  test('never cuts a quotation, though none of it can be shown', () => {
    const long = quotation('Quay Times', `“${'ferries sail '.repeat(1000)}”`)
    const block: Block = { kind: 'statement', speaker: 'Mara Holt', quotation: long, carriedBy: [] }
    expect(drawn(block)).toEqual([
      line('This is too long to show here in one piece (13,002 characters), and Crier cuts no quotation.', {
        italic: true,
      }),
      { type: 'section', text: { type: 'mrkdwn', text: '— *Mara Holt*', verbatim: true } },
      source(QUAY),
    ])
  })

  test.each<Block>([
    { kind: 'heading', text: 'Agreed' },
    { kind: 'excerpts', label: 'Agreed', excerpts: [] },
  ])('keeps a $kind’s words with what they are about', (heading) => {
    for (let length = 100; length < 2900; length += 300) {
      const parts = render(messageOf([filler(2900), filler(2900), filler(length), heading, filler(2000)]))
      for (const { blocks } of parts) expect(JSON.stringify(blocks.at(-1))).not.toContain('Agreed')
    }
  })

  test('keeps the limits though it is nothing but headings', () => {
    const headings = Array.from({ length: 120 }, (): Block => ({ kind: 'heading', text: 'Agreed' }))
    expect(render(messageOf(headings)).flatMap(limitsBroken)).toEqual([])
  })

  test('keeps a set of figures together', () => {
    const excerpt = quotation('Quay Times', `All 41 ${'came ashore '.repeat(60)}.`)
    const values = [{ outlet: 'Quay Times', figure: quotation('Quay Times', '41'), excerpt }]
    const figures = Array.from({ length: 30 }, (_, number): Block => {
      return { kind: 'figures', what: `passengers ${number}`, verdict: 'same', values }
    })
    for (const { blocks } of render(messageOf(figures))) {
      const kinds = blocks.slice(2).map(({ type }) => type)
      expect(kinds.join(' ')).toMatch(/^(?:(?:^| )rich_text section rich_text context)+$/u)
    }
  })
})

describe('a title', () => {
  test('that is too long for a header stands whole under another style, and shortened over later parts', () => {
    const title = `${'A ferry that sails, '.repeat(15)}and sinks`
    const blocks = Array.from({ length: 60 }, (): Block => ({ kind: 'text', text: 'Filler.' }))
    const [first, second] = render(messageOf(blocks, { title }))
    expect(first?.blocks[0]).toEqual(line(title, { bold: true }))
    expect(second?.blocks[0]).toMatchObject({ type: 'header', text: { text: expect.stringMatching(/^A ferry.*…$/u) } })
  })

  test('is never missing: an empty message still says who speaks', () => {
    expect(render(messageOf([], { title: '' }))).toEqual([
      { text: 'Crier', blocks: [], unfurl_links: false, unfurl_media: false },
    ])
  })
})
