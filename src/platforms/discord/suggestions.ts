import {
  type APIApplicationCommandAutocompleteInteraction,
  ApplicationCommandOptionType,
  InteractionResponseType,
  Routes,
} from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { Suggestion } from '../../platform.js'
import { askerOf } from './asked.js'
import { isTaken, loggable } from './failures.js'
import { clip } from './markdown.js'
import type { Service } from './service.js'

/** Suggestions that take longer come too late for Discord. Milliseconds. */
const WITHIN = 2_000
const MOST = 25
const LONGEST = 100

/** Suggests values for the option that somebody is typing; none where that takes too long. Never rejects. */
export async function handleTyping(
  service: Service,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
  const { rest, time, log } = service
  const answered = new AbortController()
  const late = time.wait(WITHIN, answered.signal).then(() => [])
  const values = await Promise.race([suggestions(service, interaction).catch(() => []), late])
  answered.abort()
  const choices = [...new Map(values.map((one) => [one.value, one])).values()]
    .filter(({ value }) => value.trim() !== '' && value.length <= LONGEST)
    .slice(0, MOST)
    .map(({ value, name }) => ({ name: clip(name ?? value, LONGEST), value }))
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } }
  try {
    await rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
  } catch (error) {
    // Whoever types goes on typing, and that is asked about anew.
    if (!isTaken(error)) log.warn(loggable(error), say.unanswered)
  }
}

async function suggestions(
  { bot, isStopping }: Service,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<readonly Suggestion[]> {
  const { name, options } = typed(interaction.data)
  const focused = options.find((option) => 'focused' in option && option.focused)
  if (focused === undefined || !('value' in focused) || isStopping()) return []
  const { desk } = askerOf(interaction)
  return bot.suggest({ desk, command: name, option: focused.name, typed: String(focused.value) })
}

/** As `chosen` of a command that was sent, for one that is being typed. */
function typed({ name, options }: APIApplicationCommandAutocompleteInteraction['data']) {
  const [first] = options
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { name: `${name} ${first.name}`, options: first.options ?? [] }
    : { name, options }
}
