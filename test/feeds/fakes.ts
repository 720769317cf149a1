/** What surrounds a poll in tests: a web and a reader that answer what they are told to, and a clock that is set. */
import type { Book, ClaimState } from '../../src/book.js'
import type { Entry, ParsedFeed } from '../../src/feeds/entry.js'
import type { FeedBook, FeedChange, FeedState, ReadArticle, WaitingEntry } from '../../src/feeds/feed.js'
import type { PollParts } from '../../src/feeds/poll.js'
import type { Reader } from '../../src/feeds/reading.js'
import type { Asked, Content, Failed, Got, Web } from '../../src/web/web.js'

export const NOW = Date.UTC(2026, 10, 21, 9, 0)

export const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  link: `https://herald.example/${key}`,
  title: `The council met on ${key}`,
  author: null,
  published: '2026-11-21T08:00:00.000Z',
  updated: null,
  html: null,
  ...more,
})

export const feedOf = (entries: readonly Entry[], more: Partial<ParsedFeed> = {}): ParsedFeed => ({
  title: 'The Wendmouth Herald',
  site: 'https://herald.example/',
  ttl: null,
  skipHours: [],
  skipDays: [],
  entries,
  ...more,
})

/** Content that the fake reader understands: what is to be read is in the bytes as JSON. */
export const content = (said: unknown, more: Partial<Content> = {}): Content => ({
  kind: 'content',
  url: '',
  bytes: new TextEncoder().encode(JSON.stringify(said)),
  type: null,
  etag: null,
  lastModified: null,
  movedTo: null,
  freshFor: null,
  ...more,
})
export const unchanged: Got = { kind: 'unchanged', movedTo: null, freshFor: null }
export const failed = (why: string, more: Partial<Failed> = {}): Failed => ({
  kind: 'failed',
  why,
  cause: 'passing',
  status: null,
  retryAfter: null,
  ...more,
})

type Answer = Got | ((asked: Asked) => Got | Promise<Got>)

/** Answers each address with what is put there, and notes what was asked. */
export function fakeWeb() {
  const answers = new Map<string, Answer>()
  const asked: (Asked & { readonly url: string })[] = []
  const web: Web = {
    async get(url, how) {
      asked.push({ url, ...how })
      const answer = answers.get(url) ?? failed('There is no such page.', { cause: 'refused', status: 404 })
      const got = await (typeof answer === 'function' ? answer(how) : answer)
      return got.kind === 'content' && got.url === '' ? { ...got, url } : got
    },
  }
  return { web, answers, asked, urls: () => asked.map(({ url }) => url) }
}

/** Reads feeds and pages as `content` wrote them. A string is why it cannot be read. */
export const fakeReader: Reader = {
  async feed({ bytes }) {
    const said: ParsedFeed | string = JSON.parse(new TextDecoder().decode(bytes))
    return typeof said === 'string' ? { reason: said } : { read: said }
  },
  discover: async ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)),
  async article({ entry: { key, title, html, link, published }, page, feed }) {
    const text: string | null = page === null ? html : JSON.parse(new TextDecoder().decode(page.bytes))
    if (text === null || text.endsWith('…')) return page === null ? { wants: 'page' } : { reason: 'It is cut off.' }
    const draft = { key, outlet: feed.outlet, title, author: null, url: link, published, text }
    return { read: { draft, quotations: [], addresses: link === null ? [] : [link] } }
  },
}

type Kept = { -readonly [Name in keyof WaitingEntry]: WaitingEntry[Name] } & { next: number | null; why: string | null }

