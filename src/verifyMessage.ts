import { echo, commandPhrases as say } from './commandPhrases.js'
import { UsageError } from './errors.js'
import type { Message } from './message.js'
import type { Pasted } from './pasted.js'
import { typed } from './typed.js'

const MOST = 5

/**
 * Checks pasted quotations by `run`, which answers a line: one as `/verify` does, several in a table with a button for each, and what was
 * found for each, in order, as data. Throws a UsageError where there is nothing to check.
 */
export async function verifyEach(found: readonly Pasted[], run: (line: string) => Promise<Message>): Promise<Message> {
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

function lineFor({ words, speaker }: Pasted): string {
  return typed('verify', '', { words, speaker: speaker ?? undefined })
}
