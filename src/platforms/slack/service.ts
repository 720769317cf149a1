import type { WebClient } from '@slack/web-api'
import type { Message } from '../../message.js'
import type { CommandInfo, Draw } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Render } from '../drawing.js'
import { failureMessage } from '../failure.js'
import type { Time } from '../once.js'
import type { PostOnce } from '../posting.js'
import type { Asker, Pressed, Reception } from '../reception.js'
import { inWords, loggable } from './failures.js'
import type { People } from './people.js'
import { postAlone, postOnce, respond } from './post.js'
import { renderSlack, type SlackBody } from './render.js'
import type { Log } from './settings.js'

/** What all that handles deliveries works with. */
export interface Service {
  readonly reception: Reception
  readonly draw: Draw
  readonly postOnce: PostOnce
  readonly time: Time
  readonly log: Log
  readonly turn: (channel: string) => Promise<void>
  readonly prefix: string
  readonly people: People
  readonly commands: readonly CommandInfo[]
  /** Lines a newcomer can type. */
  readonly examples: readonly string[]
  /** Whether nothing new is begun. */
  readonly isStopping: () => boolean
}

export function askerOf({ people }: Pick<Service, 'people'>, client: WebClient, team: string, user: string): Asker {
  return {
    desk: `slack:${team}`,
    user,
    isManager: async () => (await people(client, team, user)).isManager,
    timezone: async () => (await people(client, team, user)).timezone,
  }
}

/** One delivery that is answered. */
export interface Asked {
  readonly key: string
  readonly asker: Asker
  /** Null on the App Home, which is answered in a DM. */
  readonly channel: string | null
  readonly thread?: string | undefined
  /** Absent on the App Home. */
  readonly url?: string | undefined
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
export async function tellSomehow({ log }: Service, ways: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const [at, way] of ways.entries()) {
    try {
      await way()
      return
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

/** For the asker alone: through the address that came with the question, else where it was asked, else in a DM. */
export async function tellAlone(
  service: Service,
  client: WebClient,
  { key, asker: { user }, channel, thread, url }: Asked,
  body: SlackBody,
): Promise<void> {
  await tellSomehow(service, [
    ...(url === undefined ? [] : [() => respond(url, body, { isShared: false, thread }, service)]),
    ...(channel === null ? [] : [() => postAlone(client, { channel, thread }, user, body, service)]),
    () => postOnce(client, { channel: user }, body, `alone:${key}`, service),
  ])
}
