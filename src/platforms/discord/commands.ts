import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { CommandInfo } from '../../platform.js'
import { platformPhrases } from '../../platformPhrases.js'

/** The option that each command has beside its own, unless all its answers are so: only its user sees the answer. */
export const PRIVATE = 'private'

/** Where messages can be posted. */
const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const

const LONGEST_SUMMARY = 100
const MOST_CHOICES = 25

/** What a command or an option (`quote`, `quote.who`) is called in other languages. */
export type Names = Readonly<Record<string, LocalizationMap>>

interface Where {
  /** In every server and for people who install Crier for themselves; else in one server, which has no say in that. */
  readonly isGlobal: boolean
  readonly names?: Names
}

/** The application commands that the bot's commands become, and the message command that checks quotations. */
export function commandBodies(
  commands: readonly CommandInfo[],
  { isGlobal, names = {} }: Where,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const where = isGlobal
    ? {
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
        integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      }
    : {}
  const verify = { type: ApplicationCommandType.Message, name: platformPhrases.verify, ...where } as const
  const alone = commands.filter(({ group }) => group === undefined)
  const chat = [...alone.map((command) => chatCommand(command, names)), ...groupCommands(commands, names)]
  return [...chat.map((command) => ({ ...command, ...where })), verify]
}

function chatCommand(command: CommandInfo, names: Names) {
  const { name, summary } = command
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    description: shortened(summary),
    ...localized(names[name]),
    options: optionBodies(command, names),
  }
}

/** One command for each group, its members as subcommands. */
function groupCommands(commands: readonly CommandInfo[], names: Names) {
  const groups = new Map(commands.flatMap(({ group }) => (group ? [[group.name, group] as const] : [])))
  return [...groups.values()].map(({ name, summary }) => ({
    type: ApplicationCommandType.ChatInput as const,
    name,
    description: shortened(summary),
    ...localized(names[name]),
    options: commands
      .filter(({ group }) => group?.name === name)
      .map((member) => ({
        type: ApplicationCommandOptionType.Subcommand as const,
        name: member.name.slice(name.length + 1),
        description: shortened(member.summary),
        ...localized(names[member.name]),
        options: optionBodies(member, names),
      })),
  }))
}

function optionBodies({ name, options, isPrivate }: CommandInfo, names: Names): APIApplicationCommandBasicOption[] {
  const own = Object.entries(options)
    .map(([key, option]) => ({ ...optionBody(key, option), ...localized(names[`${name}.${key}`]) }))
    // Discord takes the required ones first.
    .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
  const hidden = { type: ApplicationCommandOptionType.Boolean as const, name: PRIVATE, description: say.privateOption }
  return isPrivate ? own : [...own, hidden]
}

function optionBody(name: string, option: CommandInfo['options'][string]): APIApplicationCommandBasicOption {
  const common = { name, description: shortened(option.summary), ...(option.required ? { required: true } : {}) }
  const text = { ...common, type: ApplicationCommandOptionType.String as const }
  switch (option.kind) {
    case 'speaker':
    case 'topic':
    case 'outlet':
    case 'timezone':
    case 'digest':
    case 'feed':
    case 'topics':
    case 'speakers':
    case 'outlets':
      return { ...text, autocomplete: true }
    case 'channel':
      return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...CHANNELS] }
    case 'choice':
      return option.choices.length > MOST_CHOICES
        ? { ...text, autocomplete: true }
        : { ...text, choices: option.choices.map((choice) => ({ name: choice, value: choice })) }
    case 'number':
      return { ...common, type: ApplicationCommandOptionType.Integer, min_value: 1 }
    case 'text':
    case 'address':
    case 'article':
    case 'date':
    case 'since':
      return text
    default:
      return option satisfies never
  }
}

function localized(names: LocalizationMap | undefined): { name_localizations?: LocalizationMap } {
  return names ? { name_localizations: names } : {}
}

function shortened(summary: string): string {
  return summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY - 1)}…` : summary
}
