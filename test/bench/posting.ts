/**
 * `npm run bench:posting [EDITIONS] [DETAILS]`: how long acknowledgements and answers take while editions go out to as many channels of both
 * stubs, against the same with nothing else to do. The bot answers at once, so that only what stands between is measured.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from '../../src/platform.js'
import { startDiscordStub } from '../stubs/discord/stub.js'
import { startSlackStub } from '../stubs/slack/stub.js'
import type { Orders } from './postingChild.js'

const [editions = 500, details = 3] = process.argv.slice(2).map(Number)
const AT_ONCE = 20

const folder = mkdtempSync(join(tmpdir(), 'crier-posting-'))
const [slack, discord] = await Promise.all([startSlackStub(), startDiscordStub()])
const child = fork(new URL('postingChild.ts', import.meta.url), {
  execArgv: ['--import', 'tsx'],
  env: {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.team.botToken ?? '',
    SLACK_APP_TOKEN: slack.appToken,
    DISCORD_API_URL: `${discord.url}/api`,
    DISCORD_TOKEN: discord.token,
  },
})

async function until(holds: () => boolean): Promise<number> {
  const began = performance.now()
  while (!holds()) {
    if (performance.now() - began > 60_000) throw new Error('It did not happen in time.')
    await pause(1)
  }
  return performance.now() - began
}

type Times = Record<string, number[]>

/** Asks in four ways, one after the other; adds the times that each took. */
async function ask(times: Times): Promise<void> {
  const note = (name: string, time: number) => (times[name] ??= []).push(time)
  let known = slack.answers(slack.channel).length
  const typed = slack.command('/compare', 'ferry')
  note('Slack command, answered', await until(() => slack.answers(slack.channel).length > known))
  note('Slack command, acknowledged', typed.slowest() ?? Number.POSITIVE_INFINITY)
  const channel = slack.addChannel(slack.team)
  known = slack.answers(channel).length
  slack.mention({ text: '/compare ferry', channel })
  note('Slack mention, answered', await until(() => slack.answers(channel).length > known))
  const command = discord.command({ name: 'compare' })
  note('Discord command, answered', await until(() => command.messages().some(({ flags }) => (flags & 128) === 0)))
  note('Discord command, acknowledged', command.acknowledged()?.ms ?? Number.POSITIVE_INFINITY)
  const mention = discord.message({
    content: `<@${discord.bot.id}> compare ferry`,
    channel: discord.addThread('The ferry'),
  })
  note('Discord mention, answered', await until(() => mention.messages().length > 0))
}

function shown(times: readonly number[] = []): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${sorted.length})`
}

try {
  await once(child, 'message')
  await until(() => discord.commands().length > 0)
  const warm: Times = {}
  const idle: Times = {}
  const busy: Times = {}
  for (let round = 0; round < 5; round += 1) await ask(warm)
  for (let round = 0; round < 30; round += 1) await ask(idle)
  const places: Place[] = Array.from({ length: editions }, (_, index) =>
    index % 2 === 0
      ? { desk: `slack:${slack.team.id}`, channel: slack.addChannel(slack.team).id }
      : { desk: `discord:${discord.guild.id}`, channel: discord.addChannel(`news-${index}`).id },
  )
  const orders: Orders = { places, details, atOnce: AT_ONCE }
  const began = performance.now()
  const ends: number[] = []
  child.once('message', () => ends.push(performance.now()))
  child.send(orders)
  while (ends.length === 0) await ask(busy)
  const took = (ends[0] ?? began) - began
  const channels = new Set(places.map(({ channel }) => channel))
  const onSlack = slack.answers().filter(({ channel }) => channels.has(channel)).length
  console.log(`${editions} editions with ${details} details each, ${AT_ONCE} at once, in ${(took / 1000).toFixed(1)} s`)
  console.log(`  stand on Slack: ${onSlack} of ${(editions / 2) * (1 + details)}`)
  const summaries = places.flatMap(({ channel }) => discord.messages({ ...discord.channel, id: channel }))
  const inThreads = summaries.flatMap(({ id }) => discord.messages({ ...discord.channel, id }))
  console.log(`  stand on Discord: ${summaries.length} + ${inThreads.length} of ${(editions / 2) * (1 + details)}`)
  for (const name of Object.keys(idle)) {
    console.log(`${name}\n  idle ${shown(idle[name])}\n  busy ${shown(busy[name])}`)
  }
} finally {
  child.kill('SIGKILL')
  await Promise.all([slack.stop(), discord.stop()])
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
