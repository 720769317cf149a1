import { createHash } from 'node:crypto'
import { type APIMessageReferenceSend, type RawFile, type REST, Routes } from 'discord.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { judge } from './failures.js'
import type { DiscordBody } from './render.js'

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
  { body, files }: Drawn,
  { key, reference }: { readonly key: string; readonly reference?: APIMessageReferenceSend },
): Promise<void> {
  const full = {
    ...body,
    nonce: nonceOf(key),
    enforce_nonce: true,
    ...(reference ? { message_reference: reference } : {}),
  }
  await persist(() => rest.post(Routes.channelMessages(channelId), { body: full, files: [...files] }), {
    judge,
    wait: time.wait,
  })
}

/** At most 25 characters are allowed. */
function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22)
}
