import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../src/web/failure.js'
import { redirectedTo, targetOf } from '../../src/web/target.js'
import type { Failed } from '../../src/web/web.js'
import { startedServer, startedWeb } from './started.js'

const FEED = { as: 'feed' } as const

describe('redirects', () => {
  test.each([
    ['/moved', '/feed', '/feed'],
    ['/moved-twice', '/feed', '/feed'],
    ['/found', '/feed?edition=evening', null],
    ['/found-then-moved', '/feed', null],
    ['/moved-then-found', '/feed?edition=evening', '/found'],
    ['/chain-2', '/feed', null],
  ])('%s ends at %s and has moved to %s', async (path, end, movedTo) => {
    const server = await startedServer()
    const answer = await startedWeb().get(server.at(path), FEED)
    expect(answer).toMatchObject({
      kind: 'content',
      url: server.at(end),
      movedTo: movedTo === null ? null : server.at(movedTo),
    })
  })

  test('one that has moved and not changed says so', async () => {
    const server = await startedServer((request, response) => {
      if (request.url !== '/feed') return false
      response.writeHead(304).end()
      return true
    })
    expect(await startedWeb().get(server.at('/moved'), { as: 'feed', etag: '"one"' })).toEqual({
      kind: 'unchanged',
      movedTo: server.at('/feed'),
      freshFor: null,
    })
  })

  test.each<[string, Failed['cause'], string]>([
    ['/loop', 'refused', 'It redirects in a circle.'],
    ['/chain-1', 'refused', 'It redirects more than 5 times.'],
    ['/moved-to-nothing', 'passing', 'It is not there (404).'],
    ['/to-nowhere', 'refused', 'It redirects without saying where to.'],
    ['/to-script', 'refused', 'It redirects to what is no address of the web.'],
    ['/to-file', 'refused', 'It redirects to what is no address of the web.'],
    ['/to-mail-port', 'refused', 'Port 25 belongs to another service than the web, so Crier does not fetch it.'],
  ])('%s: %s, %s', async (path, cause, why) => {
    const server = await startedServer()
    expect(await startedWeb().get(server.at(path), FEED)).toMatchObject({ kind: 'failed', cause, why })
  })

  test('time counts over all of them', async () => {
    let turn = 0
    const server = await startedServer((_, response) => {
      setTimeout(() => response.writeHead(302, { Location: `/${turn++}` }).end(), 200)
      return true
    })
    const web = startedWeb({ limits: { firstByte: 5000, total: 500 } })
    expect(await web.get(server.at('/'), FEED)).toMatchObject({ why: 'It did not send all within 1 second.' })
    expect(turn).toBeLessThan(4)
  })

  test('each is asked of its own host, by its own name', async () => {
    const server = await startedServer((request, response) => {
      if (request.url !== '/start') return false
      response.writeHead(302, { Location: `//other.example:${server.port}/feed` }).end()
      return true
    })
    expect(await startedWeb().get(server.at('/start'), FEED)).toMatchObject({ kind: 'content' })
    expect(server.asked).toEqual([
      `GET wendmouth.example:${server.port}/start`,
      `GET other.example:${server.port}/feed`,
    ])
  })
})

describe('an address', () => {
  const whyNot = (work: () => unknown): string => {
    try {
      return String(work())
    } catch (error) {
      return error instanceof Failure ? `${error.failed.cause}: ${error.message}` : 'another error'
    }
  }

  test.each([
    ['http://me:hush@Wendmouth.example./a?b#c', 'http://wendmouth.example/a?b'],
    ['ftp://wendmouth.example/', 'refused: It is not an address of the web: one begins'],
    ['file:///etc/passwd', 'refused: It is not an address of the web'],
    ['wendmouth', 'refused: It is not an address of the web'],
    ['http://[fe80::1%25eth0]/', 'refused: It is not an address of the web'],
    [`http://${'w'.repeat(1000)}.example/`, 'refused: No server of that name is known'],
    [`http://wendmouth.example/${'w'.repeat(3000)}`, 'refused: The address is longer than 2048 characters.'],
    ['https://wendmouth.example:22/', 'refused: Port 22 belongs to another service'],
    ['http://wendmouth.example:0/', 'refused: Port 0 belongs to another service'],
  ])('%s is %s', (address, told) => expect(whyNot(() => targetOf(address))).toContain(told))

  test.each<[string, string | null, string]>([
    ['http://wend.example/a/b', 'c?d', 'http://wend.example/a/c?d'],
    ['http://wend.example/a/b', '//other.example', 'http://other.example/'],
    ['http://wend.example/', 'https://wend.example/', 'https://wend.example/'],
    ['http://wend.example/', 'http://me:hush@wend.example/', 'http://wend.example/'],
    ['http://wend.example/', Buffer.from('/é').toString('latin1'), 'http://wend.example/%C3%A9'],
    ['http://wend.example/', '/\xe9', 'http://wend.example/%C3%A9'],
    ['https://wend.example/', 'http://wend.example/', 'refused: It redirects from https to http, where anybody'],
    ['http://wend.example/', 'http://', 'refused: It redirects to what is no address'],
    ['http://wend.example/', `/${'a'.repeat(1_000_000)}`, 'refused: The address is longer'],
    ['http://wend.example/', null, 'refused: It redirects without saying where to.'],
  ])('redirects from %s', (from, to, told) => expect(whyNot(() => redirectedTo(new URL(from), to))).toContain(told))
})

describe('over TLS', () => {
  const pem = readFileSync(new URL('wendmouth.pem', import.meta.url), 'utf8')

  async function secure(): Promise<{ at(host: string): string; close(): void }> {
    const server = createServer({ key: pem, cert: pem }, (_, response) => response.end('over TLS'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    return { at: (host) => `https://${host}:${port}/`, close: () => server.close() }
  }

  test('a server is who its certificate says, and vouched for', async () => {
    const server = await secure()
    const web = startedWeb({ ca: pem })
    expect(await web.get(server.at('wendmouth.example'), FEED)).toMatchObject({ kind: 'content' })
    const wrong = { kind: 'failed', cause: 'passing', why: expect.stringContaining('Its certificate is not valid (') }
    expect(await web.get(server.at('other.example'), FEED)).toMatchObject(wrong)
    expect(await startedWeb().get(server.at('wendmouth.example'), FEED)).toMatchObject(wrong)
    server.close()
  })
})
