import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/articles/refusal.js'
import type { ParsedFeed } from '../../src/feeds/entry.js'
import { parseFeed } from '../../src/feeds/parse.js'
import type { Fetched } from '../../src/feeds/reading.js'
import { goldenFeeds, SOME_KEY } from '../golden/feeds.js'

type Read = { readonly feed: ParsedFeed } | { readonly refused: string }

function readOrRefuse(fetched: Fetched): Read {
  try {
    return { feed: parseFeed(fetched) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message }
    throw error
  }
}

/** Keys that are made of the text are compared by being there. */
function withoutMadeKeys(read: Read, as: Read): Read {
  if (!('feed' in read) || !('feed' in as)) return read
  const entries = read.feed.entries.map((entry, at) => {
    const isMade = as.feed.entries[at]?.key === SOME_KEY && /^[0-9a-f]{32}$/u.test(entry.key)
    return isMade ? { ...entry, key: SOME_KEY } : entry
  })
  return { feed: { ...read.feed, entries } }
}

describe('what comes out of a feed', () => {
  test.each(goldenFeeds())('$name', ({ fetched, expected }) => {
    expect(withoutMadeKeys(readOrRefuse(fetched), expected)).toEqual(expected)
  })
})
