/** A reading thread: reads what was fetched, one thing after the other, until it is ended. */
import { workerData } from 'node:worker_threads'
import { type Environment, readConfig } from '../config.js'
import { createReader } from '../feeds/reader.js'
import { open } from '../worker/inside.js'
import type { ReadingThread } from './reading.js'

export interface ReadingThreadData {
  readonly environment: Environment
}

const { environment }: ReadingThreadData = workerData
const { clock } = readConfig(environment)
const offered: ReadingThread = createReader(() => clock().getTime())
open(offered)
