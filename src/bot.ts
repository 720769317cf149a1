import { randomBytes } from 'node:crypto'
import type { Book } from './book.js'
import { type Command, firsts, type Memory, usage } from './command.js'
import { commandPhrases as say } from './commandPhrases.js'
import type { Digests } from './digests/digest.js'
import { CrierError, messageOf, UsageError } from './errors.js'
import { followPhrases } from './feedCommandPhrases.js'
import type { Feeds } from './feeds/feed.js'
import { followUp } from './followUp.js'
import { complete, type Sources, suggest } from './line/complete.js'
import { commandIn, commandNamed, isGroup, nearest, splitLine } from './line/names.js'
import { parseLine } from './line/parse.js'
import { withoutReferences } from './line/values.js'
import { pointing, toLine } from './mention.js'
import { type Message, sentence } from './message.js'
import { nameOf } from './orders/described.js'
import { feedSuggested } from './orders/whichFeed.js'
import { quotationsIn, severalTyped } from './pasted.js'
import type { Asker, Bot, Request } from './platform.js'
import type { Archive, Store } from './store/store.js'
import { verifyEach } from './verifyMessage.js'

interface Parts {
  readonly commands: readonly Command[]
  readonly store: Pick<Store, 'archive' | 'digests'> & { readonly book: Pick<Book, 'get' | 'put'> }
  /** Without it, nothing here posts. */
  readonly digests?: Digests
  /** Without it, nothing is followed. */
  readonly feeds?: Feeds
  readonly clock: () => Date
  /** Takes what went wrong unforeseen; pino's logger fits. */
  readonly log: { error(details: object, text: string): void }
  /** Ties what the person reads to what the log says. */
  readonly newId?: () => string
}

/** Where nothing is followed, and nothing can be. */
const NO_FEEDS: Feeds = {
  book: {
    follow: async () => {
      throw new CrierError(followPhrases.notHere)
    },
    unfollow: async () => false,
    list: async () => [],
    find: async () => null,
  },
  find: async () => {
    throw new CrierError(followPhrases.notHere)
  },
  hurry() {},
}

export interface RunnableBot extends Bot {
  /** As `answer`, but throws: a UsageError where the line is wrong, a CrierError where it cannot be met. */
  run(request: Request): Promise<Message>
}

