import { distance } from 'fastest-levenshtein'
import { type Command, type Given, type Options, usage } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import { gather } from './gather.js'
import { tidy, tokens } from './tokens.js'
import { parseValue } from './values.js'

export interface ParsedLine {
  readonly command: Command
  readonly options: Given<Options>
}

/**
 * What a typed line asks for: `/quote mattis about allies outlet:"The Herald"`, with or without the slash or `/crier` before it.
 * Throws a UsageError, one sentence, where the line is wrong. `now` is what "last week" counts from.
 */
export function parseLine(line: string, commands: readonly Command[], now: Date): ParsedLine {
  const { name, rest } = splitLine(line)
  if (!name) throw new UsageError(say.nothingTyped)
  const command = commandNamed(name, commands)
  if (!command) throw new UsageError(say.unknownCommand(name, nearest(name, commands)))

  const given = gather(command, tokens(rest))
  const options: Record<string, ReturnType<typeof parseValue>> = {}
  for (const [option, definition] of Object.entries(command.options)) {
    const words = given.get(option)
    if (words) options[option] = parseValue(option, definition, words, now)
    else if (words === '') throw new UsageError(say.emptyValue(option, usage(command)))
    else if (definition.required) throw new UsageError(say.missingOption(option, usage(command)))
  }
  return { command, options }
}

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

/** The command of this name, in whatever case and with or without its slash; null where there is none. */
export function commandNamed(name: string, commands: readonly Command[]): Command | null {
  const plain = name.normalize('NFKC').toLowerCase().replace(/^\//u, '')
  return commands.find((command) => command.name === plain) ?? null
}

/** The name of the command that is spelled most like this, null where none is near. */
export function nearest(name: string, commands: readonly Command[]): string | null {
  const typed = name.normalize('NFKC').toLowerCase().slice(0, 30)
  const [best] = commands
    .map((command) => ({ name: command.name, steps: distance(typed, command.name) }))

    .toSorted((a, b) => a.steps - b.steps)
  return best && best.steps <= Math.max(1, best.name.length / 2) ? best.name : null
}
