import { webPhrases as say } from '../webPhrases.js'
import type { Answer } from './ask.js'
import { Failure } from './failure.js'
import { retryAfter } from './headers.js'
import type { Asked, Failed } from './web.js'

/** Requests that may well work later, though the fault is said to be theirs: timeout, too early, too many. */
const PASSING = new Set([408, 425, 429])

/** What a status means that brings nothing to read. */
export function statusFailure({ status, headers }: Omit<Answer, 'body'>, as: Asked['as'], now: number): Failure {
  return new Failure({
    kind: 'failed',
    why: say.status(status),
    cause: causeOf(status, as),
    status,
    retryAfter: retryAfter(headers, now),
  })
}

function causeOf(status: number, as: Asked['as']): Failed['cause'] {
  if (status === 410) return 'gone'
  // Feeds vanish for the hour that a site is mended or moved; a page that is not there has been taken away.
  if (status === 404) return as === 'feed' ? 'passing' : 'refused'
  return status >= 400 && status < 500 && !PASSING.has(status) ? 'refused' : 'passing'
}
