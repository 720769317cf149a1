import type { Message } from './message.js'
import { buttonsFor } from './platforms/buttons.js'

/** The exact bodies, in order, that a platform is sent for a message which everybody may see. */
export async function bodiesFor(platform: 'slack' | 'discord', message: Message): Promise<readonly object[]> {
  const view = { id: buttonsFor('local', 'local').id, isPrivate: false }
  if (platform === 'slack') return (await import('./platforms/slack/render.js')).renderSlack(message, view)
  return (await import('./platforms/discord/render.js')).renderDiscord(message, view)
}
