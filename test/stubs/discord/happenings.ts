import { GatewayIntentBits } from 'discord.js'
import type { Delivery } from './events.js'
import { addMessage, gatewayMessage } from './messages.js'
import { channelJson, guildJson } from './payloads.js'
import { addChannel, addGuild } from './stage.js'
import type { Json } from './values.js'
import type { Channel, Guild, StoredMessage, User, World } from './world.js'

export interface Written {
  readonly content: string
  readonly author: User
  readonly channel: Channel
  readonly reference?: StoredMessage
  /** Whether a reply also pings the author of what it replies to; so it is in Discord unless one switches it off. */
  readonly pingsReply?: boolean
  readonly embeds?: readonly Json[]
  readonly isWebhook?: boolean
}

/** A message that somebody writes. */
export function write(
  world: World,
  { content, author, channel, reference, pingsReply, embeds = [], isWebhook = false }: Written,
) {
  const message = addMessage(world, {
    channelId: channel.id,
    author,
    body: { content, embeds },
    isWebhook,
    referenceId: reference?.id ?? null,
    pingsReply: reference !== undefined && (pingsReply ?? true),
  })
  const guildId = channel.guildId
  const intent = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
  const delivery: Delivery = {
    id: message.id,
    again: () => world.dispatch('MESSAGE_CREATE', gatewayMessage(world, message), { guildId, intent }),
    acknowledged: () => null,
    refused: () => [],
    messages: () =>
      [...world.messages.values()].filter(({ referenceId, deleted }) => referenceId === message.id && !deleted),
  }
  return { ...delivery, message }
}

/** The bot becomes a member of a server, or is one no more. */
export function setJoined(world: World, guildId: string, joined: boolean): void {
  const guild = world.guilds.get(guildId)
  if (!guild) throw new Error(`No guild ${guildId}`)
  const about = { guildId, intent: GatewayIntentBits.Guilds }
  guild.joined = joined
  if (joined) world.dispatch('GUILD_CREATE', guildJson(world, guild), about)
  else world.dispatch('GUILD_DELETE', { id: guildId }, about)
}

/** Takes permissions from the bot in a channel. */
export function deny(world: World, channel: Channel, permissions: bigint): void {
  channel.denied = permissions
  world.dispatch('CHANNEL_UPDATE', channelJson(world, channel), {
    guildId: channel.guildId,
    intent: GatewayIntentBits.Guilds,
  })
}

/** A new channel or thread of a server, of which every session hears. */
export function openChannel(world: World, fields: Parameters<typeof addChannel>[1]): Channel {
  const channel = addChannel(world, fields)
  const event = channel.kind === 'thread' ? 'THREAD_CREATE' : 'CHANNEL_CREATE'
  const { guildId } = channel
  if (guildId !== null)
    world.dispatch(event, channelJson(world, channel), { guildId, intent: GatewayIntentBits.Guilds })
  return channel
}

/** A new server; sessions hear of it where the bot has joined it. */
export function openGuild(world: World, name: string, options: Parameters<typeof addGuild>[2]): Guild {
  const guild = addGuild(world, name, options)
  if (guild.joined) setJoined(world, guild.id, true)
  return guild
}
