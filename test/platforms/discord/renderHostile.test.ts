import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Message } from '../../../src/message.js'
import type { Excerpt, Quotation } from '../../../src/model.js'
import { platformPhrases as say } from '../../../src/platformPhrases.js'
import { markdown } from '../../../src/platforms/discord/markdown.js'
import type { DiscordBody } from '../../../src/platforms/discord/render.js'
import { harmlessText, safeUrl } from '../../../src/platforms/harmless.js'
import { problemsIn } from '../../stubs/discord/limits.js'
import { card } from '../card.js'
import { seen } from './renderReader.js'
import { componentsOf, drawn, labelsOf, nodesOf, quotation, render, textsOf } from './renderSamples.js'

/** Everything that Discord brings to life in a text. */
const LIVE = [
  '@everyone',
  '@here',
  '<@1>',
  '<@!12>',
  '<@&3>',
  '<#4>',
  '</quote:5>',
  '<id:browse>',
  '<:x:6>',
  '<a:x:7>',
  ':smile:',
  ':+1:',
  '<t:1551686400:R>',
  '<t:1>',
  'https://evil.example/a_b',
  'http://evil.example',
  '<https://evil.example>',
  'steam://run/1',
  'discord://-/x',
  'discord.gg/abc',
  'https://discord.com/invite/abc',
  'discordapp.com/invite/x',
  'mailto:a@evil.example',
  '<a@evil.example>',
  '<tel:+4420>',
  '[Quay](https://evil.example)',
  '[Quay](<https://evil.example> "t")',
  '![x](https://e.example)',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '~',
  '||',
  '|',
  '`',
  '``',
  '```',
  '```js\nx\n```',
  '\\',
  '\\\\',
  '¯\\_(ツ)_/¯',
  '\n# ',
  '\n## x',
  '\n-# ',
  '\n> ',
  '\n>>> ',
  '\n- ',
  '\n* ',
  '\n+ ',
  '\n1. ',
  '\n23) ',
  '\n   - ',
  '\n\u00A0\u00A0- ',
  '**bold**',
  '*em*',
  '_em_',
  '__u__',
  '~~s~~',
  '||sp||',
  '`code`',
  '# ',
  '-# ',
  '> ',
  '- ',
  '1. ',
  '&lt;@1&gt;',
  ']',
  '](',
  '[',
  '(',
  ')',
  '<',
  '>',
  ':',
  '://',
]

const WORDS = [
  'The ferry',
  'sailed',
  '“We will not',
  'sink”',
  '"',
  '«non»',
  '渡船は',
  '🌊',
  '👩‍👩‍👧',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  ' ',
  '\n\n',
  '. ',
  '\u202E',
  '\u0000',
  '\u2028',
  '\r\n',
  '\u200B',
  '\uD800',
]

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...LIVE) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
const hostile = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))
const huge = fc
  .tuple(hostile, hostile, fc.integer({ min: 1, max: 200 }))
  .map(([a, b, times]) => `${a} ${b}\n\n`.repeat(times))
const words = fc.oneof({ weight: 6, arbitrary: hostile }, { weight: 1, arbitrary: huge })
const url = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostile,
  hostile.map((path) => `https://quay.example/${path}`),
)
const published = fc.oneof(
  fc.constantFrom(null, '2019-03-04', '2019-03-04T08:00:00Z', '2019-03-04T08:00:00+99:00'),
  hostile,
)

const excerpt: fc.Arbitrary<Quotation> = fc
  .record({ outlet: words, text: words, url, published, articleId: fc.constantFrom('a', 'b') })
  .map(({ outlet, text, ...more }) => quotation(outlet, text, more))
