import type { WebClient } from '@slack/web-api'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { judge, judgeUnseen, ResponseError } from './failures.js'
import type { SlackBody } from './render.js'
import { TIMEOUT } from './settings.js'

/** What marks a message as Crier's own, with the key of the post: it is looked for after a post with an unclear end. */
const EVENT_TYPE = 'crier_message'
const LOOKED_THROUGH = 15

export interface Place {
  readonly channel: string
  /** The thread to post in. */
  readonly thread?: string | undefined
}

interface Parts {
  readonly time: Time
  /** Waits for the channel's turn: see `createTurns`. */
  readonly turn: (channel: string) => Promise<void>
}

/** Posts for everybody, once for each key even where Slack's answer is lost. Rejects with what the client throws. */
export async function post(
  client: WebClient,
  { channel, thread }: Place,
  body: SlackBody,
  key: string,
  { time, turn }: Parts,
): Promise<void> {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } }
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  const attempt = async (): Promise<string> => {
    await turn(channel)
    const { ts } = await client.chat.postMessage({ ...sendable(body), ...inThread, channel, metadata })
    return ts ?? ''
  }
  await persist(attempt, { judge, find: () => found(client, { channel, thread }, key), wait: time.wait })
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
    if (!response.ok) throw new ResponseError(response.status, seconds > 0 ? seconds * 1000 : null, said.slice(0, 100))
  }
  await persist(attempt, { judge: judgeUnseen, wait: time.wait })
}

/** The time stamp of the message with this key, where there is one among the newest. */
async function found(client: WebClient, { channel, thread }: Place, key: string): Promise<string | null> {
  const asked = { channel, limit: LOOKED_THROUGH, include_all_metadata: true }
  const { messages = [] } =
    thread === undefined
      ? await client.conversations.history(asked)
      : await client.conversations.replies({ ...asked, ts: thread })
  const own = messages.find(({ metadata }) => {
    const payload: { key?: unknown } = metadata?.event_payload ?? {}
    return metadata?.event_type === EVENT_TYPE && payload.key === key
  })
  return own?.ts ?? null
}

/** As the client's types want it: lists that could be changed. */
function sendable({ blocks, ...body }: SlackBody) {
  return { ...body, blocks: [...blocks] }
}
