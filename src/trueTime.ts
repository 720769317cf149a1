import { setTimeout as pause } from 'node:timers/promises'
import type { Time } from './platforms/once.js'

/** Claims and leases of what people send need the true time, whatever `CRIER_NOW` says for the news. */
export const TRUE_TIME: Time = {
  now: () => Date.now(),
  wait: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, signal ? { signal } : {}).catch(() => {})
  },
}
