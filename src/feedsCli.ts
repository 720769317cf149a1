/** What the command line does about feeds, beside any process that runs. Names and addresses are words of others: see `printed`. */
import type { Config } from './config.js'
import { CrierError } from './errors.js'
import type { Feed, NewFeed } from './feeds/feed.js'
import type { Polled } from './feeds/polled.js'
import { type FeedLine, feedsCliPhrases as say } from './feedsCliPhrases.js'
import { addressOf } from './feedsTyped.js'
import { type Surroundings, withStore } from './main.js'
import { addressShown, outletShown, stateOf } from './orders/feeds.js'
import { feedAt } from './orders/whichFeed.js'
import { harmlessText } from './platforms/harmless.js'
import { type FeedsAtWork, withFeeds } from './withFeeds.js'

/** A feed as `crier feeds list --json` prints it; times are ISO 8601. */
export interface ListedFeed {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly status: Feed['status']
  readonly error: string | null
  readonly failingSince: string | null
  readonly lastSuccess: string | null
  readonly next: string | null
  readonly articles: number
  readonly waiting: number
  readonly desks: readonly string[]
}

/** The feeds of a desk, or of all. */
export async function listFeeds(config: Config, desk: string | undefined): Promise<readonly ListedFeed[]> {
  return withStore(config, false, async ({ feeds }) => (await feeds.list(desk)).map(listed))
}

function listed(feed: Feed): ListedFeed {
  const { id, url, outlet, status, error, articles, waiting, desks } = feed
  const times = { failingSince: iso(feed.failingSince), lastSuccess: iso(feed.lastSuccess), next: iso(feed.next) }
  return { id, url, outlet, status, error, ...times, articles, waiting, desks }
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

/** As `listFeeds`, a line a feed. */
export async function feedLines(config: Config, desk: string | undefined): Promise<readonly string[]> {
  const now = config.clock().getTime()
  return withStore(config, false, async ({ feeds }) =>
    (await feeds.list(desk)).map((feed) => {
      const next = feed.next === null || feed.status === 'gone' ? null : feed.next - now
      return printed(say.listed(lineOf(feed), stateOf(feed, now), feed.articles, next, feed.desks))
    }),
  )
}

interface Adding {
  readonly desk: string
  /** Whose articles these are said to be, instead of what the feed calls itself. */
  readonly outlet?: string
}

interface Told {
  readonly print: (line: string) => Promise<void>
  readonly complain: (sentence: string) => void
}

/** Follows the feed at each address and reads what it has. Gives whether all went well; rejects with a UsageError where one is no address. */
export async function addFeeds(
  surroundings: Surroundings,
  typed: readonly string[],
  { desk, outlet }: Adding,
  { print, complain }: Told,
): Promise<boolean> {
  const addresses = typed.map(addressOf)
  return withFeeds(surroundings, async (work) => {
    const { feeds } = work.store
    const add = async (address: string): Promise<boolean> => {
      const found = await onlyFeedAt(work, desk, address, outlet)
      const { feed, isNew } = await feeds.follow(desk, found, null, surroundings.config.clock().getTime())
      const [polled] = await work.runDue([feed.id])
      const after = (await feeds.find(desk, feed.id)) ?? feed
      await print(printed(say.added(lineOf(after), after.articles, isNew, polled ?? null)))
      return after.status === 'ok'
    }
    return each(addresses, add, complain)
  })
}

/** Does it for each, whatever becomes of the others. */
async function each(
  names: readonly string[],
  work: (name: string) => Promise<boolean>,
  complain: Told['complain'],
): Promise<boolean> {
  let isWell = true
  for (const name of names) {
    try {
      isWell = (await work(name)) && isWell
    } catch (error) {
      if (!(error instanceof CrierError)) throw error
      complain(printed(error.message))
      isWell = false
    }
  }
  return isWell
}

/** None is taken unasked: a site may offer its comments first. */
async function onlyFeedAt(
  work: FeedsAtWork,
  desk: string,
  address: string,
  outlet: string | undefined,
): Promise<NewFeed> {
  const isVouched = outlet !== undefined
  const known = isVouched ? null : await feedAt(work.store.feeds, desk, address)
  if (known) return known
  const [first, ...others] = await work.find(address, isVouched)
  if (first === undefined) throw new CrierError(say.noFeed(address))
  if (others.length > 0) throw new CrierError(say.several(address, [first, ...others].map(nameOf)))
  return isVouched ? { ...first, outlet } : first
}

/** Ends what a desk follows, by ids or addresses. Gives whether all were followed. */
export async function removeFeeds(
  config: Config,
  names: readonly string[],
  desk: string,
  { print, complain }: Told,
): Promise<boolean> {
  return withStore(config, false, async ({ feeds }) => {
    const remove = async (name: string): Promise<boolean> => {
      const feed = await feedAt(feeds, desk, name)
      if (!feed) throw new CrierError(say.unknown(name, desk))
      await feeds.unfollow(desk, feed.id)
      await print(printed(say.removed(lineOf(feed))))
      return true
    }
    return each(names, remove, complain)
  })
}

/** Reads what is due, and ends; gives what became of each feed. */
export async function pollOnce(surroundings: Surroundings): Promise<readonly Polled[]> {
  return withFeeds(surroundings, (work) => work.runDue())
}

/** Reads what falls due until the signal; `onPolled` is told of each feed that was looked at. */
export async function pollUntil(
  surroundings: Surroundings,
  signal: AbortSignal,
  onPolled: (polled: Polled) => void,
): Promise<void> {
  return withFeeds(surroundings, (work) => work.run(signal), { onPolled })
}

export function polledLine(polled: Polled): string {
  return printed(say.polled(lineOf(polled), polled))
}

function lineOf(feed: Pick<Polled, 'id' | 'url' | 'outlet'>): FeedLine {
  return { id: feed.id, ...nameOf(feed) }
}

function nameOf(feed: Pick<NewFeed, 'url' | 'outlet'>): Omit<FeedLine, 'id'> {
  return { outlet: outletShown(feed), address: addressShown(feed) }
}

/** Words of others may steer no terminal. */
function printed(line: string): string {
  return harmlessText(line).replace(/\s+/gu, ' ')
}
