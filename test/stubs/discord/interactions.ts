import type { Answer, Call } from './http.js'
import { accepted, addMessage, deleteMessage, editMessage } from './messages.js'
import { messageJson } from './payloads.js'
import { invalidBody, refusal } from './refusal.js'
import { type Json, json, number } from './values.js'
import { EPHEMERAL, type Interaction, LOADING, type StoredMessage, type World } from './world.js'

const REPLY = 4
const DEFER = 5
const DEFER_UPDATE = 6
const UPDATE = 7
const SUGGEST = 8
const ANSWER_WITHIN = 3000
const TOKEN_LIFE = 15 * 60_000
/** Of an application that only the person has installed. */
const MOST_FOLLOW_UPS = 5

/** POST interactions/:id/:token/callback */
export function acknowledge(world: World, call: Call, id: string, token: string): Answer {
  const interaction = world.interactions.get(id)
  if (!interaction || interaction.token !== token) throw refusal(10062)
  const late = interaction.acknowledged === null && world.now() - interaction.at > ANSWER_WITHIN
  const code = interaction.acknowledged ? 40060 : late ? 10062 : null
  if (code !== null) {
    interaction.refused.push(code)
    throw refusal(code)
  }
  const { type, data } = accepted(call)
  const kind = number(type)
  const allowed = interaction.isAutocomplete
    ? [SUGGEST]
    : [REPLY, DEFER, 9, ...(interaction.messageId === null ? [] : [DEFER_UPDATE, UPDATE])]
  if (!allowed.includes(kind)) throw invalidBody([`type: ${kind} does not answer this interaction`])
  const flags = number(json(data).flags)
  interaction.acknowledged = { type: kind, flags, ms: world.now() - interaction.at, data: json(data) }
  const message = effect(world, call, interaction, kind, json(data))
  if (call.query.get('with_response') !== 'true') return { status: 204 }
  const loading = { response_message_loading: kind === DEFER, response_message_ephemeral: (flags & EPHEMERAL) !== 0 }
  const told = { id, type: interaction.payload.type, response_message_id: message?.id, ...loading }
  const resource = message ? { type: kind, message: messageJson(world, message) } : { type: kind }
  return { status: 200, body: { interaction: told, resource } }
}

/** What an acknowledgement does: the message it makes or changes. */
function effect(
  world: World,
  call: Call,
  interaction: Interaction,
  kind: number,
  data: Json,
): StoredMessage | undefined {
  if (kind === REPLY || kind === DEFER) {
    const flags = number(data.flags) | (kind === DEFER ? LOADING : 0)
    const message = respond(world, interaction, data, flags, call.files)
    interaction.originalId = message.id
    interaction.isDeferred = kind === DEFER
    return message
  }
  interaction.originalId = interaction.messageId
  const message = world.messages.get(interaction.messageId ?? '')
  if (kind === UPDATE && message) editMessage(world, message, data, call.files)
  return message
}

function respond(
  world: World,
  { id, channelId, userId, messageId }: Interaction,
  body: Json,
  flags: number,
  files: Call['files'],
): StoredMessage {
  const viewerId = (flags & EPHEMERAL) !== 0 ? userId : null
  const fields = { channelId, author: world.bot, body, flags, viewerId, referenceId: messageId, interactionId: id }
  return addMessage(world, fields, files)
}

/** The interaction whose token this is, while the token lives and once it has been acknowledged. */
function held(world: World, application: string, token: string): Interaction {
  const interaction = [...world.interactions.values()].find((each) => each.token === token)
  if (!interaction || application !== world.applicationId || interaction.isAutocomplete) throw refusal(10015)
  if (world.now() - interaction.at > TOKEN_LIFE) throw refusal(50027)
  if (!interaction.acknowledged) throw refusal(10015)
  return interaction
}

function response(world: World, interaction: Interaction, id: string): StoredMessage {
  const message = world.messages.get(id === '@original' ? (interaction.originalId ?? '') : id)
  const own = message?.interactionId === interaction.id || message?.id === interaction.originalId
  if (!message || !own || message.deleted) throw refusal(10008)
  return message
}

/** POST webhooks/:application/:token: the first after a deferral goes into the deferred reply, as public or private as that is. */
export function followUp(world: World, call: Call, application: string, token: string): Answer {
  const interaction = held(world, application, token)
  const original = world.messages.get(interaction.originalId ?? '')
  const body = accepted(call)
  if (interaction.isDeferred && original && !original.deleted) {
    interaction.isDeferred = false
    editMessage(world, original, body, call.files)
    return { status: 200, body: messageJson(world, original) }
  }
  const owners = json(interaction.payload.authorizing_integration_owners)
  interaction.followUps += 1
  if (owners['0'] === undefined && interaction.followUps > MOST_FOLLOW_UPS) throw refusal(40094)
  const message = respond(world, interaction, body, number(body.flags), call.files)
  return { status: 200, body: messageJson(world, message) }
}

/** GET, PATCH and DELETE webhooks/:application/:token/messages/:id, where the id may be `@original`. */
export function ofResponse(world: World, call: Call, application: string, token: string, id: string): Answer {
  const interaction = held(world, application, token)
  const message = response(world, interaction, id)
  if (call.method === 'DELETE') {
    deleteMessage(world, message)
    return { status: 204 }
  }
  if (call.method === 'PATCH') {
    editMessage(world, message, accepted(call, message.flags), call.files)
    if (message.id === interaction.originalId) interaction.isDeferred = false
  }
  return { status: 200, body: messageJson(world, message) }
}
