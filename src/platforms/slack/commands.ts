import type { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import type { Message } from '../../message.js'
import { platformPhrases } from '../../platformPhrases.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { BUTTON_PREFIX } from '../buttons.js'
import type { Pressed } from '../reception.js'
import { withChannelIds } from './channels.js'
import { judge, loggable } from './failures.js'
import { type Form, formFor } from './form.js'
import { openForm } from './forms.js'
import { drawnWithPictures, postShown, type Shown } from './pictures.js'
import { type Place, postOnce, respond } from './post.js'
import { type Asked, askerOf, drawn, failureBody, type Service, tellAlone, whole } from './service.js'
import { lineOf, messageWords } from './words.js'

export interface SlashCommand {
  readonly command: string
  readonly text: string
  readonly team_id: string
  readonly user_id: string
  readonly channel_id: string
  readonly channel_name: string
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

interface Question extends Asked {
  readonly ask: () => Promise<Pressed>
}

/** Answers a slash command, for its asker alone, with an offer to share. */
export async function handleCommand(service: Service, client: WebClient, command: SlashCommand): Promise<void> {
  const { team_id, user_id, channel_id, trigger_id, response_url } = command
  const asker = askerOf(service, client, team_id, user_id)
  const line = lineOf(command.command, command.text, service.prefix)
  const conversation = `${channel_id}/${user_id}`
  const form = formFor(line, service.commands)
  if (form !== null && (await openedOnce(service, client, form, command))) return
  await answer(service, client, {
    key: `slack:command:${trigger_id}`,
    asker,
    channel: channel_id,
    url: response_url,
    ask: async () => {
      const here = { id: channel_id, name: command.channel_name }
      const known = await withChannelIds(line, here, client, service)
      return whole(await service.reception.ask({ asker, line: known, conversation, channel: channel_id }))
    },
  })
}

/** Whether a form is there for this delivery, or was for another of the same. */
async function openedOnce(service: Service, client: WebClient, form: Form, command: SlashCommand): Promise<boolean> {
  const { channel_id: channel, trigger_id: trigger, response_url: url } = command
  let isOpen = true
  await service.reception.once(`slack:form:${trigger}`, async () => {
    isOpen = await openForm(service, client, form, { command: form.command.name, channel, url, trigger })
  })
  return isOpen
}

/** Checks the quotations of the message that the shortcut was used on, for its user alone. */
export async function handleShortcut(service: Service, client: WebClient, shortcut: MessageShortcut): Promise<void> {
  const { team, user, channel, message, trigger_id, response_url } = shortcut
  const asker = askerOf(service, client, team?.id ?? user.team_id ?? '', user.id)
  const pointedAt = messageWords(message) ?? ''
  await answer(service, client, {
    key: `slack:shortcut:${trigger_id}`,
    asker,
    channel: channel.id,
    thread: message.thread_ts,
    url: response_url,
    ask: async () => whole(await service.reception.ask({ asker, line: '', pointedAt, channel: channel.id })),
  })
}

/** Does what a button asks for: for who pressed it alone, or for the channel where it shares. On the App Home, in a DM. */
export async function handlePress(service: Service, client: WebClient, press: ButtonPress): Promise<void> {
  const { team, user, channel, container, message, actions, trigger_id, response_url } = press
  const id = actions.find(({ action_id }) => action_id.startsWith(BUTTON_PREFIX))?.action_id
  if (id === undefined) return
  const asker = askerOf(service, client, team?.id ?? user.team_id ?? '', user.id)
  await answer(service, client, {
    key: `slack:press:${trigger_id}`,
    asker,
    channel: channel?.id ?? null,
    thread: container?.thread_ts ?? message?.thread_ts,
    url: response_url,
    ask: async () => {
      const pressed = await service.reception.press(id, asker, channel?.id)
      return pressed.isShared
        ? { ...pressed, message: sharedBy(user.name ?? user.username ?? '', pressed.message) }
        : pressed
    },
  })
}

function sharedBy(name: string, message: Message): Message {
  if (!name) return message
  return { ...message, blocks: [{ kind: 'text', text: platformPhrases.shared(name) }, ...message.blocks] }
}

/** Answers one delivery, with what went wrong if it did; the same one delivered again is answered no second time. */
async function answer(service: Service, client: WebClient, question: Question): Promise<void> {
  const { key, asker, channel, url, ask } = question
  const place = channel ?? asker.user
  const fail = (error: unknown) => tellAlone(service, client, question, failureBody(service, error, place))
  try {
    await service.reception.once(key, async () => {
      try {
        if (service.isStopping()) throw new CrierError(platformPhrases.stopping)
        const pressed = await ask()
        const isShared = pressed.isShared && !pressed.message.private
        const isForAll = isShared || url === undefined
        const shown = isForAll
          ? await drawnWithPictures(service, client, pressed, asker, !isShared)
          : { body: await drawn(service, pressed, asker, true), plain: null }
        await give(service, client, question, shown, isShared)
      } catch (error) {
        await fail(error)
      }
    })
  } catch (error) {
    await fail(error)
  }
}

/** Pictures are seen only in what is posted with the bot's token; where Crier may not post, the answer goes without them. */
async function give(
  service: Service,
  client: WebClient,
  { key, asker: { user }, channel, thread, url }: Question,
  shown: Shown,
  isShared: boolean,
): Promise<void> {
  const postIn = async (place: Place): Promise<void> => {
    await postShown(shown, (body) => postOnce(client, place, body, key, service), service.time)
  }
  if (url === undefined) return postIn({ channel: user })
  if (shown.plain !== null && channel !== null) {
    try {
      return await postIn({ channel, thread })
    } catch (error) {
      if (error instanceof CrierError || judge(error).is !== 'over') throw error
      service.log.info(loggable(error), say.notToldThere)
    }
  }
  await respond(url, shown.plain ?? shown.body, { isShared, thread }, service)
}
