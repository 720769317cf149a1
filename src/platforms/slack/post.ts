import type { WebClient } from '@slack/web-api'
import type { Book } from '../../book.js'
import { CrierError } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { judge, judgeUnseen, ResponseError } from './failures.js'
import type { SlackBody } from './render.js'
import { CLOCK_MAY_BE_OFF, TIMEOUT } from './settings.js'

/** What marks a message as Crier's own, with the key of the post: it is looked for after a post with an unclear end. */
const EVENT_TYPE = 'crier_message'
/** Slack gives at most 15 to some apps, however many are asked for. */
const ON_PAGE = 100
const MOST_PAGES = 5
/** Posts that somebody began; the value is when, in milliseconds since 1970. */
const BEGUN = 'slack-post'

export interface Place {
  readonly channel: string
  /** The thread to post in. */
  readonly thread?: string | undefined
}

interface Parts {
  readonly book: Pick<Book, 'put' | 'get' | 'remove'>
  readonly time: Time
  /** Waits for the channel's turn: see `createTurns`. */
  readonly turn: (channel: string) => Promise<void>
}

/**
 * Posts for everybody, once for each key even where Slack's answer is lost. Rejects with what the client throws, or with a CrierError
 * where nobody can tell whether it stands there.
 */
export async function post(
  client: WebClient,
  place: Place,
  body: SlackBody,
  key: string,
  { time, turn }: Pick<Parts, 'time' | 'turn'>,
): Promise<void> {
  const { channel, thread } = place
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } }
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  const begun = time.now()
  const attempt = async (): Promise<string> => {
    await turn(channel)
    const { ts } = await client.chat.postMessage({ ...sendable(body), ...inThread, channel, metadata })
    return ts ?? ''
  }
  await persist(attempt, { judge, find: () => found(client, place, { key, begun }, time), wait: time.wait })
}

/**
 * As `post`, also where an earlier attempt, perhaps of a process that died, came to no clear end: that one is looked for first. Whoever
 * calls it must `forgetPost` once nobody will do so again for this key.
 */
export async function postOnce(
  client: WebClient,
  place: Place,
  body: SlackBody,
  key: string,
  parts: Parts,
): Promise<void> {
  const { book, time } = parts
  const begun = await book.get(BEGUN, key)
  if (begun === null) await book.put(BEGUN, key, String(time.now()))
  else if ((await found(client, place, { key, begun: Number(begun) }, time)) !== null) return
  try {
    await post(client, place, body, key, parts)
  } catch (error) {
    // What was refused is not there; of a CrierError nobody knows.
    if (!(error instanceof CrierError) && judge(error).is === 'over') await forgetPost(key, parts)
    throw error
  }
}

export async function forgetPost(key: string, { book }: Pick<Parts, 'book'>): Promise<void> {
  await book.remove(BEGUN, key)
}

/** For one person alone, in a channel or thread. What may have come through is not sent again, since nobody can look for it. */
export async function postAlone(
  client: WebClient,
  { channel, thread }: Place,
  user: string,
  body: SlackBody,
  { time }: Pick<Parts, 'time'>,
): Promise<void> {
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  const attempt = () => client.chat.postEphemeral({ ...sendable(body), ...inThread, channel, user })
  await persist(attempt, { judge: judgeUnseen, wait: time.wait })
}

/** Answers where something was asked, through the address that came with it: five times, for half an hour, also where Crier is no member. */
export async function respond(
  url: string,
  body: SlackBody,
  { isShared, thread }: { readonly isShared: boolean; readonly thread?: string | undefined },
  { time }: Pick<Parts, 'time'>,
): Promise<void> {
  const answer = {
    ...body,
    response_type: isShared ? 'in_channel' : 'ephemeral',
    replace_original: false,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  }
  const attempt = async (): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(answer),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const said = await response.text()
    const seconds = Number(response.headers.get('retry-after'))
    if (!response.ok || /"ok":\s*false/u.test(said))
      throw new ResponseError(response.status, seconds > 0 ? seconds * 1000 : null, said.slice(0, 100))
  }
  await persist(attempt, { judge: judgeUnseen, wait: time.wait })
}

/** The time stamp of the message with this key, posted since `begun` (milliseconds since 1970); null where there is none. */
async function found(
  client: WebClient,
  { channel, thread }: Place,
  { key, begun }: { readonly key: string; readonly begun: number },
  { wait }: Time,
): Promise<string | null> {
  const oldest = String(Math.floor((begun - CLOCK_MAY_BE_OFF) / 1000))
  const asked = { channel, oldest, limit: ON_PAGE, include_all_metadata: true }
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from = cursor ? { ...asked, cursor } : asked
    const read = () =>
      thread === undefined ? client.conversations.history(from) : client.conversations.replies({ ...from, ts: thread })
    const { messages = [], response_metadata } = await persist(read, { judge, wait }).catch((error: unknown) => {
      throw new CrierError(say.unclear(channel), { cause: error })
    })
    const own = messages.find(({ metadata }) => {
      const payload: { key?: unknown } = metadata?.event_payload ?? {}
      return metadata?.event_type === EVENT_TYPE && payload.key === key
    })
    if (own?.ts !== undefined) return own.ts
    cursor = response_metadata?.next_cursor ?? ''
    if (!cursor) return null
  }
  throw new CrierError(say.unclear(channel))
}

/** As the client's types want it: lists that could be changed. */
function sendable({ blocks, ...body }: SlackBody) {
  return { ...body, blocks: [...blocks] }
}
