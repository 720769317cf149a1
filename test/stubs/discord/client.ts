import { Client, Events, GatewayIntentBits, Partials } from 'discord.js'
import { afterEach, vi } from 'vitest'
import { type DiscordStub, type DiscordStubOptions, startDiscordStub } from './stub.js'

const QUOTE = {
  name: 'quote',
  description: 'What somebody said',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [{ type: 3, name: 'who', description: 'The speaker', required: true, autocomplete: true }],
}
const VERIFY = { name: 'Verify quotations', type: 3, contexts: [0, 1, 2], integration_types: [0, 1] }
export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A stub that stops when the test ends. */
export async function started(options: DiscordStubOptions = {}): Promise<DiscordStub> {
  const stub = await startDiscordStub(options)
  ends.push(() => stub.stop())
  return stub
}

/** A true client of the stub, destroyed when the test ends. */
export function clientOf({ url }: DiscordStub, { intents = INTENTS }: { intents?: readonly GatewayIntentBits[] } = {}) {
  const client = new Client({
    intents: [...intents],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: `${url}/api`, version: '10', retries: 0 },
  })
  client.on('error', () => undefined)
  ends.push(() => client.destroy())
  return client
}

/** A client that is ready, with the commands registered. */
export async function connected(stub: DiscordStub): Promise<Client<true>> {
  const client = clientOf(stub)
  const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done))
  await client.login(stub.token)
  const usable = await ready
  await client.rest.put(`/applications/${stub.applicationId}/commands`, { body: [QUOTE, VERIFY] })
  return usable
}

/** A bare request to the stub, with the bot's token unless told. */
export async function call(
  stub: DiscordStub,
  method: string,
  path: string,
  body?: unknown,
  auth = `Bot ${stub.token}`,
) {
  const headers = { authorization: auth, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${stub.url}/api/v10${path}`, { method, headers, ...sent })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** The body of a message. */
export const post = (content: string, more = {}) => ({ content, allowed_mentions: { parse: [] }, ...more })

/** Waits until the check passes: long enough for a busy machine. */
export function until(check: () => void): Promise<void> {
  return vi.waitFor(check, 15_000)
}

/** Answers each command at once, and once for each id. */
export function answerAll(client: Client, seen: string[] = []): string[] {
  client.on(Events.InteractionCreate, async (interaction) => {
    const isNew = !seen.includes(interaction.id)
    seen.push(interaction.id)
    if (interaction.isChatInputCommand() && isNew)
      await interaction.reply(`Asked: ${interaction.options.getString('who')}`)
  })
  return seen
}
