/** Calls between two threads, in both directions: what one side offers, the other calls as if it were its own. */
import { errorOf, type Failure, failureOf } from './failure.js'

export type Method = (...given: never[]) => Promise<unknown>
/** What a side offers. */
export type Methods = Readonly<Record<string, Method>>

/** What is said over the wire; what is given and what comes back are known to who calls. */
export type Said =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly given: never[] }
  | { readonly kind: 'reply'; readonly id: number; readonly value: never }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }

/** One end: a Worker outside, `parentPort` inside. */
export interface Port {
  postMessage(value: unknown): void
  on(event: 'message', listener: (said: Said) => void): unknown
}

/** What a method resolves to. */
export type Value<Theirs extends Methods, Name extends keyof Theirs> = Awaited<ReturnType<Theirs[Name]>>

export interface Caller<Theirs extends Methods> {
  /** Rejects with the error that the method rejects with, or with the one that the wire was cut with. */
  readonly call: <Name extends keyof Theirs & string>(
    method: Name,
    ...given: Parameters<Theirs[Name]>
  ) => Promise<Value<Theirs, Name>>
  /** Ends all calls that wait, and all to come. */
  readonly cut: (error: Error) => void
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Answers calls with what this side offers. Anything else said over the port is for others. */
export function answerCalls(port: Port, mine: Methods): void {
  async function answer(id: number, method: string, given: never[]): Promise<void> {
    try {
      const own = Object.hasOwn(mine, method) ? mine[method] : undefined
      if (!own) throw new Error(`There is no ${method} in this thread.`)
      port.postMessage({ kind: 'reply', id, value: await own(...given) })
    } catch (error) {
      port.postMessage({ kind: 'failed', id, failure: failureOf(error) })
    }
  }

  port.on('message', (said) => {
    if (said.kind === 'call') void answer(said.id, said.method, said.given)
  })
}

/** Calls what the other side offers. */
export function callerOver<Theirs extends Methods>(port: Port): Caller<Theirs> {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let cutWith: Error | null = null

  port.on('message', (said) => {
    if (said.kind === 'reply') waiting.get(said.id)?.resolve(said.value)
    if (said.kind === 'failed') waiting.get(said.id)?.reject(errorOf(said.failure))
  })

  return {
    call(method, ...given) {
      last += 1
      const id = last
      const answered = new Promise<Value<Theirs, typeof method>>((resolve, reject) => {
        if (cutWith) return reject(cutWith)
        waiting.set(id, { resolve, reject })
        port.postMessage({ kind: 'call', id, method, given })
      })
      return answered.finally(() => waiting.delete(id))
    },
    cut(error) {
      cutWith = error
      for (const { reject } of waiting.values()) reject(error)
    },
  }
}
