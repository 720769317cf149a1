/** The inside of a thread: what it offers, and how it calls who started it. */
import { type MessagePort, parentPort } from 'node:worker_threads'
import { failureOf } from './failure.js'
import { answerCalls, type Caller, callerOver, type Methods } from './wire.js'

/** What a thread says beside calls: once that it is ready, with what is to be known of it, or why it cannot be. */
export type Told =
  | { readonly kind: 'ready'; readonly value: never }
  | { readonly kind: 'stillborn'; readonly failure: ReturnType<typeof failureOf> }
  | { readonly kind: 'told'; readonly sentence: string }

export function tellOutside(sentence: string): void {
  port().postMessage({ kind: 'told', sentence })
}

/** Calls who started this thread. */
export function outside<Theirs extends Methods>(): Caller<Theirs>['call'] {
  return callerOver<Theirs>(port()).call
}

/** From now on this thread answers. `ready` is handed to who started it. */
export function open(mine: Methods, ready: unknown = null): void {
  answerCalls(port(), mine)
  port().postMessage({ kind: 'ready', value: ready })
}

/** This thread cannot do what it was started for. */
export function giveUp(error: unknown): void {
  port().postMessage({ kind: 'stillborn', failure: failureOf(error) })
}

function port(): MessagePort {
  if (!parentPort) throw new Error('This runs in a thread only.')
  return parentPort
}
