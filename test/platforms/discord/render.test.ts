import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/message.js'
import { buttonId } from '../../../src/platforms/buttons.js'
import { problemsIn } from '../../stubs/discord/limits.js'
import { card } from '../card.js'
import { seen } from './renderReader.js'
import {
  ASKER,
  componentsOf,
  DESK,
  drawn,
  labelsOf,
  messageOf,
  nodesOf,
  only,
  quotation,
  render,
  textsOf,
} from './renderSamples.js'

const whole = quotation('Tidewater Post', '“The ferry will sail on Monday, in any weather.”', {
  published: '2019-03-04T08:00:00Z',
})
const short = quotation('Quay Times', '“The ferry will sail”', { channel: 'written' })
const around = { label: 'In context', line: '/source a1 around:4-9' }

/** The types of the components inside the container. */
function kinds(block: Block): unknown[] {
  return componentsOf(only(render(messageOf([block])))).map(({ type }) => type)
}

describe('an answer on Discord', () => {
  test('reads from the title to the buttons, in one container', () => {
    const body = only(
      render(
        messageOf(
          [
            { kind: 'text', text: '1 statement in 2 outlets.' },
            { kind: 'statement', speaker: 'Mara Holt', quotation: whole, carriedBy: [short, short], around },
          ],
          { actions: [{ label: 'Read it', line: '/source a1' }] },
        ),
      ),
    )
    expect(problemsIn(body)).toStrictEqual([])
    expect(body.components.map(({ type }) => type)).toStrictEqual([17])
    expect(textsOf(body)).toStrictEqual([
      '## Ferries of Wendmouth',
      '1 statement in 2 outlets.',
      [
        '> “The ferry will sail on Monday, in any weather.”',
        '— **Mara Holt**',
        '-# [Tidewater Post](<https://tidewater-post.example/f>), <t:1551686400:D> · [Quay Times](<https://quay-times.example/f>), 4 March 2019',
      ].join('\n'),
    ])
    expect(labelsOf(body)).toStrictEqual(['In context', 'Read it'])
  })

  test('pings nobody and shows no embeds', () => {
    const body = only(render(messageOf([])))
    expect(body).toMatchObject({ flags: 32768, allowed_mentions: { parse: [] } })
    expect(body).not.toHaveProperty('content')
  })

  test('says how words were given', () => {
    const [text] = drawn({ kind: 'statement', speaker: 'Mara Holt', quotation: short, carriedBy: [] })
    expect(text).toContain('\n— **Mara Holt**, in writing\n')
  })

  test('the button that shows the sentences around a statement stands at its side', () => {
    const block: Block = { kind: 'statement', speaker: 'Mara Holt', quotation: short, carriedBy: [], around }
    const section = componentsOf(only(render(messageOf([block])))).find(({ type }) => type === 9)
    const id = buttonId({ kind: 'ask', line: around.line, part: 1 }, DESK, ASKER)
    expect(section).toMatchObject({ accessory: { type: 2, style: 2, label: 'In context', custom_id: id } })
  })

  test('headings part what they begin from what was before', () => {
    expect(kinds({ kind: 'heading', text: 'Agreed' })).toStrictEqual([17, 10, 14, 10])
    expect(drawn({ kind: 'heading', text: 'Agreed' })).toStrictEqual(['### Agreed'])
  })

  test('excerpts of one article share a line of outlet and date, each behind a bar of its own', () => {
    const excerpts = [quotation('Quay Times', 'It sailed.'), quotation('Quay Times', 'It came back.'), whole]
    expect(drawn({ kind: 'excerpts', label: 'Agreed', excerpts })).toStrictEqual([
      '**Agreed**',
      '> It sailed.\n\n> It came back.\n-# [Quay Times](<https://quay-times.example/f>), 4 March 2019',
      '> “The ferry will sail on Monday, in any weather.”\n-# [Tidewater Post](<https://tidewater-post.example/f>), <t:1551686400:D>',
    ])
  })

  test('figures are bold, each with its outlet and over its sentence, and the verdict needs no colour', () => {
    const block: Extract<Block, { kind: 'figures' }> = {
      kind: 'figures',
      what: 'passengers',
      verdict: 'conflict',
      values: [
        {
          outlet: 'Tidewater Post',
          figure: quotation('Tidewater Post', 'up to 30'),
          excerpt: quotation('Tidewater Post', 'Up to 30 were aboard.', { url: null }),
        },
        {
          outlet: 'Quay Times',
          figure: quotation('Quay Times', '41'),
          excerpt: quotation('Quay Times', 'All 41 came ashore.', { published: null }),
        },
      ],
    }
    expect(drawn(block)).toStrictEqual([
      '**✗ Conflict: passengers**',
      '**up to 30** — Tidewater Post, 4 March 2019\n> Up to 30 were aboard.',
      '**41** — [Quay Times](<https://quay-times.example/f>)\n> All 41 came ashore.',
    ])
    expect(drawn({ ...block, verdict: 'same' })[0]).toBe('**✓ Agreed: passengers**')
    expect(drawn({ ...block, verdict: 'compatible' })[0]).toBe('**≈ Compatible: passengers**')
  })

  test('words that were cut are struck out, words that were added are bold, and both are told', () => {
    const changes = [
      { op: 'keep', text: 'The ferry will' },
      { op: 'cut', text: 'not' },
      { op: 'add', text: 'surely' },
      { op: 'add', text: '*soon*~' },
      { op: 'cut', text: 'sink~' },
    ] as const
    const block: Block = { kind: 'wording', label: 'Quay Times changes it', quotation: short, against: whole, changes }
    const [label, text = ''] = drawn(block)
    expect(label).toBe('**Quay Times changes it**')
    expect(text.split('\n')).toStrictEqual([
      '> The ferry will ~~not~~ **surely** **\\*soon\\*\\~** ~~sink\\~ ~~',
      '-# Struck out: only in Tidewater Post. Bold: only in Quay Times.',
      '-# [Quay Times](<https://quay-times.example/f>), 4 March 2019 · [Tidewater Post](<https://tidewater-post.example/f>), <t:1551686400:D>',
    ])
    expect(seen(text).barred).toBe('The ferry will not surely *soon*~ sink~ ')
    expect(drawn({ ...block, against: null })[1]).toContain(
      'Struck out: only in Quay Times. Bold: only in the words asked about.',
    )
  })

  test('a wording without changes shows the words as they are', () => {
    const block: Block = { kind: 'wording', label: 'The same', quotation: short, against: null, changes: [] }
    expect(drawn(block)[1]).toBe(
      '> “The ferry will sail”\n-# [Quay Times](<https://quay-times.example/f>), 4 March 2019',
    )
  })

  test('an article stands behind a bar, with its author and source above', () => {
    const body = quotation('Quay Times', 'Ferry sails\n\nIt sailed.', { url: null })
    expect(drawn({ kind: 'article', author: 'Ann Reed', body })).toStrictEqual([
      'By Ann Reed\n-# Quay Times, 4 March 2019',
      '> Ferry sails\n> \n> It sailed.',
    ])
  })

  test('a narrow table stands in columns, its numbers to the right', () => {
    const rows = [
      ['Quay Times', '4', '2019-03-04'],
      ['渡船新聞', '12', ''],
    ]
    expect(drawn({ kind: 'table', columns: ['Outlet', 'Articles', 'Newest'], rows })).toStrictEqual([
      '```\nOutlet      Articles  Newest\nQuay Times         4  2019-03-04\n渡船新聞          12\n```',
    ])
  })

  test('a wide table, or one whose words could end a block of code, stands in lines', () => {
    const wide = 'What a person was quoted as saying, and which outlets carry it'
    expect(drawn({ kind: 'table', columns: ['Command', 'Shows'], rows: [['quote WHO', wide]] })).toStrictEqual([
      `-# Command — Shows\n**quote WHO** ${wide}`,
    ])
    expect(drawn({ kind: 'table', columns: ['', ''], rows: [['`', '1']] })).toStrictEqual(['**\\`** 1'])
  })

  test('a picture goes with its words for those who do not see it', () => {
    const body = only(render(messageOf([{ kind: 'image', name: 'card.png', alt: 'Two outlets differ.', card }])))
    expect(problemsIn(body)).toStrictEqual([])
    expect(body.attachments).toStrictEqual([{ id: '0', filename: 'card.png', description: 'Two outlets differ.' }])
    expect([...nodesOf(body.components)]).toContainEqual({
      media: { url: 'attachment://card.png' },
      description: 'Two outlets differ.',
    })
  })

  test('a picture whose name Discord would change is told in words', () => {
    const body = only(render(messageOf([{ kind: 'image', name: 'a card.png', alt: 'Two outlets.', card }])))
    expect(body).not.toHaveProperty('attachments')
    expect(textsOf(body).at(-1)).toBe('-# In short: Two outlets.')
  })

  test('a message of nothing still is a message', () => {
    const body = only(render(messageOf([], { title: ' ' })))
    expect(problemsIn(body)).toStrictEqual([])
    expect(textsOf(body)).toStrictEqual(['Crier'])
  })
})

