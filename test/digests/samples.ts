import type { Edition, Order } from '../../src/digests/digest.js'
import type { Message } from '../../src/message.js'

/** Every day at 08:30 in UTC. */
export const DAILY: Order = {
  desk: 'slack:T1',
  channel: 'C1',
  schedule: { times: [510], weekdays: null, daysOfMonth: null, months: null },
  timezone: 'UTC',
  quietDays: [],
  topics: ['ferry'],
  speakers: [],
  outlets: [],
  length: 5,
  ifLate: 'send',
  ifEmpty: 'skip',
}

export const message = (title: string): Message => ({ title, blocks: [], actions: [] })

/** An edition of so many stories, each told from two articles. */
export function editionOf(stories: readonly string[], until: number): Edition {
  return {
    summary: message(`${stories.length} stories`),
    details: stories.map(message),
    told: stories.map((storyId) => ({ storyId, articleIds: [`${storyId}-1`, `${storyId}-2`] })),
    articles: stories.length * 2,
    until,
  }
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** An order that falls due in the minute of this instant, and that minute. */
export function dueIn(at: number): { order: Order; next: number } {
  const next = at - (at % MINUTE)
  return { order: { ...DAILY, schedule: { ...DAILY.schedule, times: [(next % DAY) / MINUTE] }, topics: [] }, next }
}
