/** The door that commands come in by: a command is data and one function, and everything shown about it is made from the data. */
import type { Digests } from './digests/digest.js'
import type { Feeds } from './feeds/feed.js'
import type { Message } from './message.js'
import type { Asker, Place } from './platform.js'
import type { Archive } from './store/store.js'

/** What an option holds, by its kind. A `choice` holds one of its choices. */
interface Values {
  speaker: string
  topic: Topic
  outlet: string
  /** ISO 8601 date. */
  date: string
  since: Since
  text: string
  number: number
  article: string
  /** As the IANA database names it: Europe/London. */
  timezone: string
  /** The platform's id of a channel; its name where no more is known. */
  channel: string
  /** A digest's id. */
  digest: string
  /** An address on the web, with or without `https://`. */
  address: string
  /** What names a feed that is followed: its id, its address, or words of its outlet's name. */
  feed: string
  /** Several, as typed, with commas between them; empty for "all". */
  topics: readonly string[]
  speakers: readonly string[]
  outlets: readonly string[]
}

/** From a day on (ISO 8601), or since somebody asked: at an instant (milliseconds since 1970), or, where that is null, the last time. */
export type Since = { readonly date: string } | { readonly asked: number | null }

/** A topic as typed, and in groups of words as the archive filters by them. */
export interface Topic {
  readonly text: string
  readonly groups: readonly (readonly string[])[]
}

/**
 * One thing a command can be told. Any option can be given as `name:value`; it is also typed
 * - `positional`: as the words nothing else claims, in the order of the options. A `text` takes the words in quotation marks, if there
 *   are any, and leaves the rest to the next; a choice, number, article, channel or digest takes one word; any other kind takes all;
 * - after one of its `keywords`: "about allies".
 */
export type Option = {
  readonly summary: string
  readonly required?: boolean
  readonly positional?: boolean
  readonly keywords?: readonly string[]
  /** Stands for the value in the usage line; each kind has its own. */
  readonly placeholder?: string
} & ({ readonly kind: keyof Values } | { readonly kind: 'choice'; readonly choices: readonly string[] })

export type Options = Readonly<Record<string, Option>>

type ValueOf<O> = O extends { choices: readonly (infer Choice)[] }
  ? Choice
  : O extends { kind: infer Kind extends keyof Values }
    ? Values[Kind]
    : never

type Required<O extends Options> = { [Name in keyof O]: O[Name] extends { required: true } ? Name : never }[keyof O]

/** What `run` gets: a value for each required option, and for each other one that was given. */
export type Given<O extends Options> = { readonly [Name in Required<O>]: ValueOf<O[Name]> } & {
  readonly [Name in Exclude<keyof O, Required<O>>]?: ValueOf<O[Name]> | undefined
}

export interface Context {
  readonly archive: Archive
  readonly clock: () => Date
  readonly commands: readonly Command[]
  /** Null where the platform does not tell who asks. */
  readonly asker: Asker | null
  /** Where it was asked; the channel is empty where there is none. */
  readonly place: Place
  readonly digests: Digests
  readonly feeds: Feeds
  readonly memory: Memory
}

/** What is remembered of who asks, at this desk; nothing where nobody knows who that is. */
export interface Memory {
  get(key: string): Promise<string | null>
  put(key: string, value: string): Promise<void>
}

/** Commands that begin with one word. The word alone asks for the first of them. */
export interface Group {
  readonly name: string
  /** One line, without a full stop. */
  readonly summary: string
}

export interface Command<O extends Options = Options> {
  /** One lower-case word, or two: the group's name and its own. */
  readonly name: string
  readonly group?: Group
  /** One line, without a full stop. */
  readonly summary: string
  readonly options: O
  /** Whole lines, as typed. */
  readonly examples: readonly string[]
  /** It must know who asks, which some platforms have to be asked for. */
  readonly needsAsker?: true
  /** Where too little of it is said, a chat that has forms opens one. */
  readonly hasForm?: true
  /** Its answers are for the asker alone. */
  readonly isPrivate?: true
  /** Throws a UsageError where the request is wrong, a CrierError where it cannot be met. */
  run(options: Given<O>, context: Context): Promise<Message>
}

export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command
}

const PLACEHOLDERS = {
  speaker: 'WHO',
  topic: 'TOPIC',
  outlet: 'NAME',
  date: 'DATE',
  since: 'DATE',
  text: '"WORDS"',
  number: 'NUMBER',
  article: 'ID',
  timezone: 'ZONE',
  channel: '#CHANNEL',
  digest: 'ID',
  address: 'ADDRESS',
  feed: 'FEED',
  topics: 'TOPIC,TOPIC',
  speakers: 'WHO,WHO',
  outlets: 'NAME,NAME',
}

/** How an option is typed: `WHO`, `about TOPIC`, `outlet:NAME`. */
export function optionUsage(name: string, option: Option): string {
  const value = option.placeholder ?? (option.kind === 'choice' ? option.choices.join('|') : PLACEHOLDERS[option.kind])
  if (option.positional) return value
  const keyword = option.keywords?.[0]
  return keyword ? `${keyword} ${value}` : `${name}:${value}`
}

/** One line that shows how the command is typed: `/quote WHO [about TOPIC] [outlet:NAME]`. */
export function usage(command: Pick<Command, 'name' | 'options'>): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const shown = optionUsage(name, option)
    return option.required ? shown : `[${shown}]`
  })
  return [`/${command.name}`, ...options].join(' ')
}

/** The line that shows a group: `/digest list | create | preview`. */
export function groupUsage({ name }: Group, commands: readonly Pick<Command, 'name' | 'group'>[]): string {
  return `/${name} ${membersOf(name, commands).join(' | ')}`
}

/** The words that follow a group's name: "list", "create". */
export function membersOf(group: string, commands: readonly Pick<Command, 'name' | 'group'>[]): string[] {
  return commands.filter((command) => command.group?.name === group).map(({ name }) => name.slice(group.length + 1))
}

/** The commands in their order, of each group the first alone. */
export function firsts<C extends Pick<Command, 'group'>>(commands: readonly C[]): C[] {
  return commands.filter(
    ({ group }, at) => group === undefined || commands.findIndex((other) => other.group?.name === group.name) === at,
  )
}
