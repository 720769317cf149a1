import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CrierError } from '../src/errors.js'
import { createHttpServer, type HttpServer } from '../src/http.js'

let server: HttpServer
let url: string
let isReady = false

beforeEach(async () => {
  const metrics = async () => ({ type: 'text/plain', text: 'crier_answers 3\n' })
  server = createHttpServer({ host: '127.0.0.1', port: 0, isReady: () => isReady, metrics })
  server.mount('/slack', (request, response) => response.end(`slack has ${request.url}`))
  url = `http://127.0.0.1:${await server.listen()}`
})
afterEach(() => server.close())

async function get(path: string): Promise<[number, string]> {
  const response = await fetch(`${url}${path}`)
  return [response.status, await response.text()]
}

describe('the HTTP server', () => {
  test('says that it runs, whether it is connected, and its metrics', async () => {
    expect(await get('/healthz')).toEqual([200, 'ok\n'])
    expect(await get('/readyz')).toEqual([503, 'not ready\n'])
    isReady = true
    expect(await get('/readyz?verbose=1')).toEqual([200, 'ready\n'])
    expect(await get('/metrics')).toEqual([200, 'crier_answers 3\n'])
  })

  test('gives what is mounted all paths under its prefix, and nothing else', async () => {
    expect(await get('/slack/events?a=1')).toEqual([200, 'slack has /slack/events?a=1'])
    expect(await get('/slack')).toEqual([200, 'slack has /slack'])
    for (const path of ['/slackers', '/', '/constructor', '/__proto__', '//slack', '/healthz/x'])
      expect([path, (await get(path))[0]]).toEqual([path, 404])
  })

  test('says in one sentence that a port is taken', async () => {
    const port = Number(new URL(url).port)
    const second = createHttpServer({
      host: '127.0.0.1',
      port,
      isReady: () => true,
      metrics: async () => ({ type: '', text: '' }),
    })
    await expect(second.listen()).rejects.toThrow(CrierError)
    await expect(second.listen()).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be had`)
  })
})
