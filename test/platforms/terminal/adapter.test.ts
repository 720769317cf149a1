import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import type { Message } from '../../../src/message.js'
import type { Bot } from '../../../src/platform.js'
import { terminalPlatform } from '../../../src/platforms/terminal/adapter.js'

function message(title: string, ...lines: string[]): Message {
  return { title, blocks: [], actions: lines.map((line) => ({ label: 'More', line })) }
}

/** Answers each line with itself, and offers a button. */
const echo: Bot = {
  answer: async ({ line }) => message(`You said ${line}`, '/more'),
  complete: async ({ line }) => (line.startsWith('/qu') ? ['/quote '] : []),
  suggest: async () => [],
  commands: [],
  examples: ['/quote mattis'],
}

function stage({ isTTY, historyFile }: { isTTY: boolean; historyFile?: string }) {
  const input = Object.assign(new PassThrough(), { isTTY })
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80 })
  const chunks: string[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  const file = historyFile === undefined ? {} : { historyFile }
  const platform = terminalPlatform({ input, output, env: { NO_COLOR: '1' }, ...file })
  return { input, output, platform, shown: () => stripVTControlCharacters(chunks.join('')) }
}

/** Types each line when the one before has been answered. */
async function chat(lines: readonly string[], { bot = echo, historyFile }: { bot?: Bot; historyFile?: string } = {}) {
  const { input, platform, shown } = stage({ isTTY: true, ...(historyFile === undefined ? {} : { historyFile }) })
  const left = [...lines]
  const ended = platform.start({
    ...bot,
    async answer(request) {
      const answered = await bot.answer(request)
      setImmediate(() => input.write(left.shift() ?? '\u0004'))
      return answered
    },
  })
  input.write(left.shift() ?? '\u0004')
  await ended
  return shown()
}

describe('without a terminal', () => {
  test('each line is answered in order, and blank ones are passed over', async () => {
    const { input, platform, shown } = stage({ isTTY: false })
    input.end('one\n\n  two  \r\n3')
    await platform.start(echo)
    expect(shown()).toBe(['one', 'two', '3'].map((line) => `You said ${line}\n\n1 More  /more\n\n`).join(''))
  })

  test('quit ends', async () => {
    const { input, platform, shown } = stage({ isTTY: false })
    input.write('one\nquit\ntwo\n')
    await platform.start(echo)
    expect(shown()).not.toContain('two')
  })

  test('a reader who leaves early is no error', async () => {
    const input = new PassThrough()
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      },
    })
    const platform = terminalPlatform({ input, output })
    input.end('one\ntwo\nthree\n')
    await expect(platform.start(echo)).resolves.toBeUndefined()
  })

  test('a message is sent once for each key', async () => {
    const { platform, shown } = stage({ isTTY: false })
    await platform.send({
      place: { desk: 'local', channel: '#news' },
      message: message('Morning edition'),
      key: 'edition-1',
    })
    await platform.send({
      place: { desk: 'local', channel: '#news' },
      message: message('Morning edition'),
      key: 'edition-1',
    })
    expect(shown()).toBe('Morning edition\n\n')
  })
})

describe('a chat on a terminal', () => {
  test('greets with examples and a prompt', async () => {
    const shown = await chat([])
    expect(shown).toContain('  /quote mattis\n')
    expect(shown).toContain('crier› ')
  })

  test('a number presses a button', async () => {
    const shown = await chat(['one\n', '1\n', 'quit\n'])
    expect(shown).toContain('You said one')
    expect(shown).toContain('You said /more')
  })

  test('Tab completes', async () => {
    expect(await chat(['/qu\tmattis\n', 'quit\n'])).toContain('You said /qu')
  })

  test('what was typed is there the next time', async () => {
    const historyFile = join(await mkdtemp(join(tmpdir(), 'crier-')), 'state', 'history')
    await chat(['one\n', 'two\n', 'quit\n'], { historyFile })
    expect(await readFile(historyFile, 'utf8')).toBe('one\ntwo\nquit\n')
    // Up, up, up: past quit and two to one.
    expect(await chat(['\u001B[A\u001B[A\u001B[A\n', 'quit\n'], { historyFile })).toContain('You said one')
  })

  test('a history that cannot be read or written does no harm', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'crier-')), 'file')
    await writeFile(file, '')
    expect(await chat(['one\n', 'quit\n'], { historyFile: join(file, 'history') })).toContain('You said one')
  })

  test('a slow answer shows that it is coming', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const slow: Bot = {
        ...echo,
        async answer(request) {
          await vi.advanceTimersByTimeAsync(301)
          return echo.answer(request)
        },
      }
      expect(await chat(['one\n', 'quit\n'], { bot: slow })).toMatch(/…[^]*You said one/u)
    } finally {
      vi.useRealTimers()
    }
  })
})
