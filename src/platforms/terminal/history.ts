import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const MOST = 500

/** Lines typed before, newest first as readline keeps them; empty where there is no such file. */
export async function readHistory(file: string | undefined): Promise<string[]> {
  if (!file) return []
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean).slice(-MOST).toReversed()
}

/** Keeps what was typed for the next time; a chat must not fail because that cannot be written. */
export async function writeHistory(file: string | undefined, newestFirst: readonly string[]): Promise<void> {
  if (!file) return
  const text = newestFirst
    .slice(0, MOST)
    .toReversed()
    .map((line) => `${line}\n`)
    .join('')
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, text, { mode: 0o600 }))
    .catch(() => undefined)
}
