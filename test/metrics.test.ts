import { expect, test } from 'vitest'
import { measured } from '../src/metrics.js'
import { deskWith } from './commands/follow/desk.js'

test('Polls and articles of feeds are counted by what became of them', async () => {
  const { countPolled, metrics } = measured(deskWith().bot)
  const polled = { id: '1', outlet: '', url: '', why: null, found: 0, hasMore: false } as const
  countPolled({ ...polled, fetched: 'content', added: 12, changed: 1, unchanged: 0, refused: ['a', 'b'] })
  countPolled({ ...polled, fetched: 'failed', added: 0, changed: 0, unchanged: 0, refused: [] })
  countPolled({ ...polled, fetched: null, added: 3, changed: 0, unchanged: 0, refused: [] })
  const lines = (await metrics()).text.split('\n').filter((line) => line.startsWith('crier_feed'))
  expect(lines).toEqual([
    'crier_feed_polls_total{outcome="content"} 1',
    'crier_feed_polls_total{outcome="failed"} 1',
    'crier_feed_articles_total{outcome="added"} 15',
    'crier_feed_articles_total{outcome="changed"} 1',
    'crier_feed_articles_total{outcome="refused"} 2',
  ])
})