describe('dates', () => {
  const dateOf = (published: string | null) => {
    const [text = ''] = drawn({
      kind: 'excerpts',
      label: null,
      excerpts: [quotation('Quay', 'It sailed.', { published })],
    })
    return text.split('f>)')[1]
  }

  test('a time with a zone is told in the reader’s own', () => {
    expect(dateOf('2019-03-04T08:00:00+02:00')).toBe(', <t:1551679200:D>')
    expect(dateOf('2019-03-04T08:00:00.5Z')).toBe(', <t:1551686400:D>')
  })

  test('what has no time, or no zone, is told as written', () => {
    expect(dateOf('2019-03-04')).toBe(', 4 March 2019')
    expect(dateOf('2019-03-04T08:00:00')).toBe(', 4 March 2019')
    expect(dateOf('2019-03-04T99:00:00Z')).toBe(', 4 March 2019')
    expect(dateOf('<@1> soon')).toBe(', \\<\\@1\\> soon')
    expect(dateOf(null)).toBe('')
  })
})

describe('links', () => {
  const linkOf = (outlet: string, url: string | null) => {
    const [text = ''] = drawn({ kind: 'excerpts', label: null, excerpts: [quotation(outlet, 'It sailed.', { url })] })
    return text.split('\n')[1]
  }

  test('only web addresses are linked, and only names that Discord takes for a label', () => {
    expect(linkOf('Quay', 'https://quay.example/a_b*c')).toBe('-# [Quay](<https://quay.example/a_b*c>), 4 March 2019')
    expect(linkOf('Quay', 'javascript:alert(1)')).toBe('-# Quay, 4 March 2019')
    expect(linkOf('Quay', `https://quay.example/${'a'.repeat(800)}`)).toBe('-# Quay, 4 March 2019')
    expect(linkOf('[Quay]', 'https://quay.example/')).toBe('-# \\[Quay\\], 4 March 2019')
    expect(linkOf('https://quay.example', 'https://quay.example/')).toBe('-# https\\:\\/\\/quay.example, 4 March 2019')
  })
})

