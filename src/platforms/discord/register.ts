import { ApplicationCommandType, type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { judge } from './failures.js'
import { Commands } from './responses.js'

const CHAT: number = ApplicationCommandType.ChatInput
const ENTRY_POINT: number = ApplicationCommandType.PrimaryEntryPoint

type Body = RESTPostAPIApplicationCommandsJSONBody

export interface Changes {
  readonly created: number
  readonly edited: number
  readonly deleted: number
}

/** Makes what is registered, everywhere or in one server, what it should be, and sends only what changed: Discord counts each creation. */
export async function register(
  { rest, time }: { readonly rest: REST; readonly time: Time },
  applicationId: string,
  guildId: string | null,
  wanted: readonly Body[],
): Promise<Changes> {
  // A command created twice is one: its name is its identity.
  const request = <T>(attempt: () => Promise<T>) => persist(attempt, { judge, wait: time.wait })
  const all =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  // What GET gives: https://discord.com/developers/docs/interactions/application-commands
  const query = new URLSearchParams({ with_localizations: 'true' })
  const registered = Commands.parse(await request(() => rest.get(all, { query })))
  const known = new Map(registered.map((command) => [keyOf(command), command]))
  const created = wanted.filter((body) => !known.has(keyOf(body)))
  const edited = wanted.flatMap((body) => {
    const command = known.get(keyOf(body))
    return command && !isSame(command, body) ? [{ id: command.id, body }] : []
  })
  const keys = new Set(wanted.map(keyOf))
  // The entry point of an Activity is made by Discord, and is not ours to delete.
  const deleted = registered.filter((command) => !keys.has(keyOf(command)) && command.type !== ENTRY_POINT)
  for (const { id } of deleted) await request(() => rest.delete(`${all}/${id}`))
  for (const { id, body } of edited) await request(() => rest.patch(`${all}/${id}`, { body: editOf(body) }))
  for (const body of created) await request(() => rest.post(all, { body }))
  return { created: created.length, edited: edited.length, deleted: deleted.length }
}

function keyOf({ type = CHAT, name }: { readonly type?: number | undefined; readonly name: string }): string {
  return `${type} ${name}`
}

/** By name and type it is known; an edit leaves alone what it does not name. */
function editOf(body: Body): object {
  return { name_localizations: null, ...body, type: undefined, name: undefined }
}

/** What Crier says of a command. Discord adds ids and versions, and to a command of one server where it may be used. */
function isSame(registered: object, wanted: Body): boolean {
  const said = new Set([...Object.keys(wanted), 'name_localizations', 'options'])
  const pick = (command: object) => Object.fromEntries(Object.entries(command).filter(([name]) => said.has(name)))
  return JSON.stringify(plain(pick(registered))) === JSON.stringify(plain(pick(wanted)))
}

/** Without what says nothing (null, false, empty), in one order, since Discord fills up, leaves out and reorders. */
function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? value.toSorted((a, b) => a - b) : value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, plain(inner)] as const)
      .filter(([, inner]) => !isNothing(inner))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}
