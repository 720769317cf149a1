import { describe, expect, test } from 'vitest'
import type { Got } from '../../src/web/web.js'
import { startedServer, startedWeb } from './started.js'

const FEED = { as: 'feed' } as const
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** Answers when told to, and knows how many wait for it. */
function gate(): { enter: () => Promise<void>; open: () => void; readonly most: number; readonly inside: number } {
  const waiting: (() => void)[] = []
  let most = 0
  return {
    enter: () =>
      new Promise((resolve) => {
        most = Math.max(most, waiting.push(resolve))
      }),
    open: () => {
      for (const resolve of waiting.splice(0)) resolve()
    },
    get most() {
      return most
    },
    get inside() {
      return waiting.length
    },
  }
}

async function all(answers: readonly Promise<Got>[], open: () => void): Promise<Got[]> {
  let isOver = false
  const over = Promise.all(answers).finally(() => {
    isOver = true
  })
  await expect.poll(() => (open(), isOver)).toBe(true)
  return over
}

describe('how many at a time', () => {
  test('two of a host, by whatever port', async () => {
    const doors = gate()
    const own: Parameters<typeof startedServer>[0] = (_, response) => {
      void doors.enter().then(() => response.end('text'))
      return true
    }
    const servers = [await startedServer(own), await startedServer(own)]
    const web = startedWeb()
    const answers = times(4, (page) => servers.map((server) => web.get(server.at(`/${page}`), FEED))).flat()
    await expect.poll(() => doors.inside).toBe(2)
    expect((await all(answers, doors.open)).map(({ kind }) => kind)).toEqual(times(8, () => 'content'))
    expect(doors.most).toBe(2)
  })

  test('not too many in all, though each host has its turn', async () => {
    const doors = gate()
    const server = await startedServer((_, response) => {
      void doors.enter().then(() => response.end('text'))
      return true
    })
    const web = startedWeb({ limits: { atOnce: 5 } })
    const hosts = ['wendmouth', 'other', 'third']
    const answers = times(15, (index) => web.get(server.at(`/${index}`, `${hosts[index % 3]}.example`), FEED))
    await expect.poll(() => doors.inside).toBe(5)
    await all(answers, doors.open)
    expect(doors.most).toBe(5)
  })

  test('redirects back and forth between busy hosts end', async () => {
    const server = await startedServer((request, response) => {
      const [, step = '', other = ''] = /^\/(\d)\/(\w+)/u.exec(request.url ?? '') ?? []
      const here = request.headers.host?.split('.')[0] ?? ''
      const to = `//${other}.example:${server.port}/${Number(step) + 1}/${here}`
      if (step === '4') response.end('text')
      else response.writeHead(302, { Location: to }).end()
      return true
    })
    const web = startedWeb({ limits: { atOnce: 2 } })
    const answers = times(20, (index) =>
      index % 2
        ? web.get(server.at('/0/other?'.concat(String(index))), FEED)
        : web.get(server.at('/0/wendmouth', 'other.example'), FEED),
    )
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(times(20, () => 'content'))
  })
})

