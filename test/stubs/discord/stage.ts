import { type Channel, type Guild, snowflakes, type User, type World } from './world.js'

/** A world with nobody in it but the bot. */
export function emptyWorld(
  { now, token, messageContent }: Pick<World, 'now' | 'token' | 'messageContent'>,
  dispatch: World['dispatch'],
): World {
  const nextId = snowflakes(now)
  const id = nextId()
  const bot = { id, username: 'Crier', bot: true }
  return {
    now,
    nextId,
    token,
    messageContent,
    dispatch,
    bot,
    applicationId: id,
    users: new Map([[id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    lastMessages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    creations: new Map(),
  }
}

export function addUser(world: World, username: string, { bot = false } = {}): User {
  const user = { id: world.nextId(), username, bot }
  world.users.set(user.id, user)
  return user
}

/** A server with one text channel, which is its system channel too. */
export function addGuild(
  world: World,
  name: string,
  { joined = true, owner }: { joined?: boolean; owner: User },
): Guild {
  const guild: Guild = { id: world.nextId(), name, joined, systemChannelId: null, ownerId: owner.id, locale: 'en-GB' }
  world.guilds.set(guild.id, guild)
  guild.systemChannelId = addChannel(world, { kind: 'text', name: 'general', guildId: guild.id }).id
  return guild
}

export function addChannel(world: World, fields: Pick<Channel, 'kind' | 'name'> & Partial<Channel>): Channel {
  const none = { guildId: null, parentId: null, recipientIds: [], denied: 0n, locked: false, closed: false }
  const channel: Channel = { id: world.nextId(), ...none, ...fields }
  world.channels.set(channel.id, channel)
  return channel
}

/** The bot's DM with a person: always the same. */
export function dmWith(world: World, user: User): Channel {
  const open = [...world.channels.values()].find(
    ({ kind, recipientIds }) => kind === 'dm' && recipientIds.length === 1 && recipientIds[0] === user.id,
  )
  return open ?? addChannel(world, { kind: 'dm', name: '', recipientIds: [user.id] })
}
