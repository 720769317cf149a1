import { CrierError } from '../../errors.js'
import { respond } from './post.js'
import { failureBody, type Service, tellSomehow } from './service.js'

/**
 * Tells who asked why Bolt could not let a delivery in, such as a workspace whose token cannot be read any more. The address for answers
 * works without a token.
 */
export async function handleRefused(service: Service, error: unknown, body: object): Promise<void> {
  const told = failureBody(service, knownCause(error) ?? error, '')
  const url = 'response_url' in body && typeof body.response_url === 'string' ? body.response_url : null
  if (url !== null) await tellSomehow(service, [() => respond(url, told, { isShared: false }, service)])
}

/** Bolt and its installer each wrap what was thrown. */
function knownCause(error: unknown, depth = 0): CrierError | null {
  if (error instanceof CrierError) return error
  if (!(error instanceof Error) || depth > 4) return null
  return knownCause('original' in error ? error.original : error.cause, depth + 1)
}