describe('a host that asks to be left alone', () => {
  test.each([
    ['/too-many', 120_000, '2 minutes'],
    ['/unavailable', 300_000, '5 minutes'],
  ])('%s is, all of it and at once', async (path, rest, told) => {
    let now = 1e12
    const server = await startedServer()
    const web = startedWeb({ now: () => now })
    expect(await web.get(server.at(path), FEED)).toMatchObject({ cause: 'passing', retryAfter: rest })
    const resting = { kind: 'failed', cause: 'resting', why: `Its server asked to be left alone for another ${told}.` }
    expect(await web.get(server.at('/feed'), FEED)).toMatchObject({ ...resting, retryAfter: rest })
    expect(await web.get(server.at('/feed'), { as: 'page' })).toMatchObject({ cause: 'resting' })
    expect(await web.get(server.at('/feed', 'other.example'), FEED)).toMatchObject({ kind: 'content' })
    expect(server.asked).toHaveLength(2)
    now += rest
    expect(await web.get(server.at('/feed'), FEED)).toMatchObject({ kind: 'content' })
  })

  test('and what already waited is not asked any more', async () => {
    const server = await startedServer()
    const web = startedWeb({ limits: { perHost: 1 } })
    const answers = await Promise.all(['/too-many', '/feed', '/feed'].map((path) => web.get(server.at(path), FEED)))
    expect(answers.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed'])
    expect(server.asked).toHaveLength(1)
  })
})

describe('robots.txt', () => {
  const ROBOTS = 'User-agent: *\nDisallow: /private\nCrawl-delay: 5'

  async function robots(answer: string | number, headers: Record<string, string> = {}) {
    return startedServer((request, response) => {
      if (request.url === '/robots.txt') {
        response.writeHead(typeof answer === 'number' ? answer : 200, headers).end(String(answer))
      } else response.end('text')
      return true
    })
  }

  test('is asked once, however many pages are read there at once, and once a day', async () => {
    let now = 1e12
    const server = await robots('User-agent: *\nDisallow: /private')
    const web = startedWeb({ now: () => now })
    const pages = (): Promise<Got[]> => Promise.all(times(10, (page) => web.get(server.at(`/${page}`), { as: 'page' })))
    const asked = (): number => server.asked.filter((one) => one.endsWith('/robots.txt')).length
    expect((await pages()).every(({ kind }) => kind === 'content')).toBe(true)
    expect(asked()).toBe(1)
    now += 86_399_000
    await pages()
    expect(asked()).toBe(1)
    now += 2000
    await pages()
    expect(asked()).toBe(2)
  })

  test('forbids pages, and is not asked about feeds', async () => {
    const server = await robots('User-agent: Crier\nDisallow: /private')
    const web = startedWeb()
    expect(await web.get(server.at('/private/1?a'), { as: 'page' })).toEqual({
      kind: 'failed',
      cause: 'refused',
      why: 'Its site’s robots.txt does not let Crier read it.',
      status: null,
      retryAfter: null,
    })
    expect(server.asked).toHaveLength(1)
    expect(await web.get(server.at('/private/1?a'), FEED)).toMatchObject({ kind: 'content' })
  })

  test('is asked of each site that a redirect leads to', async () => {
    const server = await startedServer((request, response) => {
      const isThere = request.headers.host?.startsWith('other')
      if (request.url === '/robots.txt') response.end(isThere ? 'User-agent: *\nDisallow: /' : '')
      else if (isThere) response.end('text')
      else response.writeHead(302, { Location: `//other.example:${server.port}/a` }).end()
      return true
    })
    const answer = await startedWeb().get(server.at('/a'), { as: 'page' })
    expect(answer).toMatchObject({ cause: 'refused', why: expect.stringContaining('robots.txt does not') })
    expect(server.asked.at(-1)).toMatch(/other.*robots\.txt$/u)
  })

  test.each([404, 403, 401, 410, 400])('that is not there (%s) allows all', async (status) => {
    const server = await robots(status)
    expect(await startedWeb().get(server.at('/private'), { as: 'page' })).toMatchObject({ kind: 'content' })
  })

  test.each([500, 503, 429])('that cannot be had (%s) allows nothing for a while', async (status) => {
    let now = 1e12
    const server = await robots(status)
    const web = startedWeb({ now: () => now })
    const failed = {
      cause: 'passing',
      why: expect.stringContaining('so Crier reads nothing there for now: its server'),
    }
    expect(await web.get(server.at('/a'), { as: 'page' })).toMatchObject({ ...failed, retryAfter: 600_000 })
    now += 400_000
    expect(await web.get(server.at('/b'), { as: 'page' })).toMatchObject({ ...failed, retryAfter: 200_000 })
    expect(server.asked).toHaveLength(1)
    now += 200_000
    await web.get(server.at('/b'), { as: 'page' })
    expect(server.asked).toHaveLength(2)
  })

  test('is read as far as 500 KB, through redirects', async () => {
    const server = await startedServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(301, { Location: '/robots' }).end()
      else if (request.url === '/robots') {
        response.end(`User-agent: *\nDisallow: /private\n${'# Wendmouth\n'.repeat(1_000_000)}`)
      } else response.end('text')
      return true
    })
    const web = startedWeb()
    expect(await web.get(server.at('/private'), { as: 'page' })).toMatchObject({ cause: 'refused' })
    expect(await web.get(server.at('/a'), { as: 'page' })).toMatchObject({ kind: 'content' })
  })

  test('says how long to pause between pages', async () => {
    const server = await robots(ROBOTS)
    let now = 1e12
    const waits: number[] = []
    const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
    const web = startedWeb({ now: () => now, wait })
    await Promise.all(times(3, (page) => web.get(server.at(`/${page}`), { as: 'page' })))
    expect(waits).toEqual([5000, 10_000])
    now += 14_000
    await web.get(server.at('/4'), { as: 'page' })
    expect(waits).toEqual([5000, 10_000, 1000])
    await web.get(server.at('/feed'), FEED)
    expect(waits).toHaveLength(3)
  })

  test('lets what need not pause go first', async () => {
    const server = await robots(ROBOTS)
    const doors = gate()
    const web = startedWeb({ wait: doors.enter, limits: { perHost: 1 } })
    const pages = times(3, (page) => web.get(server.at(`/${page}`), { as: 'page' }))
    await expect.poll(() => doors.inside).toBe(2)
    expect(await web.get(server.at('/feed'), FEED)).toMatchObject({ kind: 'content' })
    doors.open()
    expect((await Promise.all(pages)).map(({ kind }) => kind)).toEqual(times(3, () => 'content'))
  })

  test('whoever gives up alone takes it from nobody', async () => {
    const server = await robots('')
    const web = startedWeb()
    const end = new AbortController()
    const first = web.get(server.at('/1'), { as: 'page', signal: end.signal })
    const second = web.get(server.at('/2'), { as: 'page' })
    end.abort()
    expect(await first).toMatchObject({ kind: 'failed' })
    expect(await second).toMatchObject({ kind: 'content' })
  })
})
