/** Cards drawn in a thread of their own, so that neither an acknowledgement nor an answer waits for one. */
import type { Worker } from 'node:worker_threads'
import type { Card } from '../message.js'
import type { Draw } from '../platform.js'

/** A card that takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST = 5_000

/** What the thread is asked, and what it says. */
export interface Asked {
  readonly id: number
  readonly card: Card
}
export type Drawn = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly failed: string })

interface Parts {
  /** Starts `thread.js` in a thread. */
  readonly start: () => Worker
  readonly log: { error(details: object, text: string): void }
  readonly longest?: number
}

export interface Drawing {
  readonly draw: Draw
  stop(): Promise<void>
}

/** Starts the thread; one that died or hung is started again with the next card. */
export function startDrawing({ start, log, longest = LONGEST }: Parts): Drawing {
  let thread = startThread(start)
  let last = 0

  async function draw(card: Card): Promise<Uint8Array | null> {
    if (thread.hasEnded()) thread = startThread(start)
    last += 1
    try {
      return await thread.draw({ id: last, card }, longest)
    } catch (error) {
      log.error({ err: error }, 'A card was not drawn; the answer goes without it')
      return null
    }
  }

  return { draw, stop: () => thread.end() }
}

interface Waiting {
  readonly resolve: (png: Uint8Array) => void
  readonly reject: (error: Error) => void
}

function startThread(start: Parts['start']) {
  const worker = start()
  const waiting = new Map<number, Waiting>()
  let hasEnded = false
  const fail = (error: Error): void => {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(error)
  }
  worker.on('message', (said: Drawn) => {
    if ('png' in said) waiting.get(said.id)?.resolve(said.png)
    else waiting.get(said.id)?.reject(new Error(said.failed))
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`The drawing thread ended with ${code}.`)))
  // A process that has nothing else to do may end.
  worker.unref()

  return {
    hasEnded: () => hasEnded,
    async draw(asked: Asked, longest: number): Promise<Uint8Array> {
      const tooLong = setTimeout(() => void worker.terminate(), longest)
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(asked.id, { resolve, reject })
          worker.postMessage(asked)
        })
      } finally {
        clearTimeout(tooLong)
        waiting.delete(asked.id)
      }
    },
    async end() {
      await worker.terminate()
    },
  }
}
