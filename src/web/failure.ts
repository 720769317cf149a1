import type { Failed } from './web.js'

/** What ends a request, on its way to whoever asked. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly failed: Failed

  constructor(failed: Failed) {
    super(failed.why)
    this.failed = failed
  }
}

type More = Partial<Pick<Failed, 'status' | 'retryAfter'>>

/** Asking again soon is useless. */
export function refused(why: string, more: More = {}): Failure {
  return new Failure({ kind: 'failed', why, cause: 'refused', status: null, retryAfter: null, ...more })
}

/** Later it may work. */
export function passing(why: string, more: More = {}): Failure {
  return new Failure({ kind: 'failed', why, cause: 'passing', status: null, retryAfter: null, ...more })
}

/** Nobody asked. */
export function resting(why: string, retryAfter: number): Failure {
  return new Failure({ kind: 'failed', why, cause: 'resting', status: null, retryAfter })
}
