import { commandPhrases } from './commandPhrases.js'
import { followPhrases } from './feedCommandPhrases.js'
import type { Polled } from './feeds/polled.js'
import { count, list } from './phrases.js'

/** A feed as a line of the command line begins. */
export interface FeedLine {
  readonly id: string
  readonly outlet: string
  readonly address: string
}

/** How a feed does, in words. */
export interface FeedState {
  readonly feed: FeedLine
  readonly state: string
}

/** What the doctor sees of feeds. */
interface Health {
  readonly feeds: number
  readonly gone: number
  /** Those that were never read, and do not fail. */
  readonly unread: number
  /** Those that have failed for longest first. */
  readonly failing: readonly FeedState[]
  /** Of those that were read and do not fail, the one that was read longest ago. */
  readonly oldest: FeedState | null
  readonly hasContact: boolean
}

/** Reasons that are shown, of many. */
const MOST_REASONS = 3

function named({ id, outlet, address }: FeedLine): string {
  return `${id}: ${outlet} (${address})`
}

/** "2 refused (It is behind a paywall.)", each reason once. */
function refusedFor(reasons: readonly string[]): string {
  const each = [...new Set(reasons)].map((reason) => reason.replace(/\.$/u, ''))
  const more = each.length > MOST_REASONS ? '; …' : ''
  return `${reasons.length} refused (${each.slice(0, MOST_REASONS).join('; ')}${more})`
}

function became({ fetched, why, added, changed, refused, hasMore }: Polled): string {
  if (fetched === 'held') return 'another process is reading it'
  const told = [
    ...(fetched === 'gone' ? ['has ended'] : []),
    ...(fetched === 'failed' ? [`failed: ${(why ?? '').replace(/\.$/u, '')}`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(refused.length > 0 ? [refusedFor(refused)] : []),
    ...(hasMore ? ['more to come'] : []),
  ]
  return told.join(', ') || 'nothing new'
}

/** What the command line says of feeds. */
export const feedsCliPhrases = {
  listed: (feed: FeedLine, state: string, articles: number, next: number | null, desks: readonly string[]) => {
    const then = next === null ? 'never read again' : `next ${followPhrases.next(next)}`
    const by = desks.some((desk) => desk !== 'local') ? `; followed by ${list(desks)}` : ''
    return `${named(feed)}: ${state.replace(/\.$/u, '')}; ${count(articles, 'article')}; ${then}${by}.`
  },
  none: 'No feed is followed; `crier feeds add ADDRESS` follows one.',
  added: (feed: FeedLine, articles: number, isNew: boolean, polled: Polled | null) => {
    const again = isNew ? '' : 'followed already; '
    const trouble =
      polled === null
        ? ''
        : became({ ...polled, added: 0, changed: 0, fetched: polled.fetched === 'content' ? null : polled.fetched })
    return `${named(feed)}: ${again}${count(articles, 'article')}${trouble === '' || trouble === 'nothing new' ? '' : `, ${trouble}`}.`
  },
  noFeed: (address: string) => `There is no feed at ${address}.`,
  several: (address: string, feeds: readonly Omit<FeedLine, 'id'>[]) =>
    `${address} has ${feeds.length} feeds; add the one you mean: ${feeds.map((feed) => `${feed.address} (${feed.outlet})`).join(', ')}.`,
  removed: (feed: FeedLine) => `${named(feed)} is not followed any more.`,
  unknown: (name: string, desk: string) =>
    `No feed ${JSON.stringify(name)} is followed by ${desk}; \`crier feeds list\` shows those that are.`,
  imported: ({ added, known, refused }: { added: number; known: number; refused: readonly unknown[] }) =>
    `${added} added, ${known} followed already, ${refused.length} refused.`,
  refused: ({ url, reason }: { url: string; reason: string }) => `${url}: ${reason}`,
  wrongAddress: {
    none: 'It is no address on the web.',
    secret: 'It has a name and a password in it.',
    long: 'It is too long to be an address.',
  },
  noOpml: (why: string) => `No feeds can be read from that file: ${why}`,
  noFile: (file: string, message: string) => `${file} cannot be read: ${message}.`,
  opmlTitle: 'Feeds that Crier follows',
  nothingDue: 'Nothing is due.',
  polled: (feed: FeedLine, polled: Polled) => `${feed.id}: ${feed.outlet}: ${became(polled)}`,

  health: ({ feeds, gone, unread, failing, oldest, hasContact }: Health) => {
    const counted = [
      count(feeds, 'feed'),
      ...(failing.length > 0 ? [`${failing.length} failing`] : []),
      ...(unread > 0 ? [`${unread} not read yet`] : []),
      ...(gone > 0 ? [`${gone} ended`] : []),
    ]
    const shown = failing.slice(0, MOST_REASONS)
    const rest = failing.length - shown.length
    return [
      `${counted.join(', ')}.`,
      ...shown.map(({ feed, state }) => `${named(feed)}: ${state.replace(/\.$/u, '')}.`),
      ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'fails' : 'fail'}: \`crier feeds list\` shows all.`] : []),
      ...(oldest ? [`Longest unread: ${oldest.feed.outlet}, ${oldest.state}.`] : []),
      ...(hasContact ? [] : ['Set CRIER_CONTACT to an address where outlets can reach you.']),
    ].join(' ')
  },

  notAnAddress: commandPhrases.notAnAddress,
  notAnOutlet: 'The name of the outlet must have 1 to 200 characters.',
  notADesk: (desk: string) =>
    `${JSON.stringify(desk)} is no desk: it is local, slack:TEAM (as in slack:T0123ABCD) or discord:SERVER (as in discord:81384788765712384).`,
}
