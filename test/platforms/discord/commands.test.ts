import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { usage } from '../../../src/command.js'
import type { CommandInfo } from '../../../src/platform.js'
import { commandBodies } from '../../../src/platforms/discord/commands.js'
import { problemsInCommands } from '../../stubs/discord/limits.js'

const everything: CommandInfo = {
  name: 'everything',
  summary: `Each kind of option, told at a length that Discord does not take: ${'on and on '.repeat(10)}`,
  usage: '',
  examples: [],
  options: {
    about: { kind: 'topic', summary: 'a topic' },
    outlet: { kind: 'outlet', summary: 'an outlet' },
    since: { kind: 'date', summary: 'a date' },
    words: { kind: 'text', summary: 'words' },
    page: { kind: 'number', summary: 'a number' },
    article: { kind: 'article', summary: 'an article' },
    zone: { kind: 'timezone', summary: 'a time zone' },
    order: { kind: 'choice', summary: 'a choice', choices: ['newest', 'oldest'] },
    many: { kind: 'choice', summary: 'many choices', choices: Array.from({ length: 26 }, (_, at) => `choice ${at}`) },
    who: { kind: 'speaker', summary: 'a speaker', required: true },
  },
}

describe('what is registered on Discord', () => {
  test('breaks no limit for the commands that there are, nor for one with each kind of option', () => {
    const infos = commands.map((command) => ({ ...command, usage: usage(command) }))
    const bodies = commandBodies([...infos, everything], { isGlobal: true })
    expect(problemsInCommands(bodies)).toEqual([])
    expect(bodies.map(({ name }) => name)).toContain('quote')
  })

  test('gives each option the type that helps to fill it in, required ones first', () => {
    const [body] = commandBodies([everything], { isGlobal: true })
    expect(body).toMatchObject({
      type: 1,
      options: [
        { name: 'who', type: 3, autocomplete: true, required: true },
        { name: 'about', type: 3, autocomplete: true },
        { name: 'outlet', type: 3, autocomplete: true },
        { name: 'since', type: 3 },
        { name: 'words', type: 3 },
        { name: 'page', type: 4, min_value: 1 },
        { name: 'article', type: 3 },
        { name: 'zone', type: 3, autocomplete: true },
        {
          name: 'order',
          type: 3,
          choices: [
            { name: 'newest', value: 'newest' },
            { name: 'oldest', value: 'oldest' },
          ],
        },
        { name: 'many', type: 3, autocomplete: true },
        { name: 'private', type: 5 },
      ],
    })
  })

  test('makes of a group one command, with its members as subcommands', () => {
    const group = { name: 'letter', summary: 'Letters' }
    const write: CommandInfo = {
      ...everything,
      name: 'letter write',
      group,
      summary: 'A new one',
      options: {
        to: { kind: 'channel', summary: 'where' },
        after: { kind: 'digest', summary: 'a digest', required: true },
        topics: { kind: 'topics', summary: 'topics' },
      },
    }
    const bodies = commandBodies([{ ...write, name: 'letter list', options: {} }, write], { isGlobal: true })
    expect(problemsInCommands(bodies)).toEqual([])
    expect(bodies[0]).toMatchObject({
      name: 'letter',
      description: 'Letters',
      options: [
        { type: 1, name: 'list', options: [{ name: 'private' }] },
        {
          type: 1,
          name: 'write',
          description: 'A new one',
          options: [
            { name: 'after', type: 3, autocomplete: true, required: true },
            { name: 'to', type: 7, channel_types: [0, 5, 10, 11, 12] },
            { name: 'topics', type: 3, autocomplete: true },
            { name: 'private' },
          ],
        },
      ],
    })
  })

  test('adds the message command that checks quotations', () => {
    expect(commandBodies([], { isGlobal: true })).toEqual([
      { type: 3, name: 'Verify quotations', contexts: [0, 1, 2], integration_types: [0, 1] },
    ])
  })

  test('leaves contexts to Discord where it is registered in one server', () => {
    expect(commandBodies([], { isGlobal: false })).toEqual([{ type: 3, name: 'Verify quotations' }])
  })

  test('leaves room for names in other languages', () => {
    const names = { everything: { de: 'alles' }, 'everything.who': { de: 'wer' } }
    const bodies = commandBodies([everything], { isGlobal: true, names })
    expect(problemsInCommands(bodies)).toEqual([])
    expect(bodies[0]).toMatchObject({
      name_localizations: { de: 'alles' },
      options: [{ name: 'who', name_localizations: { de: 'wer' } }, ...Array.from({ length: 10 }, () => ({}))],
    })
  })
})
