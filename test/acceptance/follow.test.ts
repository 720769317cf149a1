/** From following a feed to an answer out of it: the very lines of the README, run one after another. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type NewsServer, startNewsServer } from '../tools/newsServer.js'
import { openSandbox, type Result } from './script.js'

let news: NewsServer
let sandbox: ReturnType<typeof openSandbox>

beforeEach(async () => {
  news = await startNewsServer(0)
  sandbox = openSandbox()
})
afterEach(async () => {
  sandbox.close()
  await news.stop()
})

/** Runs a line of a shell where the paper is at a port of its own. */
function run(line: string): Promise<Result> {
  const command = line.replace('http://127.0.0.1:4400', news.url)
  return sandbox.run({ line: 0, command, input: '', expected: { exit: 0, stdout: '', stderr: '' } })
}

test('The lines of the README lead from a feed’s site to its words', { timeout: 120_000 }, async () => {
  const block = /<!-- follow.*?-->\n```sh\n(?<lines>.*?)```/su.exec(readFileSync('README.md', 'utf8'))
  const [add = '', ask = '', ...more] = (block?.groups?.['lines'] ?? '').trim().split('\n')
  expect(more).toEqual([])
  expect(await run(add)).toEqual({
    exit: 0,
    stdout: `1: Skellen Packet (${news.url}/feed.xml): 2 articles.\n`,
    stderr: '\n',
  })
  const answer = await run(ask)
  expect(answer).toMatchObject({ exit: 0, stderr: '\n' })
  expect(answer.stdout).toContain('“I had forgotten how far it reaches,”')
  expect(answer.stdout).toContain(`Skellen Packet, 31 March 2019 (${news.url}/island/lighthouse-lamp)`)

  const allowed = 'CRIER_ALLOW_ADDRESSES=127.0.0.1'
  const again = await run(`${allowed} npx crier feeds add http://127.0.0.1:4400/feed.xml`)
  expect(again.stdout).toBe(`1: Skellen Packet (${news.url}/feed.xml): followed already; 2 articles.\n`)
  const later = await run(`CRIER_NOW=2019-04-02T09:00:00Z ${allowed} npx crier feeds poll --once`)
  expect(later).toEqual({ exit: 0, stdout: '1: Skellen Packet: nothing new\n', stderr: '\n' })
  await news.stop()
  const failed = await run(`CRIER_NOW=2019-04-04T09:00:00Z ${allowed} npx crier feeds poll --once`)
  expect(failed).toMatchObject({ exit: 1, stderr: '\n' })
  expect(failed.stdout).toMatch(/^1: Skellen Packet: failed: Its server takes no connections/u)
})

test('What is not to be had is said in one sentence', { timeout: 120_000 }, async () => {
  expect(await run('npx crier feeds add http://127.0.0.1:4400')).toEqual({
    exit: 1,
    stdout: '\n',
    stderr: `No feed was found at ${news.url}/. 127.0.0.1 is not a public address, so Crier does not fetch it; CRIER_ALLOW_ADDRESSES=127.0.0.1 would allow it.\n`,
  })
  expect(await run('CRIER_ALLOW_ADDRESSES=127.0.0.1 npx crier feeds add http://127.0.0.1:4400/nothing')).toEqual({
    exit: 1,
    stdout: '\n',
    stderr: `No feed was found at ${news.url}/nothing. It is not there (404).\n`,
  })
})
