/** Crier's adapters on both stubs with a bot that answers at once; when it is told to, it posts editions of its own accord beside. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../src/message.js'
import type { Bot, Place, Platform } from '../../src/platform.js'
import { discordPlatform } from '../../src/platforms/discord/adapter.js'
import { slackPlatform } from '../../src/platforms/slack/adapter.js'
import { createSeal } from '../../src/seal.js'
import { openStore } from '../../src/store/sqlite.js'
import { TRUE_TIME } from '../../src/trueTime.js'

/** What the parent process sends. */
export interface Orders {
  readonly places: readonly Place[]
  readonly details: number
  readonly atOnce: number
}

const env = (name: string): string => process.env[name] ?? ''
const log = { error: () => {}, warn: () => {}, info: () => {} }
const message = (title: string): Message => ({
  title,
  blocks: [{ kind: 'text', text: 'The ferry to Port Anselm sails at noon.' }],
  actions: [{ label: 'Compare', line: '/compare ferry' }],
  line: '/compare ferry',
})
const bot: Bot = {
  answer: async ({ line }) => message(`Answer to ${line}`),
  complete: async () => [],
  suggest: async () => [],
  commands: [{ name: 'compare', summary: 'How outlets tell it', usage: '/compare', examples: [], options: {} }],
  examples: [],
}

const { book } = await openStore(env('DATABASE_URL'))
const shared = { book, time: TRUE_TIME, log, draw: async () => null }
const slack = slackPlatform({
  ...shared,
  slack: {
    mode: 'socket',
    apiUrl: env('SLACK_API_URL'),
    botToken: env('SLACK_BOT_TOKEN'),
    appToken: env('SLACK_APP_TOKEN'),
  },
  prefix: '',
  mount: () => {},
  seal: createSeal(''),
})
const discord = discordPlatform({
  ...shared,
  discord: { token: env('DISCORD_TOKEN'), apiUrl: env('DISCORD_API_URL'), guildId: null },
})
for (const platform of [slack, discord]) void platform.start(bot)

/** Posts one edition in each place, so many at a time; tells the parent when all stand there. */
async function post({ places, details, atOnce }: Orders): Promise<void> {
  const left = [...places.entries()]
  const worker = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [index, place] = next
      const postman: Platform = place.desk.startsWith('slack:') ? slack : discord
      const under = await postman.send({ place, message: message('Morning edition'), key: `edition ${index}` })
      for (let detail = 0; detail < details; detail += 1) {
        await postman.send({ place, message: message('A story'), key: `edition ${index}, story ${detail}`, under })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  process.send?.('posted')
}

process.on('message', (orders: Orders) => void post(orders))
while (!slack.isReady() || !discord.isReady()) await pause(20)
process.send?.('ready')
