import { ApplicationCommandOptionType, ChannelType } from 'discord.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineCommand } from '../../../src/command.js'
import { parseLine } from '../../../src/line/parse.js'
import { tidy } from '../../../src/line/tokens.js'
import { askerOf, conversationOf, lineOf, wordsOf } from '../../../src/platforms/discord/asked.js'

const NOW = new Date('2026-01-01T00:00:00Z')

const say = defineCommand({
  name: 'say',
  summary: 'says',
  options: {
    words: { kind: 'text', summary: 'words', required: true, positional: true },
    who: { kind: 'text', summary: 'who', positional: true, keywords: ['by'] },
  },
  examples: [],
  run: async () => ({ title: '', blocks: [], actions: [] }),
})

/** Marks of one kind stand for those of another. */
function plain(text: string): string {
  return text.replace(/«/gu, '“').replace(/»/gu, '”')
}

function understood(words: string, who: string) {
  const type = ApplicationCommandOptionType.String as const
  const line = lineOf('say', [
    { name: 'words', type, value: words },
    { name: 'who', type, value: who },
  ])
  return parseLine(line, [say], NOW).options
}

describe('a command as a line', () => {
  test.each([
    ['mattis', 'Jim'],
    ['about allies', 'who:ever since 2018'],
    ['“We will win,” he said', 'the “boss”'],
    ['he said "no" to it', '"'],
    ['a “ with no partner', '5" of rain'],
    ['『no』 way', '＂wide＂'],
    ['/quote outlet:"x"', '--who=x'],
    ['ends with a bracket (', ' padded '],
  ])('carries %j and %j', (words, who) => {
    expect(understood(words, who)).toEqual({ words: tidy(words), who: tidy(who) })
  })

  test('carries any value that has words in it', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[\p{L}\p{N}]/u.test(tidy(text)))
    fc.assert(
      fc.property(value, value, (words, who) => {
        expect(understood(words, who)).toEqual({ words: tidy(plain(words)), who: tidy(plain(who)) })
      }),
    )
  })
})

describe('who asks, and where', () => {
  const user = { id: '7', username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null }

  test('is the desk of the server that has installed Crier', () => {
    const asker = askerOf({ user, guild_id: '9', authorizing_integration_owners: { 0: '9', 1: '7' } })
    expect(asker).toMatchObject({ desk: 'discord:9', user: '7', name: 'Ada' })
  })

  test('is the person’s own desk in DMs, and where only the person has installed it', () => {
    expect(askerOf({ user, authorizing_integration_owners: { 0: '0' } }).desk).toBe('discord:@7')
    expect(askerOf({ user, guild_id: '9', authorizing_integration_owners: { 1: '7' } }).desk).toBe('discord:@7')
  })

  test('is the desk of who installed it where somebody else presses a button of the answer', () => {
    expect(askerOf({ user, guild_id: '9', authorizing_integration_owners: { 1: '8' } }).desk).toBe('discord:@8')
  })

  test.each([
    [String(1n << 5n), true],
    [String(1n << 13n), true],
    [String(1n << 3n), true],
    [String(1n << 11n), false],
    ['0', false],
  ])('with permissions %s manages the server: %s', async (permissions, manages) => {
    const member = { user, permissions }
    const asker = askerOf({ guild_id: '9', member, authorizing_integration_owners: { 0: '9' } })
    expect(await asker.isManager()).toBe(manages)
  })

  test('is tied to a thread or DM for all, and to the person in a channel', () => {
    expect(conversationOf({ id: '5', type: ChannelType.PublicThread }, '7')).toBe('5')
    expect(conversationOf({ id: '5', type: ChannelType.DM }, '7')).toBe('5')
    expect(conversationOf({ id: '5', type: ChannelType.GuildText }, '7')).toBe('5/7')
  })
})

test('The words of a message are its own, those of its embeds and of what it forwards', () => {
  const embeds = [{ title: 'Pumps', description: '“Shut,” he said.', fields: [{ name: 'a', value: 'b' }] }]
  expect(wordsOf({ content: 'Look:', embeds })).toBe('Look:\n\nPumps\n\n“Shut,” he said.\n\nb')
  expect(wordsOf({ content: '', embeds: [] })).toBeNull()
})
