import { describe, expect, test } from 'vitest'
import { createBot } from '../src/bot.js'
import { type Command, defineCommand } from '../src/command.js'
import { CrierError, UsageError } from '../src/errors.js'
import type { Archive } from '../src/store/store.js'
import { archiveOf } from './answers/quoteArchive.js'
import { memoryBook } from './digests/memoryBook.js'
import * as example from './line/commands.js'

const noMemory = { get: async () => null, put: async () => {} }

const archive: Archive = {
  ...archiveOf({ outlet: 'The Tidewater Post', text: 'The ferry sailed.' }),
  namesBeginning: async (prefix) =>
    ['Mara Holt', 'Marcus Dell', 'The Tidewater Post'].filter((name) =>
      name.toLowerCase().startsWith(prefix.toLowerCase()),
    ),
  topicsBeginning: async (prefix) => ['ferries', 'bridge'].filter((word) => word.startsWith(prefix)),
}

const help = defineCommand({
  name: 'help',
  summary: 'Help',
  options: { command: { kind: 'text', summary: 'which command', positional: true } },
  examples: ['/help'],
  run: async () => ({ title: 'Help', blocks: [], actions: [] }),
})

function failing(error: Error): Command {
  return defineCommand({
    ...help,
    name: 'fail',
    run: async () => {
      throw error
    },
  })
}

function botWith(...more: Command[]) {
  const logged: object[] = []
  const desks: string[] = []
  const store = {
    archive: (desk: string) => {
      desks.push(desk)
      return archive
    },
    digests: memoryBook(),
    book: noMemory,
  }
  const bot = createBot({
    commands: [...example.commands, help, ...more],
    store,
    clock: () => new Date('2019-07-17T12:00:00Z'),
    log: { error: (details) => logged.push(details) },
    newId: () => 'abc123',
  })
  const answer = (line: string) => bot.answer({ desk: 'newsroom', line })
  return { bot, answer, logged, desks }
}

async function sentence(line: string, ...more: Command[]): Promise<string> {
  const message = await botWith(...more).answer(line)
  expect(message.private).toBe(true)
  return message.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join()
}

function endings(line: string): Promise<readonly string[]> {
  return botWith().bot.complete({ desk: 'newsroom', line })
}

describe('a line is answered', () => {
  test.each(['/quote holt', 'quote holt', '/crier quote holt', '/crier what did holt say?', 'what did holt say?'])(
    '%s',
    async (line) => {
      expect((await botWith().answer(line)).title).toBe('Done')
    },
  )

  test('from the archive of the desk that asks', async () => {
    const { answer, desks } = botWith()
    await answer('/sources')
    expect(desks).toEqual(['newsroom'])
  })

  test.each(['', ' ', '/', '/crier', 'hello', '/help', '/quote help', 'verify HELP'])(
    '%j is answered with help',
    async (line) => {
      expect((await botWith().answer(line)).title).toBe('Help')
    },
  )
})

describe('what goes wrong comes back as a private message', () => {
  test('a mistake in the line', async () => {
    expect(await sentence('/quot holt')).toBe('There is no command “quot”. Did you mean /quote? /help lists them all.')
    expect(await sentence('/quote "holt')).toContain('never closed')
  })

  test('words that are not understood, with examples or the nearest command', async () => {
    expect(await sentence('the weather is nice')).toContain('I do not understand “the weather is nice”. Try')
    expect(await sentence('quot holt')).toContain('Did you mean /quote?')
  })

  test('what a command says of itself', async () => {
    expect(await sentence('/fail', failing(new CrierError('The store is closed.')))).toBe('The store is closed.')
    expect(await sentence('/fail', failing(new UsageError('Nobody is called that.')))).toBe('Nobody is called that.')
  })

  test('anything else has an id, which the log has with the error, and no stack', async () => {
    const error = new TypeError('x is not a function')
    const { answer, logged } = botWith(failing(error))
    const message = await answer('/fail')
    expect(message.blocks).toEqual([
      { kind: 'text', text: 'Something went wrong (id abc123). The log says more under that id.' },
    ])
    expect(logged).toEqual([{ err: error, id: 'abc123', desk: 'newsroom' }])
  })

  test('run throws it instead', async () => {
    const { bot } = botWith(failing(new CrierError('The store is closed.')))
    await expect(bot.run({ desk: 'local', line: '/fail' })).rejects.toThrow('The store is closed.')
    await expect(bot.run({ desk: 'local', line: '/quot' })).rejects.toBeInstanceOf(UsageError)
  })
})

