import { describe, expect, test } from 'vitest'
import { type Command, defineCommand, usage } from '../src/command.js'
import { archiveOf } from './answers/quoteArchive.js'
import { contextOf } from './commands/context.js'

const said = { title: 'Said', blocks: [], actions: [] }

describe('a command is data and one function', () => {
  const quote = defineCommand({
    name: 'quote',
    summary: 'What a person was quoted as saying',
    options: {
      who: { kind: 'speaker', summary: 'whose words', required: true, positional: true },
      about: { kind: 'topic', summary: 'only about this', keywords: ['about', 'on'] },
      outlet: { kind: 'outlet', summary: 'only from this outlet' },
      order: { kind: 'choice', choices: ['newest', 'longest'], summary: 'which first' },
    },
    examples: [],
    async run({ who, about, order }) {
      const words: string[] = [who, about?.text ?? '', (order satisfies 'newest' | 'longest' | undefined) ?? '']
      return { ...said, title: words.join('|') }
    },
  })

  test('what run gets is typed by the kinds of the options', async () => {
    const context = contextOf(archiveOf())
    const message = await quote.run({ who: 'Mara Holt', about: { text: 'the bridge', groups: [['bridge']] } }, context)
    expect(message.title).toBe('Mara Holt|the bridge|')
    // @ts-expect-error -- who is required
    void quote.run({ order: 'newest' }, context)
    // @ts-expect-error -- no such choice
    void quote.run({ who: 'Mara Holt', order: 'loudest' }, context)
  })

  test('commands of any options make one list', () => {
    const all: readonly Command[] = [quote]
    expect(all[0]?.name).toBe('quote')
  })

  test('the usage line is made from the options', () => {
    expect(usage(quote)).toBe('/quote WHO [about TOPIC] [outlet:NAME] [order:newest|longest]')
    expect(usage({ ...quote, options: {} })).toBe('/quote')
    const verify = { words: { kind: 'text', summary: '', required: true, positional: true } } as const
    expect(usage({ ...quote, name: 'verify', options: verify })).toBe('/verify "WORDS"')
  })
})
