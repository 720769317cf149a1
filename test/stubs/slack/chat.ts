/** Methods of the Web API that post and change messages. */
import { type Answer, channelOf, type Given, type Methods, refused, wordsOf } from './given.js'
import { filesIn, problemsIn, refusalOf } from './limits.js'
import { nextTs, type Posted } from './world.js'

/** A file is no picture before it is complete, and Slack has looked at it. */
function filesProblems({ world, body }: Given): string[] {
  return filesIn(body['blocks']).flatMap((id) => {
    const upload = world.uploads.get(id)
    if (upload?.isComplete && upload.refusals === 0) return []
    if (upload?.isComplete) upload.refusals -= 1
    return ['invalid slack file']
  })
}

/** Why a body is refused; null where it is not. */
function refusal(given: Given): Answer | null {
  const { body } = given
  const problems = [...problemsIn(body), ...filesProblems(given)]
  if (problems.length === 0) return null
  return refused(refusalOf(body, problems), { response_metadata: { messages: problems } })
}

function post(given: Given, seenBy: string | null, via: string): Answer {
  const { world, team, body } = given
  const channel = channelOf(given, true)
  if ('ok' in channel) return channel
  if (seenBy !== null && !world.users.has(seenBy)) return refused('user_not_in_channel')
  const problem = refusal(given)
  if (problem) return problem
  const message: Posted = {
    channel: channel.id,
    ts: nextTs(world),
    thread_ts: wordsOf(body['thread_ts']) || undefined,
    seenBy,
    user: team.botUserId,
    via,
    body,
  }
  world.posted.push(message)
  return { ok: true, ts: message.ts, message_ts: message.ts, channel: channel.id }
}

/** Where among all that was posted the message is that this bot may change; or why there is none. */
function ownMessage(given: Given, refusedAs: string): number | Answer {
  const { world, team, body } = given
  const channel = channelOf(given, true)
  if ('ok' in channel) return channel
  const at = world.posted.findIndex(
    ({ ts, channel: of, seenBy }) => ts === body['ts'] && of === channel.id && seenBy === null,
  )
  if (at === -1) return refused('message_not_found')
  return world.posted[at]?.user === team.botUserId ? at : refused(refusedAs)
}

export const CHAT: Methods = {
  'chat.postMessage': { scope: 'chat:write', answer: (given) => post(given, null, 'chat.postMessage') },
  'chat.postEphemeral': {
    scope: 'chat:write',
    answer: (given) => post(given, wordsOf(given.body['user']), 'chat.postEphemeral'),
  },
  'chat.update': {
    scope: 'chat:write',
    answer(given) {
      const { world, body } = given
      const at = ownMessage(given, 'cant_update_message')
      if (typeof at !== 'number') return at
      const problem = refusal(given)
      if (problem) return problem
      const message = world.posted[at]
      if (message) world.posted[at] = { ...message, body }
      return { ok: true, ts: body['ts'], channel: body['channel'], text: body['text'] }
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    answer(given) {
      const at = ownMessage(given, 'cant_delete_message')
      if (typeof at !== 'number') return at
      given.world.posted.splice(at, 1)
      return { ok: true, ts: given.body['ts'], channel: given.body['channel'] }
    },
  },
}
