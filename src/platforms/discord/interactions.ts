import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js'
import { CrierError } from '../../errors.js'
import type { Message } from '../../message.js'
import { platformPhrases } from '../../platformPhrases.js'
import { BUTTON_PREFIX } from '../buttons.js'
import type { Asker, Pressed } from '../reception.js'
import { askerOf, chosen, conversationOf, isAlone, lineOf, type NamedAsker, wordsOf } from './asked.js'
import { PRIVATE } from './commands.js'
import { type Answer, replyTo } from './reply.js'
import { drawAnswer, drawFailure, MOST_PATIENT, PATIENCE, type Service } from './service.js'
import { handleTyping } from './suggestions.js'

interface Question {
  /** Whether the answer is for the asker alone, whatever it is. */
  readonly isPrivate: boolean
  readonly ask: () => Promise<Pressed>
}

/** Answers one delivery of an interaction; the same one delivered again is answered no second time. Rejects where not even what went wrong could be told. */
export async function handleInteraction(service: Service, interaction: APIInteraction): Promise<void> {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return handleTyping(service, interaction)
  if (interaction.type !== InteractionType.ApplicationCommand && interaction.type !== InteractionType.MessageComponent)
    return
  const { rest, reception, time, going } = service
  const asker = askerOf(interaction)
  const question = questionOf(service, interaction, asker)
  if (question === null) return
  const { isPrivate } = question
  const reply = replyTo(interaction, { rest, time, isPrivate })
  const answered = new AbortController()
  const failure = (error: unknown) => ({
    ...drawFailure(service, error, interaction.channel?.id ?? ''),
    isPrivate: true,
  })
  const work = async () => reply.give(await answerTo(service, asker, question))
  const answer = async () => {
    try {
      if (service.isStopping()) return await reply.decline(failure(new CrierError(platformPhrases.stopping)))
      await reception.once(`discord:interaction:${interaction.id}`, work)
    } catch (error) {
      await reply.give(failure(error))
    } finally {
      answered.abort()
    }
  }
  // Telling that an answer is coming waits for nothing, not even for whether another delivery is being answered.
  const acknowledge = async () => {
    if (going() < MOST_PATIENT) await time.wait(PATIENCE, answered.signal)
    if (!answered.signal.aborted) await reply.defer()
  }
  await Promise.all([answer(), acknowledge()])
}

function questionOf(
  { bot, reception }: Service,
  interaction: APIApplicationCommandInteraction | APIMessageComponentInteraction,
  asker: Asker,
): Question | null {
  if (interaction.type === InteractionType.MessageComponent) {
    const { custom_id: id } = interaction.data
    if (!id.startsWith(BUTTON_PREFIX)) return null
    return { isPrivate: !isAlone(interaction), ask: () => reception.press(id, asker, interaction.channel?.id) }
  }
  const { data, channel } = interaction
  if (data.type === ApplicationCommandType.Message) {
    const target = data.resolved.messages[data.target_id]
    const pointedAt = (target && wordsOf(target)) ?? ''
    return {
      isPrivate: true,
      ask: async () => whole(await reception.ask({ asker, line: '', pointedAt, channel: channel.id })),
    }
  }
  if (data.type !== ApplicationCommandType.ChatInput) return null
  const { name: command, options } = chosen(data)
  const info = bot.commands.find(({ name }) => name === command)
  const isPrivate = info?.isPrivate === true || options.some(({ name, value }) => name === PRIVATE && value === true)
  const line = lineOf(
    command,
    options.filter(({ name }) => name !== PRIVATE),
  )
  // What one asks in private does not become the thread's last question.
  const conversation = isPrivate ? null : conversationOf(channel, asker.user)
  return { isPrivate, ask: async () => whole(await reception.ask({ asker, line, conversation, channel: channel.id })) }
}

function whole(message: Message): Pressed {
  return { message, part: 1, isShared: false }
}

async function answerTo(service: Service, asker: NamedAsker, question: Question): Promise<Answer> {
  const { message, part, isShared } = await question.ask()
  const isPrivate = message.private === true || (question.isPrivate && !isShared)
  const shown = isShared && !isPrivate ? sharedBy(asker.name, message) : message
  return { ...(await drawAnswer(service, shown, { asker, isPrivate, part })), isPrivate }
}

function sharedBy(name: string, message: Message): Message {
  return { ...message, blocks: [{ kind: 'text', text: platformPhrases.shared(name) }, ...message.blocks] }
}
