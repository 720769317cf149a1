import { describe, expect, test } from 'vitest'
import { allowedList, NOTHING_ALLOWED } from '../../src/web/address.js'
import { startedServer, startedWeb } from './started.js'

const FEED = { as: 'feed' } as const
const AT_HOME = { address: '127.0.0.1', family: 4 }
/** Stands for a public address: it is allowed, and nobody listens there. */
const AWAY = { address: '127.0.0.3', family: 4 }

describe('what is not public is refused', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['%31%32%37.0.0.1', '127.0.0.1'],
    ['１２７.0.0.1', '127.0.0.1'],
    ['[::1]', '::1'],
    ['[::ffff:127.0.0.1]', '127.0.0.1'],
    ['[::]', '::'],
    ['0', '0.0.0.0'],
    ['169.254.169.254', '169.254.169.254'],
  ])('%s', async (host, ip) => {
    const server = await startedServer()
    expect(await startedWeb().get(`http://${host}:${server.port}/feed`, FEED)).toMatchObject({
      kind: 'failed',
      cause: 'refused',
      why: `${ip} is not a public address, so Crier does not fetch it; CRIER_ALLOW_ADDRESSES=${ip} would allow it.`,
    })
    expect(server.connections()).toBe(0)
  })

  test.each(['localhost', 'intern.example', 'LOCALHOST.'])('%s, which leads there', async (host) => {
    const server = await startedServer()
    const name = host.toLowerCase().replace(/\.$/u, '')
    expect(await startedWeb().get(`http://${host}:${server.port}/feed`, FEED)).toMatchObject({
      cause: 'refused',
      why: `${name} does not lead to a public address, so Crier does not fetch it; CRIER_ALLOW_ADDRESSES=${name} would allow it.`,
    })
    expect(server.connections()).toBe(0)
  })

  test.each(['/to-metadata', '/to-loopback', '/to-loopback-number', '/to-loopback-ipv6', '/to-localhost'])(
    'after a redirect: %s',
    async (path) => {
      const server = await startedServer()
      const answer = await startedWeb().get(server.at(path), FEED)
      expect(answer).toMatchObject({ cause: 'refused', why: expect.stringContaining('public address') })
      expect(server.asked).toHaveLength(1)
    },
  )

  test('as a page too, without asking for its robots.txt', async () => {
    const server = await startedServer()
    const answer = await startedWeb().get(`http://127.0.0.1:${server.port}/feed`, { as: 'page' })
    expect(answer).toMatchObject({ cause: 'refused', why: expect.stringContaining('public address') })
    expect(server.connections()).toBe(0)
  })
})

describe('a name whose addresses change', () => {
  test('is looked up once for each connection, and that address is the one that is judged', async () => {
    const server = await startedServer()
    let lookUps = 0
    const web = startedWeb({
      allowed: allowedList(AWAY.address) ?? NOTHING_ALLOWED,
      // Public for whoever checks first, and at home for whoever connects then.
      resolve: async () => [lookUps++ === 0 ? AWAY : AT_HOME],
    })
    const answer = await web.get(server.at('/feed', 'rebind.example'), FEED)
    expect(answer).toMatchObject({ cause: 'passing', why: 'Its server takes no connections.' })
    expect(lookUps).toBe(1)
    expect(await web.get(server.at('/feed', 'rebind.example'), FEED)).toMatchObject({ cause: 'refused' })
    expect(server.connections()).toBe(0)
  })

  test('is connected to where it may be, though other addresses of it may not', async () => {
    const server = await startedServer()
    const resolve = async () => [{ address: '127.0.0.2', family: 4 }, { address: '::1', family: 6 }, AT_HOME]
    const web = startedWeb({ resolve, allowed: allowedList('127.0.0.1') ?? NOTHING_ALLOWED })
    expect(await web.get(server.at('/feed', 'several.example'), FEED)).toMatchObject({ kind: 'content' })
  })
})

test.each([
  ['127.0.0.0/8', '127.0.0.1'],
  ['127.0.0.1', 'intern.example'],
  ['localhost', 'localhost'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
])('%s allows %s', async (setting, host) => {
  const server = await startedServer()
  const web = startedWeb({ allowed: allowedList(setting) ?? NOTHING_ALLOWED })
  expect(await web.get(server.at('/feed', host), FEED)).toMatchObject({ kind: 'content' })
})
