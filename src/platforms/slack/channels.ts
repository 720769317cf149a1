import type { WebClient } from '@slack/web-api'
import type { CommandInfo } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { loggable } from './failures.js'
import type { Log } from './settings.js'

/** Slack gives at most 1,000 channels at once, and a workspace with more than so many is not looked through. */
const ON_PAGE = 1_000
const MOST_PAGES = 10

interface Here {
  readonly id: string
  readonly name: string
}

interface Parts {
  readonly commands: readonly CommandInfo[]
  readonly log: Log
}

/**
 * The line with the ids of channels that are named by their names, `channel:#news`: Slack sends ids only for what was chosen from its list.
 * A name that is that of no public channel stays.
 */
export async function withChannelIds(line: string, here: Here, client: WebClient, parts: Parts): Promise<string> {
  const { commands, log } = parts
  const options = commands.flatMap((command) => Object.entries(command.options))
  const names = new Set(options.filter(([, { kind }]) => kind === 'channel').map(([name]) => name))
  for (const [typed = '', option = '', name = ''] of line.matchAll(NAMED)) {
    if (!names.has(option)) continue
    try {
      const id = name === here.name ? here.id : await idOf(name, client)
      if (id !== null) return line.replace(typed, typed.replace(`#${name}`, `<#${id}|${name}>`))
    } catch (error) {
      log.info(loggable(error), say.noChannels)
    }
  }
  return line
}

const NAMED = /(?<=^|\s)([a-z-]{1,40}):\s?["“]?#([\p{L}\p{N}._-]{1,80})/gu

async function idOf(name: string, client: WebClient): Promise<string | null> {
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked = { types: 'public_channel', exclude_archived: true, limit: ON_PAGE }
    const found = await client.conversations.list(cursor ? { ...asked, cursor } : asked)
    const id = found.channels?.find((channel) => channel.name === name)?.id
    if (id !== undefined) return id
    cursor = found.response_metadata?.next_cursor ?? ''
    if (cursor === '') return null
  }
  return null
}
