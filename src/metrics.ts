import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Bot } from './platform.js'

/** The process's metrics, and a bot whose answers are measured by the first word of the line they answer. */
export function measured(bot: Bot): { bot: Bot; metrics: () => Promise<{ type: string; text: string }> } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'crier_answer_seconds',
    help: 'Time from a request to its answer, drawing not included.',
    labelNames: ['command'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const known = new Set(bot.commands.map(({ name, group }) => group?.name ?? name))
  return {
    bot: {
      ...bot,
      async answer(request) {
        const end = seconds.startTimer()
        const message = await bot.answer(request)
        const name = /^\/?(\S+)/u.exec(message.line ?? '')?.[1] ?? ''
        end({ command: known.has(name) ? name : 'none' })
        return message
      },
    },
    metrics: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
