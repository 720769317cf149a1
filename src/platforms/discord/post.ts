import { createHash } from 'node:crypto'
import { type APIMessageReferenceSend, type RawFile, type REST, Routes } from 'discord.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import type { Way } from '../posting.js'
import { judge } from './failures.js'
import { found } from './find.js'
import type { DiscordBody } from './render.js'
import { Posted } from './responses.js'

/** Discord says "a few minutes". Milliseconds. */
const NONCE_HOLDS_FOR = 2 * 60_000

/** One part of an answer as Discord takes it, with the pictures on it. */
export interface Drawn {
  readonly body: DiscordBody
  readonly files: readonly RawFile[]
}

interface Parts {
  readonly rest: REST
  readonly time: Time
}

/**
 * Posts into a channel. With the same `key` Discord gives back the message that it made already, for some minutes, so an attempt whose
 * answer was lost can be repeated. Rejects with what discord.js throws.
 */
export async function post(
  { rest, time }: Parts,
  channelId: string,
  drawn: Drawn,
  { key, reference }: { readonly key: string; readonly reference?: APIMessageReferenceSend },
): Promise<void> {
  const more = reference ? { message_reference: reference } : {}
  await persist(() => create(rest, channelId, drawn, { ...more, ...nonce(key) }), { judge, wait: time.wait })
}

/** For posting once with any time between: while the nonce does not hold any more, the message is looked for by its mark. */
export function wayTo(rest: REST, channelId: string, drawn: Drawn, key: string): Way {
  const mark = markOf(key)
  const components = drawn.body.components.map((component, at) => (at === 0 ? { ...component, id: mark } : component))
  return {
    attempt: () => create(rest, channelId, { ...drawn, body: { ...drawn.body, components } }, nonce(key)),
    judge,
    find: (begun) => found(rest, channelId, { mark, begun }),
    isRepeatableFor: NONCE_HOLDS_FOR,
  }
}

async function create(rest: REST, channelId: string, { body, files }: Drawn, more: object): Promise<string> {
  const request = { body: { ...body, ...more }, files: [...files] }
  return Posted.parse(await rest.post(Routes.channelMessages(channelId), request)).id
}

/** At most 25 characters are allowed. */
function nonce(key: string) {
  return { nonce: createHash('sha256').update(key).digest('base64url').slice(0, 22), enforce_nonce: true }
}

/**
 * The id of a post's outermost component, which nobody sees: a number from 2^30, so great that Discord gives it to no other component, and
 * small enough that it could count on from it within 31 bits.
 */
function markOf(key: string): number {
  return 2 ** 30 + (createHash('sha256').update(`mark:${key}`).digest().readUInt32BE(0) >>> 3)
}
