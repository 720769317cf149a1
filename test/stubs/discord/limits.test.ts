import { describe, expect, test } from 'vitest'
import { problemsIn, problemsInCommands, problemsInRequest } from './limits.js'

const QUIET = { allowed_mentions: { parse: [] } }
const V2 = { ...QUIET, flags: 1 << 15 }

const button = (more = {}) => ({ type: 2, style: 1, label: 'More', custom_id: 'more', ...more })
const row = (...components: readonly unknown[]) => ({ type: 1, components })
const words = (content: string) => ({ type: 10, content })
const box = (...components: readonly unknown[]) => ({ type: 17, components })
const field = (name: string, value: string) => ({ name, value })

const many = (count: number, more: object) => Array.from({ length: count }, (_, n) => ({ name: `n${n}`, ...more }))
const callback = (type: number, data: unknown) =>
  problemsInRequest('POST', '/api/v10/interactions/1/token/callback?with_response=true', { type, data })
const choices = (count: number, name: string) => ({
  choices: Array.from({ length: count }, () => ({ name, value: name })),
})

describe('messages', () => {
  test.each([
    ['plain', { ...QUIET, content: 'x'.repeat(2000) }],
    ['with an embed', { ...QUIET, embeds: [{ title: 'A', fields: [field('a', 'b')] }] }],
    [
      'with 5 rows of 5 buttons',
      {
        ...QUIET,
        content: 'x',
        components: [0, 1, 2, 3, 4].map((r) => row(...[0, 1, 2, 3, 4].map((b) => button({ custom_id: `${r}${b}` })))),
      },
    ],
    [
      'with 4000 characters in components',
      { ...V2, components: [box(words('x'.repeat(2000)), words('x'.repeat(2000)))] },
    ],
    ['with 40 components', { ...V2, components: [box(...Array.from({ length: 39 }, () => words('x')))] }],
    ['with a nonce', { ...QUIET, content: 'x', nonce: 'x'.repeat(25), enforce_nonce: true }],
  ])('%s: good', (_, body) => {
    expect(problemsIn(body)).toEqual([])
  })

  test.each([
    ['nothing', QUIET, 'empty message'],
    ['blanks', { ...QUIET, content: ' \n' }, 'empty message'],
    ['a long text', { ...QUIET, content: 'x'.repeat(2001) }, '2001 characters'],
    ['half a character', { ...QUIET, content: 'x\ud83d' }, 'half a character'],
    ['pings', { content: '@everyone' }, 'parse must be []'],
    ['pings by kind', { content: 'x', allowed_mentions: { parse: ['users'] } }, 'parse must be []'],
    ['a pinging reply', { content: 'x', allowed_mentions: { parse: [], replied_user: true } }, 'nobody may be pinged'],
    ['an unknown property', { ...QUIET, content: 'x', colour: 1 }, '"colour"'],
    ['an unknown property deep down', { ...QUIET, embeds: [{ title: 'x', footer: { text: 'x', size: 1 } }] }, '"size"'],
    ['11 embeds', { ...QUIET, embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, '10 items'],
    ['long embeds', { ...QUIET, embeds: [0, 1].map(() => ({ description: 'x'.repeat(3001) })) }, '6002 characters'],
    ['a long title', { ...QUIET, embeds: [{ title: 'x'.repeat(257) }] }, '256 characters'],
    ['an empty embed', { ...QUIET, content: 'x', embeds: [{ color: 1 }] }, 'an empty embed'],
    ['an empty field name', { ...QUIET, embeds: [{ fields: [field('', 'b')] }] }, 'without name or value'],
    [
      '6 rows',
      { ...QUIET, content: 'x', components: [0, 1, 2, 3, 4, 5].map((n) => row(button({ custom_id: `${n}` }))) },
      '6 rows',
    ],
    [
      '6 buttons in a row',
      { ...QUIET, content: 'x', components: [row(...[0, 1, 2, 3, 4, 5].map((n) => button({ custom_id: `${n}` })))] },
      '5 items',
    ],
    ['a custom_id twice', { ...QUIET, content: 'x', components: [row(button(), button())] }, 'more than once'],
    [
      'a long custom_id',
      { ...QUIET, content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      '100 characters',
    ],
    ['a long label', { ...QUIET, content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] }, '80 characters'],
    [
      'a button without a label',
      { ...QUIET, content: 'x', components: [row(button({ label: '' }))] },
      'without a label',
    ],
    [
      'a link that is none',
      { ...QUIET, content: 'x', components: [row({ type: 2, style: 5, label: 'a', url: 'javascript:1' })] },
      'no address',
    ],
    ['new components without the flag', { ...QUIET, content: 'x', components: [words('x')] }, 'IS_COMPONENTS_V2'],
    ['content beside new components', { ...V2, content: 'x', components: [words('x')] }, 'content: not with'],
    ['embeds beside new components', { ...V2, embeds: [{ title: 'x' }], components: [words('x')] }, 'embeds: not with'],
    ['41 components', { ...V2, components: [box(...Array.from({ length: 40 }, () => words('x')))] }, '41 in all'],
    ['long components', { ...V2, components: [words('x'.repeat(2001)), words('x'.repeat(2000))] }, '4001 characters'],
    ['heavy components', { ...V2, components: [words('字'.repeat(3500))] }, '10500 bytes'],
    ['an unknown component', { ...V2, components: [{ type: 99 }] }, 'components.0.type'],
    ['a long nonce', { ...QUIET, content: 'x', nonce: 'x'.repeat(26) }, '25 characters'],
    ['an ephemeral post', { ...QUIET, content: 'x', flags: 64 }, 'only the answer to an interaction'],
  ])('%s: refused', (_, body, problem) => {
    expect(problemsIn(body).join('\n')).toContain(problem)
  })
})

const option = (more = {}) => ({ type: 3, name: 'who', description: 'The speaker', ...more })
const command = (more = {}) => ({ name: 'quote', description: 'What somebody said', ...more })

describe('commands', () => {
  test('good ones pass, one alone or many', () => {
    const rights = { contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: '0' }
    const quote = command({
      ...rights,
      options: [option({ required: true, autocomplete: true }), option({ name: 'about' })],
    })
    expect(problemsInCommands([quote, { name: 'Verify quotations', type: 3 }])).toEqual([])
    expect(problemsInCommands(quote)).toEqual([])
  })

  test.each([
    ['an upper-case name', command({ name: 'Quote' }), 'lower-case'],
    ['a long name', command({ name: 'x'.repeat(33) }), '32 characters'],
    ['no description', { name: 'quote' }, 'no description'],
    ['a long description', command({ description: 'x'.repeat(101) }), '100 characters'],
    ['a described menu command', { name: 'Verify', type: 3, description: 'x' }, 'only a chat command'],
    ['an upper-case option', command({ options: [option({ name: 'Who' })] }), 'lower-case'],
    ['26 options', command({ options: Array.from({ length: 26 }, (__, n) => option({ name: `n${n}` })) }), '25 items'],
    ['a late required option', command({ options: [option(), option({ name: 'b', required: true })] }), 'stands after'],
    ['an option twice', command({ options: [option(), option()] }), 'two options'],
    [
      'choices and autocomplete',
      command({ options: [option({ autocomplete: true, choices: [field('a', 'b')] })] }),
      'choices and',
    ],
    ['an unknown property', command({ options: [option({ colour: 1 })] }), '"colour"'],
    ['an unknown language', command({ name_localizations: { xx: 'quote' } }), 'no language'],
    [
      '8000 characters',
      command({
        options: Array.from({ length: 25 }, (__, n) =>
          option({
            name: `n${n}`,
            choices: Array.from({ length: 5 }, (_, m) => field(`${m}`.repeat(50), `${m}`.repeat(50))),
          }),
        ),
      }),
      'characters in all',
    ],
  ])('%s: refused', (_, body, problem) => {
    expect(problemsInCommands([body]).join('\n')).toContain(problem)
  })

  test('101 chat commands, 16 of a menu, and two of one name are too many', () => {
    expect(problemsInCommands(many(101, { description: 'x' }))).toEqual(['commands: 101 of type 1, at most 100'])
    expect(problemsInCommands(many(16, { type: 3 }))).toEqual(['commands: 16 of type 3, at most 15'])
    expect(problemsInCommands([command(), command()])).toEqual(['commands: two are called "quote"'])
  })
})

describe('answers to interactions', () => {
  test('a deferral sets EPHEMERAL and no other flag', () => {
    expect(callback(5, { flags: 64 })).toEqual([])
    expect(callback(5, { flags: 1 << 15 })).toEqual(['data.flags: a deferral can set no flag but EPHEMERAL'])
  })

  test('suggestions are at most 25, each at most 100 characters and not blank', () => {
    expect(callback(8, choices(25, 'x'.repeat(100)))).toEqual([])
    expect(callback(8, choices(26, 'x')).join()).toContain('25 items')
    expect(callback(8, choices(1, 'x'.repeat(101))).join()).toContain('100 characters')
    expect(callback(8, choices(1, ' ')).join()).toContain('blank')
  })

  test('a reply is held to the limits of a message', () => {
    expect(callback(4, { content: 'x', ...QUIET })).toEqual([])
    expect(callback(4, { content: 'x' })).toEqual(['data.allowed_mentions: parse must be []'])
  })
})
