import { ApplicationCommandOptionType } from 'discord.js'
import type { CommandUse } from './events.js'
import { type Json, list, number, size, text } from './values.js'
import type { World } from './world.js'

export type OptionValue = string | number | boolean

/** The command as it stands registered where somebody uses it. Throws where Discord would not offer it. */
function registered(world: World, { name: typed, channel, userInstalled = false }: CommandUse, type: number): Json {
  const name = type === 1 ? (typed.split(' ')[0] ?? '') : typed
  const here = [...(world.commands.get(channel.guildId ?? '') ?? []), ...(world.commands.get('global') ?? [])]
  const command = here.find((each) => each.name === name && each.type === type)
  if (!command) throw new Error(`No command ${name} is registered here`)
  const context = channel.guildId !== null ? 0 : channel.recipientIds.length === 1 ? 1 : 2
  const { contexts, integration_types: installs } = command
  if (Array.isArray(contexts) && !contexts.includes(context))
    throw new Error(`${name} is not offered in context ${context}`)
  if (userInstalled && !(Array.isArray(installs) && installs.includes(1)))
    throw new Error(`${name} is not for user installs`)
  return command
}

/** What takes the options: the subcommand where the name has two words, else the command. */
function takerOf(command: Json, name: string): Json {
  const [, second] = name.split(' ')
  const subcommands = list(command.options).filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
  if (command.type !== 1 || subcommands.length === 0) return command
  const taker = subcommands.find((each) => each.name === second)
  if (!taker) throw new Error(`/${text(command.name)} has no subcommand ${second}`)
  return taker
}

/** The options as they are sent, inside of the subcommand where there is one. */
function inTaker(taker: Json, options: readonly Json[]): { readonly options?: readonly Json[] } {
  const own = options.length > 0 ? { options } : {}
  if (taker.type !== ApplicationCommandOptionType.Subcommand || taker.id !== undefined) return own
  return { options: [{ type: taker.type, name: taker.name, ...own }] }
}

/** The data of a command as it is sent. Throws where an option is unknown, missing or of the wrong kind. */
export function commandData(world: World, use: CommandUse, type: number): Json {
  const command = registered(world, use, type)
  const taker = takerOf(command, use.name)
  const given = Object.entries(use.options ?? {})
  const missing = list(taker.options).find(
    (option) => option.required === true && !(text(option.name) in (use.options ?? {})),
  )
  if (missing) throw new Error(`${use.name} needs ${text(missing.name)}`)
  const options = given.map(([name, value]) => sent(taker, name, value))
  return { ...head(command, use), ...inTaker(taker, options) }
}

/** The data while somebody types in one option: nothing needs to be complete. */
export function typedData(world: World, use: CommandUse, focused: string): Json {
  const command = registered(world, use, 1)
  const taker = takerOf(command, use.name)
  const option = list(taker.options).find(({ name }) => name === focused)
  if (option?.autocomplete !== true) throw new Error(`${use.name} suggests nothing for ${focused}`)
  const options = Object.entries({ [focused]: '', ...use.options }).map(([name, value]) => ({
    ...(name === focused ? { name, type: option.type, value } : sent(taker, name, value)),
    ...(name === focused ? { focused: true } : {}),
  }))
  return { ...head(command, use), ...inTaker(taker, options) }
}

function head({ id, name, type, guild_id }: Json, { channel }: CommandUse): Json {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id: channel.guildId }) }
}

function sent(command: Json, name: string, value: OptionValue): Json {
  const option = list(command.options).find((each) => each.name === name)
  if (!option || !fits(option, value)) throw new Error(`${text(command.name)} does not take ${name}: ${value}`)
  return { name, type: option.type, value }
}

function fits(option: Json, value: OptionValue): boolean {
  const { type, choices, min_value, max_value, max_length } = option
  if (list(choices).length > 0 && !list(choices).some((choice) => choice.value === value)) return false
  if (type === ApplicationCommandOptionType.Boolean) return typeof value === 'boolean'
  if (type === ApplicationCommandOptionType.Channel) return typeof value === 'string' && /^\d+$/u.test(value)
  const isNumber = type === ApplicationCommandOptionType.Number || type === ApplicationCommandOptionType.Integer
  if (!isNumber) return typeof value === 'string' && size(value) <= (number(max_length) || 6000)
  const inside = Number(value) >= number(min_value ?? -Infinity) && Number(value) <= number(max_value ?? Infinity)
  return (
    typeof value === 'number' && inside && (type !== ApplicationCommandOptionType.Integer || Number.isInteger(value))
  )
}
