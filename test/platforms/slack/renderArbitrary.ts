/** Messages such as no command gives, for property tests. */
import * as fc from 'fast-check'
import type { Block, Message } from '../../../src/message.js'
import type { Quotation } from '../../../src/model.js'
import { card } from '../card.js'
import { quotation } from './renderSamples.js'

const SIGNS = [
  '<!channel>',
  '<@U123>',
  '<https://evil.example|x>',
  '@everyone',
  '*b*',
  '_i_',
  '~s~',
  '`c`',
  '```',
  '\n> ',
  ':smile:',
  '&lt;',
  'https://evil.example',
  '“',
  '”',
  '"',
  '\n\n',
  ' ',
  '. ',
  '\u202E',
  '\u0000',
  '\uD800',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧',
  '渡船',
]
const words = fc
  .oneof(
    fc.array(
      fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 8 }), fc.lorem({ maxCount: 3 })),
      {
        maxLength: 25,
      },
    ),
  )
  .map((parts) => parts.join(''))
const text = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 1, arbitrary: fc.tuple(words, fc.integer({ min: 1, max: 60 })).map(([part, times]) => part.repeat(times)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((length) => 'w'.repeat(length)) },
)
const url = fc.oneof(fc.constant(null), fc.webUrl({ withQueryParameters: true, withFragments: true }), words)
const excerpt: fc.Arbitrary<Quotation> = fc
  .record({
    text,
    outlet: words,
    url,
    published: fc.oneof(fc.constant(null), words),
    articleId: fc.constantFrom('a', 'b'),
  })
  .map(({ text: said, ...more }) => quotation('', said, more))
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 4 })
const action = fc.record({ label: words, line: fc.string() })
const change = fc.record({ op: fc.constantFrom('keep' as const, 'cut' as const, 'add' as const), text: words })

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record(
    {
      kind: fc.constant('statement' as const),
      speaker: words,
      quotation: excerpt,
      carriedBy: fc.array(excerpt, { maxLength: 12 }),
      around: action,
    },
    { requiredKeys: ['kind', 'speaker', 'quotation', 'carriedBy'] },
  ),
  fc.record({ kind: fc.constant('excerpts' as const), label: fc.option(text), excerpts: few(excerpt) }),
  fc.record({
    kind: fc.constant('figures' as const),
    what: text,
    verdict: fc.constantFrom('same' as const, 'compatible' as const, 'conflict' as const),
    values: fc.array(fc.record({ outlet: words, figure: excerpt, excerpt }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('wording' as const),
    label: text,
    quotation: excerpt,
    against: fc.option(excerpt),
    changes: few(change),
  }),
  fc.record({ kind: fc.constant('article' as const), author: fc.option(text), body: excerpt }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(words, { maxLength: 22 }),
    rows: fc.array(fc.array(words, { maxLength: 3 }), { maxLength: 110 }),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    name: fc.constantFrom('known', 'unknown'),
    alt: text,
    card: fc.constant(card),
  }),
)
/** Any message at all, in words that try to break out of it. */
export const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    title: text,
    blocks: fc.array(block, { maxLength: 12 }),
    actions: fc.array(action, { maxLength: 60 }),
    line: fc.string(),
    private: fc.boolean(),
  },
  { requiredKeys: ['title', 'blocks', 'actions'] },
)
