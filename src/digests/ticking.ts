/** When the runner looks: at the start of each minute, by node-cron. */
import { randomUUID } from 'node:crypto'
import { createTask, type ScheduledTask, type TaskOptions } from 'node-cron'
import type { Book } from '../book.js'
import type { Log } from './deliver.js'

/**
 * A clock that is put back leaves node-cron waiting for a minute that comes only later, and one that is put forward (a laptop that slept)
 * has it walk through each minute between; this looks by the time that really passes. Milliseconds.
 */
const LOOK_ANYWAY = 20_000
/** A clock that moves by more was set. Milliseconds. */
const JUMP = 60_000
/** Of the one process that is elected to clean up. Milliseconds. */
const CLEANING = 10 * 60_000

interface Parts {
  readonly tick: () => Promise<void>
  /** Cleans up once an hour, in one of the processes on the store: one that dies over it loses an hour, which is no harm. */
  readonly clean?: () => Promise<void>
  readonly book: Pick<Book, 'claim' | 'finish'>
  readonly now: () => number
  readonly log: Log
}

/** Ticks at once, then each minute until the function that it gives is called. */
export function startTicking(parts: Parts): () => Promise<void> {
  let tasks = startTasks(parts)
  let ahead = wallAhead()
  const anyway = setInterval(() => {
    void parts.tick()
    if (Math.abs(wallAhead() - ahead) < JUMP) return
    ahead = wallAhead()
    for (const task of tasks) void task.destroy()
    tasks = startTasks(parts)
  }, LOOK_ANYWAY)
  void parts.tick()
  return async () => {
    clearInterval(anyway)
    for (const task of tasks) await task.destroy()
  }
}

/** By how much the clock on the wall is ahead of the time that has passed: it changes where that clock is set, or the machine slept. */
function wallAhead(): number {
  return Date.now() - performance.now()
}

function startTasks({ tick, clean = async () => {}, book, now, log }: Parts): readonly ScheduledTask[] {
  const holder = randomUUID()
  const logger = {
    info() {},
    debug() {},
    warn: (text: string) => log.warn({}, text),
    error: (text: string | Error, err?: Error) => log.error({ err: err ?? text }, 'node-cron failed'),
  }
  const always: TaskOptions = { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true, logger }
  const tasks = [
    // Sending is shared by claiming each slot. To elect one process for a minute would lose that minute where it dies.
    createTask('* * * * *', tick, { ...always, name: 'digests', missedExecutionTolerance: 59_000 }),
    createTask('7 * * * *', clean, {
      ...always,
      name: 'cleaning',
      distributed: true,
      distributedLease: CLEANING,
      missedExecutionTolerance: CLEANING,
      runCoordinator: {
        shouldRun: async (key, lease) => (await book.claim(`cron:${key}`, holder, now(), now() + lease)) === 'mine',
        onComplete: (key) => book.finish(`cron:${key}`, now()),
      },
    }),
  ]
  for (const task of tasks) void task.start()
  return tasks
}