const excerpts = fc.array(excerpt, { maxLength: 5 })
const action = fc.record({ label: words, line: fc.oneof(hostile, fc.constant('/brief')) })
const row = fc.array(fc.oneof(hostile, fc.constantFrom('', '12', 'Quay')), { maxLength: 4 })

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record(
    {
      kind: fc.constant('statement' as const),
      speaker: words,
      quotation: excerpt,
      carriedBy: excerpts,
      around: action,
    },
    { requiredKeys: ['kind', 'speaker', 'quotation', 'carriedBy'] },
  ),
  fc.record({ kind: fc.constant('excerpts' as const), label: fc.option(words), excerpts }),
  fc.record({
    kind: fc.constant('figures' as const),
    what: words,
    verdict: fc.constantFrom('same' as const, 'compatible' as const, 'conflict' as const),
    values: fc.array(fc.record({ outlet: words, figure: excerpt, excerpt }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('wording' as const),
    label: words,
    quotation: excerpt,
    against: fc.option(excerpt),
    changes: fc.array(
      fc.record({ op: fc.constantFrom('keep' as const, 'cut' as const, 'add' as const), text: words }),
      {
        maxLength: 6,
      },
    ),
  }),
  fc.record({ kind: fc.constant('article' as const), author: fc.option(words), body: excerpt }),
  fc.record({ kind: fc.constant('table' as const), columns: row, rows: fc.array(row, { maxLength: 40 }) }),
  fc.record({
    kind: fc.constant('image' as const),
    name: fc.oneof(hostile, fc.constantFrom('a.png', 'b.png', '../a.png')),
    alt: words,
    card: fc.constant(card),
  }),
)
const message: fc.Arbitrary<Message> = fc.record(
  {
    title: words,
    blocks: fc.array(block, { maxLength: 6 }),
    actions: fc.oneof(fc.array(action, { maxLength: 6 }), fc.array(action, { maxLength: 60 })),
    line: hostile,
  },
  { requiredKeys: ['title', 'blocks', 'actions'] },
)

/** What Crier's own marks bring to life; everything else would come from the words of others. */
const OWN = /^(?:strong|strike|em|heading|small|bar|fence|time <t:-?\d+:D>|link .*)$/su

function excerptsOf({ blocks }: Message): Excerpt[] {
  return blocks.flatMap((each) => {
    if (each.kind === 'statement') return [each.quotation]
    if (each.kind === 'excerpts') return each.excerpts
    if (each.kind === 'figures') return each.values.map((value) => value.excerpt)
    return each.kind === 'article' ? [each.body] : []
  })
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Characters that readers see, in texts, on buttons and with pictures. */
function shownIn(body: DiscordBody): number {
  const described = [...nodesOf(body.components)].flatMap(({ description }) =>
    typeof description === 'string' ? [description] : [],
  )
  return [...textsOf(body), ...labelsOf(body), ...described].join('').length
}

function brokenIn(body: DiscordBody): string[] {
  const components = componentsOf(body)
  const ids = components.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []))
  const bytes = Buffer.byteLength(JSON.stringify(body))
  return [
    ...problemsIn(body),
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...(shownIn(body) > 3800 ? [`${shownIn(body)} characters`] : []),
    ...(bytes > 9500 ? [`${bytes} bytes`] : []),
    ...(new Set(ids).size < ids.length ? ['one id twice'] : []),
    ...labelsOf(body).flatMap((label) => (label.trim() === '' || label.length > 80 ? [`label “${label}”`] : [])),
  ]
}

