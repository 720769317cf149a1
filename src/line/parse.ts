import { type Command, type Given, type Options, usage } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import { gather } from './gather.js'
import { commandIn, splitLine, unknown } from './names.js'
import { tokens } from './tokens.js'
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
  const { plain, name } = splitLine(line)
  if (!name) throw new UsageError(say.nothingTyped)
  const { command, rest } = commandIn(plain, commands)
  if (!command) throw unknown(plain, commands)

  const given = gather(command, tokens(rest))
  const options: Record<string, ReturnType<typeof parseValue>> = {}
  for (const [option, definition] of Object.entries(command.options)) {
    const words = given.get(option)
    if (words) options[option] = parseValue(option, definition, words, now)
    else if (words === '') throw new UsageError(say.emptyValue(option, usage(command)), { option })
    else if (definition.required) throw new UsageError(say.missingOption(option, usage(command)), { option })
  }
  return { command, options }
}
