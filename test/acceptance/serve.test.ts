/** `crier run` as a process of its own on both stubs: what is built, not the sources, since a thread runs no TypeScript. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../../src/store/sqlite.js'
import { faultRun } from '../digests/faultRun.js'
import { freshNews } from '../digests/freshNews.js'
import { dueIn } from '../digests/samples.js'
import { killRun } from '../feeds/killRun.js'
import { type DiscordStub, startDiscordStub } from '../stubs/discord/stub.js'
import { type SlackStub, startSlackStub } from '../stubs/slack/stub.js'
import { startNewsServer } from '../tools/newsServer.js'

let slack: SlackStub
let discord: DiscordStub
let folder: string
let running: ChildProcess[]

beforeAll(() => execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' }), 120_000)

beforeEach(async () => {
  ;[slack, discord] = await Promise.all([startSlackStub(), startDiscordStub()])
  folder = mkdtempSync(join(tmpdir(), 'crier-serve-'))
  running = []
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([slack.stop(), discord.stop()])
  rmSync(folder, { recursive: true, force: true })
})

function environment(more: NodeJS.ProcessEnv = {}) {
  return {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`,
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.team.botToken ?? '',
    SLACK_APP_TOKEN: slack.appToken,
    DISCORD_API_URL: `${discord.url}/api`,
    DISCORD_TOKEN: discord.token,
    ...more,
  }
}

function start(more: NodeJS.ProcessEnv = {}) {
  const env = environment(more)
  const child = spawn(process.execPath, ['dist/bin/cli.js', 'run'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  running.push(child)
  const said: string[] = []
  child.stderr.on('data', (data) => said.push(String(data)))
  return { child, said: () => said.join('') }
}

/** `times` counts the starts so far. */
async function connected(times = 1): Promise<void> {
  await vi.waitFor(() => {
    expect(slack.sockets.open).toHaveLength(2)
    expect(discord.gateway.sessions).toHaveLength(times)
    expect(discord.commands().length).toBeGreaterThan(0)
  }, 30_000)
}

const onSlack = (count: number) =>
  vi.waitFor(
    () => expect(slack.answers().map(({ body }) => String(body['text']).slice(0, 200))).toHaveLength(count),
    30_000,
  )

