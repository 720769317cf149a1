import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { RawArticle } from './draft.js'
import { checked, fields } from './fields.js'
import { LARGEST, refusalOf } from './file.js'
import { parseJson } from './json.js'
import { isBlank, lines } from './lines.js'
import { Refusal, refusals } from './refusal.js'

const Line = z.object({ ...fields, text: z.string().nullish() })

/** One line of a .jsonl file, or why it cannot be read. */
export type JsonLine = { readonly line: number } & ({ readonly raw: RawArticle } | { readonly reason: string })

/** The lines of a .jsonl file as they are read; blank ones are passed over. Throws a Refusal where the file cannot be read. */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  try {
    for await (const { line, bytes } of lines(createReadStream(file), LARGEST)) {
      if (bytes !== null && isBlank(bytes)) continue
      yield { line, ...parsed(bytes) }
    }
  } catch (error) {
    throw refusalOf(error)
  }
}

function parsed(bytes: Buffer | null): { raw: RawArticle } | { reason: string } {
  try {
    const { text, ...about } = checked(Line, parseJson(bytes))
    if (typeof text !== 'string') throw new Refusal(refusals.noTextField)
    return { raw: { ...about, text } }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message }
    throw error
  }
}