describe('whatever an article says', () => {
  test('no limit is broken, nothing of it is alive, and each excerpt is whole or told to be too long', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (asked, isPrivate) => {
        const bodies = render(asked, isPrivate)
        expect(bodies.flatMap(brokenIn)).toStrictEqual([])

        const read = bodies.flatMap(textsOf).map(seen)
        const live = read.flatMap((each) => each.live)
        expect(live.filter((each) => !OWN.test(each))).toStrictEqual([])
        const addresses = new Set(
          [...nodesOf(asked)].flatMap(({ url: each }) => (typeof each === 'string' ? [safeUrl(each)] : [])),
        )
        const links = live.flatMap((each) => (each.startsWith('link ') ? [each.slice(5)] : []))
        expect(links.filter((each) => !addresses.has(each))).toStrictEqual([])
        expect(read.every(({ text }) => text.trim() !== '')).toBe(true)

        const barred = flat(read.map((each) => each.barred).join(' '))
        const all = flat(read.map(({ text }) => text).join(' '))
        for (const { text } of excerptsOf(asked)) {
          const printed = harmlessText(text)
          const isShown = barred.includes(flat(printed)) || all.includes(flat(say.tooLong(printed.length)))
          expect([text, isShown]).toEqual([text, true])
        }
      }),
      { numRuns: 400 },
    )
  }, 120_000)

  test('a reader sees the words as they are, with nothing alive in them', () => {
    fc.assert(
      fc.property(words.map(harmlessText), (text) => {
        expect(seen(markdown(text))).toMatchObject({ text, live: [] })
      }),
      { numRuns: 2000 },
    )
  })

  test('no server or client finds a name, an address or an invitation by looking through the raw text', () => {
    const raw = /<(?:@[!&]?|#|\/\w|a?:)|(?:https?|discord|steam|mailto|tel):|discord(?:app)?\.(?:gg|com\/invite)\//u
    for (const each of LIVE) expect(markdown(each)).not.toMatch(raw)
  })

  test('words that format nothing are left as they are', () => {
    const text = 'It sailed at 10: “A 24-hour trip (or so)”, she said – No. 1. 5-4 votes, £2.50, 30% & more; isn’t it?'
    expect(markdown(text)).toBe(text)
  })

  test.each(LIVE)('%j is shown as it is', (text) => {
    expect(seen(text).live.length === 0 || seen(markdown(text)).live.length === 0).toBe(true)
    const [shown = ''] = drawn({
      kind: 'excerpts',
      label: null,
      excerpts: [quotation('Quay', `${text}x`, { url: null })],
    })
    expect(seen(shown).live).toStrictEqual(['bar', 'small'])
    expect(flat(seen(shown).barred)).toBe(flat(`${text}x`))
  })

  test('an outlet cannot lead the link of another one elsewhere', () => {
    const carriers = ['](https://evil.example)', '](<https://evil.example>) [', ')](https://evil.example)']
    for (const outlet of carriers) {
      const [text = ''] = drawn({
        kind: 'statement',
        speaker: '](https://evil.example)',
        quotation: quotation('Quay', 'It sailed.'),
        carriedBy: [quotation(outlet, 'It sailed.', { url: null }), quotation('Post', 'It sailed.')],
      })
      const links = seen(text).live.filter((each) => each.startsWith('link'))
      expect(links).toStrictEqual(['link https://quay.example/f', 'link https://post.example/f'])
    }
  })
})

describe('the largest that there can be', () => {
  test.each(['a', '*', '\\', '渡', '🌊', '"', '] ', '- x\n\n \n\n'])(
    'keeps every limit where all is made of %j',
    (unit) => {
      const long = unit.repeat(3000)
      const address = (name: string) => `https://quay.example/${name.repeat(450)}`
      const one = quotation(long, long, { url: address('a'), published: long })
      const other = quotation(`2${long}`, long, { url: address('b'), published: long })
      const changes = [
        { op: 'cut', text: long },
        { op: 'add', text: long },
      ] as const
      const actions = Array.from({ length: 60 }, (_, index) => ({ label: `${index}${long}`, line: `/brief ${index}` }))
      const around = { label: long, line: '/source a1' }
      const blocks: Block[] = [
        { kind: 'wording', label: long, quotation: one, against: other, changes },
        { kind: 'statement', speaker: long, quotation: one, carriedBy: [one, other], around },
        { kind: 'figures', what: long, verdict: 'same', values: [{ outlet: long, figure: one, excerpt: one }] },
        { kind: 'image', name: 'a.png', alt: long, card },
        { kind: 'image', name: 'b.png', alt: long, card },
        { kind: 'article', author: long, body: one },
        { kind: 'table', columns: [long, long], rows: [[long, long]] },
      ]
      const bodies = render({ title: long, blocks, actions, line: '/quote' }, true)
      expect(bodies.flatMap(brokenIn)).toStrictEqual([])
    },
  )

  test('as many components as there may be, and no more', () => {
    const statement = (index: number): Block => ({
      kind: 'statement',
      speaker: 'Mara Holt',
      quotation: quotation('Quay', `“${index}”`),
      carriedBy: [],
      around: { label: 'In context', line: `/source ${index}` },
    })
    const actions = Array.from({ length: 20 }, (_, index) => ({ label: `${index}`, line: `/brief ${index}` }))
    const bodies = render({
      title: 'Quay',
      blocks: Array.from({ length: 30 }, (_, index) => statement(index)),
      actions,
    })
    expect(bodies.flatMap(brokenIn)).toStrictEqual([])
    expect(Math.max(...bodies.map((body) => componentsOf(body).length))).toBeGreaterThan(36)
  })
})