describe('buttons', () => {
  test('stand five in a row, each once, also where a statement offers the same', () => {
    const actions = Array.from({ length: 7 }, (_, index) => ({ label: `Story ${index}`, line: `/brief ${index}` }))
    const statement: Block = { kind: 'statement', speaker: 'Mara Holt', quotation: short, carriedBy: [], around }
    const body = only(render(messageOf([statement, statement], { actions: [around, ...actions] })))
    expect(problemsIn(body)).toStrictEqual([])
    expect(componentsOf(body).map(({ type }) => type)).toStrictEqual([17, 10, 9, 10, 2, 10, 1, 2, 2, 2, 2, 1, 2, 2, 2])
    expect(labelsOf(body)).toStrictEqual(['In context', ...actions.map(({ label }) => label)])
  })

  test('many leave room for the answer; sharing is never left out', () => {
    const actions = Array.from({ length: 60 }, (_, index) => ({ label: `Story ${index}`, line: `/brief ${index}` }))
    const labels = labelsOf(only(render(messageOf([], { line: '/brief', actions }), true)))
    expect(labels.length).toBeLessThanOrEqual(20)
    expect([labels[0], labels.at(-1)]).toStrictEqual(['Story 0', 'Share in the channel'])
  })
})

describe('a long answer', () => {
  const paragraphs = Array.from(
    { length: 30 },
    (_, index) => `Paragraph ${index}. ${'The quay was quiet. '.repeat(20)}`,
  )
  const body = quotation('Quay Times', paragraphs.join('\n\n'))

  test('comes in parts that say which they are and lead to the next', () => {
    const bodies = render(messageOf([{ kind: 'article', author: null, body }], { line: '/source a1' }))
    expect(bodies.length).toBeGreaterThan(3)
    expect(bodies.flatMap(problemsIn)).toStrictEqual([])
    bodies.forEach((each, index) => {
      expect(textsOf(each)[0]).toBe(`## Ferries of Wendmouth\n-# Part ${index + 1} of ${bodies.length}`)
      const next = `More (${index + 2} of ${bodies.length})`
      expect(labelsOf(each)).toStrictEqual(index + 1 < bodies.length ? [next] : [])
    })
    expect(componentsOf(bodies[0] ?? only([])).at(-1)).toMatchObject({ style: 1 })
    const read = bodies.flatMap(textsOf).map((text) => seen(text).barred)
    expect(read.filter(Boolean).join('\n\n').replace(/\s+/gu, ' ')).toBe(body.text.replace(/\s+/gu, ' ').trim())
  })

  test('fills its parts', () => {
    const bodies = render(messageOf([{ kind: 'article', author: null, body }], { line: '/source a1' }))
    for (const each of bodies.slice(0, -1)) expect(textsOf(each).join('').length).toBeGreaterThan(2500)
  })

  test('a quotation that is too long is not cut, but told to be too long, with its source', () => {
    const long = quotation('Quay Times', `“${'never '.repeat(1500)}”`)
    const [text] = drawn({ kind: 'statement', speaker: 'Mara Holt', quotation: long, carriedBy: [] })
    expect(text).toBe(
      `*This is too long to show here in one piece (9,002 characters), and Crier cuts no quotation.*\n— **Mara Holt**\n-# [Quay Times](<https://quay-times.example/f>), 4 March 2019`,
    )
  })

  test('a script of many bytes takes more parts', () => {
    const text = '渡船は月曜日に出航する。 '.repeat(600)
    const bodies = render(messageOf([{ kind: 'article', author: null, body: quotation('渡船新聞', text) }]))
    for (const each of bodies) expect(Buffer.byteLength(JSON.stringify(each))).toBeLessThanOrEqual(9500)
    expect(bodies.flatMap(problemsIn)).toStrictEqual([])
  })
})
