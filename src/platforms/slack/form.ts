/** What is still to be said of a command, asked for in a form; known from the commands alone, so that a busy thread delays nothing. */
import type { ViewOutput } from '@slack/bolt'
import { UsageError } from '../../errors.js'
import { gather } from '../../line/gather.js'
import { commandIn, splitLine } from '../../line/names.js'
import { tokens } from '../../line/tokens.js'
import type { CommandInfo } from '../../platform.js'
import { lineWith } from '../lines.js'

export interface Form {
  readonly command: CommandInfo
  /** What was said already, by option. */
  readonly given: ReadonlyMap<string, string>
}

/** The form for a line that says too little; null where it says enough, or is wrong in another way, which its answer tells. */
export function formFor(line: string, commands: readonly CommandInfo[]): Form | null {
  try {
    const { command, rest } = commandIn(splitLine(line).plain, commands)
    if (!command?.hasForm) return null
    const given = gather(command, tokens(rest))
    const isMissing = Object.entries(command.options).some(([name, { required }]) => required && !given.get(name))
    return isMissing ? { command, given } : null
  } catch (error) {
    if (error instanceof UsageError) return null
    throw error
  }
}

/** The line that a form stands for once it is filled in; what was left empty is not said. */
export function lineOfForm(command: string, { state }: Pick<ViewOutput, 'state'>): string {
  const said = Object.entries(state.values).flatMap(([option, elements]) =>
    Object.values(elements).map((element) => {
      const value = element.value ?? element.selected_option?.value ?? element.selected_conversation ?? ''
      return [option, value.trim()] as const
    }),
  )
  return lineWith(
    command,
    said.filter(([, value]) => value !== ''),
  )
}

/** What a form remembers of where it was opened. */
export interface Opened {
  readonly command: string
  readonly channel: string
  /** Takes answers for half an hour. */
  readonly url: string
}

/** Null where a form remembers nothing that is read. */
export function openedFrom(metadata: string): Opened | null {
  const found: unknown = JSON.parse(metadata || 'null')
  if (typeof found !== 'object' || found === null) return null
  if (!('command' in found && 'channel' in found && 'url' in found)) return null
  const { command, channel, url } = found
  if (typeof command !== 'string' || typeof channel !== 'string' || typeof url !== 'string') return null
  return { command, channel, url }
}
