import { type Command, membersOf, type Option } from '../command.js'
import { timeZonesLike } from '../language/timeZones.js'
import { fold } from '../language/words.js'
import type { Suggestion } from '../platform.js'
import type { Archive } from '../store/store.js'
import { optionAfter, optionNamed } from './gather.js'
import { commandNamed, isGroup } from './names.js'

const LONGEST = 300
const MOST = 12

const COMMAND = /^(?:\/?crier\s+)?\/?(\S*)$/iu
const AFTER_COMMAND = /^((?:\/?crier\s+)?\/?(\S+)\s+)(.*)$/isu
const NAMED_VALUE = /^(.*\s|)([\p{L}_-]+:)(["“]([^"“”]*)|[^\s"“”]*)$/su

/** Where values come from. */
export interface Sources {
  readonly archive: Archive
  /** Those of the desk, each with what it is. */
  readonly digests: () => Promise<readonly Suggestion[]>
  readonly feeds: () => Promise<readonly Suggestion[]>
}

/** Whole lines that a line so far can become: the command's name, then values and the names of further options. */
export async function complete(line: string, commands: readonly Command[], sources: Sources): Promise<string[]> {
  if (line.length > LONGEST) return []
  const typing = COMMAND.exec(line)
  if (typing) {
    const names = new Set(commands.map(({ name, group }) => group?.name ?? name))
    return beginning(typing[1] ?? '', [...names]).map((name) => `/${name} `)
  }

  const [, begun = '', first = '', after = ''] = AFTER_COMMAND.exec(line) ?? []
  const [, member = null, rest = after] = isGroup(first, commands) ? (/^(\S+\s+)(.*)$/su.exec(after) ?? []) : []
  const group = isGroup(first, commands) && member === null ? (commandNamed(first, commands)?.group?.name ?? '') : null
  if (group !== null) return beginning(after, membersOf(group, commands)).map((name) => `${begun}${name} `)
  const head = begun + (member ?? '')
  const command = commandNamed(`${first} ${member ?? ''}`, commands)
  if (!command) return []
  const values = async (option: Option | undefined, prefix: string) =>
    (await valuesOf(option, prefix, sources)).map(({ value }) => value)

  const named = NAMED_VALUE.exec(rest)
  if (named) {
    const [, before = '', label = '', typed = '', quoted] = named
    const option = command.options[optionNamed(label.slice(0, -1), command) ?? '']
    return (await values(option, quoted ?? typed)).map((value) => `${head}${before}${label}${quote(value)}`)
  }
  const words = rest.split(/(?<=\s)(?=\S)/u)
  const at = words.findLastIndex((word) => optionAfter(word.trim(), command))
  const introduced = at >= 0 && /\s$/u.test(words[at] ?? '') ? optionAfter((words[at] ?? '').trim(), command) : null
  const option = introduced ?? Object.keys(command.options).find((one) => command.options[one]?.positional)
  const start = introduced ? words.slice(0, at + 1).join('') : ''
  const prefix = rest.slice(start.length)
  const found = await values(command.options[option ?? ''], prefix)
  return [...found.map((value) => `${head}${start}${value}`), ...furtherOptions(command, head, rest)]
}

/** The line with each option that is not in it yet, where the last word can be the beginning of its name. */
function furtherOptions(command: Command, head: string, rest: string): string[] {
  const last = /\S*$/u.exec(rest)?.[0] ?? ''
  const before = rest.slice(0, rest.length - last.length)
  const labels = Object.entries(command.options)
    .filter(([, option]) => !option.positional)
    .map(([name, { keywords }]) => (keywords?.[0] ? `${keywords[0]} ` : `${name}:`))
    .filter((label) => !` ${before}`.toLowerCase().includes(` ${label}`))
  const hasPositional = Object.values(command.options).some((option) => option.positional)
  if (hasPositional && before.trim() === '') return []
  return beginning(last, labels).map((label) => `${head}${before}${label}`)
}

const MOST_SUGGESTED = 25

/** Values that this option can be given, for what has been typed of one so far; best first. */
export async function suggest(option: Option | undefined, prefix: string, sources: Sources): Promise<Suggestion[]> {
  if (prefix.length > LONGEST) return []
  return (await valuesOf(option, prefix.trim(), sources)).slice(0, MOST_SUGGESTED)
}

const SINGLE = { topics: 'topic', speakers: 'speaker', outlets: 'outlet' } as const

async function valuesOf(option: Option | undefined, prefix: string, sources: Sources): Promise<readonly Suggestion[]> {
  switch (option?.kind) {
    case 'digest':
      return (await sources.digests()).filter(({ value, name }) => beginning(prefix, [value, name ?? '']).length > 0)
    case 'feed': {
      const typed = fold(prefix)
      return (await sources.feeds()).filter(({ value, name = '' }) => value === typed || fold(name).includes(typed))
    }
    case 'topics':
    case 'speakers':
    case 'outlets': {
      const [, before = '', last = ''] = /^(.*,\s*|)(.*)$/su.exec(prefix) ?? []
      const found = await namesOf(SINGLE[option.kind], last, sources.archive)
      return found.map((value) => ({ value: `${before}${value}` }))
    }
    case 'choice':
      return beginning(prefix, option.choices).map((value) => ({ value }))
    default:
      return (await namesOf(option?.kind, prefix, sources.archive)).map((value) => ({ value }))
  }
}

async function namesOf(kind: Option['kind'] | undefined, prefix: string, archive: Archive): Promise<string[]> {
  if (kind === 'timezone') return timeZonesLike(prefix)
  if (kind === 'topic') return archive.topicsBeginning(prefix.trim(), MOST)
  if (kind !== 'outlet' && kind !== 'speaker') return []
  const outlets = (await archive.outlets()).map(({ outlet }) => outlet)
  if (kind === 'outlet') return beginning(prefix, outlets).slice(0, MOST)
  if (prefix.trim() === '') return []
  const names = await archive.namesBeginning(prefix.trim(), MOST)
  return names.filter((name) => !outlets.includes(name))
}

function beginning(prefix: string, names: readonly string[]): string[] {
  return names.filter((name) => fold(name).startsWith(fold(prefix)))
}

function quote(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value
}
