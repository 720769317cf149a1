import { setTimeout as pause } from 'node:timers/promises'
import type { Time } from '../../src/platforms/once.js'

export interface QuickTime extends Time {
  /** Moves the clock on. */
  skip(milliseconds: number): void
}

/** Pauses between attempts and looks pass ten times as fast; the clock is the true one. */
export function quickTime(): QuickTime {
  let skipped = 0
  return {
    now: () => Date.now() + skipped,
    wait: (milliseconds, signal) =>
      pause(milliseconds <= 2_000 ? milliseconds / 10 : milliseconds, undefined, {
        ref: false,
        ...(signal ? { signal } : {}),
      }).catch(() => {}),
    skip(milliseconds) {
      skipped += milliseconds
    },
  }
}

/** The same with every pause that nothing cuts short fifty times as fast. */
export function hurriedTime(): QuickTime {
  const time = quickTime()
  return { ...time, wait: (milliseconds, signal) => time.wait(signal ? milliseconds : milliseconds / 50, signal) }
}
