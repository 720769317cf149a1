import type { WebClient } from '@slack/web-api'
import { CrierError, UnclearError } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import type { PostOnce, Way } from '../posting.js'
import { judge, judgeUnseen, ResponseError } from './failures.js'
import { isGone } from './kinds.js'
import type { SlackBody } from './render.js'
import { CLOCK_MAY_BE_OFF, TIMEOUT } from './settings.js'

/** What marks a message as Crier's own, with the key of the post: it is looked for after a post with an unclear end. */
const EVENT_TYPE = 'crier_message'
/** Slack gives at most 15 to some apps, however many are asked for. */
const ON_PAGE = 100
const MOST_PAGES = 5

export interface Place {
  /** A channel, or a person for the DM with them. */
  readonly channel: string
  /** The thread to post in. */
  readonly thread?: string | undefined
}

interface Parts {
  readonly postOnce: PostOnce
  readonly time: Time
  /** Waits for the channel's turn: see `createTurns`. */
  readonly turn: (channel: string) => Promise<void>
}

/** Posts for everybody, once for each key; gives the message's time stamp. Rejects with what the client throws, or as `PostOnce` does. */
export async function postOnce(
  client: WebClient,
  place: Place,
  body: SlackBody,
  key: string,
  parts: Parts,
): Promise<string> {
  return parts.postOnce(key, wayTo(client, place, body, key, parts))
}

function wayTo(client: WebClient, place: Place, body: SlackBody, key: string, { time, turn }: Parts): Way {
  const { channel } = place
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } }
  return {
    turn: () => turn(channel),
    async attempt() {
      const { ts } = await client.chat.postMessage({ ...sendable(body), ...inThread(place), channel, metadata })
      return ts ?? ''
    },
    judge,
    find: (begun) => found(client, place, { key, begun }, time),
  }
}

function inThread({ thread }: Place) {
  return thread === undefined ? {} : { thread_ts: thread }
}

/** For one person alone, in a channel or thread. What may have come through is not sent again, since nobody can look for it. */
export async function postAlone(
  client: WebClient,
  place: Place,
  user: string,
  body: SlackBody,
  { time }: Pick<Parts, 'time'>,
): Promise<void> {
  const attempt = () =>
    client.chat.postEphemeral({ ...sendable(body), ...inThread(place), channel: place.channel, user })
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

/**
 * The time stamp of the message with this key, posted since `begun` (milliseconds since 1970); null where there is none. Rejects with an
 * UnclearError where Slack does not let Crier look, and with a CrierError where it does not now.
 */
async function found(
  client: WebClient,
  { channel, thread }: Place,
  { key, begun }: { readonly key: string; readonly begun: number },
  { wait }: Time,
): Promise<string | null> {
  if (isPerson(channel)) throw new UnclearError(say.unclearDm)
  const oldest = String(Math.floor((begun - CLOCK_MAY_BE_OFF) / 1000))
  const asked = { channel, oldest, limit: ON_PAGE, include_all_metadata: true }
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from = cursor ? { ...asked, cursor } : asked
    const read = () =>
      thread === undefined ? client.conversations.history(from) : client.conversations.replies({ ...from, ts: thread })
    const { messages = [], response_metadata } = await persist(read, { judge, wait }).catch((error: unknown) => {
      if (isGone(error)) throw error
      const Kind = judge(error).is === 'over' ? UnclearError : CrierError
      throw new Kind(Kind === CrierError ? say.unclearYet(channel) : say.unclear(channel), { cause: error })
    })
    const own = messages.find(({ metadata }) => {
      const payload: { key?: unknown } = metadata?.event_payload ?? {}
      return metadata?.event_type === EVENT_TYPE && payload.key === key
    })
    if (own?.ts !== undefined) return own.ts
    cursor = response_metadata?.next_cursor ?? ''
    if (!cursor) return null
  }
  throw new UnclearError(say.unclear(channel))
}

/** Slack tells the id of a DM only to who posted there, so that nobody can look whether a lost post stands in it. */
function isPerson(channel: string): boolean {
  return /^[UW]/u.test(channel)
}

/** As the client's types want it: lists that could be changed. */
function sendable({ blocks, ...body }: SlackBody) {
  return { ...body, blocks: [...blocks] }
}
