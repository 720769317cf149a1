import {
  CrierError,
  messageOf,
  StoreError,
  ThreadRefusedError,
  UnclearError,
  UndeliverableError,
  UsageError,
} from '../errors.js'

/** An error as it crosses from one thread to another, which keep no classes. */
export interface Failure {
  readonly kind: string
  readonly message: string
  readonly stack: string | undefined
}

const KINDS = { CrierError, StoreError, ThreadRefusedError, UnclearError, UndeliverableError, UsageError }

export function failureOf(error: unknown): Failure {
  const { name, stack } = error instanceof Error ? error : new Error(messageOf(error))
  return { kind: name, message: messageOf(error), stack }
}

/** The error again: of the same class, where it is one of ours. */
export function errorOf({ kind, message, stack }: Failure): Error {
  const Kind = Object.entries(KINDS).find(([name]) => name === kind)?.[1]
  if (Kind) return new Kind(message)
  return Object.assign(new Error(message), { stack })
}
