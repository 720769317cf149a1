import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe } from 'vitest'
import { commands } from '../../commands/index.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { createBot, type RunnableBot } from '../../src/bot.js'
import type { Bot } from '../../src/platform.js'
import { terminalPlatform } from '../../src/platforms/terminal/adapter.js'
import { buttonsOf } from '../../src/platforms/terminal/render.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { platformContract, type Seat } from '../contracts/platform.js'
import type { StoredMessage } from '../stubs/discord/world.js'
import { buttonsIn } from '../stubs/slack/stub.js'
import type { Posted } from '../stubs/slack/world.js'
import { seen } from './discord/renderReader.js'
import { finished, world } from './discord/world.js'
import { nodesOf } from './slack/renderChecks.js'
import { answers, stage, started } from './slack/world.js'

let store: Store
let bot: RunnableBot

beforeAll(async () => {
  store = await openStore('sqlite::memory:')
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: extractQuotations })
  bot = createBot({ commands, store, clock: () => new Date('2019-03-06T09:00:00Z'), log: { error: () => {} } })
})
afterAll(() => store.close())

const NEXT = /^More \(/u

describe('the terminal', () => {
  platformContract(() => bot, terminal)
})
describe('Slack', () => {
  platformContract(() => bot, slack)
})
describe('Discord', () => {
  platformContract(() => bot, discord)
})

async function terminal(of: Bot): Promise<Seat> {
  const run = async (lines: readonly string[]): Promise<string> => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns: 10_000, isTTY: true })]
    const parts: string[] = []
    output.on('data', (part) => parts.push(String(part)))
    input.end(lines.map((line) => `${line}\n`).join(''))
    await terminalPlatform({ input, output, env: { NO_COLOR: '1' } }).start(of)
    await turn()
    return parts.join('')
  }
  return {
    ask: (line) => run([line]),
    async press(line, label) {
      // Buttons have numbers in a chat alone; what one stands for is typed anywhere.
      const asked = buttonsOf(await of.answer({ desk: 'local', line })).find((button) => button.label === label)
      return run([asked?.line ?? ''])
    },
    async talk(...lines) {
      const all = await Promise.all(lines.map(async (_, index) => run(lines.slice(0, index + 1))))
      return all.map((text, index) => text.slice(all[index - 1]?.length ?? 0))
    },
    async close() {},
  }
}

async function slack(of: Bot): Promise<Seat> {
  const stub = await stage()
  await started(stub, { bot: of })
  const wordsIn = ({ body }: Posted): string =>
    [...nodesOf(body['blocks'])]
      .flatMap(({ text }) => (typeof text === 'string' ? text : []))
      .join('\n')
      .replace(/<[^|>]*\|([^>]*)>/gu, '$1')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&amp;/gu, '&')
  const answer = async (count: number): Promise<Posted> => {
    const found = (await answers(stub, count)).at(-1)
    if (!found) throw new Error('There is no answer.')
    return found
  }
  return {
    async ask(line) {
      stub.command('/crier', line)
      const parts: string[] = []
      for (let count = 1; ; count += 1) {
        const part = await answer(count)
        parts.push(wordsIn(part))
        const [, next] = [...buttonsIn(part.body)].find(([label]) => NEXT.test(label)) ?? []
        if (next === undefined) return parts.join('\n')
        stub.press(part, next)
      }
    },
    async press(line, label) {
      stub.command('/crier', line)
      const message = await answer(1)
      stub.press(message, buttonsIn(message.body).get(label) ?? '')
      return wordsIn(await answer(2))
    },
    async talk(...lines) {
      const { ts } = stub.message({ text: 'Has anybody read about the ferry?' })
      const said: string[] = []
      for (const line of lines) {
        stub.mention({ text: line, thread: ts })
        said.push(wordsIn(await answer(said.length + 1)))
      }
      return said
    },
    async close() {},
  }
}

async function discord(of: Bot): Promise<Seat> {
  const { stub } = await world({ bot: Object.assign(of, { requests: [], typings: [], hold() {}, release() {} }) })
  const wordsIn = (message: StoredMessage): string => seen(stub.textOf(message)).text
  const dm = stub.dmWith(stub.user)
  const mention = `<@${stub.bot.id}>`
  return {
    async ask(line) {
      // Mistakes and help are told in the DM, where all can be asked.
      const before = stub.messages(dm, stub.user).length
      const delivery = stub.message({ content: `${mention} ${line}`, channel: dm, dm: true })
      await finished(delivery)
      let part = stub
        .messages(dm, stub.user)
        .slice(before)
        .findLast(({ author }) => author.id === stub.bot.id)
      const parts: string[] = []
      for (;;) {
        if (!part) throw new Error('There is no answer.')
        parts.push(wordsIn(part))
        const next = stub.buttonsOf(part).find(({ label }) => NEXT.test(label))
        if (!next) return parts.join('\n')
        const press = stub.press({ message: part, customId: next.customId, channel: dm, dm: true })
        await finished(press)
        part = press.messages().at(-1)
      }
    },
    async press(line, label) {
      const asked = stub.message({ content: `${mention} ${line}` })
      await finished(asked)
      const [message] = asked.messages()
      if (!message) throw new Error('There is no answer.')
      const button = stub.buttonsOf(message).find((one) => one.label === label)
      const press = stub.press({ message, customId: button?.customId ?? '' })
      await finished(press)
      return press.messages().map(wordsIn).join('\n')
    },
    async talk(...lines) {
      const thread = stub.addThread('The ferry')
      const said: string[] = []
      for (const line of lines) {
        const delivery = stub.message({ content: `${mention} ${line}`, channel: thread })
        await finished(delivery)
        said.push(delivery.messages().map(wordsIn).join('\n'))
      }
      return said
    },
    async close() {},
  }
}
