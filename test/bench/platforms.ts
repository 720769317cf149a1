/**
 * `npm run bench:platforms`: how long acknowledgements and answers take, against a bare handler in the same SDK, on loopback, and how
 * much memory is taken. `CRIER_SHARED` names the folder with data/clusters, whose stories are asked about; without it the samples are.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type DiscordStub, startDiscordStub } from '../stubs/discord/stub.js'
import { type SlackStub, startSlackStub } from '../stubs/slack/stub.js'
import { syntheticArticle } from './syntheticArticles.js'

const AT_ONCE = 50
const ROUNDS = 12
const INDEXED = 5_000
const CLI = ['dist/bin/cli.js']
const shared = process.env['CRIER_SHARED']
const articles = shared ? join(shared, 'data/clusters/articles.jsonl') : 'seeds'
const LINES: readonly (readonly [string, Record<string, string>])[] = shared
  ? [
      ['/quote biden', { who: 'biden' }],
      ['/compare police', { topic: 'police' }],
      ['/compare israel', { topic: 'israel' }],
    ]
  : [
      ['/quote tresidder', { who: 'tresidder' }],
      ['/compare pumps', { topic: 'pumps' }],
      ['/compare ferry', { topic: 'ferry' }],
    ]

const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'))
const children = new Set<ChildProcess>()

function settings(slack: SlackStub, discord: DiscordStub): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`,
    LOG_LEVEL: 'error',
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.team.botToken ?? '',
    SLACK_APP_TOKEN: slack.appToken,
    DISCORD_API_URL: `${discord.url}/api`,
    DISCORD_TOKEN: discord.token,
  }
}

function child(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const started = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  children.add(started)
  started.once('exit', () => children.delete(started))
  return started
}

async function until(holds: () => boolean, limit = 60_000): Promise<void> {
  const end = performance.now() + limit
  while (!holds()) {
    if (performance.now() > end) throw new Error('It did not happen in time.')
    await pause(1)
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const shown = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  return `median ${at(sorted, 0.5).toFixed(0)} ms, p99 ${at(sorted, 0.99).toFixed(0)} ms, most ${at(sorted, 1).toFixed(0)} ms (${sorted.length})`
}

const connected = (slack: SlackStub, discord: DiscordStub) =>
  until(() => slack.sockets.open.length > 0 && discord.gateway.sessions.some(({ alive }) => alive))

/** Time from sending one command to its answer, one at a time. */
async function answerTimes(slack: SlackStub, discord: DiscordStub, rounds: number) {
  const times = { slack: [] as number[], discord: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [line, options] of LINES) {
      const [command = '', ...words] = line.split(' ')
      const known = slack.answers().length
      let began = performance.now()
      slack.command(command, words.join(' '))
      await until(() => slack.answers().length > known)
      times.slack.push(performance.now() - began)
      began = performance.now()
      const delivery = discord.command({ name: command.slice(1), options })
      await until(() => delivery.messages().some(({ flags }) => (flags & 128) === 0))
      times.discord.push(performance.now() - began)
    }
  }
  return times
}

/** Time to acknowledgements while so many ask at once. */
async function acknowledgements(slack: SlackStub, discord: DiscordStub, isOver: () => boolean) {
  const times = { slack: [] as number[], discord: [] as number[] }
  for (let round = 0; round < ROUNDS && !isOver(); round += 1) {
    const known = slack.answers().length
    const asked = Array.from({ length: AT_ONCE / 2 }, (_, index) => {
      const [line, options] = LINES[index % LINES.length] ?? ['/help', {}]
      const [command = '', ...words] = line.split(' ')
      return [slack.command(command, words.join(' ')), discord.command({ name: command.slice(1), options })] as const
    })
    await until(() => asked.every(([, one]) => one.messages().some(({ flags }) => (flags & 128) === 0)))
    await until(() => slack.answers().length >= known + asked.length)
    times.slack.push(...asked.map(([one]) => one.slowest() ?? Number.POSITIVE_INFINITY))
    times.discord.push(...asked.map(([, one]) => one.acknowledged()?.ms ?? Number.POSITIVE_INFINITY))
    await pause(500)
  }
  return times
}

async function ended(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null) return
  const exit = once(started, 'exit')
  started.kill('SIGTERM')
  await exit
}

function memory(started: ChildProcess): string {
  const status = existsSync(`/proc/${started.pid}/status`) ? readFileSync(`/proc/${started.pid}/status`, 'utf8') : ''
  return `${Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)} MB`
}

const [slack, discord] = await Promise.all([startSlackStub(), startDiscordStub()])
const env = settings(slack, discord)
try {
  await once(child([...CLI, 'index', articles], env), 'exit')
  const crier = child([...CLI, 'run'], env)
  await connected(slack, discord)
  await until(() => discord.commands().length > 0)
  await pause(1000)
  console.log(`idle memory: ${memory(crier)}`)
  await answerTimes(slack, discord, 5)
  const own = await answerTimes(slack, discord, 20)
  const file = join(folder, 'synthetic.jsonl')
  writeFileSync(file, Array.from({ length: INDEXED }, (_, index) => JSON.stringify(syntheticArticle(index))).join('\n'))
  const indexing = child([...CLI, 'index', file], env)
  await pause(2000)
  const busy = await acknowledgements(slack, discord, () => indexing.exitCode !== null)
  console.log(
    `acknowledged, ${AT_ONCE} at once while ${INDEXED} articles are indexed (${indexing.exitCode === null ? 'all the time' : 'not to the end'}):`,
  )
  console.log(`  Slack   ${shown(busy.slack)}\n  Discord ${shown(busy.discord)}`)
  indexing.kill('SIGTERM')
  await ended(crier)

  const bare = child(['--import', 'tsx', 'test/bench/bareHandler.ts'], env)
  await connected(slack, discord)
  await pause(1500)
  await answerTimes(slack, discord, 5)
  const least = await answerTimes(slack, discord, 20)
  await ended(bare)
  for (const platform of ['slack', 'discord'] as const) {
    const [ours, theirs] = [own[platform], least[platform]].map((times) =>
      at(
        times.toSorted((a, b) => a - b),
        0.5,
      ),
    )
    console.log(`answers on ${platform}: Crier ${shown(own[platform])}; bare ${shown(least[platform])}`)
    console.log(
      `  ${((ours ?? 0) / (theirs ?? 1)).toFixed(2)} × a bare handler; 1.5 × and 50 ms would be ${(1.5 * (theirs ?? 0) + 50).toFixed(0)} ms`,
    )
  }
} finally {
  for (const one of children) one.kill('SIGKILL')
  await Promise.all([slack.stop(), discord.stop()])
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
