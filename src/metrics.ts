import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Polled } from './feeds/polled.js'
import type { Bot } from './platform.js'
import type { SlotOutcome } from './thread/protocol.js'

interface Measured {
  /** Measures answers by the first word of the line they answer. */
  readonly bot: Bot
  /** Counts what became of an edition. */
  readonly count: (outcome: SlotOutcome) => void
  /** Counts what became of a feed that was looked at. */
  readonly countPolled: (polled: Polled) => void
  readonly metrics: () => Promise<{ type: string; text: string }>
}

/** The process's metrics, and what they are taken from. */
export function measured(bot: Bot): Measured {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'crier_answer_seconds',
    help: 'Time from a request to its answer, drawing not included.',
    labelNames: ['command'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const editions = new Counter({
    name: 'crier_editions_total',
    help: 'Editions of digests by what became of them; postponed ones are tried again.',
    labelNames: ['platform', 'state'],
    registers: [registry],
  })
  const late = new Histogram({
    name: 'crier_edition_late_seconds',
    help: 'Time from when an edition was due to when all of it was posted.',
    labelNames: ['platform'],
    buckets: [1, 3, 10, 30, 60, 300, 600, 3600],
    registers: [registry],
  })
  const polls = new Counter({
    name: 'crier_feed_polls_total',
    help: 'Feeds that were fetched by what came of it; held ones are being read by another process.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const articles = new Counter({
    name: 'crier_feed_articles_total',
    help: 'Entries of feeds by what became of them.',
    labelNames: ['outcome'],
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
    count({ platform, state, took }) {
      editions.inc({ platform, state })
      if (state === 'sent') late.observe({ platform }, took / 1000)
    },
    countPolled({ fetched, added, changed, unchanged, refused }) {
      if (fetched !== null) polls.inc({ outcome: fetched })
      const counts = { added, changed, unchanged, refused: refused.length }
      for (const [outcome, count] of Object.entries(counts)) if (count > 0) articles.inc({ outcome }, count)
    },
    metrics: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
