import type { REST } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { Message } from '../../message.js'
import type { Bot, Draw } from '../../platform.js'
import type { Drawing, Shown } from '../drawing.js'
import { failureMessage } from '../failure.js'
import type { Time } from '../once.js'
import { type Picture, picturesOf, withPicturesOf } from '../pictures.js'
import type { Reception } from '../reception.js'
import type { Log } from './client.js'
import { inWords, loggable } from './failures.js'
import type { Drawn } from './post.js'
import { type DiscordBody, renderDiscord } from './render.js'

/** How long an answer may take before its asker is told that it is coming. Milliseconds. */
export const PATIENCE = 150
/** With more at once, nobody waits for an answer that may come soon. */
export const MOST_PATIENT = 4

/** What all that handles deliveries works with. */
export interface Service {
  readonly rest: REST
  readonly bot: Pick<Bot, 'suggest' | 'commands'>
  readonly reception: Reception
  readonly draw: Draw
  readonly time: Time
  readonly log: Log
  /** Whether nothing new is begun. */
  readonly isStopping: () => boolean
  /** How many deliveries are being worked at. */
  readonly going: () => number
}

/** One part of an answer with the pictures on it; where one cannot be drawn, the answer without it. */
export async function drawAnswer(
  { reception, draw }: Pick<Service, 'reception' | 'draw'>,
  message: Message,
  shown: Shown,
): Promise<Drawn> {
  const [drawn] = await illustrated(message, draw, async (all) => [await reception.draw(all, shown, renderDiscord)])
  if (drawn === undefined) throw new Error('A renderer drew nothing.')
  return drawn
}

/** The same for all parts of what a desk is told of Crier's own accord. */
export function drawPosts(
  { drawing, draw }: { readonly drawing: Drawing; readonly draw: Draw },
  message: Message,
  desk: string,
): Promise<readonly Drawn[]> {
  return illustrated(message, draw, (all) => drawing.drawAll(all, desk, renderDiscord))
}

async function illustrated(
  message: Message,
  draw: Draw,
  render: (message: Message) => Promise<readonly DiscordBody[]>,
): Promise<readonly Drawn[]> {
  const bodies = await render(message)
  const names = new Set(bodies.flatMap(({ attachments = [] }) => attachments.flatMap(({ filename }) => filename ?? [])))
  const pictures = await picturesOf(message, names, draw)
  if (pictures.size < names.size)
    return illustrated(
      withPicturesOf(message, (name) => pictures.has(name)),
      draw,
      render,
    )
  return bodies.map((body) => ({ body, files: filesOf(body, pictures) }))
}

function filesOf({ attachments = [] }: DiscordBody, pictures: ReadonlyMap<string, Picture>): Drawn['files'] {
  return attachments.flatMap(({ id, filename = '' }) => {
    const png = pictures.get(filename)?.png
    return png ? [{ name: filename, data: Buffer.from(png), contentType: 'image/png', key: `files[${id}]` }] : []
  })
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
