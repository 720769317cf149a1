import type { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import { pointsAway } from '../../mention.js'
import { platformPhrases } from '../../platformPhrases.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { loggable } from './failures.js'
import { drawnWithPictures, postShown } from './pictures.js'
import { type Place, postAlone, postOnce } from './post.js'
import type { SlackBody } from './render.js'
import { askerOf, drawn, failureBody, type Service, tellSomehow, whole } from './service.js'
import { messageWords, withoutMention } from './words.js'

/** An app_mention, or a message: both come for one text, with the same time stamp. */
export interface Written {
  readonly type: string
  readonly subtype?: string
  readonly bot_id?: string
  readonly user?: string
  readonly text?: string
  readonly channel: string
  readonly channel_type?: string
  readonly ts: string
  readonly thread_ts?: string
  readonly edited?: object
  readonly attachments?: readonly { readonly text?: string; readonly fallback?: string }[]
}

interface Of {
  readonly team: string
  readonly botUserId: string
}

const SAID = new Set([undefined, 'thread_broadcast', 'file_share'])

/** Answers a message that mentions Crier, or that somebody wrote to it in a DM; each once, and with what went wrong if it did. */
export async function handleMessage(service: Service, client: WebClient, message: Written, of: Of): Promise<void> {
  if (!isForCrier(message, of)) return
  const { channel, ts } = message
  const key = `slack:message:${of.team}:${channel}:${ts}`
  const fail = (error: unknown) => tellAlone(service, client, message, key, failureBody(service, error, channel))
  try {
    await service.reception.once(key, async () => {
      try {
        if (service.isStopping()) throw new CrierError(platformPhrases.stopping)
        await answer(service, client, message, { ...of, key })
      } catch (error) {
        await fail(error)
      }
    })
  } catch (error) {
    await fail(error)
  }
}

function isForCrier(
  { type, subtype, bot_id, user, text = '', channel_type, edited }: Written,
  { botUserId }: Of,
): boolean {
  if (bot_id !== undefined || user === undefined || user === botUserId || edited !== undefined) return false
  if (!SAID.has(subtype)) return false
  return type === 'app_mention' || channel_type === 'im' || text.includes(`<@${botUserId}>`)
}

/** In a DM below the question; elsewhere in its thread, or in a new one under it. */
function placeOf({ channel, channel_type, ts, thread_ts }: Written): Place {
  return { channel, thread: channel_type === 'im' ? thread_ts : (thread_ts ?? ts) }
}

async function answer(
  service: Service,
  client: WebClient,
  message: Written,
  { team, botUserId, key }: Of & { readonly key: string },
): Promise<void> {
  const { reception } = service
  const { user = '', text = '', channel, channel_type } = message
  const place = placeOf(message)
  const asker = askerOf(service, client, team, user)
  const line = withoutMention(text, botUserId)
  const pointedAt = pointsAway(line) ? await wordsAbove(service, client, message) : null
  const conversation = [channel, place.thread].filter(Boolean).join('/')
  const found = await reception.ask({ asker, line: line || '/help', conversation, pointedAt, channel })
  const isAlone = channel_type === 'im'
  if (found.private && !isAlone) {
    await tellAlone(service, client, message, key, await drawn(service, whole(found), asker, false))
  } else {
    const shown = await drawnWithPictures(service, client, whole(found), asker, false)
    await postShown(shown, (body) => postOnce(client, place, body, key, service), service.time)
  }
}

/** The message that "this" points at: one that is shared in the question, else the one that its thread is about; null where Slack does not show it. */
async function wordsAbove(service: Service, client: WebClient, message: Written): Promise<string | null> {
  const { channel, thread_ts, ts, attachments = [] } = message
  const shared = messageWords({ attachments })
  if (shared !== null || thread_ts === undefined || thread_ts === ts) return shared
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread_ts, limit: 1 })
    const [above] = messages
    return above ? messageWords({ text: above.text, attachments: above.attachments }) : null
  } catch (error) {
    service.log.info(loggable(error), say.notRead)
    return null
  }
}

/**
 * For the asker alone: where the question stands, else in a DM. Slack shows such a message in a thread only once there are replies, so
 * to a question that begins a thread it goes to the channel.
 */
async function tellAlone(
  service: Service,
  client: WebClient,
  { channel, thread_ts, user = '' }: Written,
  key: string,
  body: SlackBody,
): Promise<void> {
  await tellSomehow(service, [
    () => postAlone(client, { channel, thread: thread_ts }, user, body, service),
    () => postOnce(client, { channel: user }, body, `alone:${key}`, service),
  ])
}
