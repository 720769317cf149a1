import { describe, expect, test } from 'vitest'
import helpCommand from '../../commands/help.js'
import { commands } from '../../commands/index.js'
import { firsts } from '../../src/command.js'
import { parseLine } from '../../src/line/parse.js'
import type { Message } from '../../src/message.js'
import { archiveOf } from '../answers/quoteArchive.js'
import { contextOf, lines, said } from './context.js'

const NOW = new Date('2018-12-24T09:00:00Z')

async function ask(line: string): Promise<Message> {
  const { command, options } = parseLine(line, commands, NOW)
  return command.run(options, { ...contextOf(archiveOf()), commands })
}

function rows({ blocks }: Message): string[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' = ')) : []))
}

describe('/help', () => {
  test('has every command with its usage, for the asker alone', async () => {
    const help = await ask('/help')
    expect(help.private).toBe(true)
    expect(rows(help)).toHaveLength(firsts(commands).length)
    expect(rows(help)).toContain('/help [COMMAND] = What can be asked, and how one command is typed')
  })

  test('explains one command, with its options and examples to press', async () => {
    const help = await ask('/help quote')
    expect(help.title).toMatch(/^\/quote WHO \[about TOPIC\]/u)
    expect(rows(help)[0]).toBe('WHO = whose words (needed)')
    expect(lines(help)).toContain('/quote mattis')
    expect(said(await ask('/help /SOURCES'))).toContain('outlets')
  })

  test('names the nearest where there is no such command', async () => {
    await expect(ask('/help quot')).rejects.toThrow('There is no command “quot”. Did you mean /quote?')
  })
})

test('every example of every command is a line that it understands', () => {
  for (const command of commands) {
    for (const line of command.examples) expect(parseLine(line, commands, NOW).command.name).toBe(command.name)
  }
})

test('commands of two words are a row together, explained together and each by itself', async () => {
  const { letter, letters } = await import('../line/commands.js')
  const context = { ...contextOf(archiveOf()), commands: [letters, letter] }
  const helpWith = (command?: string) => helpCommand.run(command === undefined ? {} : { command }, context)
  expect(rows(await helpWith())).toEqual(['/letter list | write = Letters to the editor'])
  expect((await helpWith('letter')).title).toBe('/letter list | write')
  expect(rows(await helpWith('letter'))).toHaveLength(2)
  expect(lines(await helpWith('/letter'))).toEqual(['/help letter list', '/help letter write'])
  expect((await helpWith('letter write')).title).toMatch(/^\/letter write "WORDS"/u)
  await expect(helpWith('letter burn')).rejects.toThrow('There is no /letter “burn”. There are: /letter list')
})
