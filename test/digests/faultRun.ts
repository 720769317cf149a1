/** Editions sent by several processes that are killed, over stubs on which much goes wrong: is each there once? */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Digest, DigestBook, Slot } from '../../src/digests/digest.js'
import { openStore } from '../../src/store/sqlite.js'
import { randomFrom } from '../bench/random.js'
import { type DiscordStub, startDiscordStub } from '../stubs/discord/stub.js'
import { type SlackStub, startSlackStub } from '../stubs/slack/stub.js'
import { freshNews } from './freshNews.js'
import { dueIn } from './samples.js'

/** What goes wrong on both stubs. */
export type Trouble = { readonly lostAfter: true } | { readonly reset: true } | { readonly hang: true } | Refused
interface Refused {
  readonly status: 429 | 500 | 503
  readonly retryAfter?: number
}

export interface FaultRun {
  readonly slots: number
  readonly processes: number
  readonly kills: number
  /** Any of them at random; one that stands there twice is twice as frequent. */
  readonly troubles: readonly Trouble[]
  /** Of so many requests of a kind, one goes wrong. */
  readonly troubleEach: number
  /** The most between two kills, in milliseconds. */
  readonly killEach: number
  readonly seed: number
  readonly say?: (line: string) => void
}

export interface Tally {
  readonly slots: number
  /** Settled as sent, and each message of it there once. */
  readonly once: number
  /** As those, but with a reason why not all details are there. */
  readonly withoutDetails: number
  readonly failed: number
  readonly late: number
  /** Slots without an end, or sent and not there. */
  readonly lost: number
  /** Messages that are there more than once. */
  readonly doubled: number
  readonly reasons: ReadonlyMap<string, number>
  readonly kills: number
  readonly troubles: number
  /** The most often that one slot was taken. */
  readonly attempts: number
  readonly seconds: number
}

const PER_DESK = 90
const LOOK_AGAIN = 50
const SETTLED = new Set(['sent', 'empty', 'late', 'failed'])

