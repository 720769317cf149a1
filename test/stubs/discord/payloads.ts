import { ChannelType, MessageType } from 'discord.js'
import { type Json, json, list, text } from './values.js'
import { botMay, type Channel, EVERYONE_MAY, type Guild, type StoredMessage, type User, type World } from './world.js'

const KINDS = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
  voice: ChannelType.GuildVoice,
  thread: ChannelType.PublicThread,
  dm: ChannelType.DM,
} as const
const LONG_AGO = '2024-01-01T00:00:00.000000+00:00'

export function userJson({ id, username, bot }: User): Json {
  const names = { username, global_name: bot ? null : username, discriminator: bot ? '0001' : '0' }
  return { id, ...names, avatar: null, bot, public_flags: 0, clan: null, primary_guild: null }
}

export function memberJson(user: User): Json {
  const times = { joined_at: LONG_AGO, premium_since: null, communication_disabled_until: null }
  const names = { nick: null, avatar: null, banner: null }
  return { user: userJson(user), ...names, roles: [], ...times, deaf: false, mute: false, flags: 0, pending: false }
}

export function applicationJson({ applicationId, bot, messageContent }: World): Json {
  return {
    id: applicationId,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: messageContent ? 1 << 19 : 0,
    bot: userJson(bot),
    integration_types_config: { 0: {}, 1: {} },
  }
}

export function channelJson(world: World, channel: Channel): Json {
  const { id, name, guildId, parentId, denied } = channel
  const type = KINDS[channel.kind]
  if (channel.kind === 'dm') {
    const recipients = channel.recipientIds.flatMap((user) => world.users.get(user) ?? []).map(userJson)
    return { id, type, recipients, last_message_id: lastMessage(world, id), flags: 0 }
  }
  const place = { name, guild_id: guildId, parent_id: parentId }
  const common = { id, type, ...place, last_message_id: lastMessage(world, id), flags: 0 }
  if (channel.kind === 'thread') {
    const archive = { archived: false, auto_archive_duration: 1440, archive_timestamp: LONG_AGO }
    const member = { id, user_id: world.bot.id, join_timestamp: LONG_AGO, flags: 0 }
    const counts = { message_count: 0, member_count: 2, total_message_sent: 0, rate_limit_per_user: 0 }
    return {
      ...common,
      owner_id: world.bot.id,
      thread_metadata: { ...archive, locked: channel.locked },
      member,
      ...counts,
    }
  }
  const overwrites = denied === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: String(denied) }]
  return { ...common, permission_overwrites: overwrites, position: 0, topic: null, nsfw: false, rate_limit_per_user: 0 }
}

/** Deleted ones count, too. */
function lastMessage(world: World, channelId: string): string | null {
  return world.lastMessages.get(channelId) ?? null
}

export function guildJson(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id)
  const of = (isThread: boolean) =>
    channels.filter(({ kind }) => (kind === 'thread') === isThread).map((channel) => channelJson(world, channel))
  const look = { hoist: false, mentionable: false, color: 0, colors: { primary_color: 0 }, icon: null, flags: 0 }
  const nothing = { emojis: [], stickers: [], features: [], presences: [], voice_states: [], stage_instances: [] }
  const nobody = { guild_scheduled_events: [], soundboard_sounds: [], icon: null, description: null, banner: null }
  const rules = { mfa_level: 0, nsfw_level: 0, premium_tier: 0, verification_level: 0, explicit_content_filter: 0 }
  const system = { system_channel_id: guild.systemChannelId, system_channel_flags: 0, rules_channel_id: null }
  const defaults = { afk_channel_id: null, afk_timeout: 300, default_message_notifications: 0, joined_at: LONG_AGO }
  return {
    ...nothing,
    ...nobody,
    ...rules,
    ...system,
    ...defaults,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [
      { id: guild.id, name: '@everyone', permissions: String(EVERYONE_MAY), position: 0, managed: false, ...look },
    ],
    channels: of(false),
    threads: of(true),
    members: [memberJson(world.bot)],
    member_count: 2,
    large: false,
    unavailable: false,
  }
}

