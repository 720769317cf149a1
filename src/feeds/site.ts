import { siteOf } from '../web/site.js'
import type { FeedState } from './feed.js'

/** Whether a page is of a site whose articles this feed brings: a feed is believed about no other. */
export function speaksFor({ url, site }: Pick<FeedState, 'url' | 'site'>, page: string): boolean {
  const own = siteOf(page)
  return own === siteOf(url) || (site !== null && own === siteOf(site))
}
