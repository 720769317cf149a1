import { randomBytes } from 'node:crypto'
import type { Command } from './command.js'
import { commandPhrases as say } from './commandPhrases.js'
import { CrierError, messageOf, UsageError } from './errors.js'
import { complete } from './line/complete.js'
import { commandNamed, nearest, parseLine, splitLine } from './line/parse.js'
import { toLine } from './mention.js'
import type { Message } from './message.js'
import type { Bot, Request } from './platform.js'
import type { Store } from './store/store.js'

interface Parts {
  readonly commands: readonly Command[]
  readonly store: Pick<Store, 'archive'>
  readonly clock: () => Date
  /** Takes what went wrong unforeseen; pino's logger fits. */
  readonly log: { error(details: object, text: string): void }
  /** Ties what the person reads to what the log says. */
  readonly newId?: () => string
}

export interface RunnableBot extends Bot {
  /** As `answer`, but throws: a UsageError where the line is wrong, a CrierError where it cannot be met. */
  run(request: Request): Promise<Message>
}

/** From a typed line to a message: finds the command, reads its options, runs it for the desk that asks. */
export function createBot({
  commands,
  store,
  clock,
  log,
  newId = () => randomBytes(3).toString('hex'),
}: Parts): RunnableBot {
  async function run({ desk, line }: Request): Promise<Message> {
    const { command, options } = parseLine(commandLine(line, commands), commands, clock())
    return command.run(options, { archive: store.archive(desk), clock, commands })
  }

  function unexpected(error: unknown, request: Request): Message {
    const id = newId()
    log.error({ err: error, id, desk: request.desk }, 'A request failed unforeseen')
    return privateMessage(say.failedTitle, say.failed(id))
  }

  async function answer(request: Request): Promise<Message> {
    try {
      return await run(request)
    } catch (error) {
      if (error instanceof UsageError) return privateMessage(say.wrongTitle, error.message)
      if (error instanceof CrierError) return privateMessage(say.cannotTitle, error.message)
      return unexpected(error, request)
    }
  }

  return {
    run,
    answer,
    async complete({ desk, line }) {
      try {
        return await complete(line, commands, store.archive(desk))
      } catch (error) {
        log.error({ err: error, desk }, `No completions: ${messageOf(error)}`)
        return []
      }
    },
    examples: commands.flatMap(({ examples }) => examples.slice(0, 1)),
  }
}

/** The command line that is meant: the line itself where it begins with a slash, else what its plain words ask for. */
function commandLine(line: string, commands: readonly Command[]): string {
  const { plain, name, isCommand } = splitLine(line)
  if (plain === '') return '/help'
  if (isCommand) return plain
  const understood = toLine(plain) ?? (commandNamed(name, commands) ? plain : null)
  if (understood === null) throw new UsageError(say.notUnderstood(plain, nearest(name, commands)))
  return understood
}

function privateMessage(title: string, text: string): Message {
  return { title, blocks: [{ kind: 'text', text }], actions: [{ label: say.help, line: '/help' }], private: true }
}
