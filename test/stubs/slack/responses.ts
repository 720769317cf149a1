/** Answers to a response_url: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
import { filesIn, problemsIn, refusalOf } from './limits.js'
import { type Json, nextTs, type Posted, type World } from './world.js'

/** Takes an answer: posts it, or replaces or deletes the message whose button was pressed. Gives a status and what is told. */
export function responded(world: World, id: string, body: Json): readonly [status: number, told: Json] {
  const open = world.responses.get(id)
  if (!open || open.until < world.now()) return [404, { ok: false, error: 'expired_url' }]
  if (open.uses === 0) return [404, { ok: false, error: 'used_url' }]
  const isDeletion = body['delete_original'] === true
  // Whose files they are is not known here, so none is shown.
  const files = filesIn(body['blocks']).map(() => 'invalid slack file')
  const problems = isDeletion ? [] : [...problemsIn(body), ...files]
  if (problems.length > 0) return [400, { ok: false, error: refusalOf(body, problems), problems }]
  open.uses -= 1
  const at = world.posted.findIndex(({ ts, channel }) => ts === open.original && channel === open.channel)
  const original = world.posted[at]
  if (isDeletion) {
    if (original) world.posted.splice(at, 1)
  } else if (original && body['replace_original'] === true) {
    world.posted[at] = { ...original, body }
  } else {
    world.posted.push(answer(world, open, body))
  }
  return [200, { ok: true }]
}

function answer(
  world: World,
  { channel, user }: { readonly channel: string; readonly user: string },
  body: Json,
): Posted {
  return {
    channel,
    ts: nextTs(world),
    thread_ts: typeof body['thread_ts'] === 'string' ? body['thread_ts'] : undefined,
    seenBy: body['response_type'] === 'in_channel' ? null : user,
    user: 'crier',
    via: 'response_url',
    body,
  }
}