/** From a typed line to a message: finds the command, reads its options, runs it for the desk that asks. */
export function createBot({
  commands,
  store,
  digests = { book: store.digests, mayPost: async () => null, hurry() {} },
  feeds = NO_FEEDS,
  clock,
  log,
  newId = () => randomBytes(3).toString('hex'),
}: Parts): RunnableBot {
  async function run(request: Request): Promise<Message> {
    const { desk, line, pointedAt = null, asker = null, channel } = request
    const archive = store.archive(desk)
    const place = { desk, channel: channel ?? '' }
    const memory = memoryOf(store.book, desk, asker)
    const context = { archive, clock, commands, asker, place, digests, feeds, memory }
    const runLine = async (wanted: string): Promise<Message> => {
      const { command, options } = parseLine(wanted, commands, clock())
      const message = await command.run(options, context)
      return { line: wanted, ...message, ...(command.isPrivate ? { private: true } : {}) }
    }
    const pointed = line.trim() === '' && pointedAt !== null ? { speaker: null } : pointing(line)
    if (pointed !== null && pointedAt !== null) {
      const found = quotationsIn(pointedAt).map((one) => ({ ...one, speaker: pointed.speaker ?? one.speaker }))
      return verifyEach(found, runLine)
    }
    const wanted = await commandLine(request, commands, archive, clock())
    if (wanted === null && pointed !== null) throw new UsageError(say.pointsNowhere)
    if (wanted === null) throw notUnderstood(line, commands)
    const { command, rest } = commandIn(splitLine(wanted).plain, commands)
    const several = command?.name === 'verify' ? severalTyped(withoutReferences(rest)) : []
    return several.length > 0 ? verifyEach(several, runLine) : runLine(wanted)
  }

  function unexpected(error: unknown, request: Request): Message {
    const id = newId()
    log.error({ err: error, id, desk: request.desk }, 'A request failed unforeseen')
    return failedMessage(id)
  }

  async function answer(request: Request): Promise<Message> {
    try {
      return await run(request)
    } catch (error) {
      if (!(error instanceof CrierError)) return unexpected(error, request)
      const title = error instanceof UsageError ? say.wrongTitle : say.cannotTitle
      const told = privateMessage(title, error.message)
      return error.option === null ? told : { ...told, wrong: error.option }
    }
  }

  function sourcesOf(desk: string): Sources {
    return {
      archive: store.archive(desk),
      digests: async () =>
        (await digests.book.list(desk)).map((digest) => ({ value: digest.id, name: nameOf(digest) })),
      feeds: async () => (await feeds.book.list(desk)).map(feedSuggested),
    }
  }

  return {
    run,
    answer,
    async complete({ desk, line }) {
      try {
        return await complete(line, commands, sourcesOf(desk))
      } catch (error) {
        log.error({ err: error, desk }, `No completions: ${messageOf(error)}`)
        return []
      }
    },
    async suggest({ desk, command, option, typed }) {
      try {
        return await suggest(commandNamed(command, commands)?.options[option], typed, sourcesOf(desk))
      } catch (error) {
        log.error({ err: error, desk }, `No suggestions: ${messageOf(error)}`)
        return []
      }
    },
    commands: commands.map((command) => {
      const { name, group, summary, options, examples, needsAsker, hasForm, isPrivate } = command
      return {
        name,
        summary,
        options,
        examples,
        usage: usage(command),
        ...(group && { group }),
        ...(needsAsker && { needsAsker }),
        ...(hasForm && { hasForm }),
        ...(isPrivate && { isPrivate }),
      }
    }),
    examples: firsts(commands).flatMap(({ examples }) => examples.slice(0, 1)),
  }
}

/** The command line that is meant: the line itself where it begins with a slash, else what its plain words ask for; null where they are not understood. */
async function commandLine(
  { line, previous = null }: Request,
  commands: readonly Command[],
  archive: Archive,
  now: Date,
): Promise<string | null> {
  const { plain, name, isCommand } = splitLine(line)
  if (plain === '') return '/help'
  const [, asked = ''] = /^(\S.*)\s+help$/iu.exec(plain) ?? []
  if (commandNamed(asked, commands)) return `/help ${asked}`
  // After a group's name, a word that can be no command's is plain words: "/follow https://example.com".
  const isPlain = isGroup(name, commands) && /^\S+\s+\S*[^\s\p{L}\p{N}-]/u.test(plain)
  if (isCommand) return (isPlain ? toLine(plain) : null) ?? plain
  const isSpeaker = async (words: string): Promise<boolean> => (await archive.speakersNamed(words)).length > 0
  const goingOn = previous === null ? null : await followUp(plain, previous, { commands, now, isSpeaker })
  return goingOn ?? toLine(plain) ?? (commandNamed(name, commands) ? plain : null)
}

function notUnderstood(line: string, commands: readonly Command[]): UsageError {
  const { plain, name } = splitLine(line)
  return new UsageError(say.notUnderstood(withoutReferences(plain), nearest(name, commands)))
}

/** What a person is told of something unforeseen: an id that the log has, too. */
export function failedMessage(id: string): Message {
  return privateMessage(say.failedTitle, say.failed(id))
}

function privateMessage(title: string, text: string): Message {
  return { title, blocks: [sentence(text)], actions: [{ label: say.help, line: '/help' }], private: true }
}

function memoryOf(book: Pick<Book, 'get' | 'put'>, desk: string, asker: Asker | null): Memory {
  if (asker === null) return { get: async () => null, put: async () => {} }
  const keyOf = (key: string) => `${desk}/${asker.user}/${key}`
  return {
    get: (key) => book.get('asked', keyOf(key)),
    put: (key, value) => book.put('asked', keyOf(key), value),
  }
}
