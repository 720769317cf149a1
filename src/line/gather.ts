import { type Command, type Option, usage } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import type { Token } from './tokens.js'

type Asked = Pick<Command, 'name' | 'options'>

const ONE_WORD = new Set<Option['kind']>(['number', 'article', 'choice', 'channel', 'digest'])

const CHANNEL = /^#[^#]|^<#/u

/**
 * Gives each piece of a line to an option of the command; see `Option` for the ways to type one. Words after `outlet:The` belong to
 * it too once every positional option has been given, since a name of two words is often typed so. Throws a UsageError.
 */
export function gather(command: Asked, pieces: readonly Token[]): Map<string, string> {
  const given = new Map<string, string[]>()
  const takesQuoted = positionalOf(command).find((name) => command.options[name]?.kind === 'text')
  // Pasted words may hold anything, so without marks around them neither "about" nor "note:this" is an option's.
  const isPasted = takesQuoted !== undefined && !pieces.some((piece) => piece.quoted && piece.name === null)
  const positional = positionalOf(command).filter((name) => name !== takesQuoted || isPasted)
  /** The option that plain words go to; one that is not greedy yields to positional options that have nothing yet. */
  let open = null as { name: string; greedy: boolean } | null

  const begin = (name: string, greedy: boolean) => {
    if (given.has(name)) throw new UsageError(say.givenTwice(name))
    given.set(name, [])
    open = { name, greedy }
  }
  const add = (name: string, piece: Token) => {
    given.get(name)?.push(piece.text)
    if (piece.quoted || ONE_WORD.has(command.options[name]?.kind ?? 'text')) open = null
  }
  const place = (piece: Token) => {
    const next = positional.find((name) => !given.has(name))
    if (open === null || (!open.greedy && next !== undefined)) {
      if (next === undefined) throw new UsageError(say.wordsTooMany(piece.text, usage(command)))
      begin(next, true)
    }
    if (open) add(open.name, piece)
  }
  const isWaiting = () => open !== null && given.get(open.name)?.length === 0

  const channel = Object.keys(command.options).find((name) => command.options[name]?.kind === 'channel')
  /** "in #news" says a channel wherever it stands. */
  const takesChannel = ({ text, quoted, name }: Token): boolean => {
    if (channel === undefined || name !== null || quoted || !CHANNEL.test(text) || given.has(channel)) return false
    const before = open === null ? [] : (given.get(open.name) ?? [])
    if (/^(?:in|into|to)$/iu.test(before.at(-1) ?? '')) before.pop()
    given.set(channel, [text])
    return true
  }

  for (const piece of pieces) {
    if (takesChannel(piece)) continue
    if (piece.name !== null) {
      const name = optionNamed(piece.name, command)
      if (name) {
        begin(name, piece.text === '')
        if (piece.text !== '') add(name, piece)
      } else if (isPasted) place({ ...piece, text: `${piece.name}:${piece.text}` })
      else throw new UsageError(say.unknownOption(command.name, piece.name, Object.keys(command.options)))
    } else if (piece.quoted && takesQuoted !== undefined && !isWaiting()) {
      if (!given.has(takesQuoted)) begin(takesQuoted, true)
      add(takesQuoted, piece)
    } else {
      const name = piece.quoted || isPasted ? null : optionAfter(piece.text, command)
      if (name && name !== open?.name) begin(name, true)
      else place(piece)
    }
  }
  return new Map([...given].map(([name, words]) => [name, words.join(' ').trim()]))
}

function positionalOf(command: Asked): string[] {
  return Object.keys(command.options).filter((name) => command.options[name]?.positional)
}

/** The option that a name before a colon means: its own name, a keyword of it, or its kind. */
export function optionNamed(typed: string, command: Asked): string | null {
  const name = typed.normalize('NFKC').toLowerCase()
  if (Object.hasOwn(command.options, name)) return name
  return (
    optionAfter(name, command) ?? Object.keys(command.options).find((n) => command.options[n]?.kind === name) ?? null
  )
}

/** The option that a keyword introduces: "about". */
export function optionAfter(word: string, command: Asked): string | null {
  const keyword = word.toLowerCase()
  return Object.keys(command.options).find((name) => command.options[name]?.keywords?.includes(keyword)) ?? null
}