/** Builds nothing: `npm run build` comes before. */
export async function faultRun(run: FaultRun): Promise<Tally> {
  const [slack, discord] = await Promise.all([startSlackStub(), startDiscordStub()])
  const folder = mkdtempSync(join(tmpdir(), 'crier-faults-'))
  const children: ChildProcess[] = []
  try {
    return await runOn({ ...run, slack, discord, folder, children })
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await Promise.all([slack.stop(), discord.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Stage extends FaultRun {
  readonly slack: SlackStub
  readonly discord: DiscordStub
  readonly folder: string
  readonly children: ChildProcess[]
}

async function runOn(stage: Stage): Promise<Tally> {
  const { slots, processes, kills, killEach, seed, slack, discord, folder, children, say = () => {} } = stage
  const random = randomFrom(seed)
  const databaseUrl = `sqlite:${join(folder, 'crier.db')}`
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'error',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.team.botToken ?? '',
    SLACK_APP_TOKEN: slack.appToken,
    DISCORD_API_URL: `${discord.url}/api`,
    DISCORD_TOKEN: discord.token,
  }
  execFileSync(process.execPath, ['dist/bin/cli.js', 'index', freshNews(folder, Date.now())], { env })
  const store = await openStore(databaseUrl)
  const ordered = await orderDigests(stage, store.digests)
  const start = (): void => {
    const stdio = ['ignore', 'ignore', 'inherit'] as const
    children.push(spawn(process.execPath, ['dist/bin/cli.js', 'run'], { env, stdio: [...stdio] }))
  }
  for (let n = 0; n < processes; n += 1) start()
  const began = performance.now()
  const running = () => children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

  const trouble = troubleMaker(stage, random)
  let [killed, troubles, nextKill] = [0, 0, killEach]
  for (let open = slots; open > 0; ) {
    await pause(LOOK_AGAIN)
    troubles += trouble()
    const passed = performance.now() - began
    if (killed < kills && passed > nextKill) {
      const victim = pick(running())
      if (victim) {
        victim.kill('SIGKILL')
        await once(victim, 'exit')
        killed += 1
        start()
      }
      nextKill = passed + random() * killEach
    }
    const now = (await Promise.all(ordered.map(({ id }) => store.digests.history(id, 1)))).flat()
    const left = slots - now.filter(({ state }) => SETTLED.has(state)).length
    if (left !== open) say(`${Math.round(passed / 1000)} s: ${left} to go, ${killed} killed, ${troubles} troubles`)
    open = killed < kills ? Math.max(left, 1) : left
  }
  const seconds = (performance.now() - began) / 1000
  const settled = (await Promise.all(ordered.map(({ id }) => store.digests.history(id, 9)))).flat()
  await store.close()
  return { ...count(stage, ordered, settled), kills: killed, troubles, seconds }
}

/** Half of them on Slack, each in a channel of its own, so that what is there is known to be its. */
async function orderDigests({ slots, slack, discord }: Stage, book: Pick<DigestBook, 'create'>): Promise<Digest[]> {
  const { order, next } = dueIn(Date.now())
  const desks = Math.ceil(slots / 2 / PER_DESK)
  const guilds = Array.from({ length: desks }, (_, n) => discord.addGuild(`Wendmouth ${n}`))
  const ordered: Digest[] = []
  for (let n = 0; n < slots; n += 1) {
    const guild = guilds[Math.floor(n / 2) % desks]
    const onSlack = { desk: `slack:${slack.team.id}-${Math.floor(n / 2) % desks}`, channel: '' }
    const place =
      n % 2 === 0 || !guild
        ? { ...onSlack, channel: slack.addChannel(slack.team).id }
        : { desk: `discord:${guild.id}`, channel: discord.addChannel(`news-${n}`, guild).id }
    ordered.push(await book.create({ ...order, ...place }, { by: slack.user, at: 0, next }))
  }
  return ordered
}

const ON_SLACK = ['chat.postMessage', 'conversations.history', 'conversations.replies']
const ON_DISCORD = [
  ['POST /channels/:id/messages', /^POST \/channels\/\d+\/messages$/u],
  ['POST /channels/:id/messages/:message/threads', /^POST .*\/threads$/u],
  ['GET /channels/:id/messages', /^GET \/channels\/\d+\/messages$/u],
] as const

/** Orders troubles as requests come, for each kind of request by itself; gives how many. */
function troubleMaker({ slack, discord, troubles, troubleEach }: Stage, random: () => number): () => number {
  const requests = [
    ...ON_SLACK.map((method) => ({
      count: () => slack.callsTo(method).length,
      fail: (trouble: Trouble) => slack.fail(method, trouble),
    })),
    ...ON_DISCORD.map(([route, pattern]) => ({
      count: () => discord.calls.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length,
      fail: (trouble: Trouble) => discord.fail(route, trouble),
    })),
  ]
  const made = requests.map(() => 0)
  return () => {
    let ordered = 0
    for (const [index, request] of requests.entries()) {
      const trouble = troubles[Math.floor(random() * troubles.length)]
      if (!trouble || request.count() < (made[index] ?? 0) * troubleEach) continue
      request.fail(trouble)
      // What came in between goes well, so that orders never pile up for the last few.
      made[index] = Math.floor(request.count() / troubleEach) + 1
      ordered += 1
    }
    return ordered
  }
}

/** How often each message of a digest stands on the stub, by what is its alone: Slack's metadata, or the whole of it on Discord. */
function standing(
  { slack, discord }: Stage,
  { desk, channel }: Digest,
): { summaries: number; details: number; doubled: number } {
  if (desk.startsWith('slack:')) {
    const posted = slack.answers().filter((one) => one.channel === channel)
    const keys = posted.map(({ body }) => JSON.stringify(body['metadata']))
    const summaries = posted.filter(({ thread_ts }) => thread_ts === undefined).length
    return { summaries, details: posted.length - summaries, doubled: keys.length - new Set(keys).size }
  }
  const [guildId] = desk.split(':').slice(1)
  const place = { ...discord.channel, id: channel, guildId: guildId ?? null }
  const summaries = discord.messages(place)
  const details = summaries.flatMap(({ id }) => discord.messages({ ...place, id }))
  const words = [...summaries, ...details].map((one) => discord.textOf(one))
  return { summaries: summaries.length, details: details.length, doubled: words.length - new Set(words).size }
}

function count(
  stage: Stage,
  digests: readonly Digest[],
  slots: readonly Slot[],
): Omit<Tally, 'kills' | 'troubles' | 'seconds'> {
  const tally = {
    slots: digests.length,
    once: 0,
    withoutDetails: 0,
    failed: 0,
    late: 0,
    lost: 0,
    doubled: 0,
    attempts: 0,
  }
  const reasons = new Map<string, number>()
  for (const digest of digests) {
    const [slot, ...others] = slots.filter(({ digestId }) => digestId === digest.id)
    const { summaries, details, doubled } = standing(stage, digest)
    tally.doubled += doubled + others.length
    tally.attempts = Math.max(tally.attempts, slot?.attempts ?? 0)
    if (slot?.why) reasons.set(slot.why, (reasons.get(slot.why) ?? 0) + 1)
    const isThere = summaries === 1 && (slot?.why != null || details === slot?.stories)
    if (slot?.state === 'sent' && isThere) tally[slot.why === null ? 'once' : 'withoutDetails'] += 1
    else if ((slot?.state === 'failed' || slot?.state === 'late') && slot.why) tally[slot.state] += 1
    else tally.lost += 1
  }
  return { ...tally, reasons }
}
