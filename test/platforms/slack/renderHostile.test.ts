import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Message } from '../../../src/message.js'
import type { Excerpt } from '../../../src/model.js'
import { harmlessText, safeUrl } from '../../../src/platforms/harmless.js'
import { renderSlack, type SlackBody } from '../../../src/platforms/slack/render.js'
import { problemsIn } from '../../stubs/slack/limits.js'
import { anyMessage } from './renderArbitrary.js'
import { alive, limitsBroken, linksIn, markup, nodesOf, textOf } from './renderChecks.js'
import { drawn, messageOf, quotation, render, view } from './renderSamples.js'

describe('hostile words', () => {
  const evil =
    '<!channel> <@U1> <#C1|news> @here *bold* _it_ ~no~ `code` > quote :smile: <https://evil.example|safe> &amp;'

  test('neither ping nor link nor format where Slack reads markup', () => {
    const block: Block = {
      kind: 'statement',
      speaker: evil,
      quotation: quotation(evil, evil, { published: evil, url: 'https://quay.example/a?b=1&c=<|>*x*' }),
      carriedBy: [quotation(`> ${evil}`, evil, { url: 'javascript:alert(1)' })],
    }
    const [body] = render(messageOf([block], { title: evil }))
    if (body === undefined) throw new Error('Nothing was drawn.')
    const fields = markup(body)
    expect(fields).toHaveLength(3)
    expect(fields.flatMap((text) => alive(text.replace(/^— \*([^\n]*)\*$/u, '$1')))).toEqual([])
    expect(fields.flatMap(linksIn)).toEqual(['https://quay.example/a?b=1&amp;c=%3C%7C%3E*x*'])
  })

  test('are quoted as they are where Slack reads none', () => {
    expect(drawn({ kind: 'excerpts', label: null, excerpts: [quotation('Quay Times', evil)] })[0]).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: evil }] }],
    })
  })

  test('cannot hide, ring, or turn the text round', () => {
    const text =
      '\u202Eknil\u2066 \u0000be\u0007ll\u200B\uD800 e\u0301\u0301\u0301\u0301\u0301\u0301 \u{E0041}\u3164end'
    const body = render(messageOf([{ kind: 'text', text }], { title: text, actions: [{ label: text, line: text }] }))
    expect(JSON.stringify(body)).toContain('"knil bell e\u0301\u0301\u0301\u0301 end"')
    expect(JSON.stringify(body)).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\\u[\da-f]{4}/iu)
  })
})

describe('made harmless', () => {
  test('an address leads where it led, unseen signs in it included', () => {
    const link = { url: 'https://quay.example/a\u200Bb' }
    const [body] = render(
      messageOf([{ kind: 'excerpts', label: null, excerpts: [quotation('Quay Times', 'x', link)] }]),
    )
    expect(JSON.stringify(body)).toContain('<https://quay.example/a%E2%80%8Bb|Quay Times')
  })

  test('lines, tabs, joiners and emoji stay what they are', () => {
    expect(harmlessText('a\r\nb\u2028c\td 👩‍👩‍👧 ❤️ می‌خواهم')).toBe('a\nb\nc d 👩‍👩‍👧 ❤️ می‌خواهم')
  })

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(harmlessText(harmlessText(text))).toBe(harmlessText(text))
      }),
    )
  })

  test.each([
    ['https://quay.example/f', 'https://quay.example/f'],
    ['http://quay.example/a b(c)|d', 'http://quay.example/a%20b%28c%29%7Cd'],
    ['https://quäy.example/ü', 'https://xn--quy-rla.example/%C3%BC'],
    ['https://quay.example@evil.example/', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//quay.example', null],
    [`https://quay.example/${'a'.repeat(2000)}`, null],
    ['', null],
    [null, null],
  ])('the address %j becomes %j', (url, safe) => {
    expect(safeUrl(url)).toBe(safe)
  })
})

const files = new Map([['known', 'F1']])
const bodiesOf = (of: Message): SlackBody[] => renderSlack(of, view(true), files)

function* excerptsIn(value: unknown): Generator<Excerpt> {
  if (typeof value !== 'object' || value === null) return
  if (isExcerpt(value)) yield value
  else for (const inner of Object.values(value)) yield* excerptsIn(inner)
}

