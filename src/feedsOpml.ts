/** Feeds from files that other readers of feeds write, and to such. */
import { Refusal } from './articles/refusal.js'
import type { Config } from './config.js'
import { CrierError } from './errors.js'
import type { FoundFeed } from './feeds/entry.js'
import { readOpml, writeOpml } from './feeds/opml.js'
import { feedsCliPhrases as say } from './feedsCliPhrases.js'
import { addressIn } from './line/addresses.js'
import { withStore } from './main.js'
import { addressShown } from './orders/feeds.js'
import { siteOf } from './web/site.js'

export interface Imported {
  readonly added: number
  readonly known: number
  readonly refused: readonly { readonly url: string; readonly reason: string }[]
}

/** Follows all feeds of an OPML file, unasked; they are read when they are next looked for. Rejects with a CrierError where it is none. */
export async function importFeeds(config: Config, opml: Uint8Array, desk: string): Promise<Imported> {
  const found = feedsIn(opml)
  return withStore(config, false, async ({ feeds }) => {
    const refused: { url: string; reason: string }[] = []
    let added = 0
    for (const feed of found) {
      const read = addressIn(feed.url)
      if ('wrong' in read) {
        refused.push({ url: addressShown(feed), reason: say.wrongAddress[read.wrong] })
        continue
      }
      const { isNew } = await feeds.follow(desk, newFeed(feed), null, config.clock().getTime())
      if (isNew) added += 1
    }
    return { added, known: found.length - refused.length - added, refused }
  })
}

function feedsIn(opml: Uint8Array): readonly FoundFeed[] {
  try {
    return readOpml(opml)
  } catch (error) {
    throw error instanceof Refusal ? new CrierError(say.noOpml(error.message), { cause: error }) : error
  }
}

/** A feed speaks for its own site alone, whatever a file says. */
function newFeed({ url, title, site }: FoundFeed) {
  const isOwn = site !== null && siteOf(site) === siteOf(url)
  return { url, outlet: title ?? new URL(url).hostname, site: isOwn ? site : null }
}

/** The feeds of a desk, or of all, as OPML. */
export async function exportFeeds(config: Config, desk: string | undefined): Promise<string> {
  return withStore(config, false, async ({ feeds }) => {
    const found = (await feeds.list(desk)).map(({ url, outlet, site }) => ({ url, title: outlet, site }))
    return writeOpml(say.opmlTitle, found)
  })
}
