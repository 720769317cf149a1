import { randomBytes } from 'node:crypto'
import { commandPhrases as say } from '../commandPhrases.js'
import { CrierError, UsageError } from '../errors.js'
import { type Message, sentence } from '../message.js'

interface Parts {
  /** What the error means and what to do; null where only the log can say. */
  readonly words: string | null
  /** The error without anything that is nobody's business. */
  readonly loggable: object
  readonly log: { error(details: object, text: string): void; warn(details: object, text: string): void }
  /** What the log says of it. */
  readonly told: string
}

/** What the person who asked reads of a failure. What nobody foresaw has an id that the log has, too. */
export function failureMessage(error: unknown, { words, loggable, log, told }: Parts): Message {
  const id = newId()
  if (words === null) log.error({ ...loggable, id }, told)
  else if (!(error instanceof CrierError)) log.warn(loggable, told)
  const title = words === null ? say.failedTitle : error instanceof UsageError ? say.wrongTitle : say.cannotTitle
  return { title, blocks: [sentence(words ?? say.failed(id))], actions: [], private: true }
}

/**
 * What a post of Crier's own accord rejects with: a CrierError as it is, and what a platform refused in words, as a `Kind` of error by what
 * that means. What nobody foresaw has an id that the log has, too.
 */
export function postFailure(
  error: unknown,
  Kind: new (words: string, options: ErrorOptions) => CrierError,
  { words, loggable, log, told }: Parts,
): CrierError {
  if (error instanceof CrierError) return error
  if (words !== null) return new Kind(words, { cause: error })
  const id = newId()
  log.error({ ...loggable, id }, told)
  return new CrierError(say.failed(id), { cause: error })
}

/** Ties what a person reads to what the log says. */
function newId(): string {
  return randomBytes(3).toString('hex')
}
