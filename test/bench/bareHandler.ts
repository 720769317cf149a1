/** The least that answers with each SDK, to measure Crier against: `tsx test/bench/bareHandler.ts`, with Crier's settings. */
import { App, SocketModeReceiver } from '@slack/bolt'
import { Client, GatewayIntentBits } from 'discord.js'

const {
  SLACK_API_URL = '',
  SLACK_BOT_TOKEN = '',
  SLACK_APP_TOKEN = '',
  DISCORD_API_URL = '',
  DISCORD_TOKEN = '',
} = process.env
const WORDS = 'The ferry sails at noon.'

const clientOptions = { slackApiUrl: SLACK_API_URL }
const receiver = new SocketModeReceiver({ appToken: SLACK_APP_TOKEN, installerOptions: { clientOptions } })
const app = new App({ receiver, token: SLACK_BOT_TOKEN, clientOptions })
app.command(/./u, async ({ ack, respond }) => {
  await ack()
  const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text: WORDS } }]
  await respond({ text: WORDS, blocks, response_type: 'ephemeral', unfurl_links: false, unfurl_media: false })
})
await app.start()

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL, version: '10' } })
client.on('interactionCreate', async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply({ content: WORDS, allowedMentions: { parse: [] } })
})
await client.login(DISCORD_TOKEN)
console.log('ready')
process.on('SIGTERM', () => process.exit(0))
