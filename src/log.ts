import type { Config } from './config.js'
import { messageOf } from './errors.js'

export interface Log {
  error(details: object, text: string): void
  warn(details: object, text: string): void
  info(details: object, text: string): void
}

type Level = keyof Log

/** pino's numbers. */
const WEIGHTS = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 70 }

interface Options extends Pick<Config, 'logLevel' | 'secrets'> {
  readonly output: NodeJS.WritableStream & { isTTY?: boolean }
}

/** A log as JSON (pino's), or as readable lines on a terminal; pino is loaded when there is something to log. No secret gets through. */
export function createLog({ logLevel, secrets, output }: Options): Log {
  const write = (line: string): void => {
    output.write(withoutSecrets(line, secrets))
  }
  const logger = once(async () => {
    const { pino } = await import('pino')
    return { pino: pino({ level: logLevel }, { write }) }
  })
  const at =
    (level: Level) =>
    (details: object, text: string): void => {
      if (WEIGHTS[level] < WEIGHTS[logLevel]) return
      if (output.isTTY) write(`${[text, readable(details)].filter(Boolean).join('\n')}\n`)
      else
        logger().then(
          (log) => log.pino[level](details, text),
          (error: unknown) => write(`${text} (${messageOf(error)})\n`),
        )
    }
  return { error: at('error'), warn: at('warn'), info: at('info') }
}

function withoutSecrets(line: string, secrets: readonly string[]): string {
  return secrets.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), line)
}

function readable(details: object): string {
  return Object.entries(details)
    .map(([name, value]) => `  ${name}: ${value instanceof Error ? (value.stack ?? value.message) : String(value)}`)
    .join('\n')
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
