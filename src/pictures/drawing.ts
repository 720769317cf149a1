/** Cards drawn in a thread of their own, so that neither an acknowledgement nor an answer waits for one. */
import type { Worker } from 'node:worker_threads'
import type { Card } from '../message.js'
import type { Draw } from '../platform.js'
import { lastingThread } from '../worker/lasting.js'

/** A card that takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST = 5_000

/** What the thread offers. */
export type Drawer = { readonly draw: (card: Card) => Promise<Uint8Array> }

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
  const thread = lastingThread<Drawer>({ name: 'drawing', start, longest, mayEnd: true })

  async function draw(card: Card): Promise<Uint8Array | null> {
    try {
      return await thread.call('draw', card)
    } catch (error) {
      log.error({ err: error }, 'A card was not drawn; the answer goes without it')
      return null
    }
  }

  return { draw, stop: () => thread.end() }
}
