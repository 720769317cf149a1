import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { bodyOf, type Call } from './http.js'
import { problemsInRequest } from './limits.js'
import { channelJson, memberJson, messageJson } from './payloads.js'
import { invalidBody, refusal } from './refusal.js'
import { type Json, json, list, number, text } from './values.js'
import { botMay, type Channel, COMPONENTS_V2, EPHEMERAL, LOADING, type StoredMessage, type World } from './world.js'

/** For how long a nonce gives back the message it made. */
const NONCE_LIFE = 5 * 60_000

/** The JSON body of a request, or 50035 with what Discord has against it. `flags`: those the message has already. */
export function accepted(call: Call, flags = 0): Json {
  const body = bodyOf(call)
  const merged = flags & COMPONENTS_V2 ? { ...body, flags: number(body.flags) | COMPONENTS_V2 } : body
  const nowhere = list(json(body.data ?? body).attachments).filter(
    ({ id }) => Number(id) < 1000 && !call.files.some(({ index }) => index === Number(id)),
  )
  const problems = [
    ...problemsInRequest(call.method, call.path, merged, call.files.length),
    ...nowhere.map(() => 'attachments: no such file'),
  ]
  if (problems.length > 0) throw invalidBody(problems)
  return body
}

/** The channel, or what a bot that may not see it is told. */
export function seenChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  if (!channel) throw refusal(10003)
  if ((botMay(world, channel) & PermissionFlagsBits.ViewChannel) === 0n) throw refusal(50001)
  return channel
}

export function seenMessage(world: World, channelId: string, id: string): StoredMessage {
  const message = world.messages.get(id)
  const isThere = message && message.channelId === channelId && !message.deleted && message.viewerId === null
  if (!isThere) throw refusal(10008)
  return message
}

/** Keeps a message. The caller has checked that its author may write it. */
export function addMessage(
  world: World,
  fields: Pick<StoredMessage, 'channelId' | 'author' | 'body'> & Partial<StoredMessage>,
  files: Call['files'] = [],
): StoredMessage {
  const message: StoredMessage = {
    id: world.nextId(),
    at: world.now(),
    flags: 0,
    edits: 0,
    deleted: false,
    viewerId: null,
    referenceId: null,
    nonce: null,
    interactionId: null,
    isWebhook: false,
    pingsReply: false,
    attachments: attached(world, fields.body, files),
    ...fields,
  }
  world.messages.set(message.id, message)
  if (message.viewerId === null) world.lastMessages.set(message.channelId, message.id)
  if (message.viewerId === null) announce(world, 'MESSAGE_CREATE', message)
  return message
}

/** Puts a new body over what a message is: what it leaves out stays. It is shown as finished then. */
export function editMessage(world: World, message: StoredMessage, body: Json, files: Call['files'] = []): void {
  const wasLoading = (message.flags & LOADING) !== 0
  const kept = message.attachments.filter(
    ({ id }) => body.attachments === undefined || list(body.attachments).some((each) => each.id === id),
  )
  message.attachments = [...kept, ...attached(world, body, files)]
  message.flags = (message.flags & ~LOADING) | (number(body.flags) & ~EPHEMERAL)
  message.body = { ...message.body, ...body }
  message.edits += wasLoading ? 0 : 1
  if (message.viewerId === null) announce(world, 'MESSAGE_UPDATE', message)
}

export function deleteMessage(world: World, message: StoredMessage): void {
  message.deleted = true
  const guildId = world.channels.get(message.channelId)?.guildId ?? null
  if (message.viewerId !== null) return
  const data = { id: message.id, channel_id: message.channelId, ...(guildId === null ? {} : { guild_id: guildId }) }
  world.dispatch('MESSAGE_DELETE', data, { guildId, intent: intentFor(guildId) })
}

function announce(world: World, event: string, message: StoredMessage): void {
  world.dispatch(event, gatewayMessage(world, message), {
    guildId: world.channels.get(message.channelId)?.guildId ?? null,
    intent: intentFor(world.channels.get(message.channelId)?.guildId ?? null),
  })
}

/** A message as the gateway tells of it: with the place and the author's membership. */
export function gatewayMessage(world: World, message: StoredMessage): Json {
  const channel = world.channels.get(message.channelId)
  const place = channel ? { channel_type: channelJson(world, channel).type } : {}
  const { user: _, ...member } = memberJson(message.author)
  const inGuild = channel?.guildId ? { guild_id: channel.guildId, ...(message.isWebhook ? {} : { member }) } : {}
  return { ...messageJson(world, message), ...place, ...inGuild }
}

function intentFor(guildId: string | null): number {
  return guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
}

function attached(world: World, body: Json, files: Call['files']): readonly Json[] {
  return files.map(({ index, name, type, bytes }) => {
    const told = list(body.attachments).find(({ id }) => Number(id) === index)
    const id = world.nextId()
    const url = `https://cdn.discordapp.com/attachments/1/${id}/${name}`
    const description = told?.description === undefined ? {} : { description: told.description }
    const filename = text(told?.filename) || name
    return { id, filename, ...description, size: bytes.length, url, proxy_url: url, content_type: type }
  })
}

/** POST channels/:id/messages: with `enforce_nonce` the message that the same nonce has made already. */
export function postMessage(world: World, call: Call, channel: Channel): StoredMessage {
  const body = accepted(call)
  const nonce = typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null
  const referenceId = text(json(body.message_reference).message_id) || null
  mayPost(world, call, channel, referenceId !== null)
  const isThere = referenceId !== null && world.messages.get(referenceId)?.deleted === false
  if (referenceId !== null && !isThere && json(body.message_reference).fail_if_not_exists !== false) {
    throw invalidBody(['message_reference: Unknown message'])
  }
  const made = [...world.messages.values()].find(
    (message) =>
      nonce !== null &&
      message.nonce === nonce &&
      message.channelId === channel.id &&
      world.now() - message.at < NONCE_LIFE,
  )
  if (made && body.enforce_nonce === true) return made
  const fields = { channelId: channel.id, author: world.bot, body, nonce, flags: number(body.flags) }
  return addMessage(world, { ...fields, referenceId: isThere ? referenceId : null }, call.files)
}

/** Whether the bot may write there at all; also who is seen typing may. */
export function mayWrite(world: World, channel: Channel): void {
  const needed = channel.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages'
  if (channel.kind === 'forum') throw refusal(50008)
  if (channel.kind === 'dm' && channel.closed) throw refusal(50007)
  if ((botMay(world, channel) & PermissionFlagsBits[needed]) === 0n) throw refusal(50013)
}

function mayPost(world: World, call: Call, channel: Channel, isReply: boolean): void {
  const may = botMay(world, channel)
  const lacks = (name: keyof typeof PermissionFlagsBits) => (may & PermissionFlagsBits[name]) === 0n
  mayWrite(world, channel)
  if (isReply && lacks('ReadMessageHistory')) throw refusal(160002)
  if (channel.locked) throw refusal(160005)
  if (list(bodyOf(call).embeds).length > 0 && lacks('EmbedLinks')) throw refusal(50013)
  if (call.files.length > 0 && lacks('AttachFiles')) throw refusal(50013)
}
