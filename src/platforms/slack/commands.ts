import type { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import type { Message } from '../../message.js'
import { platformPhrases } from '../../platformPhrases.js'
import { BUTTON_PREFIX } from '../buttons.js'
import type { Asker, Pressed } from '../reception.js'
import { post, respond } from './post.js'
import { askerOf, drawn, failureBody, type Service, whole } from './service.js'
import { lineOf, messageWords } from './words.js'

export interface SlashCommand {
  readonly command: string
  readonly text: string
  readonly team_id: string
  readonly user_id: string
  readonly channel_id: string
  readonly trigger_id: string
  readonly response_url: string
}

export interface MessageShortcut {
  readonly team: { readonly id: string } | null
  readonly user: { readonly id: string; readonly team_id?: string }
  readonly channel: { readonly id: string }
  readonly message: { readonly text?: string; readonly thread_ts?: string }
  readonly trigger_id: string
  readonly response_url: string
}

export interface ButtonPress {
  readonly team: { readonly id: string } | null
  readonly user: {
    readonly id: string
    readonly name?: string | undefined
    readonly username?: string | undefined
    readonly team_id?: string | undefined
  }
  readonly channel?: { readonly id: string } | undefined
  readonly container?: { readonly thread_ts?: string | undefined } | undefined
  readonly message?: { readonly ts: string; readonly thread_ts?: string | undefined } | undefined
  readonly actions: readonly { readonly action_id: string }[]
  readonly trigger_id: string
  /** Absent where the button stands on the App Home. */
  readonly response_url?: string | undefined
}

interface Question {
  readonly key: string
  readonly asker: Asker
  readonly channel: string
  readonly ask: () => Promise<Pressed>
  readonly tell: (body: Parameters<typeof respond>[1], isShared: boolean) => Promise<void>
}

/** Answers a slash command, for its asker alone, with an offer to share. */
export async function handleCommand(service: Service, client: WebClient, command: SlashCommand): Promise<void> {
  const { team_id, user_id, channel_id, trigger_id, response_url } = command
  const asker = askerOf(client, team_id, user_id)
  const line = lineOf(command.command, command.text, service.prefix)
  const conversation = `${channel_id}/${user_id}`
  await answer(service, {
    key: `slack:command:${trigger_id}`,
    asker,
    channel: channel_id,
    ask: async () => whole(await service.reception.ask({ asker, line, conversation })),
    tell: (body, isShared) => respond(response_url, body, { isShared }, service),
  })
}

/** Checks the quotations of the message that the shortcut was used on, for its user alone. */
export async function handleShortcut(service: Service, client: WebClient, shortcut: MessageShortcut): Promise<void> {
  const { team, user, channel, message, trigger_id, response_url } = shortcut
  const asker = askerOf(client, team?.id ?? user.team_id ?? '', user.id)
  const pointedAt = messageWords(message) ?? ''
  await answer(service, {
    key: `slack:shortcut:${trigger_id}`,
    asker,
    channel: channel.id,
    ask: async () => whole(await service.reception.ask({ asker, line: '', pointedAt })),
    tell: (body, isShared) => respond(response_url, body, { isShared, thread: message.thread_ts }, service),
  })
}

/** Does what a button asks for: for who pressed it alone, or for the channel where it shares. On the App Home, in a DM. */
export async function handlePress(service: Service, client: WebClient, press: ButtonPress): Promise<void> {
  const { team, user, channel, container, message, actions, trigger_id, response_url } = press
  const id = actions.find(({ action_id }) => action_id.startsWith(BUTTON_PREFIX))?.action_id
  if (id === undefined) return
  const asker = askerOf(client, team?.id ?? user.team_id ?? '', user.id)
  const key = `slack:press:${trigger_id}`
  const thread = container?.thread_ts ?? message?.thread_ts
  await answer(service, {
    key,
    asker,
    channel: channel?.id ?? user.id,
    ask: async () => {
      const pressed = await service.reception.press(id, asker)
      return pressed.isShared
        ? { ...pressed, message: sharedBy(user.name ?? user.username ?? '', pressed.message) }
        : pressed
    },
    tell: (body, isShared) =>
      response_url === undefined
        ? post(client, { channel: user.id }, body, key, service)
        : respond(response_url, body, { isShared, thread }, service),
  })
}

function sharedBy(name: string, message: Message): Message {
  if (!name) return message
  return { ...message, blocks: [{ kind: 'text', text: platformPhrases.shared(name) }, ...message.blocks] }
}

/** Answers one delivery; the same one delivered again is answered no second time. Rejects where not even what went wrong could be told. */
async function answer(service: Service, { key, asker, channel, ask, tell }: Question): Promise<void> {
  try {
    if (service.isStopping()) throw new CrierError(platformPhrases.stopping)
    await service.reception.once(key, async () => {
      const pressed = await ask()
      const isShared = pressed.isShared && !pressed.message.private
      await tell(await drawn(service, pressed, asker, !isShared), isShared)
    })
  } catch (error) {
    await tell(failureBody(service, error, channel), false)
  }
}