describe('what is typed is completed', () => {
  test('a command', async () => {
    expect(await endings('/q')).toEqual(['/quote '])
    expect(await endings('ver')).toEqual(['/verify '])
    expect(await endings('/xyz')).toEqual([])
  })

  test('a speaker, not an outlet', async () => {
    expect(await endings('/quote mar')).toEqual(['/quote Mara Holt', '/quote Marcus Dell'])
    expect(await endings('/quote who:mara')).toEqual(['/quote who:"Mara Holt"'])
    expect(await endings('/quote the ti')).toEqual([])
  })

  test('an outlet, in quotation marks', async () => {
    expect(await endings('/quote holt outlet:')).toEqual(['/quote holt outlet:"The Tidewater Post"'])
    expect(await endings('/quote holt outlet:"the ti')).toEqual(['/quote holt outlet:"The Tidewater Post"'])
  })

  test('the options that are left', async () => {
    expect(await endings('/quote holt ')).toEqual(
      ['about ', 'outlet:', 'since ', 'page:'].map((one) => `/quote holt ${one}`),
    )
    expect(await endings('/quote holt about ferries o')).toEqual(['/quote holt about ferries outlet:'])
  })

  test('a command of two words', async () => {
    expect(await endings('/let')).toEqual(['/letter '])
    expect(await endings('/letter ')).toEqual(['/letter list ', '/letter write '])
    expect(await endings('/letter wr')).toEqual(['/letter write '])
    expect(await endings('/letter write hello t')).toEqual(['/letter write hello to:', '/letter write hello topics:'])
    expect(await endings('/letter write hello topics:bridge,fer')).toEqual([
      '/letter write hello topics:bridge,ferries',
    ])
  })

  test('a choice', async () => {
    expect(await endings('/digest cr')).toEqual(['/digest create'])
  })

  test('nothing, where the archive fails', async () => {
    const { bot, logged } = botWith()
    const broken: Archive = { ...archive, outlets: () => Promise.reject(new Error('closed')) }
    const log = { error: (details: object) => logged.push(details) }
    const failingBot = createBot({
      commands: example.commands,
      store: { archive: () => broken, digests: memoryBook(), book: noMemory },
      clock: () => new Date(0),
      log,
    })
    expect(await failingBot.complete({ desk: 'newsroom', line: '/quote ma' })).toEqual([])
    expect(logged).toHaveLength(1)
    expect(bot.examples).toContain('/quote mattis')
  })
})

describe('values of one option are suggested', () => {
  const suggested = (command: string, option: string, typed: string) =>
    botWith()
      .bot.suggest({ desk: 'newsroom', command, option, typed })
      .then((found) => found.map(({ value }) => value))

  test('names for a speaker, outlets for an outlet', async () => {
    expect(await suggested('quote', 'who', 'mar')).toEqual(['Mara Holt', 'Marcus Dell'])
    expect(await suggested('quote', 'outlet', 'the')).toEqual(['The Tidewater Post'])
  })

  test('the last of several', async () => {
    expect(await suggested('letter write', 'topics', 'bridge, fe')).toEqual(['bridge, ferries'])
  })

  test('words of headlines for a topic, time zones by their city', async () => {
    expect(await suggested('quote', 'about', 'fer')).toEqual(['ferries'])
    expect((await suggested('digest', 'timezone', 'new y'))[0]).toBe('America/New_York')
    expect(await suggested('digest', 'timezone', '')).toHaveLength(25)
  })

  test('nothing for anything else', async () => {
    for (const [command, option, typed] of [
      ['quote', 'since', '2'],
      ['quote', 'nothing', 'x'],
      ['nothing', 'who', 'x'],
      ['quote', 'who', 'x'.repeat(5000)],
    ] as const)
      expect(await suggested(command, option, typed)).toEqual([])
  })
})

describe('a question that goes on from the one before', () => {
  test('is answered with what stands of it', async () => {
    const { bot } = botWith()
    const message = await bot.answer({ desk: 'newsroom', line: 'and about ferries?', previous: '/quote holt' })
    expect(message).toMatchObject({ title: 'Done', line: '/quote who:holt about:ferries' })
  })

  test('is not understood without it', async () => {
    expect(await sentence('and about ferries?')).toContain('I do not understand')
  })
})

describe('a message that another one points at', () => {
  const asked = (line: string, pointedAt: string | null) => botWith().bot.answer({ desk: 'newsroom', line, pointedAt })

  test('has its quotation checked, with the speaker that it or the question names', async () => {
    const told = '“We will rebuild the bridge,” said Mara Holt.'
    expect((await asked('is this real?', told)).line).toBe(
      '/verify words:"We will rebuild the bridge," speaker:"Mara Holt"',
    )
    expect((await asked('did Ada Quill say that?', told)).line).toContain('speaker:"Ada Quill"')
    expect((await asked('', 'We will rebuild it')).line).toBe('/verify words:"We will rebuild it"')
  })

  test('has several checked one by one, with a button for each', async () => {
    const message = await asked('', '“We will rebuild the bridge,” said Mara Holt. “It will take a year,” she said.')
    expect(message.title).toBe('2 quotations, checked one by one')
    expect(message.actions.map(({ line }) => line)).toEqual([
      '/verify words:"We will rebuild the bridge," speaker:"Mara Holt"',
      '/verify words:"It will take a year," speaker:"Mara Holt"',
    ])
  })

  test('must be there, and hold something to check', async () => {
    expect((await asked('is this real?', null)).blocks).toMatchObject([{ text: expect.stringContaining('cannot see') }])
    expect((await asked('is this real?', 'lol')).blocks).toMatchObject([
      { text: expect.stringContaining('no words in') },
    ])
  })
})
