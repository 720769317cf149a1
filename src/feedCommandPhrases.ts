/** What Crier says where somebody follows a feed, ends that, or looks how feeds are doing. */
import { commandPhrases, echo } from './commandPhrases.js'
import { count } from './phrases.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration in milliseconds, rounded down: "5 minutes", "3 hours", "2 days". */
function lasting(time: number): string {
  if (time < MINUTE) return 'less than a minute'
  if (time < HOUR) return count(Math.floor(time / MINUTE), 'minute')
  return time < 2 * DAY ? count(Math.floor(time / HOUR), 'hour') : count(Math.floor(time / DAY), 'day')
}

/** Sentences of others end as they like; this one ends once. */
function ended(sentence: string): string {
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`
}

export const followPhrases = {
  group: 'News that is followed: add a feed or a site, see how each is doing, end it',
  mayEverybody: 'Everybody may type /follow list.',
  rows: { outlet: 'Outlet', address: 'Address', state: 'State' },

  added: (id: string) => `Feed ${id} is followed`,
  addedAlready: (id: string) => `Feed ${id} is followed already`,
  comesIn: 'Its articles come in within a minute or so.',
  isHere: (articles: number) =>
    `${articles === 1 ? 'An article of it is' : `${count(articles, 'article')} of it are`} here already, and what is new comes in as it is published.`,
  first: 'From now on answers here come from what is followed here, and the sample articles are shown no more.',
  nextSteps: (id: string) => `/follow list shows how it is doing, and /follow remove ${id} ends it.`,
  severalTitle: (feeds: number) => `${count(feeds, 'feed')} at that address`,
  several: 'Nothing is followed yet: press the one you want.',
  severalColumns: ['', 'Outlet', 'Address', ''],
  alreadyFollowed: 'followed already',
  tooMany: (most: number) =>
    `${most} feeds are followed here, and more cannot be: end one first, as in /follow remove 3.`,
  noFeed: 'There is no feed at that address.',
  notHere: 'Feeds cannot be looked up here.',

  removed: (id: string) => `Feed ${id} is not followed any more`,
  stays: 'What was read of it stays in the store, but is not shown here any more.',
  last: 'It was the last one: answers here come from articles that were indexed from files, or from the samples.',
  whichTitle: (words: string) => `Which feed is ${echo(words)}?`,
  which: (feeds: number, shown: number) =>
    `${count(feeds, 'feed')} followed here go by that${feeds > shown ? `; these are the first ${shown}` : ''}. Nothing is changed yet: press the one you mean.`,
  unknown: (words: string, feeds: number) =>
    `No feed that is followed here goes by ${echo(words)}. ${feeds === 0 ? 'None is followed: /follow add ADDRESS begins it.' : '/follow list shows those there are.'}`,

  listTitle: 'Feeds that are followed here',
  none: 'No feed is followed here, so answers come from articles that were indexed from files, or from the samples.',
  howToAdd:
    'A manager follows one like this: /follow add example.com, with the address of a feed or of a site that has one.',
  counted: (feeds: number, failing: number, gone: number) => {
    const told = [...(failing > 0 ? [`${failing} failing`] : []), ...(gone > 0 ? [`${gone} ended`] : [])]
    return `${count(feeds, 'feed')}${told.length > 0 ? `: ${told.join(', ')}` : ''}.`
  },
  page: (first: number, last: number, total: number) =>
    `Showing ${first} to ${last} of ${total}, those in trouble first.`,
  columns: ['Id', 'Outlet', 'Address', 'State', 'Articles', 'Next'],
  ok: (since: number) => `read ${lasting(since)} ago`,
  notYet: 'not read yet',
  toCome: (waiting: number) => `${count(waiting, 'article')} to come`,
  failing: (since: number | null, why: string | null) => {
    const long = since === null ? 'failing' : `failing for ${lasting(since)}`
    return why === null ? long : `${long}: ${ended(why)}`
  },
  gone: (why: string | null) => (why === null ? 'has ended' : `has ended: ${ended(why)}`),
  next: (to: number) => (to < MINUTE ? 'within a minute' : `in ${lasting(to)}`),
  never: 'never',

  named: (outlet: string, address: string) => `${outlet} (${address})`,
  labels: {
    list: 'All feeds',
    add: (number: number) => `Follow ${number}`,
    again: 'Follow it again',
    remove: 'Stop following',
    removeOne: (id: string, outlet: string) => `Stop ${id}: ${outlet}`,
    more: 'More',
    help: commandPhrases.help,
  },
}
