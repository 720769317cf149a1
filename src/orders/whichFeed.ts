import { UsageError } from '../errors.js'
import { followPhrases as say } from '../feedCommandPhrases.js'
import type { Feed, FeedBook } from '../feeds/feed.js'
import { fold } from '../language/words.js'
import { addressShown, outletShown } from './feeds.js'

/** Words before a name that are no part of it. */
const BESIDE_NAME = /^(?:the|a|an|our|my|your|feeds?|of|from|news)$/u

/**
 * The feeds of a desk that words mean: the one of this id or address, else those whose outlet or address has all the words. At least one;
 * rejects with a UsageError where there is none.
 */
export async function feedsNamed(
  book: Pick<FeedBook, 'find' | 'list'>,
  desk: string,
  words: string,
): Promise<readonly Feed[]> {
  const exact = await feedAt(book, desk, words)
  if (exact) return [exact]
  const all = await book.list(desk)
  const wanted = fold(withoutScheme(words)).split(/\s+/u).filter(Boolean)
  const telling = wanted.filter((word) => !BESIDE_NAME.test(word))
  const named = all.filter((feed) => {
    const name = fold(`${feed.outlet} ${addressShown(feed)}`)
    return (telling.length > 0 ? telling : wanted).every((word) => name.includes(word))
  })
  const called = named.filter(({ outlet }) => fold(outlet) === wanted.join(' '))
  const found = called.length > 0 ? called : named
  if (found.length === 0) throw new UsageError(say.unknown(words, all.length), { option: 'feed' })
  return found
}

/** The feed of a desk that has this id or address, the address as people type it; null where there is none. */
export async function feedAt(book: Pick<FeedBook, 'find'>, desk: string, typed: string): Promise<Feed | null> {
  for (const name of spellings(typed)) {
    const found = await book.find(desk, name)
    if (found) return found
  }
  return null
}

/** A feed as it is offered while its name is typed. */
export function feedSuggested(feed: Feed): { readonly value: string; readonly name: string } {
  return { value: feed.id, name: say.named(outletShown(feed), withoutScheme(addressShown(feed))) }
}

/** An address is kept as browsers write it, and typed as people do. */
function spellings(words: string): readonly string[] {
  const whole = /^https?:\/\//iu.test(words) ? [words] : [`https://${words}`, `http://${words}`]
  const written = whole.flatMap((address) => (URL.canParse(address) ? [new URL(address).href] : []))
  return /\s/u.test(words) ? [words] : [...new Set([words, ...written, ...written.map(withoutSlash)])]
}

function withoutScheme(words: string): string {
  return withoutSlash(words.replace(/^https?:\/\/(?:www\.)?/iu, ''))
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address
}