describe('crier run', () => {
  test('answers on both platforms from one store, tells no secret, and stops when it is told to', async () => {
    const { child, said } = start()
    await connected()
    slack.command('/quote', 'tresidder')
    const asked = discord.command({ name: 'quote', options: { who: 'tresidder' } })
    await onSlack(1)
    await vi.waitFor(() => expect(asked.messages().map(({ flags }) => flags & 128)).toEqual([0]), 20_000)
    expect(JSON.stringify(slack.answers()[0]?.body)).toContain('Helen Tresidder, quoted')
    expect(asked.messages().map(discord.textOf).join()).toContain('Helen Tresidder, quoted')

    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(said()).toContain('Slack is connected')
    for (const secret of [slack.team.botToken ?? '', slack.appToken, discord.token])
      expect(said()).not.toContain(secret)
  })

  test('shows a comparison as a picture on both platforms', async () => {
    start()
    await connected()
    slack.mention({ text: 'compare ferry' })
    const asked = await vi.waitFor(() => discord.command({ name: 'compare', options: { topic: 'ferry' } }), 10_000)
    await onSlack(1)
    await vi.waitFor(() => expect(asked.messages().map(({ flags }) => flags & 128)).toEqual([0]), 20_000)
    const [file] = asked.messages()[0]?.attachments ?? []
    expect(file).toMatchObject({ filename: 'comparison.png', content_type: 'image/png' })
    expect(slack.answers()[0]?.body).toMatchObject({
      blocks: expect.arrayContaining([expect.objectContaining({ type: 'image', slack_file: expect.anything() })]),
    })
    const [uploaded] = slack.world.uploads.values()
    expect(uploaded?.received).toBe(file?.size)
  }, 60_000)

  test('killed in the middle of an answer, it gives that answer when it is asked again after its start', async () => {
    const first = start()
    await connected()
    // Slack takes the answer and tells nobody, so that the process dies while it waits.
    slack.fail('response_url', { hang: true })
    const asked = slack.command('/quote', 'tresidder')
    await vi.waitFor(() => expect(slack.callsTo('response_url')).toHaveLength(1), 20_000)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    await vi.waitFor(() => expect(slack.sockets.open).toHaveLength(0), 10_000)

    start()
    await connected(2)
    asked.again()
    asked.again()
    await onSlack(1)
    slack.command('/sources', '')
    await onSlack(2)
  }, 60_000)

  test('follows what a manager names, reads it in threads of its own, and shows each desk what it follows', async () => {
    const news = await startNewsServer(0)
    try {
      start({ CRIER_ALLOW_ADDRESSES: '127.0.0.1' })
      await connected()
      const onDiscord = async (name: string, options: Readonly<Record<string, string>>) => {
        const asked = discord.command({ name, options, permissions: PermissionFlagsBits.ManageGuild })
        await vi.waitFor(() => expect(asked.messages().map(({ flags }) => flags & 128)).toEqual([0]), 20_000)
        return asked.messages().map(discord.textOf).join()
      }
      slack.command('/follow', `add <${news.url}>`, { user: slack.addUser('mara', true) })
      await onSlack(1)
      expect(JSON.stringify(slack.answers()[0]?.body)).toMatch(/Feed \d+ is followed.*Skellen Packet/u)
      const store = await openStore(environment().DATABASE_URL)
      try {
        await vi.waitFor(async () => expect(await store.feeds.list()).toMatchObject([{ articles: 2 }]), 20_000)
      } finally {
        await store.close()
      }
      slack.command('/quote', 'rosevear')
      await onSlack(2)
      expect(JSON.stringify(slack.answers()[1]?.body)).toContain('I had forgotten how far it reaches')
      expect(await onDiscord('follow list', {})).toContain('No feed is followed here')
      expect(await onDiscord('quote', { who: 'rosevear' })).toContain('Nobody called “rosevear”')
      expect(await onDiscord('follow add', { address: news.url })).toContain('2 articles of it are here already')
      expect(await onDiscord('quote', { who: 'rosevear' })).toContain('I had forgotten how far it reaches')
    } finally {
      await news.stop()
    }
  }, 90_000)

  test('ends with one line where a platform refuses it', async () => {
    const { child, said } = start({ DISCORD_TOKEN: 'wrong', LOG_LEVEL: 'warn' })
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(said().replace(/^The store is empty.*\n/u, '')).toMatch(/^Discord refuses DISCORD_TOKEN: [^\n]+\n$/u)
  })

  test('sends what is due on both platforms, once, with its details under it, and what is asked for at once', async () => {
    execFileSync(process.execPath, ['dist/bin/cli.js', 'index', freshNews(folder, Date.now())], { env: environment() })
    const places = [
      { desk: `slack:${slack.team.id}`, channel: slack.channel.id },
      { desk: `discord:${discord.guild.id}`, channel: discord.channel.id },
    ]
    const store = await openStore(environment().DATABASE_URL)
    const { order, next } = dueIn(Date.now())
    for (const place of places) await store.digests.create({ ...order, ...place }, { by: 'U1', at: 0, next })
    const first = start()
    const second = start()
    await vi.waitFor(async () => {
      const slots = (await Promise.all(['1', '2'].map((id) => store.digests.history(id, 9)))).flat()
      expect(slots.map(({ state }) => state)).toEqual(['sent', 'sent'])
    }, 60_000)
    await store.close()
    expect(first.said() + second.said()).not.toMatch(/"level":[456]0/u)
    const [summary, ...details] = slack.answers()
    expect(JSON.stringify(summary?.body)).toMatch(/4 stories from \d+ articles of \d+ outlets/u)
    expect(details.map(({ thread_ts }) => thread_ts)).toEqual(Array(4).fill(summary?.ts))
    const [onDiscord, ...others] = discord.messages(discord.channel)
    expect(others).toEqual([])
    const thread = { ...discord.channel, id: onDiscord?.id ?? '', kind: 'thread' as const }
    expect(discord.messages(thread)).toHaveLength(4)
  }, 90_000)
})

test('editions of processes that are killed are there once each, though answers are lost and much is refused', async () => {
  const troubles = [{ lostAfter: true }, { lostAfter: true }, { reset: true }, { status: 503 }] as const
  const run = { slots: 24, processes: 2, kills: 3, troubleEach: 5, killEach: 5_000, seed: 7 }
  const { once: whole, withoutDetails, failed, lost, doubled, kills } = await faultRun({ ...run, troubles })
  expect({ lost, doubled, kills }).toEqual({ lost: 0, doubled: 0, kills: 3 })
  expect(whole + withoutDetails + failed).toBe(24)
}, 240_000)

test('articles of feeds are whole and there once, though the process that reads them is killed', async () => {
  const { articles, expected, missing, superfluous, broken, needless, kills } = await killRun({
    feeds: 4,
    entries: 40,
    kills: 5,
    seed: 3,
  })
  expect({ articles, missing, superfluous, broken, needless, kills }).toEqual({
    articles: 40,
    missing: 0,
    superfluous: 0,
    broken: [],
    needless: [],
    kills: 5,
  })
  expect(expected).toBe(40)
}, 240_000)
