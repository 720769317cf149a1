import type { REST } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { Bot } from '../../platform.js'
import { failureMessage } from '../failure.js'
import type { Time } from '../once.js'
import type { Reception } from '../reception.js'
import type { Log } from './client.js'
import { inWords, loggable } from './failures.js'
import type { Drawn } from './post.js'
import { renderDiscord } from './render.js'

/** How long an answer may take before its asker is told that it is coming. Milliseconds. */
export const PATIENCE = 150
/** With more at once, nobody waits for an answer that may come soon. */
export const MOST_PATIENT = 4

/** What all that handles deliveries works with. */
export interface Service {
  readonly rest: REST
  readonly bot: Pick<Bot, 'suggest'>
  readonly reception: Reception
  readonly time: Time
  readonly log: Log
  /** Whether nothing new is begun. */
  readonly isStopping: () => boolean
  /** How many deliveries are being worked at. */
  readonly going: () => number
}

/** What is told instead of an answer. It is drawn without the book, which may be what failed. */
export function drawFailure({ log }: Service, error: unknown, channelId: string): Drawn {
  const message = failureMessage(error, {
    words: inWords(error, channelId),
    loggable: loggable(error),
    log,
    told: say.unanswered,
  })
  const [body] = renderDiscord(message, { id: () => '', isPrivate: true })
  if (body === undefined) throw new Error('A renderer drew nothing.')
  return { body, files: [] }
}
