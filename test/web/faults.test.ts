import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Asked, Content, Failed, Got } from '../../src/web/web.js'
import { FEED } from './faults.js'
import { startedServer, startedWeb } from './started.js'

const FEED_ASKED: Asked = { as: 'feed' }
/** Short for what never begins, and for what never ends; nothing else comes near. */
const NEVER_BEGINS = { limits: { firstByte: 300 } }
const NEVER_ENDS = { limits: { total: 900 } }

async function got(path: string, asked = FEED_ASKED, parts: Parameters<typeof startedWeb>[0] = {}): Promise<Got> {
  const server = await startedServer()
  return startedWeb(parts).get(server.at(path), asked)
}

function textOf(answer: Got): string {
  return answer.kind === 'content' ? new TextDecoder().decode(answer.bytes) : JSON.stringify(answer)
}

test('content comes with all that the next request needs', async () => {
  const server = await startedServer()
  const answer = await startedWeb().get(server.at('/feed#top'), FEED_ASKED)
  expect(answer).toMatchObject<Partial<Content>>({
    kind: 'content',
    url: server.at('/feed'),
    type: 'application/rss+xml',
    etag: '"one"',
    lastModified: 'Thu, 20 Dec 2018 09:00:00 GMT',
    movedTo: null,
    freshFor: null,
  })
  expect(textOf(answer)).toBe(FEED)
})

describe('compressed', () => {
  test.each([
    '/gzip',
    '/x-gzip',
    '/brotli',
    '/deflate',
    '/raw-deflate',
    '/stacked',
    '/lying-gzip',
    '/lying-brotli',
    '/lying-deflate',
    '/unknown-encoding',
  ])('%s is read', async (path) => expect(textOf(await got(path))).toContain('<title>Wendmouth Post</title>'))

  test('what is compressed and dripped a byte at a time is read', async () => {
    const server = await startedServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      for (const byte of gzipSync(FEED)) response.write(Buffer.from([byte]))
      response.end()
      return true
    })
    expect(textOf(await startedWeb().get(server.at('/'), FEED_ASKED))).toBe(FEED)
  })

  test('what holds nothing is nothing, however it is compressed', async () => {
    const server = await startedServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end()
      return true
    })
    expect(await startedWeb().get(server.at('/'), FEED_ASKED)).toMatchObject({ why: 'It sent nothing.' })
  })
})

describe('what fails is told in a sentence', () => {
  test.each<[string, Failed['cause'], string]>([
    ['/silent', 'passing', 'It did not begin to answer within 1 second.'],
    ['/slow-headers', 'passing', 'It did not begin to answer within 1 second.'],
    ['/slow-body', 'passing', 'It did not send all within 1 second.'],
    ['/endless-body', 'passing', 'It did not send all within 1 second.'],
    ['/dropped', 'passing', 'The connection broke off before all had come.'],
    ['/truncated', 'passing', 'The connection broke off before all had come.'],
    ['/truncated-chunks', 'passing', 'The connection broke off before all had come.'],
    ['/not-http', 'passing', 'What its server sends is not HTTP, the language of the web.'],
    ['/to-two-lines', 'passing', 'What its server sends is not HTTP, the language of the web.'],
    ['/large-header', 'refused', 'Its server sends more than 64 KB of headers.'],
    ['/large', 'refused', 'It is larger than 10 MB.'],
    ['/large-announced', 'refused', 'It is larger than 10 MB.'],
    ['/stacked-thrice', 'refused', 'What it sent is compressed in a way that Crier did not ask for.'],
    ['/truncated-gzip', 'passing', 'What it sent is compressed, and cannot be decompressed.'],
    ['/broken-gzip', 'passing', 'What it sent is compressed, and cannot be decompressed.'],
    ['/unchanged', 'passing', 'It says that nothing has changed, though it was never read (304).'],
    ['/empty', 'passing', 'It sent nothing.'],
    ['/no-content', 'passing', 'It answered that there is nothing to send (204).'],
    ['/part', 'passing', 'It sent only a part, though all was asked for (206).'],
    ['/password', 'refused', 'It asks for a password (401), and Crier sends none.'],
    ['/pay', 'refused', 'It is for those who pay (402).'],
    ['/forbidden', 'refused', 'Its server does not let Crier read it (403).'],
    ['/missing', 'passing', 'It is not there (404).'],
    ['/gone', 'gone', 'It is gone for good (410).'],
    ['/law', 'refused', 'It is withheld for legal reasons (451).'],
    ['/error', 'passing', 'Its server has an error of its own (500).'],
    ['/unavailable-quietly', 'passing', 'Its server is not available for now (503).'],
  ])('%s: %s, %s', async (path, cause, why) => {
    const parts = /silent|slow-headers/u.test(path) ? NEVER_BEGINS : /-body/u.test(path) ? NEVER_ENDS : {}
    expect(await got(path, FEED_ASKED, parts)).toMatchObject({ kind: 'failed', cause, why })
  })

  test('a page that is not there has been taken away', async () => {
    expect(await got('/missing', { as: 'page' })).toMatchObject({ cause: 'refused', status: 404 })
  })

  test('who takes no connection', async () => {
    const server = await startedServer()
    await server.close()
    const answer = await startedWeb().get(server.at('/'), FEED_ASKED)
    expect(answer).toMatchObject({ cause: 'passing', why: 'Its server takes no connections.' })
  })

  test('whose name nobody knows, or is never looked up to an end', async () => {
    const unknown = async (): Promise<never> => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    }
    const why = 'No server of that name is known; the name may be mistyped.'
    const url = 'http://wendmuoth.example/'
    expect(await startedWeb({ resolve: unknown }).get(url, FEED_ASKED)).toMatchObject({ why })
    expect(await startedWeb({ resolve: async () => [] }).get(url, FEED_ASKED)).toMatchObject({ why })
    const never = startedWeb({ ...NEVER_BEGINS, resolve: () => new Promise(() => {}) })
    expect(await never.get(url, FEED_ASKED)).toMatchObject({ why: 'It did not begin to answer within 1 second.' })
  })
})

