/**
 * Pictures in Slack's messages: uploaded with the bot's token for nobody in particular, then shown by a post under the same token to all
 * who see the post. What is for one person alone goes to an address without a token, which Slack shows no such file for, and a file that is
 * shared with a channel is a message of its own there: so a private answer tells in words what the picture shows, until it is shared.
 */
import type { WebClient } from '@slack/web-api'
import type { Message } from '../../message.js'
import type { Draw } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Drawing } from '../drawing.js'
import type { Time } from '../once.js'
import { type Picture, picturesOf } from '../pictures.js'
import type { Asker, Pressed } from '../reception.js'
import { codeOf, loggable } from './failures.js'
import { renderSlack, type SlackBody } from './render.js'
import { drawn, type Service } from './service.js'

/** Slack looks at an upload in its own time and refuses messages with it meanwhile; after these the answer goes without. Milliseconds. */
const PAUSES = [400, 800, 1600, 3200]

/** An answer for everybody: as it should be, and where it has pictures, as it is without them. */
export interface Shown {
  readonly body: SlackBody
  readonly plain: SlackBody | null
}

/** One part of an answer for everybody who sees it, with its pictures uploaded. */
export async function drawnWithPictures(
  service: Service,
  client: WebClient,
  pressed: Pressed,
  asker: Asker,
  isPrivate: boolean,
): Promise<Shown> {
  const draw = (files?: ReadonlyMap<string, string>) => drawn(service, pressed, asker, isPrivate, files)
  const plain = await draw()
  const names = namesIn(pressed.message)
  if (names.length === 0) return { body: plain, plain: null }
  const imagined = await draw(new Map(names.map((name) => [name, name])))
  const inPart = new Set(imagined.blocks.flatMap(fileOf))
  const files = await uploaded(service, client, pressed.message, inPart)
  if (files.size === 0) return { body: plain, plain: null }
  return { body: await draw(files), plain }
}

interface Uploading {
  readonly draw: Draw
  readonly log: Service['log']
}

/** All parts of what a desk is told of Crier's own accord, with their pictures; without them where that makes other parts. */
export async function allWithPictures(
  parts: Uploading & { readonly drawing: Drawing },
  client: WebClient,
  message: Message,
  desk: string,
): Promise<readonly Shown[]> {
  const draw = (files?: ReadonlyMap<string, string>) =>
    parts.drawing.drawAll(message, desk, (all, view) => renderSlack(all, view, files))
  const plain = await draw()
  const names = namesIn(message)
  const files = names.length > 0 ? await uploaded(parts, client, message, new Set(names)) : new Map<string, string>()
  const bodies = files.size > 0 ? await draw(files) : []
  return plain.map((bare, at) => {
    const body = bodies.length === plain.length ? bodies[at] : undefined
    return body ? { body, plain: bare } : { body: bare, plain: null }
  })
}

function namesIn({ blocks }: Message): string[] {
  return blocks.flatMap((block) => (block.kind === 'image' ? [block.name] : []))
}

/** Slack's ids of the files, by the pictures' names, as far as it takes them. */
async function uploaded(
  parts: Uploading,
  client: WebClient,
  message: Message,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const picture of (await picturesOf(message, names, parts.draw)).values()) {
    const file = await upload(parts, client, picture)
    if (file !== null) files.set(picture.name, file)
  }
  return files
}

function fileOf(block: SlackBody['blocks'][number]): string[] {
  return block.type === 'image' && 'slack_file' in block && 'id' in block.slack_file && block.slack_file.id
    ? [block.slack_file.id]
    : []
}

/** Slack's id of the file; null where it does not take it. */
async function upload({ log }: Uploading, client: WebClient, { name, alt, png }: Picture): Promise<string | null> {
  try {
    const { files } = await client.filesUploadV2({ filename: name, title: name, alt_text: alt, file: Buffer.from(png) })
    return files.flatMap(({ files: own = [] }) => own.flatMap(({ id }) => id ?? []))[0] ?? null
  } catch (error) {
    log.warn(loggable(error), say.notUploaded)
    return null
  }
}

/** Posts an answer as soon as Slack takes its pictures, and without them where it does not. Rejects with what `post` rejects with. */
export async function postShown(
  { body, plain }: Shown,
  post: (body: SlackBody) => Promise<string>,
  { wait }: Pick<Time, 'wait'>,
): Promise<string> {
  if (plain === null) return post(body)
  for (const pause of PAUSES) {
    try {
      return await post(body)
    } catch (error) {
      if (codeOf(error) !== 'invalid_blocks') throw error
      await wait(pause)
    }
  }
  return post(plain)
}
