/** What Crier says of its own about reading feeds and the pages behind them. */
import { echo } from './commandPhrases.js'
import { count } from './phrases.js'

export const pollPhrases = {
  noText: 'It has no address, and no text of its own that is a whole article.',
  tooSlow: 'It takes too long to read.',
  tooBig: 'It takes too much memory to read.',
  notAnAddress: (typed: string) =>
    `${echo(typed)} is no address of a feed or a site: write it as https://example.com/feed or example.com.`,
  noFeedAt: (address: string, why: string) => `No feed was found at ${address}. ${why}`,
  pointsAtNone:
    'The page there points at none, and none is where feeds usually are: give the address of the feed itself, which many sites name at the foot of their pages.',
  findingTooSlow: (limit: number) => `Looking for one took longer than ${count(limit / 1000, 'second')}.`,
  failingTitle: (id: string) => `Feed ${id} has failed for a week`,
  failing: (name: string, days: number, why: string) =>
    `Nothing was read of ${name} for ${count(days, 'day')}. ${why} Crier goes on trying twice a day.`.replace(
      / +/gu,
      ' ',
    ),
  allFeeds: 'All feeds',
  endIt: 'Stop following',
  unforeseen: (id: string) => `Something went wrong that was not foreseen; the log has it under the id ${id}.`,
}
