import { PermissionFlagsBits } from 'discord.js'
import {
  buttonsOf,
  type CommandUse,
  type Delivery,
  type Place,
  press,
  typeOption,
  useCommand,
  useMessageCommand,
} from './events.js'
import { faultList, routePattern } from './faults.js'
import { type Gateway, startGateway } from './gateway.js'
import { deny, openChannel, openGuild, setJoined, type Written, write } from './happenings.js'
import { type Call, type Fault, restServer } from './http.js'
import { type Rates, rates } from './rates.js'
import { router } from './routes.js'
import { addChannel, addGuild, addUser, dmWith, emptyWorld } from './stage.js'
import { type Json, json, list, text } from './values.js'
import { type Channel, type Guild, isVisible, type StoredMessage, type User, type World } from './world.js'

export interface DiscordStubOptions {
  /** The bot's token. */
  readonly token?: string
  /** Milliseconds since 1970; also what the `Date` header says. */
  readonly now?: () => number
  /** Milliseconds between heartbeats; Discord's own 41,250 unless told. */
  readonly heartbeatInterval?: number
  /** Whether the MESSAGE_CONTENT intent is granted; it is not unless told. */
  readonly messageContent?: boolean
  /** How many messages a channel takes; all of them unless told. */
  readonly rates?: Rates
}

/** Where an event happens: the stage's own person and channel unless told. */
type Where = Partial<Omit<Place, 'channel'>> & { readonly channel?: Channel | undefined; readonly dm?: boolean }

export interface DiscordStub {
  /** `new Client({ rest: { api: `${url}/api`, version: '10' } })` */
  readonly url: string
  readonly token: string
  readonly applicationId: string
  readonly bot: User
  /** A person, a server with the bot in it, and its channel. */
  readonly user: User
  readonly guild: Guild
  readonly channel: Channel
  readonly gateway: Gateway
  /** Every request that came in, oldest first. */
  readonly calls: readonly Call[]

  addUser(username: string, options?: { readonly bot?: boolean }): User
  addGuild(name: string, options?: { readonly joined?: boolean }): Guild
  addChannel(name: string, guild?: Guild, kind?: Channel['kind']): Channel
  addThread(name: string, channel?: Channel): Channel
  dmWith(user: User): Channel
  /** A conversation of people without the bot. */
  dmBetween(...users: readonly User[]): Channel
  /** The first text channel of a server. */
  channelOf(guild: Guild): Channel
  /** Takes these permissions, and only these, from the bot in a channel: `deny(channel, 'SendMessages')`. */
  deny(channel: Channel, ...permissions: readonly (keyof typeof PermissionFlagsBits)[]): void

  command(use: Where & Pick<CommandUse, 'name' | 'options'>): Delivery
  autocomplete(use: Where & Pick<CommandUse, 'name' | 'options'> & { readonly focused: string }): Delivery
  messageCommand(use: Where & { readonly name: string; readonly target: StoredMessage }): Delivery
  press(use: Where & { readonly message: StoredMessage; readonly customId: string }): Delivery
  message(written: Where & Pick<Written, 'content'> & Partial<Written>): Delivery & { readonly message: StoredMessage }
  guildJoin(guild: Guild): void
  guildLeave(guild: Guild): void

  /** What a person (null: anybody) sees in a channel, oldest first. */
  messages(channel: Channel, viewer?: User | null): readonly StoredMessage[]
  /** All the words of a message: content, embeds, text components. */
  readonly textOf: (message: StoredMessage) => string
  /** The buttons of a message that can be pressed. */
  readonly buttonsOf: typeof buttonsOf
  /** The commands registered globally, or in a server. */
  commands(guild?: Guild): readonly Json[]
  /** What becomes of the next requests to a route: `fail('POST /channels/:id/messages', { status: 503 })`. */
  fail(pattern: string, fault: Fault, times?: number): void
  /** The requests to a route, oldest first. */
  callsTo(pattern: string): readonly Call[]
  stop(): Promise<void>
}

/**
 * Starts a Discord of one's own on 127.0.0.1: REST and gateway, as strict as the real one about bodies, permissions, tokens and times.
 * It begins with one person, one server and one channel.
 */
