import { readFile, stat } from 'node:fs/promises'
import { Refusal, refusals } from './refusal.js'

/** The most that is read of one file, or of one line of JSON Lines. */
export const LARGEST = 50 * 2 ** 20

/** The bytes of a file. Throws a Refusal where it is not there, cannot be read, or is too large, which is known before it is read. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST) throw new Refusal(refusals.tooLarge(LARGEST))
    return await readFile(file)
  } catch (error) {
    throw refusalOf(error)
  }
}

/** An error of the file system as a Refusal; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  return new Refusal(
    error.code === 'ENOENT' || error.code === 'ENOTDIR' ? refusals.missing : refusals.unreadable(error.code),
  )
}
