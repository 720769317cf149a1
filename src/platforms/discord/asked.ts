/** What is asked, out of what Discord delivers. */
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIBaseInteraction,
  type APIChatInputApplicationCommandInteractionData,
  type APIInteractionGuildMember,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type InteractionType,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import { lineWith } from '../lines.js'
import type { Asker } from '../reception.js'

type Interaction = APIBaseInteraction<InteractionType, unknown>

/** What an interaction tells of who uses it. */
type Used = Pick<Interaction, 'guild_id' | 'user' | 'authorizing_integration_owners'> & {
  readonly member?: Pick<APIInteractionGuildMember, 'user' | 'nick' | 'permissions'>
}

export interface NamedAsker extends Asker {
  readonly name: string
}

/** Who uses an interaction, and for which desk: the server that has installed Crier, else the person who has. */
export function askerOf(interaction: Used): NamedAsker {
  const { guild_id: guild, authorizing_integration_owners: owners, member } = interaction
  const user = interaction.user ?? member?.user
  if (!user) throw new TypeError('An interaction without a user.')
  const isInstalled = guild !== undefined && owners[ApplicationIntegrationType.GuildInstall] === guild
  const installer = owners[ApplicationIntegrationType.UserInstall] ?? user.id
  return {
    desk: isInstalled ? guildDesk(guild) : userDesk(installer),
    user: user.id,
    name: member?.nick ?? user.global_name ?? user.username,
    isManager: async () => guild === undefined || manages(member?.permissions),
  }
}

export function guildDesk(guildId: string): string {
  return `discord:${guildId}`
}

export function userDesk(userId: string): string {
  return `discord:@${userId}`
}

function manages(permissions = '0'): boolean {
  const { ManageGuild, ManageMessages } = PermissionFlagsBits
  return new PermissionsBitField(BigInt(permissions)).any([ManageGuild, ManageMessages])
}

const THREADS = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]

/** What ties follow-ups together: a thread, a DM, or one person's questions in a channel. */
export function conversationOf(
  channel: { readonly id: string; readonly type?: ChannelType | undefined },
  user: string,
): string {
  const isShared = channel.type === ChannelType.DM || THREADS.some((type) => type === channel.type)
  return isShared ? channel.id : `${channel.id}/${user}`
}

/** Whether nobody but the person and Crier is there. */
export function isAlone({ context }: Pick<Interaction, 'context'>): boolean {
  return context === InteractionContextType.BotDM
}

/** A command with its options as a line: see `lineWith`. */
export function lineOf(name: string, options: readonly APIApplicationCommandInteractionDataBasicOption[]): string {
  return lineWith(
    name,
    options.map((option) => [option.name, String(option.value)]),
  )
}

/** The name of a command, with that of the subcommand where one was chosen, and the options given. */
export function chosen({
  name,
  options = [],
}: Pick<APIChatInputApplicationCommandInteractionData, 'name' | 'options'>): {
  readonly name: string
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[]
} {
  const [first] = options
  if (first?.type === ApplicationCommandOptionType.Subcommand)
    return { name: `${name} ${first.name}`, options: first.options ?? [] }
  return { name, options: options.filter((option) => 'value' in option) }
}

/** The words of a message, of its embeds and of what it forwards; null where there are none, or Discord does not show them. */
export function wordsOf(message: Pick<APIMessage, 'content' | 'embeds' | 'message_snapshots'>): string | null {
  const messages = [message, ...(message.message_snapshots ?? []).map((snapshot) => snapshot.message)]
  const words = messages.flatMap(({ content, embeds }) => [
    content,
    ...embeds.flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.map(({ value }) => value),
    ]),
  ])
  return words.filter((part) => part?.trim()).join('\n\n') || null
}
