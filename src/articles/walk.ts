import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { refusalOf } from './file.js'
import { Refusal, refusals } from './refusal.js'

export const READABLE = new Set(['.txt', '.md', '.html', '.htm', '.jsonl'])

export type Found = { readonly file: string } | { readonly file: string; readonly reason: string }

/**
 * The readable files at and under the paths, folders in the order of their names; or why there is none. In folders, other kinds of files,
 * names that begin with a dot and README.md are passed over, and no folder is entered twice, whatever links lead to it.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    let isEmpty = true
    for await (const found of under(path, new Set(), true)) {
      isEmpty = false
      yield found
    }
    if (isEmpty) yield { file: path, reason: refusals.emptyFolder }
  }
}

export function kindOf(file: string): string {
  return extname(file).toLowerCase()
}

async function* under(path: string, entered: Set<string>, isNamed: boolean): AsyncGenerator<Found> {
  try {
    const stats = await stat(path)
    const real = await realpath(path)
    if (!stats.isDirectory()) yield* fileAt(path, stats, isNamed)
    else if (!entered.has(real)) yield* inFolder(path, entered.add(real))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!(refusal instanceof Refusal)) throw error
    if (isNamed || READABLE.has(kindOf(path)) || refusal.message !== refusals.missing)
      yield { file: path, reason: refusal.message }
  }
}

async function* inFolder(folder: string, entered: Set<string>): AsyncGenerator<Found> {
  for (const name of (await readdir(folder)).toSorted()) {
    if (!/^(?:\..*|readme\.md)$/iu.test(name)) yield* under(join(folder, name), entered, false)
  }
}

function* fileAt(file: string, stats: Stats, isNamed: boolean): Generator<Found> {
  if (READABLE.has(kindOf(file))) yield stats.isFile() ? { file } : { file, reason: refusals.notAFile }
  else if (isNamed) yield { file, reason: stats.isFile() ? refusals.unknownKind : refusals.notAFile }
}
