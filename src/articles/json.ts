import { decode } from './decode.js'
import { LARGEST } from './file.js'
import { Refusal, refusals } from './refusal.js'

/** The value of one line of JSON. Throws a Refusal where it is none, or `bytes` is null because the line was too long. */
export function parseJson(bytes: Uint8Array | null): unknown {
  if (bytes === null) throw new Refusal(refusals.tooLarge(LARGEST))
  const line = decode(bytes)
  try {
    return JSON.parse(line)
  } catch {
    throw new Refusal(refusals.notJson)
  }
}
