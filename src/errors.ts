/** Errors by what they mean for the person who meets them; the message is one sentence that person reads. */

/** Something asked for cannot be done now: a file, the store or the network stands in the way. Exit 1. */
export class CrierError extends Error {
  override readonly name: string = 'CrierError'
}

/** The request itself is wrong: an unknown command, option or setting. Exit 2. */
export class UsageError extends CrierError {
  override readonly name = 'UsageError'

  /** `option` is the one whose value is wrong, where that is known. */
  constructor(
    message: string,
    readonly option: string | null = null,
  ) {
    super(message)
  }
}

/** A message can never be posted there as things are: the channel is gone or archived, Crier was removed or may not. Exit 1. */
export class UndeliverableError extends CrierError {
  override readonly name = 'UndeliverableError'
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
