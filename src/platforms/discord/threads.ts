import { RESTJSONErrorCodes as Code, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { harmlessText } from '../harmless.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { hasCode, judge } from './failures.js'

const LONGEST_NAME = 100
/** So many threads are known to be open; a stranger is opened once more, which changes nothing. */
const MOST_KNOWN = 1_000

/**
 * Opens the thread under a message unless it is open, and gives its id, which is the message's own. Rejects with what discord.js throws.
 */
export function createThreads(rest: REST, { wait }: Pick<Time, 'wait'>) {
  const known = new Set<string>()
  return async function threadUnder(channelId: string, messageId: string, title: string): Promise<string> {
    if (known.has(messageId)) return messageId
    const body = { name: nameOf(title), auto_archive_duration: ThreadAutoArchiveDuration.OneDay }
    try {
      await persist(() => rest.post(Routes.threads(channelId, messageId), { body }), { judge, wait })
    } catch (error) {
      if (!hasCode(error, Code.ThreadAlreadyCreatedForMessage)) throw error
    }
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(messageId)
    return messageId
  }
}

function nameOf(title: string): string {
  const words = Array.from(harmlessText(title).replace(/\s+/gu, ' ').trim())
  const short = words.length > LONGEST_NAME ? [...words.slice(0, LONGEST_NAME - 1), '…'] : words
  return short.join('') || say.untitled
}
