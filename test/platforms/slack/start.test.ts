import { describe, expect, test, vi } from 'vitest'
import { UndeliverableError } from '../../../src/errors.js'
import { checkSlack } from '../../../src/platforms/slack/check.js'
import { SCOPES, type SlackSettings } from '../../../src/platforms/slack/settings.js'
import type { SlackStub } from '../../stubs/slack/stub.js'
import { quickTime } from '../quickTime.js'
import { answers, fakeBot, newBook, postTo, SIGNING_SECRET, stage, start, started, startedOverHttp } from './world.js'

const NEWS = { title: 'News', blocks: [], actions: [] }

function settings(
  stub: SlackStub,
  more: { readonly botToken?: string; readonly appToken?: string; readonly apiUrl?: string } = {},
): SlackSettings {
  const { apiUrl, appToken } = stub
  return { mode: 'socket', apiUrl, botToken: stub.team.botToken ?? '', appToken, ...more }
}

/** What `start` rejects with, which the doctor must have said beforehand. */
async function refusal(slack: SlackSettings, stub: SlackStub): Promise<string> {
  const findings = await checkSlack({ slack, time: quickTime() })
  const { running } = await start(stub, { slack })
  const message = await running.then(
    () => 'It started.',
    (error: Error) => error.message,
  )
  expect(findings.filter(({ ok }) => !ok).map(({ told }) => told)).toContain(message)
  return message
}

describe('what is wrong is told in one line, by the doctor and at the start', () => {
  test('a wrong bot token', async () => {
    const stub = await stage()
    expect(await refusal(settings(stub, { botToken: 'xoxb-wrong' }), stub)).toContain('Slack refuses SLACK_BOT_TOKEN')
  })

  test('a wrong app token', async () => {
    const stub = await stage()
    expect(await refusal(settings(stub, { appToken: 'xapp-wrong' }), stub)).toContain('Slack refuses SLACK_APP_TOKEN')
  })

  test('a missing scope of either', async () => {
    const lacking = await stage({ scopes: SCOPES.filter((scope) => scope !== 'chat:write') })
    expect(await refusal(settings(lacking), lacking)).toContain('lacks the scope chat:write')
    const sockets = await stage({ appScopes: [] })
    expect(await refusal(settings(sockets), sockets)).toContain('lacks the scope connections:write')
  })

  test('a scope that it can run without, which does not keep it from starting', async () => {
    const stub = await stage({ scopes: SCOPES.filter((scope) => scope !== 'users:read') })
    const findings = await checkSlack({ slack: settings(stub), time: quickTime() })
    const [told] = findings.filter(({ ok }) => !ok).map((finding) => finding.told)
    expect(told).toContain('lacks the scope users:read')
    const { logged } = await started(stub)
    expect(logged).toContainEqual(expect.objectContaining({ text: told }))
  })

  test('no network', async () => {
    const stub = await stage()
    expect(await refusal(settings(stub, { apiUrl: 'http://127.0.0.1:9/api/' }), stub)).toContain(
      'Slack cannot be reached',
    )
  })

  test('Slack being unwell', async () => {
    const stub = await stage()
    stub.fail('auth.test', { status: 503 }, 2)
    expect(await refusal(settings(stub), stub)).toContain('Slack is not well (status 503)')
  })

  test.each([6, -6])('a clock that is off by %i minutes', async (minutes) => {
    const stub = await stage({ now: () => Date.now() + minutes * 60_000 })
    expect(await refusal(settings(stub), stub)).toContain(`6 minutes ${minutes > 0 ? 'behind' : 'ahead'}`)
  })

  test('nothing, where all is well; and no token is shown', async () => {
    const stub = await stage()
    const findings = await checkSlack({ slack: settings(stub), time: quickTime() })
    expect(findings.map(({ ok }) => ok)).toEqual([true, true, true, true])
    expect(JSON.stringify(findings)).not.toMatch(/xoxb|xapp/u)
  })
})

describe('while it runs', () => {
  test('an app token that is taken back ends it with a line', async () => {
    const stub = await stage()
    const { running } = await started(stub)
    stub.fail('apps.connections.open', { error: 'invalid_auth' }, 9)
    stub.sockets.refresh()
    await expect(running).rejects.toThrow('Slack refuses')
  })
})

describe('many workspaces', () => {
  const install = (stub: SlackStub): SlackSettings => ({
    mode: 'install',
    apiUrl: stub.apiUrl,
    clientId: '1.2',
    clientSecret: 'a client secret',
    stateSecret: 'a state secret',
    signingSecret: SIGNING_SECRET,
  })

  /** Lets Crier into a workspace as a browser does. */
  async function letIn(stub: SlackStub, url: string, team = stub.team): Promise<Response> {
    const page = await fetch(`${url}/slack/install`, { redirect: 'manual' })
    const asked = new URL(page.headers.get('location') ?? '')
    expect(asked.searchParams.get('scope')?.split(',').toSorted()).toEqual([...SCOPES])
    const state = asked.searchParams.get('state') ?? ''
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    const back = `${url}/slack/oauth_redirect?code=${stub.codeFor(team)}&state=${encodeURIComponent(state)}`
    return fetch(back, { headers: { cookie }, redirect: 'manual' })
  }

  test('let Crier in, each with a token of its own, kept sealed; and are forgotten when they throw it out', async () => {
    const stub = await stage()
    const book = await newBook()
    const bot = fakeBot()
    const { url, platform } = await startedOverHttp(stub, { slack: install(stub), book, bot })
    const second = stub.addTeam('Skellen')
    expect((await letIn(stub, url)).status).toBeLessThan(400)
    expect((await letIn(stub, url, second)).status).toBeLessThan(400)
    expect(await book.keys('slack-installation')).toEqual([stub.team.id, second.id])
    expect(await book.get('slack-installation', second.id)).not.toContain('xoxb')

    stub.mention({ text: '/quote mattis' })
    stub.mention({ text: '/quote mattis', channel: stub.addChannel(second) })
    await answers(stub, 2)
    expect(new Set(stub.callsTo('chat.postMessage').map(({ token }) => token))).toEqual(
      new Set([stub.team.botToken, second.botToken]),
    )
    expect(bot.requests.map(({ desk }) => desk).toSorted()).toEqual([`slack:${stub.team.id}`, `slack:${second.id}`])
    const elsewhere = stub.addChannel(second)
    await platform.send(postTo(elsewhere, NEWS, 'edition'))
    expect(stub.callsTo('chat.postMessage').at(-1)?.token).toBe(second.botToken)

    stub.uninstalled()
    await vi.waitFor(async () => expect(await book.keys('slack-installation')).toEqual([second.id]), 5000)
    stub.tokensRevoked(second)
    await vi.waitFor(async () => expect(await book.keys('slack-installation')).toEqual([]), 5000)
    const refused = platform.send(postTo(elsewhere, NEWS, 'x'))
    await expect(refused).rejects.toThrow('not installed')
    await expect(refused).rejects.toThrow(UndeliverableError)
    expect(await platform.mayPost(postTo(elsewhere, NEWS, 'x').place)).toContain('/slack/install')
  })

  test('are not let in with a state that Crier did not give', async () => {
    const stub = await stage()
    const book = await newBook()
    const { url } = await startedOverHttp(stub, { slack: install(stub), book })
    const forged = await fetch(`${url}/slack/oauth_redirect?code=${stub.codeFor(stub.team)}&state=forged`)
    expect(forged.status).toBeGreaterThanOrEqual(400)
    expect(await book.keys('slack-installation')).toEqual([])
  })
})
