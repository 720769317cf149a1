import { PermissionFlagsBits } from 'discord.js'
import type { Json } from './values.js'

export interface User {
  readonly id: string
  readonly username: string
  readonly bot: boolean
}

export interface Guild {
  readonly id: string
  readonly name: string
  /** False while the bot is no member: where only people's own installations of it work. */
  joined: boolean
  systemChannelId: string | null
  readonly ownerId: string
  readonly locale: string
}

export interface Channel {
  readonly id: string
  readonly kind: 'text' | 'announcement' | 'forum' | 'voice' | 'thread' | 'dm'
  name: string
  readonly guildId: string | null
  readonly parentId: string | null
  /** The people of a DM, the bot left out. */
  readonly recipientIds: readonly string[]
  /** What the bot may not do here, of what everybody may. */
  denied: bigint
  locked: boolean
  /** A DM that its person does not take from bots. */
  closed: boolean
}

export interface StoredMessage {
  readonly id: string
  readonly channelId: string
  readonly author: User
  readonly at: number
  /** The last body that made it what it is: content, embeds, components. */
  body: Json
  flags: number
  attachments: readonly Json[]
  edits: number
  deleted: boolean
  /** The one person who sees it; null: everybody. */
  readonly viewerId: string | null
  readonly referenceId: string | null
  readonly nonce: string | number | null
  readonly interactionId: string | null
  readonly isWebhook: boolean
  readonly pingsReply: boolean
}

/** An interaction as its token's holder may use it. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly at: number
  readonly payload: Json
  readonly userId: string
  readonly channelId: string
  /** The message whose button was pressed. */
  readonly messageId: string | null
  readonly isAutocomplete: boolean
  acknowledged: Acknowledgement | null
  /** Codes of the acknowledgements that were refused. */
  readonly refused: number[]
  originalId: string | null
  /** Whether the next follow-up goes into the deferred reply. */
  isDeferred: boolean
  followUps: number
}

export interface Acknowledgement {
  /** 4 reply, 5 deferred reply, 6 deferred update, 7 update, 8 suggestions. */
  readonly type: number
  readonly flags: number
  /** Since the interaction was made, by the stub's clock. */
  readonly ms: number
  readonly data: Json
}

/** Everything that the stub of Discord knows. */
export interface World {
  readonly now: () => number
  readonly nextId: () => string
  readonly token: string
  readonly applicationId: string
  readonly bot: User
  /** Whether the MESSAGE_CONTENT intent is granted. */
  readonly messageContent: boolean
  readonly users: Map<string, User>
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  readonly messages: Map<string, StoredMessage>
  /** The id of the newest message of each channel, be it deleted or not. */
  readonly lastMessages: Map<string, string>
  readonly interactions: Map<string, Interaction>
  /** Registered commands by guild, or 'global'. */
  readonly commands: Map<string, readonly Json[]>
  /** When each command was created, by guild or 'global': 200 a day are allowed. */
  readonly creations: Map<string, readonly number[]>
  /** Sends an event to every session it concerns. */
  readonly dispatch: (event: string, data: Json, about: { guildId: string | null; intent: number }) => void
}

export const EPHEMERAL = 64
export const LOADING = 128
export const COMPONENTS_V2 = 1 << 15
const DISCORD_EPOCH = 1_420_070_400_000n

/** Ids as Discord makes them: the time in their upper bits, each greater than the one before. */
export function snowflakes(now: () => number): () => string {
  let last = 0n
  return () => {
    const made = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n
    last = made > last ? made : last + 1n
    return String(last)
  }
}

const EVERYONE = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseApplicationCommands',
  'UseExternalApps',
] as const

/** What everybody may do in a server. */
export const EVERYONE_MAY: bigint = EVERYONE.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)

/** What the bot may do in a channel: nothing in a server that it is no member of. */
export function botMay(world: World, channel: Channel): bigint {
  if (channel.guildId === null) return channel.recipientIds.length === 1 ? EVERYONE_MAY : 0n
  const parent = world.channels.get(channel.parentId ?? '')
  const denied = channel.denied | (parent?.denied ?? 0n)
  return world.guilds.get(channel.guildId)?.joined ? EVERYONE_MAY & ~denied : 0n
}

/** Whether a person sees a message. */
export function isVisible({ deleted, viewerId }: StoredMessage, userId: string | null): boolean {
  return !deleted && (viewerId === null || viewerId === userId)
}
