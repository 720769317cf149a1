import { echo, commandPhrases as say } from './commandPhrases.js'
import { UsageError } from './errors.js'
import type { Message } from './message.js'
import { extractQuotations } from './quotations/extract.js'
import { findQuoted } from './quotations/marks.js'
import { typed } from './typed.js'

const MOST = 5
/** A message without marks is taken for a quotation itself, unless it is as long as this. UTF-16 units. */
const LONGEST_UNMARKED = 500

interface Pasted {
  readonly words: string
  readonly speaker: string | null
}

/**
 * Checks the quotations in somebody's message by `run`, which answers a line: one as `/verify` does, several in a table with a button for
 * each. Throws a UsageError where there is nothing to check.
 */
export async function verifyMessage(
  text: string,
  speaker: string | null,
  run: (line: string) => Promise<Message>,
): Promise<Message> {
  const found = quotationsIn(text).map((pasted) => ({ ...pasted, speaker: speaker ?? pasted.speaker }))
  if (found.length === 0) throw new UsageError(say.nothingQuoted)
  const lines = found.slice(0, MOST).map(lineFor)
  const answers = []
  for (const line of lines) answers.push({ line, message: await run(line) })
  const [only] = answers
  if (only && answers.length === 1) return { ...only.message, line: only.line }
  const rows = answers.map(({ message }, index) => [String(index + 1), echo(found[index]?.words ?? ''), message.title])
  const left = found.length - answers.length
  return {
    title: say.severalTitle(answers.length),
    blocks: [
      { kind: 'table', columns: say.severalColumns, rows },
      ...(left > 0 ? [{ kind: 'text' as const, text: say.severalLeft(left) }] : []),
    ],
    actions: answers.map(({ line }, index) => ({ label: say.lookCloser(index + 1), line })),
    data: answers.map(({ message }) => message.data),
  }
}

/** The quotations of a text, with the speaker that it names; where none is found, whatever stands in marks; else the text itself. */
function quotationsIn(text: string): Pasted[] {
  const quoted = extractQuotations(text).map((one) => ({
    words: bare(one.text),
    speaker: one.speaker?.kind === 'person' ? one.speaker.name : null,
  }))
  if (quoted.length > 0) return quoted
  const marked = findQuoted(text).map(({ start, end }) => ({
    words: bare(text.slice(start, end)),
    speaker: null,
  }))
  if (marked.length > 0) return marked
  const words = text.trim()
  return /\s/u.test(words) && words.length <= LONGEST_UNMARKED ? [{ words, speaker: null }] : []
}

function lineFor({ words, speaker }: Pasted): string {
  return typed('verify', '', { words: bare(words), speaker: speaker ?? undefined })
}

function bare(words: string): string {
  return words
    .replace(/["“”„‟«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