/** Who a message names, in the order of its text; the author of the message it replies to too, when the reply pings. */
function mentioned(world: World, message: StoredMessage): readonly User[] {
  const named = [...text(message.body.content).matchAll(/<@!?(\d+)>/gu)].map(([, id = '']) => id)
  const replied = world.messages.get(message.referenceId ?? '')?.author.id
  const ids = new Set([...named, ...(message.pingsReply && replied !== undefined ? [replied] : [])])
  const silenced = message.author.id === world.bot.id
  return silenced ? [] : [...ids].flatMap((id) => world.users.get(id) ?? [])
}

/** What a bot without the MESSAGE_CONTENT intent may read: its own, what names it, and what is said to it alone. */
function isReadable(world: World, message: StoredMessage): boolean {
  const channel = world.channels.get(message.channelId)
  const own = message.author.id === world.bot.id || mentioned(world, message).includes(world.bot)
  return world.messageContent || own || channel?.kind === 'dm'
}

/**
 * A message as REST and the gateway give it. `full`: as an interaction with it carries it, whatever the intents. `isOld`: as the history
 * gives it, where nothing promises a nonce.
 */
export function messageJson(world: World, message: StoredMessage, { full = false, isOld = false } = {}): Json {
  const shown = full || isReadable(world, message)
  const { body, referenceId, interactionId } = message
  const reference = referenceId === null ? undefined : world.messages.get(referenceId)
  const app = message.author.id === world.bot.id
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userJson(message.author),
    content: shown ? text(body.content) : '',
    embeds: shown ? list(body.embeds).map((embed) => ({ type: 'rich', ...embed })) : [],
    components: shown ? numbered(list(body.components)) : [],
    attachments: shown ? message.attachments : [],
    type: typeOf(world, message),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(world.now()).toISOString() : null,
    mentions: mentioned(world, message).map(userJson),
    mention_everyone: !app && /@(?:everyone|here)/u.test(text(body.content)),
    mention_roles: [],
    pinned: false,
    tts: false,
    flags: message.flags,
    ...(message.nonce === null || isOld ? {} : { nonce: message.nonce }),
    ...(app ? { application_id: world.applicationId } : {}),
    ...(message.isWebhook || interactionId !== null ? { webhook_id: world.applicationId } : {}),
    ...(interactionId === null ? {} : { interaction_metadata: metadata(world, interactionId) }),
    ...(referenceId === null ? {} : { message_reference: referenceJson(world, message), referenced_message: null }),
    ...(reference && !reference.deleted
      ? { referenced_message: messageJson(world, { ...reference, referenceId: null }) }
      : {}),
  }
}

function typeOf(world: World, { referenceId, interactionId }: StoredMessage): MessageType {
  if (interactionId === null) return referenceId === null ? MessageType.Default : MessageType.Reply
  const { type, data } = json(world.interactions.get(interactionId)?.payload)
  if (type !== 2) return referenceId === null ? MessageType.Default : MessageType.Reply
  return json(data).type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand
}

function referenceJson(world: World, { channelId, referenceId }: StoredMessage): Json {
  const guildId = world.channels.get(channelId)?.guildId
  return { type: 0, message_id: referenceId, channel_id: channelId, ...(guildId ? { guild_id: guildId } : {}) }
}

function metadata(world: World, id: string): Json {
  const { type, authorizing_integration_owners } = json(world.interactions.get(id)?.payload)
  const user = world.users.get(world.interactions.get(id)?.userId ?? '')
  return { id, type, user: user ? userJson(user) : null, authorizing_integration_owners }
}

/** Discord numbers the components that have no id. */
function numbered(components: readonly Json[]): readonly Json[] {
  let next = 0
  const visit = (component: Json): Json => {
    next += 1
    const id = component.id ?? next
    const inner = component.components === undefined ? {} : { components: list(component.components).map(visit) }
    return { ...component, id, ...inner }
  }
  return components.map(visit)
}

/** What interactions tell of the place they come from. */
export function channelOfInteraction(world: World, channel: Channel, permissions: bigint): Json {
  return {
    ...channelJson(world, channel),
    permissions: String(permissions),
    app_permissions: String(botMay(world, channel)),
  }
}
