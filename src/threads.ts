/** Threads of Crier's own, by the files that they begin with. */
import { type ResourceLimits, Worker } from 'node:worker_threads'

/** From its sources Crier runs, too, but a thread runs no TypeScript. */
export const RUNS_THREADS = import.meta.url.endsWith('.js')

/** What is dead by the next collection lies around for less where there is less room for it. */
export const FEEDS_MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 }

/** Starts a thread with a file of `src/`, such as `./thread/entry.js`. */
export function thread(file: string, workerData?: object, resourceLimits: ResourceLimits = {}): Worker {
  return new Worker(new URL(file, import.meta.url), { workerData, resourceLimits })
}
