/** What a method of the Web API is given, and what all of them share. */
import type { Channel, Json, Team, World } from './world.js'

export type Answer = Json & { readonly ok: boolean }

export interface Given {
  readonly world: World
  readonly team: Team
  readonly body: Json
  readonly links: Links
}

/** Addresses that the stub gives out. */
export interface Links {
  /** For one socket. */
  socket(): string
  /** For the bytes of one file. */
  upload(file: string): string
}

export interface Method {
  readonly scope?: string
  readonly answer: (given: Given) => Answer
}

export type Methods = Readonly<Record<string, Method>>

export const refused = (error: string, more: Json = {}): Answer => ({ ok: false, error, ...more })
export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The channel that is written into, which may be a person's DM; or why there is none. */
export function channelOf(given: Given, needsBot: boolean): Channel | Answer {
  const { world, body, team } = given
  const asked = wordsOf(body['channel'])
  if (world.users.has(asked)) return openDm(world, team, asked)
  const channel = readable(given, needsBot)
  if ('ok' in channel) return channel
  if (channel.isArchived) return refused('is_archived')
  return channel.isRestricted ? refused('restricted_action') : channel
}

/** The channel that is read, which may be archived, and is no person; or why there is none. */
export function readable({ world, body, team }: Given, needsBot: boolean): Channel | Answer {
  const channel = world.channels.get(wordsOf(body['channel']))
  if (!channel || channel.team !== team) return refused('channel_not_found')
  return needsBot && !channel.hasBot ? refused('not_in_channel') : channel
}

export function openDm(world: World, team: Team, user: string): Channel {
  const id = `D${user}`
  const known = world.channels.get(id)
  if (known) return known
  const channel = { id, team, isDm: true, hasBot: true, isArchived: false, isRestricted: false }
  world.channels.set(id, channel)
  return channel
}
