import type { WebClient } from '@slack/web-api'
import type { Book } from '../../book.js'
import type { Message } from '../../message.js'
import type { Draw } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { failureMessage } from '../failure.js'
import type { Time } from '../once.js'
import type { Asker, Pressed, Reception, Render } from '../reception.js'
import { inWords, loggable } from './failures.js'
import { renderSlack, type SlackBody } from './render.js'
import type { Log } from './settings.js'

/** What all that handles deliveries works with. */
export interface Service {
  readonly reception: Reception
  readonly draw: Draw
  readonly book: Book
  readonly time: Time
  readonly log: Log
  readonly turn: (channel: string) => Promise<void>
  readonly prefix: string
  /** Lines a newcomer can type. */
  readonly examples: readonly string[]
  /** Whether nothing new is begun. */
  readonly isStopping: () => boolean
}

export function askerOf(client: WebClient, team: string, user: string): Asker {
  return {
    desk: `slack:${team}`,
    user,
    async isManager() {
      const { user: known } = await client.users.info({ user })
      return known?.is_admin === true || known?.is_owner === true
    },
  }
}

export function whole(message: Message): Pressed {
  return { message, part: 1, isShared: false }
}

/** One part of an answer, drawn for its asker or for everybody. */
export function drawn(
  service: Service,
  { message, part }: Pressed,
  asker: Asker,
  isPrivate: boolean,
  files?: ReadonlyMap<string, string>,
): Promise<SlackBody> {
  const render: Render<SlackBody> = (all, view) => renderSlack(all, view, files)
  return service.reception.draw(message, { asker, isPrivate, part }, render)
}

/**
 * Tells somebody something by the first way that works, and why the others did not to the log. Never rejects, so that what was told
 * counts as answered, and no other delivery of the same tells it again.
 */
export async function tellSomehow({ log }: Service, ways: readonly (() => Promise<void>)[]): Promise<void> {
  for (const [at, way] of ways.entries()) {
    try {
      return await way()
    } catch (error) {
      if (at < ways.length - 1) log.info(loggable(error), say.notToldThere)
      else log.error(loggable(error), say.notSaid)
    }
  }
}

/** What is told instead of an answer. It is drawn without the book, which may be what failed. */
export function failureBody({ log }: Service, error: unknown, channel: string): SlackBody {
  const message = failureMessage(error, {
    words: inWords(error, channel),
    loggable: loggable(error),
    log,
    told: say.unanswered,
  })
  const [body] = renderSlack(message, { id: () => '', isPrivate: true })
  if (body === undefined) throw new Error('A renderer drew nothing.')
  return body
}