export async function startDiscordStub(options: DiscordStubOptions = {}): Promise<DiscordStub> {
  const { token = 'stub.discord.token', now = Date.now, heartbeatInterval = 41_250, messageContent = false } = options
  const calls: Call[] = []
  const faults = faultList()
  const rate = rates(now, options.rates)
  const server = restServer({
    now,
    calls,
    faultFor: (call) => faults.take(call),
    serve: (call) => rate(call, () => route(call)),
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const { gateway, dispatch, serve, stop } = startGateway(server, `ws://${host}`, heartbeatInterval)
  const world = emptyWorld({ now, token, messageContent }, dispatch)
  const route = router(world, `ws://${host}`)
  serve(world)
  const user = addUser(world, 'ada')
  const guild = addGuild(world, 'Wendmouth', { owner: user })
  const { applicationId, bot } = world
  return {
    url: `http://${host}`,
    token,
    applicationId,
    bot,
    user,
    guild,
    channel: channelOf(world, guild),
    gateway,
    calls,
    ...stage(world, user, guild),
    ...happenings(world, user, channelOf(world, guild)),
    buttonsOf,
    textOf,
    messages: (channel, viewer = null) =>
      [...world.messages.values()].filter(
        (message) => message.channelId === channel.id && isVisible(message, viewer?.id ?? null),
      ),
    commands: (of) => world.commands.get(of?.id ?? 'global') ?? [],
    fail: (pattern, fault, times = 1) => faults.add(pattern, fault, times),
    callsTo: (pattern) => calls.filter(({ method, path }) => routePattern(pattern).test(`${method} ${path}`)),
    async stop() {
      stop()
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

function channelOf(world: World, guild: Guild): Channel {
  const found = [...world.channels.values()].find(({ guildId, kind }) => guildId === guild.id && kind === 'text')
  if (!found) throw new Error(`${guild.name} has no channel`)
  return found
}

function bits(names: readonly (keyof typeof PermissionFlagsBits)[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)
}

/** What sets the scene. */
function stage(world: World, owner: User, home: Guild) {
  return {
    addUser: (username, options) => addUser(world, username, options),
    addGuild: (name, options) => openGuild(world, name, { owner, ...options }),
    addChannel: (name, guild = home, kind = 'text') => openChannel(world, { kind, name, guildId: guild.id }),
    addThread: (name, channel = channelOf(world, home)) =>
      openChannel(world, { kind: 'thread', name, guildId: channel.guildId, parentId: channel.id }),
    dmWith: (user) => dmWith(world, user),
    dmBetween: (...users) => addChannel(world, { kind: 'dm', name: '', recipientIds: users.map(({ id }) => id) }),
    channelOf: (guild) => channelOf(world, guild),
    deny: (channel, ...permissions) => deny(world, channel, bits(permissions)),
    guildJoin: (guild) => setJoined(world, guild.id, true),
    guildLeave: (guild) => setJoined(world, guild.id, false),
  } satisfies Partial<DiscordStub>
}

/** What people do. */
function happenings(world: World, someone: User, somewhere: Channel) {
  const at = ({ user = someone, channel, dm = false, ...rest }: Where): Place => ({
    ...rest,
    user,
    channel: channel ?? (dm ? dmWith(world, user) : somewhere),
  })
  return {
    command: (use) => useCommand(world, { ...use, ...at(use) }),
    autocomplete: (use) => typeOption(world, { ...use, ...at(use) }),
    messageCommand: (use) => useMessageCommand(world, { ...use, ...at(use) }),
    press: (use) => press(world, { ...use, ...at({ channel: world.channels.get(use.message.channelId), ...use }) }),
    message: ({ author = someone, ...written }) =>
      write(world, { author, ...written, channel: at({ user: author, ...written }).channel }),
  } satisfies Partial<DiscordStub>
}

/** All the words of a message, those of its pictures among them, in order, a line each. */
function textOf({ body }: StoredMessage): string {
  const within = (components: unknown): readonly string[] =>
    list(components).flatMap(({ content, components: inner, items }) => [
      text(content),
      ...list(items).map(({ description }) => text(description)),
      ...within(inner),
    ])
  const embeds = list(body.embeds).flatMap(({ title, description, fields, footer }) => [
    text(title),
    text(description),
    ...list(fields).flatMap(({ name, value }) => [text(name), text(value)]),
    text(json(footer).text),
  ])
  return [text(body.content), ...embeds, ...within(body.components)].filter((line) => line !== '').join('\n')
}
