import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Environment } from './config.js'
import { messageOf, UsageError } from './errors.js'

/** The process's environment over what the file `.env` holds, if there is one. */
export function environmentWith(file: string, environment: Environment): Environment {
  return { ...parsed(file), ...environment }
}

function parsed(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new UsageError(`The settings in ${file} cannot be read: ${messageOf(error)}.`)
  }
}
