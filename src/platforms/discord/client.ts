import { Client, DefaultRestOptions, GatewayIntentBits, Options, REST, type RESTOptions } from 'discord.js'
import { LONGEST_WAIT } from '../persist.js'

export interface DiscordSettings {
  readonly token: string
  /** Another root than Discord's own, without a version. */
  readonly apiUrl: string | null
  /** Register commands in this server only. */
  readonly guildId: string | null
}

export interface Log {
  error(details: object, text: string): void
  warn(details: object, text: string): void
  info(details: object, text: string): void
}

/** Requests that take longer have failed. Milliseconds. */
const TIMEOUT = 10_000

/**
 * Files go out as bytes. discord.js hands over a form, and a process that is on Slack too has another version of its HTTP client loaded, which
 * does not know that form and fails.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init)
  const form = new Response(init.body)
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    body: new Uint8Array(await form.arrayBuffer()),
    headers: { ...Object(init.headers), 'content-type': form.headers.get('content-type') ?? '' },
  })
}

/** Retries are ours (see `persist`), since only we know which request may be repeated; 429 is waited for in discord.js's queue. */
function restOptions({ apiUrl }: DiscordSettings) {
  return {
    version: '10',
    retries: 0,
    timeout: TIMEOUT,
    makeRequest,
    ...(apiUrl === null ? {} : { api: apiUrl.replace(/\/+$/u, '') }),
  }
}

export function createRest(settings: DiscordSettings): REST {
  return new REST(restOptions(settings)).setToken(settings.token)
}

/** For posts beside a client's: so many a second at most, and none that has to wait for more than a minute. */
export function createPostingRest(settings: DiscordSettings, perSecond: number): REST {
  return new REST({
    ...restOptions(settings),
    globalRequestsPerSecond: perSecond,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT,
  }).setToken(settings.token)
}

/** What discord.js may forget at once. Servers, channels and roles it always keeps. */
const NOT_CACHED = [
  'ApplicationCommandManager',
  'ApplicationEmojiManager',
  'AutoModerationRuleManager',
  'BaseGuildEmojiManager',
  'DMMessageManager',
  'EntitlementManager',
  'GuildBanManager',
  'GuildEmojiManager',
  'GuildForumThreadManager',
  'GuildInviteManager',
  'GuildMemberManager',
  'GuildMessageManager',
  'GuildScheduledEventManager',
  'GuildSoundboardSoundManager',
  'GuildStickerManager',
  'GuildTextThreadManager',
  'MessageManager',
  'PresenceManager',
  'ReactionManager',
  'ReactionUserManager',
  'StageInstanceManager',
  'SubscriptionManager',
  'ThreadManager',
  'ThreadMemberManager',
  'UserManager',
  'VoiceStateManager',
] as const

/**
 * A client that keeps as little as it can and asks for no privileged intent: Discord shows what a message says where it mentions Crier,
 * in DMs and in message commands, and nothing else is read.
 */
export function createClient(settings: DiscordSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(Object.fromEntries(NOT_CACHED.map((name) => [name, 0]))),
    sweepers: { threads: { interval: 600, lifetime: 600 } },
    rest: restOptions(settings),
  })
}