function isExcerpt(value: object): value is Excerpt {
  return 'articleId' in value && 'text' in value
}

/** What stands in rich text, one string a run of quotes or lines, blanks at the seams aside. */
function shownIn(bodies: readonly SlackBody[]): string {
  const lines = [...nodesOf(bodies.map(({ blocks }) => blocks))].flatMap(({ type, elements, fields }) =>
    type === 'rich_text_quote' || type === 'rich_text_section' ? [elements] : fields ? [fields] : [],
  )
  return lines
    .map((line) => [...nodesOf(line)].map(textOf).join(''))
    .join('\n')
    .replace(/\s+/gu, '')
}

/** The excerpts whose words are to be seen: those of a comparison are shown by its changes, and of `carriedBy` only the outlets. */
function wordsShown(of: Block): Excerpt[] {
  if (of.kind === 'wording') return []
  return of.kind === 'statement' ? [of.quotation] : [...excerptsIn(of)]
}

describe('whatever a message holds', () => {
  test('no limit of Slack is broken', () => {
    fc.assert(
      fc.property(anyMessage, (of) => {
        const bodies = bodiesOf(of)
        expect(bodies.length).toBeGreaterThan(0)
        expect(bodies.flatMap(limitsBroken)).toEqual([])
        expect(bodies.flatMap(problemsIn)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('no ping, link or markup of others is alive, and every link leads to an address of an excerpt', () => {
    fc.assert(
      fc.property(anyMessage, (of) => {
        const known = new Set([...excerptsIn(of.blocks)].map((from) => safeUrl(from.url)?.replaceAll('&', '&amp;')))
        for (const body of bodiesOf(of)) {
          // Speakers and figures are bold by Crier's own hand.
          const fields = markup(body).map((field) => field.replace(/^(— )?\*(.*)\*(?=,|\n|$)/u, '$1$2'))
          expect(fields.flatMap(alive)).toEqual([])
          expect(fields.flatMap(linksIn).filter((link) => !known.has(link))).toEqual([])
          const types = new Set([...nodesOf(body.blocks)].map(({ type }) => type))
          for (const live of ['link', 'user', 'channel', 'broadcast', 'usergroup', 'emoji', 'markdown'])
            expect(types).not.toContain(live)
          const parsed = [...nodesOf(body.blocks)].filter(
            ({ type, verbatim, emoji }) =>
              (type === 'mrkdwn' && verbatim !== true) || (type === 'plain_text' && emoji !== false),
          )
          expect(parsed).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('every excerpt is there word for word, or it is said to be too long', () => {
    fc.assert(
      fc.property(anyMessage, (of) => {
        const bodies = bodiesOf(of)
        const shown = shownIn(bodies)
        const tooLong = new Set(
          [...JSON.stringify(bodies).matchAll(/in one piece \(([\d,]+) characters\)/gu)].map(([, digits]) => digits),
        )
        const missing = of.blocks
          .flatMap(wordsShown)
          .map((from) => harmlessText(from.text))
          .filter((said) => !shown.includes(said.replace(/\s+/gu, '')))
          .filter(
            (said) =>
              !tooLong.has(said.length.toLocaleString('en')) && !tooLong.has(said.trim().length.toLocaleString('en')),
          )
        expect(missing).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('no quotation is cut: its marks are in one piece', () => {
    const sentence = fc.constantFrom(
      'It sailed. ',
      '“We sail at dawn. We do not wait,” she said. ',
      '"No. Never," he wrote.\n\n',
      'Rain fell on Quay Street. ',
    )
    const body = fc.array(sentence, { minLength: 100, maxLength: 700 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(body, (of) => {
        const bodies = render(messageOf([{ kind: 'article', author: null, body: quotation('Quay Times', of) }]))
        const quotes = [...nodesOf(bodies)].filter(({ type }) => type === 'rich_text_quote')
        for (const quote of quotes) {
          const said = [...nodesOf(quote)].map(textOf).join('')
          expect(said.match(/“/gu)?.length).toBe(said.match(/”/gu)?.length)
          expect((said.match(/"/gu)?.length ?? 0) % 2).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })
})
