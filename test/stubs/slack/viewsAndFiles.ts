/** Methods of the Web API for views and files. */
import { channelOf, type Given, type Methods, refused, wordsOf } from './given.js'
import { problemsInView } from './limits.js'
import { type Json, next, nextTs } from './world.js'

const TRIGGER_LASTS = 3000

/** Keeps a view under whose it is, unless Slack would refuse it. */
function keepView({ world, body }: Given, whose: string) {
  const problems = problemsInView(body['view'])
  if (problems.length > 0) return refused('invalid_arguments', { response_metadata: { messages: problems } })
  const view: Json = { id: whose, ...Object(body['view']) }
  world.views.set(whose, view)
  return { ok: true, view }
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map((one) => ({ ...Object(one) })) : []
}

export const VIEWS_AND_FILES: Methods = {
  'views.publish': { answer: (given) => keepView(given, wordsOf(given.body['user_id'])) },
  'views.open': {
    answer(given) {
      const { world, body } = given
      const trigger = wordsOf(body['trigger_id'])
      const at = world.triggers.get(trigger)
      if (at === undefined) return refused('invalid_trigger_id')
      world.triggers.delete(trigger)
      return world.now() - at > TRIGGER_LASTS ? refused('expired_trigger_id') : keepView(given, next('V'))
    },
  },
  'views.update': {
    answer(given) {
      const id = wordsOf(given.body['view_id'])
      return given.world.views.has(id) ? keepView(given, id) : refused('not_found')
    },
  },
  'files.getUploadURLExternal': {
    scope: 'files:write',
    answer({ world, body, links }) {
      const [name, length] = [wordsOf(body['filename']), Number(body['length'])]
      if (name === '' || !(length > 0)) return refused('invalid_arguments')
      const file = next('F')
      world.uploads.set(file, { name, length, received: 0, isComplete: false, refusals: world.refusalsOfUploads })
      return { ok: true, upload_url: links.upload(file), file_id: file }
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    answer({ body: given, ...rest }) {
      const { world, team } = rest
      const files = listOf(given['files'])
      const isWhole = files.every(({ id }) => {
        const upload = world.uploads.get(wordsOf(id))
        return upload !== undefined && upload.received === upload.length
      })
      if (files.length === 0 || !isWhole) return refused('file_not_found')
      for (const { id } of files) {
        const upload = world.uploads.get(wordsOf(id))
        if (upload) upload.isComplete = true
      }
      if (given['channel_id'] === undefined) return { ok: true, files }
      const channel = channelOf({ ...rest, body: { channel: given['channel_id'] } }, true)
      if ('ok' in channel) return channel
      world.posted.push({
        channel: channel.id,
        ts: nextTs(world),
        thread_ts: wordsOf(given['thread_ts']) || undefined,
        seenBy: null,
        user: team.botUserId,
        via: 'files.completeUploadExternal',
        body: { text: wordsOf(given['initial_comment']), files },
      })
      return { ok: true, files }
    },
  },
}
