import { randomBytes } from 'node:crypto'
import { channelOfInteraction, memberJson, messageJson, userJson } from './payloads.js'
import { commandData, type OptionValue, typedData } from './typing.js'
import { type Json, list } from './values.js'
import {
  type Acknowledgement,
  botMay,
  type Channel,
  EVERYONE_MAY,
  type Interaction,
  isVisible,
  type StoredMessage,
  type User,
  type World,
} from './world.js'

/** Something a person did, as it reached the bot. */
export interface Delivery {
  readonly id: string
  /** The same event once more, exactly. */
  again(): void
  /** How the bot acknowledged it; null while it has not. */
  acknowledged(): Acknowledgement | null
  /** Codes with which further acknowledgements were refused. */
  refused(): readonly number[]
  /** The messages it led to that are still there: responses to an interaction, replies to a message. */
  messages(): readonly StoredMessage[]
}

/** Where somebody does something: a channel (the server's first unless told), by a person. */
export interface Place {
  readonly user: User
  readonly channel: Channel
  /** What the person may do there; what everybody may unless told. */
  readonly permissions?: bigint
  /** Only this person has installed the application, not the server. */
  readonly userInstalled?: boolean
}

export interface CommandUse extends Place {
  readonly name: string
  readonly options?: Readonly<Record<string, OptionValue>>
}

function deliver(
  world: World,
  payload: Json,
  place: Place,
  more: { messageId?: string; isAutocomplete?: boolean } = {},
): Delivery {
  const { guildId } = place.channel
  const id = String(payload.id)
  const interaction: Interaction = {
    id,
    token: String(payload.token),
    at: world.now(),
    payload,
    userId: place.user.id,
    channelId: place.channel.id,
    messageId: more.messageId ?? null,
    isAutocomplete: more.isAutocomplete ?? false,
    acknowledged: null,
    refused: [],
    originalId: null,
    isDeferred: false,
    followUps: 0,
  }
  world.interactions.set(id, interaction)
  const again = () => world.dispatch('INTERACTION_CREATE', payload, { guildId, intent: 0 })
  again()
  return {
    id,
    again,
    acknowledged: () => interaction.acknowledged,
    refused: () => interaction.refused,
    messages: () =>
      [...world.messages.values()].filter(({ interactionId, deleted }) => interactionId === id && !deleted),
  }
}

/** What every interaction tells of who did it and where. */
function envelope(
  world: World,
  type: number,
  data: Json,
  { user, channel, permissions, userInstalled = false }: Place,
): Json {
  const guild = world.guilds.get(channel.guildId ?? '')
  const may = permissions ?? EVERYONE_MAY
  const owners = {
    ...(userInstalled ? {} : { 0: guild?.id ?? '0' }),
    ...(userInstalled || !guild ? { 1: user.id } : {}),
  }
  const place = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, locale: guild.locale, features: [] },
        guild_locale: guild.locale,
        member: { ...memberJson(user), permissions: String(may) },
      }
    : { user: userJson(user) }
  return {
    id: world.nextId(),
    application_id: world.applicationId,
    token: randomBytes(48).toString('base64url'),
    version: 1,
    type,
    data,
    ...place,
    channel_id: channel.id,
    channel: channelOfInteraction(world, channel, may),
    app_permissions: String(guild?.joined ? botMay(world, channel) : EVERYONE_MAY),
    locale: 'en-GB',
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: owners,
    context: guild ? 0 : channel.recipientIds.length === 1 ? 1 : 2,
  }
}

/** A chat command. Throws where Discord would not let it be sent: not registered there, an unknown or a missing option. */
export function useCommand(world: World, use: CommandUse): Delivery {
  const data = commandData(world, use, 1)
  return deliver(world, envelope(world, 2, data, use), use)
}

/** Typing in the option `focused` of a chat command: `options` holds what stands in the others and in it so far. */
export function typeOption(world: World, use: CommandUse & { readonly focused: string }): Delivery {
  const payload = envelope(world, 4, typedData(world, use, use.focused), use)
  return deliver(world, payload, use, { isAutocomplete: true })
}

/** A command of a message's menu: it carries the whole message, whatever the intents. */
export function useMessageCommand(world: World, use: CommandUse & { readonly target: StoredMessage }): Delivery {
  const messages = { [use.target.id]: messageJson(world, use.target, { full: true }) }
  const data = { ...commandData(world, use, 3), target_id: use.target.id, resolved: { messages } }
  return deliver(world, envelope(world, 2, data, use), use)
}

/** A press on a button of a message. Throws where the person sees no such button. */
export function press(
  world: World,
  { message, customId, ...place }: Place & { message: StoredMessage; customId: string },
): Delivery {
  const button = buttonsOf(message).find((each) => each.customId === customId)
  if (!button || !isVisible(message, place.user.id)) throw new Error(`No button ${customId} for ${place.user.username}`)
  const data = { custom_id: customId, component_type: 2, id: 2 }
  const payload = { ...envelope(world, 3, data, place), message: messageJson(world, message, { full: true }) }
  return deliver(world, payload, place, { messageId: message.id })
}

export interface ButtonSeen {
  readonly customId: string
  readonly label: string
}

/** The buttons of a message that can be pressed. */
export function buttonsOf({ body }: StoredMessage): readonly ButtonSeen[] {
  const within = (components: unknown): readonly Json[] =>
    list(components).flatMap((each) => [each, ...within(each.components), ...within([each.accessory])])
  return within(body.components)
    .filter(({ type, custom_id, disabled }) => type === 2 && typeof custom_id === 'string' && disabled !== true)
    .map(({ custom_id, label }) => ({ customId: String(custom_id), label: String(label) }))
}
