/** Which article an entry's is, where several feeds, addresses and entries bring the same. */
import type { Kysely } from 'kysely'
import type { ReadArticle } from '../feeds/feed.js'
import { siteOf } from '../web/site.js'
import { outletKey } from './filters.js'
import type { Schema } from './schema.js'

type Database = Kysely<Schema>

/**
 * The key that the article has, or is to have. `kept` is the one that this entry's article had before: that stays, though its address changes,
 * but not at another site, since whoever writes a feed could otherwise rewrite the article of another outlet.
 */
export async function keyOf(
  trx: Database,
  { draft, addresses }: Pick<ReadArticle, 'draft' | 'addresses'>,
  kept: string | null,
): Promise<string> {
  const own = ofOneSite(addresses)
  const [first = draft.key] = own
  if (kept !== null && siteOf(kept) === siteOf(first)) return kept
  const rows = await trx.selectFrom('addresses').select(['address', 'key']).where('address', 'in', own).execute()
  const known = new Map(rows.map(({ address, key }) => [address, key]))
  return own.map((address) => known.get(address)).find((key) => key !== undefined) ?? first
}

/** Notes that the article is known by these addresses, and read by this entry unless that is null. */
export async function noteAddresses(
  trx: Database,
  key: string,
  addresses: readonly string[],
  entry: number | null,
): Promise<void> {
  const rows = [...new Set(ofOneSite(addresses))].map((address) => ({ address, key, entry_id: null }))
  if (rows.length > 0)
    await trx
      .insertInto('addresses')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (entry === null) return
  await trx
    .insertInto('addresses')
    .values({ address: key, key, entry_id: entry })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ entry_id: entry }))
    .execute()
}

/**
 * Whether another entry that is still looked after has brought this article: two feeds seldom give one article in the same words, and would
 * change it in turns.
 */
export async function isReadElsewhere(trx: Database, key: string, entry: number | null): Promise<boolean> {
  const reader = await trx
    .selectFrom('addresses as n')
    .innerJoin('entries as e', 'e.id', 'n.entry_id')
    .innerJoin('feeds as f', 'f.id', 'e.feed_id')
    .innerJoin('follows as w', 'w.feed_id', 'f.id')
    .select('e.id')
    .where('n.address', '=', key)
    .where('e.state', '!=', 'refused')
    .where('f.gone', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return reader !== undefined && reader.id !== entry
}

/**
 * The outlet of an article: the one that it has, where a feed of that name carries it, or the new one only goes by the site of its page. So two
 * feeds of one site do not rename each other's articles.
 */
export async function outletOf(
  trx: Database,
  key: string,
  feed: { readonly outlet: string },
  given: string,
): Promise<string> {
  const known = await trx
    .selectFrom('articles as a')
    .innerJoin('outlets as o', 'o.id', 'a.outlet_id')
    .select(['a.id', 'o.name'])
    .where('a.key', '=', key)
    .where('a.current', '=', 1)
    .executeTakeFirst()
  if (known === undefined || outletKey(known.name) === outletKey(given)) return given
  if (outletKey(feed.outlet) !== outletKey(given)) return known.name
  const carriers = await trx
    .selectFrom('feed_articles as c')
    .innerJoin('feeds as f', 'f.id', 'c.feed_id')
    .select('f.outlet')
    .where('c.article_id', '=', known.id)
    .execute()
  return carriers.some(({ outlet }) => outletKey(outlet) === outletKey(known.name)) ? known.name : given
}

/** A page speaks for addresses of its own site only. */
function ofOneSite(addresses: readonly string[]): readonly string[] {
  return addresses.filter((address) => siteOf(address) === siteOf(addresses[0] ?? ''))
}
