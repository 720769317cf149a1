import { clearLine, cursorTo } from 'node:readline'
import { createInterface, type Interface } from 'node:readline/promises'
import { terminalPhrases as say } from '../../commandPhrases.js'
import type { Action, Message } from '../../message.js'
import { type Bot, LOCAL, type Platform } from '../../platform.js'
import { harmless } from './harmless.js'
import { readHistory, writeHistory } from './history.js'
import { type Environment, lookFor } from './look.js'
import { buttonsOf, renderText } from './render.js'

const PATIENCE = 300
const GOODBYE = /^\/?(?:quit|exit|bye|:q)$/iu

export interface TerminalParts {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  readonly env?: Environment
  readonly desk?: string
  /** Where lines are kept for the next time. */
  readonly historyFile?: string
}

/**
 * A chat in the terminal, with a prompt, history, completion and buttons by number; where input or output is no terminal, each line of
 * input is answered, in order. `start` resolves when the input ends.
 */
export function terminalPlatform({ input, output, env = {}, desk = LOCAL.desk, historyFile }: TerminalParts): Platform {
  const isChat = input.isTTY === true && output.isTTY === true
  const sent = new Set<string>()
  let lines: Interface | null = null
  let isGone = false
  let buttons: readonly Action[] = []
  let previous: string | null = null

  const write = (text: string) => {
    if (!isGone) output.write(text)
  }
  const print = (message: Message) => write(`${renderText(message, lookFor(output, env))}\n\n`)

  /** Whoever reads may leave before the end (`| head`), which comes as EPIPE, perhaps after the last line; then nobody is left to tell. */
  output.on('error', () => {
    isGone = true
    lines?.close()
  })

  async function answer(bot: Bot, line: string): Promise<void> {
    const isButton = /^\d{1,3}$/u.test(line) && isChat
    const pressed = isButton ? buttons[Number(line) - 1] : undefined
    if (isButton && !pressed) return write(`${say.noSuchButton(line, buttons.length)}\n\n`)
    const waiting = isChat ? setTimeout(() => write(say.waiting), PATIENCE) : undefined
    const message = await bot.answer({ ...LOCAL, desk, line: pressed?.line ?? line, previous })
    clearTimeout(waiting)
    if (isChat && !isGone) {
      clearLine(output, 0)
      cursorTo(output, 0)
    }
    buttons = buttonsOf(message)
    previous = message.line ?? previous
    print(message)
  }

  /** Between what is typed, once for each key. */
  function show(message: Message, key: string): void {
    if (sent.has(key)) return
    sent.add(key)
    if (isChat && lines) {
      clearLine(output, 0)
      cursorTo(output, 0)
    }
    print(message)
    if (isChat) lines?.prompt(true)
  }

  return {
    name: 'terminal',

    async start(bot) {
      const history = isChat ? await readHistory(historyFile) : []
      let typed: readonly string[] = history
      const reader = createInterface({
        input,
        output: isChat ? output : undefined,
        terminal: isChat,
        prompt: say.prompt,
        history,
        removeHistoryDuplicates: true,
        crlfDelay: Number.POSITIVE_INFINITY,
        completer: async (line: string): Promise<[string[], string]> => {
          const found = await bot.complete({ desk, line })
          return [found.map(harmless), line]
        },
      })
      lines = reader
      reader.on('history', (now: string[]) => {
        typed = [...now]
      })
      reader.on('SIGINT', () => reader.close())
      if (isChat) {
        const examples = bot.examples.map((example) => `  ${example}\n`).join('')
        write(`${say.greeting}\n\n${examples}\n${say.howToEnd}\n\n`)
        reader.prompt()
      }
      for await (const line of reader) {
        if (GOODBYE.test(line.trim())) break
        if (line.trim()) await answer(bot, line.trim())
        if (isGone) break
        if (isChat) reader.prompt()
      }
      reader.close()
      lines = null
      if (isChat) {
        write('\n')
        await writeHistory(historyFile, typed)
      }
    },

    isReady: () => lines !== null,

    async send({ message, key }) {
      show(message, key)
      return key
    },
    async tell(_desk, _user, message, key) {
      show(message, key)
    },
    mayPost: async () => null,

    async stop() {
      lines?.close()
    },
  }
}
