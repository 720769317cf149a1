/** Errors by what they mean for the person who meets them; the message is one sentence that person reads. */

/** Something asked for cannot be done now: a file, the store or the network stands in the way. Exit 1. */
export class CrierError extends Error {
  override readonly name: string = 'CrierError'
  /** The option that stands in the way or is wrong, where that is known. */
  readonly option: string | null

  constructor(message: string, { option = null, ...more }: ErrorOptions & { readonly option?: string | null } = {}) {
    super(message, more)
    this.option = option
  }
}

/** The request itself is wrong: an unknown command, option or setting. Exit 2. */
export class UsageError extends CrierError {
  override readonly name = 'UsageError'
}

/** A message can never be posted there as things are: the channel is gone or archived, Crier was removed or may not. Exit 1. */
export class UndeliverableError extends CrierError {
  override readonly name = 'UndeliverableError'
}

/** What belongs into a thread cannot be posted there; the message that it stands under is not touched by that. Exit 1. */
export class ThreadRefusedError extends CrierError {
  override readonly name = 'ThreadRefusedError'
}

/** Nobody can tell whether what was asked for came about, so that it must not be repeated. Exit 1. */
export class UnclearError extends CrierError {
  override readonly name = 'UnclearError'
}

/** The store cannot be opened, read or written. Exit 1. */
export class StoreError extends CrierError {
  override readonly name = 'StoreError'
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
