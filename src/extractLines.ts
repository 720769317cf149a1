import { LARGEST } from './articles/file.js'
import type { Extract } from './articles/ingest.js'
import { parseJson } from './articles/json.js'
import { isBlank, lines } from './articles/lines.js'
import { Refusal, refusals } from './articles/refusal.js'
import { messageOf } from './errors.js'
import { languageOf } from './language/language.js'
import type { FoundQuotation } from './model.js'
import { inLanguage } from './quotations/inLanguage.js'

interface Ends {
  readonly input: AsyncIterable<Uint8Array>
  /** Takes one line without its line end; resolves when more may come. */
  readonly write: (line: string) => Promise<void>
  /** Takes one sentence on a line that cannot be answered. */
  readonly complain: (sentence: string) => void
}

/**
 * `crier extract`: answers each line of JSON with one line of JSON, in order, as it comes. A line that cannot be answered gets
 * `{"id", "error"}`, so that lines stay side by side. Blank lines count, save those at the end. Resolves to whether all was well.
 */
export async function extractLines({ input, write, complain }: Ends, extract: Extract): Promise<boolean> {
  let isWell = true
  let blank: number[] = []
  const refuse = async (line: number, id: unknown, reason: string): Promise<void> => {
    isWell = false
    complain(`Line ${line}: ${reason}`)
    await write(JSON.stringify({ id, error: reason }))
  }
  for await (const { line, bytes } of lines(input, LARGEST)) {
    if (bytes !== null && isBlank(bytes)) {
      blank.push(line)
      continue
    }
    for (const skipped of blank) await refuse(skipped, null, refusals.empty)
    blank = []
    const answer = answerTo(bytes, extract)
    if ('reason' in answer) await refuse(line, answer.id, answer.reason)
    else await write(JSON.stringify(answer))
  }
  return isWell
}

type Answer = { id: unknown; quotations: readonly FoundQuotation[] } | { id: unknown; reason: string }

function answerTo(bytes: Uint8Array | null, extract: Extract): Answer {
  let id: unknown = null
  try {
    const given = parseJson(bytes)
    if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Refusal(refusals.notAnObject)
    const { id: givenId, text, title, outlet }: { [name: string]: unknown } = { ...given }
    id = givenId ?? null
    if (typeof text !== 'string') throw new Refusal(refusals.noTextField)
    const found = extract(text, { title: stringOrNull(title), outlet: stringOrNull(outlet) })
    return { id, quotations: inLanguage(found, languageOf(text)) }
  } catch (error) {
    return { id, reason: error instanceof Refusal ? error.message : refusals.failed(messageOf(error)) }
  }
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
