import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import type { Block, Message } from '../../../src/message.js'
import type { Quotation } from '../../../src/model.js'
import { renderText } from '../../../src/platforms/terminal/render.js'

const PLAIN = { width: 60, color: false, links: false }

function quotation(outlet: string, text: string, more: Partial<Quotation> = {}): Quotation {
  const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/f`
  const place = { articleId: 'a1', start: 0, end: text.length, published: '2019-03-04T08:00:00Z' }
  return { ...place, outlet, text, url, speaker: null, cue: null, channel: 'spoken', ...more }
}

const whole = quotation(
  'Tidewater Post',
  '“The ferry will sail on Monday, in any weather that a sane captain would call weather.”',
)
const short = quotation('Quay Times', '“The ferry will sail”', { channel: 'written' })

function draw(block: Block, look = PLAIN): string {
  return renderText({ title: '', blocks: [block], actions: [] }, look)
}

function drawLinked(url: string): string {
  return draw({ kind: 'excerpts', label: null, excerpts: [{ ...whole, url }] }, { ...PLAIN, links: true })
}

describe('an answer on a plain terminal', () => {
  test('reads from the title to the buttons', () => {
    const message: Message = {
      title: 'Mara Holt, quoted',
      blocks: [
        { kind: 'text', text: '1 statement in 2 outlets.' },
        { kind: 'statement', speaker: 'Mara Holt', quotation: whole, carriedBy: [short, short] },
      ],
      actions: [{ label: 'Read it', line: '/source a1' }],
    }
    expect(renderText(message, PLAIN)).toBe(
      `
Mara Holt, quoted

1 statement in 2 outlets.

│ “The ferry will sail on Monday, in any weather that a sane
│ captain would call weather.”
  — Mara Holt
  Tidewater Post, 4 March 2019
  (https://tidewater-post.example/f)
  Quay Times, 4 March 2019 (https://quay-times.example/f)

1 Read it  /source a1
`.trim(),
    )
  })

  test('says how words were given', () => {
    expect(draw({ kind: 'statement', speaker: 'Mara Holt', quotation: short, carriedBy: [] })).toContain(
      '— Mara Holt, in writing',
    )
  })

  test('figures stand under each other, with a verdict that needs no colour', () => {
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
          excerpt: quotation('Quay Times', 'All 41 came ashore.', { url: null, published: null }),
        },
      ],
    }
    expect(draw(block)).toBe(
      `
✗ Conflict: passengers
  Tidewater Post  up to 30
  │ Up to 30 were aboard.
    Tidewater Post, 4 March 2019
  Quay Times      41
  │ All 41 came ashore.
    Quay Times
`.trim(),
    )
    expect(draw({ ...block, verdict: 'same' })).toMatch(/^✓ /u)
    expect(draw({ ...block, verdict: 'compatible' })).toMatch(/^≈ /u)
  })

  test('what was cut and what was added is marked by brackets', () => {
    const changes = [
      { op: 'keep', text: 'The ferry will' },
      { op: 'cut', text: 'not' },
      { op: 'add', text: 'surely' },
      { op: 'keep', text: 'sail.' },
    ] as const
    const block: Block = { kind: 'wording', label: 'Quay Times changes it', quotation: short, against: whole, changes }
    expect(draw(block)).toBe(
      `
Quay Times changes it
│ The ferry will [-not-] {+surely+} sail.
  Quay Times, 4 March 2019 (https://quay-times.example/f)
  Tidewater Post, 4 March 2019
  (https://tidewater-post.example/f)
`.trim(),
    )
    expect(draw(block, { ...PLAIN, color: true })).toContain('\u001B[31m\u001B[9mnot\u001B[29m\u001B[39m')
  })

  test('headings, labels, articles and tables', () => {
    expect(draw({ kind: 'heading', text: 'Agreed' })).toBe('Agreed')
    const excerpts = [quotation('Quay Times', 'It sailed.', { url: null })]
    expect(draw({ kind: 'excerpts', label: 'Only in Quay Times', excerpts })).toBe(
      'Only in Quay Times\n│ It sailed.\n  Quay Times, 4 March 2019',
    )
    const body = quotation('Quay Times', 'Ferry sails\n\nIt sailed.\n\nIt came back.', { url: null })
    expect(draw({ kind: 'article', author: 'Ann Reed', body })).toBe(
      'By Ann Reed\n  Quay Times, 4 March 2019\n\n│ Ferry sails\n│\n│ It sailed.\n│\n│ It came back.',
    )
    const rows = [
      ['Quay Times', '4'],
      ['渡船新聞', '12'],
    ]
    expect(draw({ kind: 'table', columns: ['Outlet', 'Articles'], rows })).toBe(
      'Outlet      Articles\nQuay Times  4\n渡船新聞    12',
    )
  })
})

describe('links', () => {
  test('stand behind outlet and date where the terminal knows them', () => {
    const drawn = draw(
      { kind: 'statement', speaker: 'Mara Holt', quotation: whole, carriedBy: [short] },
      { ...PLAIN, links: true },
    )
    expect(drawn).toContain('\u001B]8;;https://quay-times.example/f\u0007Quay Times, 4 March 2019\u001B]8;;\u0007')
    expect(stripVTControlCharacters(drawn)).toContain('Tidewater Post, 4 March 2019 · Quay Times, 4 March 2019')
  })

  test('lead nowhere but to the web', () => {
    expect(drawLinked('javascript:alert(1)')).not.toContain('javascript')
    expect(drawLinked('file:///etc/passwd')).not.toContain('passwd')
    expect(drawLinked('https://a.example/\u0007\u001B[31m')).not.toContain('\u001B[31m')
  })
})

describe('hostile words', () => {
  test('cannot colour, move, link, ring or turn the text round', () => {
    const evil =
      '\u001B[2J\u001B[31mred\u001B]8;;http://evil.example\u0007link\u001B]8;;\u0007\u009B5A\u0007 \u202Eknil\u2066 \u001B]0;title\u0007end\r\u2028x'
    const block: Block = {
      kind: 'statement',
      speaker: evil,
      quotation: quotation(evil, evil, { published: evil }),
      carriedBy: [],
    }
    const drawn = renderText({ title: evil, blocks: [block], actions: [{ label: evil, line: evil }] }, PLAIN)
    expect(drawn).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
    expect(drawn).toContain('redlink')
    expect(drawn).not.toContain('evil.example')
  })

  test('cannot pass for a line of the answer', () => {
    const drawn = draw({
      kind: 'excerpts',
      label: null,
      excerpts: [quotation('Quay Times', 'It sailed.\n\n1 Press me  /quote', { url: null })],
    })
    expect(drawn).toBe('│ It sailed.\n│\n│ 1 Press me /quote\n  Quay Times, 4 March 2019')
  })

  test('keep the width, however wide their characters', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('渡船', '👩‍👩‍👧', 'e\u0301', ' ', '\n\n', 'a'.repeat(90), '\u001B[31m', '🇬🇧'),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), fc.boolean(), (parts, width, color) => {
        const words = parts.join('')
        const changes = [{ op: 'cut', text: words }] as const
        const excerpt = quotation(words, words, { url: null })
        const blocks: Block[] = [
          { kind: 'text', text: words },
          { kind: 'statement', speaker: words, quotation: excerpt, carriedBy: [] },
          { kind: 'wording', label: words, quotation: excerpt, against: null, changes },
          { kind: 'figures', what: words, verdict: 'same', values: [{ outlet: words, figure: excerpt, excerpt }] },
          { kind: 'table', columns: [words, 'two'], rows: [[words, words]] },
        ]
        const drawn = renderText(
          { title: words, blocks, actions: [{ label: words, line: words }] },
          { width, color, links: false },
        )
        const widest = Math.max(
          ...stripVTControlCharacters(drawn)
            .split('\n')
            .map((line) => stringWidth(line)),
        )
        expect(widest).toBeLessThanOrEqual(Math.max(20, width))
      }),
      { numRuns: 40 },
    )
  })

  test('half a megabyte is drawn', () => {
    for (const text of ['a'.repeat(500_000), '\u001B['.repeat(200_000), 'e'.repeat(10) + '\u0301'.repeat(400_000)]) {
      expect(draw({ kind: 'excerpts', label: null, excerpts: [quotation('Quay Times', text)] })).toContain('Quay Times')
    }
  })
})
