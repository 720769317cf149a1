/** Starts `pollChild.ts` on a world. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import type { Ran } from './pollChild.js'

interface Options {
  /** For its store and what it runs. */
  readonly folder: string
  /** To follow. */
  readonly feeds: readonly string[]
  /** Names that lead to loopback, and may. */
  readonly names: readonly string[]
  readonly now: number
  /** By how much its true time is ahead, so that it need not wait for claims of others to run out. Milliseconds. */
  readonly ahead?: number
}

export interface Polling {
  readonly child: ChildProcess
  /** Rejects where it ends otherwise than by itself. */
  readonly ended: Promise<Ran>
}

export const BUILT = fileURLToPath(new URL('../../dist/src', import.meta.url))

export function startPolling({ folder, feeds, names, now, ahead = 0 }: Options): Polling {
  const script = join(folder, 'pollChild.mjs')
  const source = readFileSync(new URL('pollChild.ts', import.meta.url), 'utf8')
  writeFileSync(script, transformSync(source, { loader: 'ts', format: 'esm', target: 'node20' }).code)
  const child = spawn(process.execPath, ['--import', preload(ahead), script, BUILT, JSON.stringify(feeds)], {
    env: {
      ...process.env,
      DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`,
      CRIER_NOW: new Date(now).toISOString(),
      CRIER_ALLOW_ADDRESSES: names.join(','),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  child.stdout.on('data', (data) => said.push(String(data)))
  const ended = once(child, 'close').then(([code, signal]): Ran => {
    if (code !== 0) throw new Error(`It ended with ${code ?? signal}.`)
    return JSON.parse(said.join(''))
  })
  ended.catch(() => {})
  return { child, ended }
}

/** Names of `.example` lead to loopback, but for two: one leads to where clouds keep their secrets, one there as well. */
function preload(ahead: number): string {
  const code = `
    import dns from 'node:dns/promises'
    const real = dns.lookup, now = Date.now
    const LEADS = { 'metadata.example': ['169.254.169.254'], 'mixed.example': ['127.0.0.1', '169.254.169.254'] }
    dns.lookup = async (host, options) => host.endsWith('.example')
      ? (LEADS[host] ?? ['127.0.0.1']).map((address) => ({ address, family: 4 }))
      : real(host, options)
    Date.now = () => now() + ${ahead}`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
