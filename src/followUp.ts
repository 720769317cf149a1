import type { Command, Given, Options } from './command.js'
import { parseLine } from './line/parse.js'
import { toLine } from './mention.js'
import { typed } from './typed.js'

interface Known {
  readonly commands: readonly Command[]
  readonly now: Date
  /** Whether somebody of this name is quoted. */
  readonly isSpeaker: (name: string) => Promise<boolean>
}

interface Before {
  readonly command: Command
  readonly options: Given<Options>
}

type Going = (
  found: Readonly<Record<string, string>>,
  before: Before,
  known: Known,
) => string | null | Promise<string | null>

const SO = '(?:(?:and|but|so|ok|okay|then|what|how)[ ,]+)*'
const THAT = '(?:that|this|it|them|those|these|the two|all of them|the outlets|outlets)'

/** What goes on from a question, and how: the first that fits counts. */
const FOLLOW_UPS = [
  when(`${SO}(?:compare|contrast)(?: ${THAT})?(?: (?:on|about) ${THAT})?`, (_, before) => compared(before)),
  when(`${SO}(?:how|where) do (?:they|${THAT}) (?:differ|compare|disagree|agree)`, (_, before) => compared(before)),
  when(
    `${SO}(?:show (?:me |us )?)?(?:more|the next|next|the rest)(?: of (?:it|that|them))?|go on|continue`,
    (_, before) => nextPage(before),
  ),
  when(
    `${SO}since (?<value>.+)`,
    ({ value }, before) => changed(before, 'date', value) ?? changed(before, 'since', value),
  ),
  when(`${SO}(?:only )?(?:in|from|according to) (?<value>.+)`, ({ value }, before) => changed(before, 'outlet', value)),
  when('(?:and |but |so |ok )?(?:on|about|regarding) (?<value>.+)', ({ value }, before) =>
    changed(before, 'topic', value),
  ),
  when(
    '(?:and |but |so |ok )?(?:what|how) about (?<value>.+)|and (?<named>(?!(?:what|who|how|where|when|why|is|did|was|does|has)\\b)\\S+(?: \\S+){0,3})',
    ({ value, named }, before, known) => somebodyOrTopic(value ?? named ?? '', before, known),
  ),
]

function when(asks: string, going: Going): { readonly asks: RegExp; readonly going: Going } {
  return { asks: new RegExp(`^(?:${asks})$`, 'iu'), going }
}

const PRONOUN = /\b(?<verb>did|does|has|have|is|was|what)(?<more> else)? (?:he|she|they)\b/iu

/**
 * The command line that plain words ask for where they go on from the line before: after `/quote mattis about syria`, "and about allies?" is
 * the same of allies, "what about pelosi?" hers on Syria, "compare that" a comparison on Syria. Null where they do not go on from it.
 */
export async function followUp(words: string, previous: string, known: Known): Promise<string | null> {
  const before = understood(previous, known)
  if (before === null || words.length > 300) return null
  const asked = words
    .replace(/[’‘]/gu, "'")
    .replace(/^@?crier\b[ ,:!.-]*/iu, '')
    .replace(/[,:;]+(?=\s)/gu, '')
    .replace(/(?: please| then| too| as well)?[ ?!.,…]*$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const speaker = valueOf(before, 'speaker')
  const named = speaker === null ? asked : asked.replace(PRONOUN, `$<verb>$<more> ${speaker.replaceAll('$', '')}`)
  if (named !== asked) return toLine(named)
  for (const { asks, going } of FOLLOW_UPS) {
    const found = asks.exec(asked)
    if (found) return going(present(found.groups ?? {}), before, known)
  }
  return null
}

function understood(previous: string, { commands, now }: Known): Before | null {
  try {
    return parseLine(previous, commands, now)
  } catch {
    // A command that changed since then: the words are read without it.
    return null
  }
}

function present(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

async function somebodyOrTopic(value: string, before: Before, { isSpeaker }: Known): Promise<string | null> {
  const asSpeaker = (await isSpeaker(value)) ? changed(before, 'speaker', value) : null
  return asSpeaker ?? changed(before, 'topic', value)
}

/** On the topic of the line before, else on whom it was about. */
function compared(before: Before): string | null {
  const topic = valueOf(before, 'topic') ?? valueOf(before, 'speaker')
  return topic === null ? null : typed('compare', topic)
}

function nextPage(before: Before): string | null {
  if (!before.command.options['page']) return null
  const page = before.options['page']
  return lineOf(before, { page: (typeof page === 'number' ? page : 1) + 1 })
}

/** The line before with its option of this kind set to something else, from the first page; null where the command has none. */
function changed(before: Before, kind: string, value = ''): string | null {
  const name = optionOf(before, kind)
  return name === null ? null : lineOf(before, { [name]: value, page: undefined })
}

function lineOf({ command, options }: Before, changes: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.keys(command.options).map((name) => [name, textOf(options[name])])
  return typed(command.name, '', { ...Object.fromEntries(given), ...changes })
}

function optionOf({ command }: Before, kind: string): string | null {
  return Object.keys(command.options).find((name) => command.options[name]?.kind === kind) ?? null
}

function valueOf(before: Before, kind: string): string | null {
  const value = textOf(before.options[optionOf(before, kind) ?? ''])
  return value === undefined ? null : String(value)
}

/** A value as it would be typed. */
function textOf(value: unknown): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value !== 'object' || value === null) return undefined
  if ('text' in value && typeof value.text === 'string') return value.text
  if ('date' in value && typeof value.date === 'string') return value.date
  if (!('asked' in value)) return undefined
  return typeof value.asked === 'number' ? `last ${new Date(value.asked).toISOString()}` : 'last'
}
