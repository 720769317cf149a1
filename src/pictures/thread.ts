/** The drawing thread: draws one card after the other, until it is ended. */
import { parentPort } from 'node:worker_threads'
import { messageOf } from '../errors.js'
import type { Asked, Drawn } from './drawing.js'
import { cardPng } from './png.js'

parentPort?.on('message', ({ id, card }: Asked) => {
  parentPort?.postMessage(drawn({ id, card }))
})

function drawn({ id, card }: Asked): Drawn {
  try {
    return { id, png: cardPng(card) }
  } catch (error) {
    return { id, failed: messageOf(error) }
  }
}
