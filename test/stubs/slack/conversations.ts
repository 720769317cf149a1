/** Methods of the Web API that read and open channels. */
import { type Answer, channelOf, type Given, type Methods, openDm, readable, refused, wordsOf } from './given.js'
import type { Channel, Json } from './world.js'

/** What apps outside the Marketplace are given at most. */
const MOST = 15

/** Slack gives fewer than it is asked for as it likes. */
const CHANNELS_AT_ONCE = 2

function read(given: Given, inThread: string | null): Answer {
  const { world, body } = given
  const channel = readable(given, true)
  if ('ok' in channel) return channel
  const messages = world.posted
    .filter((one) => one.channel === channel.id && one.seenBy === null)
    .filter((one) => (inThread === null ? !one.thread_ts : one.ts === inThread || one.thread_ts === inThread))
    .map(({ ts, thread_ts, user, body: own }) => ({
      type: 'message',
      ts,
      thread_ts,
      user,
      text: own['text'],
      blocks: own['blocks'],
      ...(body['include_all_metadata'] ? { metadata: own['metadata'] } : {}),
    }))
  // A thread is read from its beginning, which its first message always is; a channel from its end.
  const oldest = Number(body['oldest'] ?? 0)
  const asked = messages.filter(({ ts }) => ts === inThread || Number(ts) > oldest)
  const ordered = inThread === null ? asked.toReversed() : asked
  const from = Number(body['cursor'] ?? 0)
  const to = from + Math.min(Number(body['limit'] ?? MOST), MOST)
  const isMore = to < ordered.length
  const more = isMore ? { response_metadata: { next_cursor: String(to) } } : {}
  return { ok: true, messages: ordered.slice(from, to), has_more: isMore, ...more }
}

function told({ id, isDm, hasBot, isArchived, name = 'news' }: Channel): Json {
  const kind = { is_channel: !isDm, is_im: isDm, is_private: isDm }
  return { id, ...(isDm ? {} : { name }), ...kind, is_member: hasBot, is_archived: isArchived }
}

export const CONVERSATIONS: Methods = {
  'conversations.history': { scope: 'channels:history', answer: (given) => read(given, null) },
  'conversations.replies': { scope: 'channels:history', answer: (given) => read(given, wordsOf(given.body['ts'])) },
  'conversations.info': {
    scope: 'channels:read',
    answer({ world, team, body }) {
      const channel = world.channels.get(wordsOf(body['channel']))
      return channel?.team === team ? { ok: true, channel: told(channel) } : refused('channel_not_found')
    },
  },
  'conversations.list': {
    scope: 'channels:read',
    answer({ world, team, body }) {
      const all = [...world.channels.values()].filter((one) => one.team === team && !one.isDm)
      const from = Number(body['cursor'] ?? 0)
      const isMore = from + CHANNELS_AT_ONCE < all.length
      const more = { next_cursor: isMore ? String(from + CHANNELS_AT_ONCE) : '' }
      return { ok: true, channels: all.slice(from, from + CHANNELS_AT_ONCE).map(told), response_metadata: more }
    },
  },
  'conversations.open': {
    scope: 'im:write',
    answer({ world, team, body }) {
      const user = wordsOf(body['users'])
      return world.users.has(user) ? { ok: true, channel: told(openDm(world, team, user)) } : refused('user_not_found')
    },
  },
  'conversations.join': {
    scope: 'channels:join',
    answer(given) {
      const channel = channelOf(given, false)
      if ('ok' in channel) return channel
      channel.hasBot = true
      return { ok: true, channel: told(channel) }
    },
  },
}
