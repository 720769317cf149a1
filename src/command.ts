/** The door that commands come in by: a command is data and one function, and everything shown about it is made from the data. */
import type { Message } from './message.js'
import type { Archive } from './store/store.js'

/** What an option holds, by its kind. A `choice` holds one of its choices. */
interface Values {
  speaker: string
  topic: Topic
  outlet: string
  /** ISO 8601 date. */
  date: string
  text: string
  number: number
  article: string
  /** As the IANA database names it: Europe/London. */
  timezone: string
}

/** A topic as typed, and in groups of words as the archive filters by them. */
export interface Topic {
  readonly text: string
  readonly groups: readonly (readonly string[])[]
}

/**
 * One thing a command can be told. Any option can be given as `name:value`; it is also typed
 * - `positional`: as the words nothing else claims, in the order of the options. A `text` takes the words in quotation marks, if there
 *   are any, and leaves the rest to the next; a choice, number or article takes one word; any other kind takes all;
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
}

export interface Command<O extends Options = Options> {
  /** One lower-case word. */
  readonly name: string
  /** One line, without a full stop. */
  readonly summary: string
  readonly options: O
  /** Whole lines, as typed. */
  readonly examples: readonly string[]
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
  text: '"WORDS"',
  number: 'NUMBER',
  article: 'ID',
  timezone: 'ZONE',
}

/** How an option is typed: `WHO`, `about TOPIC`, `outlet:NAME`. */
export function optionUsage(name: string, option: Option): string {
  const value = option.placeholder ?? (option.kind === 'choice' ? option.choices.join('|') : PLACEHOLDERS[option.kind])
  if (option.positional) return value
  const keyword = option.keywords?.[0]
  return keyword ? `${keyword} ${value}` : `${name}:${value}`
}

/** One line that shows how the command is typed: `/quote WHO [about TOPIC] [outlet:NAME]`. */
export function usage(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const shown = optionUsage(name, option)
    return option.required ? shown : `[${shown}]`
  })
  return [`/${command.name}`, ...options].join(' ')
}