test('headers may be long, though not endless', async () => {
  const server = await startedServer((_, response) => {
    response.writeHead(200, { 'X-Wend': 'w'.repeat(40_000) }).end('text')
    return true
  })
  expect(await startedWeb().get(server.at('/'), FEED_ASKED)).toMatchObject({ kind: 'content' })
})

test.each([302, 404, 500])(
  'what an answer holds that is not read (%s) is not waited for, nor its connection kept',
  async (status) => {
    const server = await startedServer((request, response) => {
      if (request.url === '/feed') return false
      response.writeHead(status, { Location: '/feed' }).write('an explanation that never ends')
      return true
    })
    const web = startedWeb()
    await web.get(server.at('/'), FEED_ASKED)
    await expect.poll(() => server.connections()).toBeLessThan(status === 302 ? 2 : 1)
  },
)

describe('bombs', () => {
  test.each(['/gzip-bomb', '/brotli-bomb', '/stacked-bomb', '/empty-bomb'])('%s costs no memory', async (path) => {
    const server = await startedServer()
    const web = startedWeb()
    await web.get(server.at(path), FEED_ASKED)
    const before = process.memoryUsage().rss
    expect(await web.get(server.at(path), FEED_ASKED)).toMatchObject({ why: 'It is larger than 10 MB.' })
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6)
  })
})

describe('what is kept is asked about', () => {
  test('304 is unchanged, and says for how long', async () => {
    const seen: unknown[] = []
    const server = await startedServer(({ headers }, response) => {
      seen.push([headers['if-none-match'], headers['if-modified-since']])
      response.writeHead(304, { 'Cache-Control': 'max-age=60' }).end()
      return true
    })
    const web = startedWeb()
    const answer = await web.get(server.at('/'), { as: 'feed', etag: 'W/"é"', lastModified: 'some time' })
    expect(answer).toEqual({ kind: 'unchanged', movedTo: null, freshFor: 60_000 })
    await web.get(server.at('/'), { as: 'feed', etag: '"a"\r\nX: 1', lastModified: null })
    expect(seen).toEqual([
      ['W/"é"', 'some time'],
      [undefined, undefined],
    ])
  })
})

describe('who asks says so', () => {
  test('name, version, contact, what is read and how it may be compressed; nothing is kept but what it is given', async () => {
    const seen: unknown[] = []
    const server = await startedServer(({ headers }, response) => {
      seen.push(headers)
      response.writeHead(200, { 'Set-Cookie': 'reader=1' }).end('text')
      return true
    })
    const web = startedWeb({ contact: 'desk@wendmouth.example' })
    await web.get(server.at('/').replace('://', '://me:hush@'), FEED_ASKED)
    await web.get(server.at('/'), FEED_ASKED)
    for (const headers of seen) {
      expect(headers).toMatchObject({
        'user-agent': 'Crier/1.2.3 (+desk@wendmouth.example)',
        'accept-encoding': 'gzip, br, deflate',
        accept: expect.stringContaining('application/rss+xml'),
      })
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('authorization')
    }
    expect(seen).toHaveLength(2)
  })
})

describe('the end', () => {
  test('who gives up is answered at once', async () => {
    const server = await startedServer()
    const end = new AbortController()
    const answer = startedWeb().get(server.at('/silent'), { as: 'feed', signal: end.signal })
    end.abort()
    expect(await answer).toMatchObject({ kind: 'failed', cause: 'passing', why: expect.stringContaining('stopping') })
  })

  test('closing ends all requests, those that wait too, and all connections', async () => {
    const server = await startedServer()
    const web = startedWeb()
    await web.get(server.at('/feed'), FEED_ASKED)
    const answers = ['/silent', '/slow-body', '/silent', '/feed'].map((path) => web.get(server.at(path), FEED_ASKED))
    answers.push(web.get(server.at('/feed'), { as: 'page' }))
    await web.close()
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ cause: 'passing' })
    expect(await web.get(server.at('/feed'), FEED_ASKED)).toMatchObject({ cause: 'passing' })
    await expect.poll(() => server.connections()).toBe(0)
  })
})