/** Enough of a book for the logic of polling; what it does for good is for the store's own tests. */
export function fakeBook() {
  const feeds = new Map<string, FeedState & { error: string | null; isGone: boolean }>()
  const entries = new Map<string, Kept[]>()
  const articles: ReadArticle[] = []
  const kept = (id: string) => entries.get(id) ?? []
  const due = (id: string, now: number) => kept(id).filter(({ next }) => next !== null && next <= now)
  const find = ({ feedId, entry: { key } }: WaitingEntry) => kept(feedId).find((one) => one.entry.key === key)

  function settle(waiting: WaitingEntry, settled: Partial<Kept>): void {
    Object.assign(find(waiting) ?? {}, settled)
  }

  function change(id: string, { isGone, ...rest }: FeedChange): void {
    const feed = feeds.get(id)
    if (feed) feeds.set(id, { ...feed, ...rest, isGone: isGone ?? feed.isGone })
  }

  const book = {
    async due(now, limit) {
      const dueAt = (id: string) =>
        Math.min(feeds.get(id)?.next ?? Infinity, ...kept(id).map(({ next }) => next ?? Infinity))
      const ids = [...feeds.keys()].filter((id) => dueAt(id) <= now)
      return ids.toSorted((a, b) => dueAt(a) - dueAt(b)).slice(0, limit)
    },
    async nextDue() {
      const nexts = [...feeds.values(), ...[...entries.values()].flat()].map(({ next }) => next ?? Infinity)
      const next = Math.min(...nexts)
      return Number.isFinite(next) ? next : null
    },
    list: async () =>
      [...feeds.values()].map((feed) => ({ ...feed, status: 'ok', articles: 0, waiting: 0, desks: [] })),
    state: async (id) => feeds.get(id) ?? null,
    async keepEntries(id, given, isOld, changed, now) {
      const fresh = given.filter(
        (one) => !kept(id).some(({ entry: known }) => JSON.stringify(known) === JSON.stringify(one)),
      )
      for (const one of fresh) {
        const known = kept(id).find(({ entry: { key } }) => key === one.key)
        if (known) Object.assign(known, { entry: one, next: now })
        else
          entries.set(id, [
            ...kept(id),
            {
              feedId: id,
              entry: one,
              failures: 0,
              isOld,
              etag: null,
              lastModified: null,
              readings: 0,
              next: now,
              why: null,
            },
          ])
      }
      change(id, changed)
      return fresh.length
    },
    change: async (id, changed) => change(id, changed),
    waiting: async (id, now, limit) =>
      due(id, now)
        .slice(0, limit)
        .map((one) => ({ ...one })),
    async keepArticle(waiting, read, next) {
      articles.push(read)
      const { etag, lastModified } = read
      settle(waiting, { next, etag, lastModified, readings: waiting.readings + 1, failures: 0, why: null })
      return { id: read.draft.key, saved: 'added' }
    },
    async keepUnchanged(waiting, next) {
      settle(waiting, { next, readings: waiting.readings + 1, failures: 0, why: null })
    },
    async refuse(waiting, { why, next, failures }) {
      settle(waiting, { next, why, failures })
    },
  } satisfies Partial<FeedBook>

  return {
    book,
    articles,
    state: (id: string) => feeds.get(id),
    entries: kept,
    follow(id: string, more: Partial<FeedState> = {}): void {
      const url = `https://herald.example/${id}.xml`
      feeds.set(id, {
        id,
        url,
        outlet: 'Herald',
        site: null,
        etag: null,
        lastModified: null,
        interval: null,
        skipped: { hours: [], days: [] },
        failures: 0,
        failingSince: null,
        lastSuccess: null,
        next: NOW,
        error: null,
        isGone: false,
        ...more,
      })
    },
  }
}

/** Claims in memory, by the true time. */
export function fakeClaims(): Pick<Book, 'claim' | 'release'> & { readonly held: Map<string, string> } {
  const until = new Map<string, number>()
  const held = new Map<string, string>()
  return {
    held,
    async claim(key, holder, now, end): Promise<ClaimState> {
      if (held.has(key) && held.get(key) !== holder && (until.get(key) ?? 0) > now) return 'held'
      held.set(key, holder)
      until.set(key, end)
      return 'mine'
    },
    async release(key, holder) {
      if (held.get(key) === holder) held.delete(key)
    },
  }
}

/** Everything that a poll needs. Time stands still unless it is set. */
export function surroundings(more: Partial<PollParts> = {}) {
  const clock = { now: NOW }
  const internet = fakeWeb()
  const store = fakeBook()
  const claims = fakeClaims()
  const logged: object[] = []
  const note = (details: object) => void logged.push(details)
  const parts: PollParts = {
    book: { ...unused, ...store.book },
    claims,
    web: internet.web,
    reader: fakeReader,
    holder: 'this process',
    now: () => clock.now,
    trueNow: () => clock.now,
    wait: (_milliseconds, signal) => aborted(signal),
    random: () => 0.5,
    newId: () => 'abc123',
    log: { warn: note, error: note },
    ...more,
  }
  return { clock, internet, store, claims, logged, parts }
}

/** Resolves when the signal aborts. */
export async function aborted(signal: AbortSignal | undefined): Promise<void> {
  if (!signal || signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

const never = async (): Promise<never> => Promise.reject(new Error('Polling does not ask for this.'))
const unused: Pick<FeedBook, 'follow' | 'unfollow' | 'find' | 'failing' | 'told'> = {
  follow: never,
  unfollow: never,
  find: never,
  failing: never,
  told: never,
}
