import { distance } from 'fastest-levenshtein'
import { type Command, membersOf } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import { tidy } from './tokens.js'

/** A tidy line, its first word, which may name a command, and what stands after it; `isCommand` where a slash says that it does. */
export function splitLine(line: string): { plain: string; name: string; rest: string; isCommand: boolean } {
  const whole = tidy(line).replace(/^\/?crier(?:\s+|$)/iu, '')
  const plain = whole.replace(/^\/\s*/u, '')
  const [first = ''] = /^\S*/u.exec(plain) ?? []
  return {
    plain,
    name: first.replace(/[?!.,:;]+$/u, ''),
    rest: plain.slice(first.length),
    isCommand: whole.startsWith('/'),
  }
}

type Named = Pick<Command, 'name' | 'group'>

/** The command that tidy words begin with, by the longest name, and what stands after the name; null where there is none. */
export function commandIn<C extends Named>(plain: string, commands: readonly C[]): { command: C | null; rest: string } {
  const [both, first, second] = /^(\S*)(?:\s+(\S*))?/u.exec(plain) ?? ['', '', '']
  const member = second ? commandNamed(`${named(first)} ${named(second)}`, commands) : null
  if (member) return { command: member, rest: plain.slice(both.length) }
  const isMistyped = second !== undefined && second !== '' && isGroup(named(first), commands)
  return { command: isMistyped ? null : commandNamed(named(first), commands), rest: plain.slice(first?.length) }
}

function named(word = ''): string {
  return word.replace(/[?!.,:;]+$/u, '')
}

/**
 * The command of this name, of one word or two, in whatever case and with or without its slash; for a group's name its first. Null where
 * there is none.
 */
export function commandNamed<C extends Named>(name: string, commands: readonly C[]): C | null {
  const plain = folded(name)
  return (
    commands.find((command) => command.name === plain) ?? commands.find(({ group }) => group?.name === plain) ?? null
  )
}

/** Whether commands of two words begin with this one. */
export function isGroup(name: string, commands: readonly Named[]): boolean {
  return commands.some(({ group }) => group?.name === folded(name))
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/^\//u, '').trim().replace(/\s+/gu, ' ')
}

/** Says which commands there are where the one that tidy words begin with is none. */
export function unknown(plain: string, commands: readonly Named[]): UsageError {
  const [, first = '', second = ''] = /^(\S*)(?:\s+(\S*))?/u.exec(plain) ?? []
  const group = folded(named(first))
  if (!isGroup(group, commands))
    return new UsageError(say.unknownCommand(named(first), nearest(named(first), commands)))
  const members = membersOf(group, commands)
  return new UsageError(say.unknownMember(group, named(second), nearestOf(named(second), members), members))
}

/** The name (of a group its first word) that is spelled most like this, null where none is near. */
export function nearest(name: string, commands: readonly Named[]): string | null {
  return nearestOf(name, [...new Set(commands.map((command) => command.group?.name ?? command.name))])
}

function nearestOf(name: string, names: readonly string[]): string | null {
  const typed = folded(name).slice(0, 30)
  const [best] = names.map((one) => ({ name: one, steps: distance(typed, one) })).toSorted((a, b) => a.steps - b.steps)
  return best && best.steps <= Math.max(1, best.name.length / 2) ? best.name : null
}
