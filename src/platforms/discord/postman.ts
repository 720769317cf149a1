import { ChannelType, Routes } from 'discord.js'
import type { Book } from '../../book.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { CrierError, messageOf } from '../../errors.js'
import type { Message } from '../../message.js'
import type { Draw, Place, Post, Postman } from '../../platform.js'
import { createDrawing } from '../drawing.js'
import { postFailure } from '../failure.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { createPosting, postParts } from '../posting.js'
import { guildDesk, userDesk } from './asked.js'
import { createPostingRest, type DiscordSettings, type Log } from './client.js'
import { CHANNEL, type Into, judge, loggable, THREAD } from './failures.js'
import { wayTo } from './post.js'
import { Channel } from './responses.js'
import { drawPosts } from './service.js'
import { createThreads } from './threads.js'

/**
 * Discord takes 50 requests a second of a bot. Posts of Crier's own accord have a queue of their own for half of them, so that however many
 * are due, answers never wait behind them.
 */
const MOST_PER_SECOND = 25

/** Channels that take no messages of their own, only threads. */
const ONLY_THREADS: ReadonlySet<number | undefined> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia])

export interface PostmanParts {
  readonly discord: DiscordSettings
  readonly book: Book
  readonly time: Time
  readonly log: Log
  readonly draw: Draw
}

/** Posts on Discord over REST alone. The desk of a place is a server (`discord:1`), or a person for the DM with them (`discord:@1`). */
export function discordPostman({ discord, book, time, log, draw }: PostmanParts): Postman {
  const rest = createPostingRest(discord, MOST_PER_SECOND)
  const postOnce = createPosting(book, time)
  const drawing = createDrawing(book, time)
  const threadUnder = createThreads(rest, time)

  async function post(desk: string, channel: string, message: Message, key: string): Promise<string> {
    const all = await drawPosts({ drawing, draw }, message, desk)
    return postParts(all, `${desk}/${channel}:${key}`, (part, partKey) =>
      postOnce(partKey, wayTo(rest, channel, part, partKey)),
    )
  }

  /** Does work that posts in a channel or to a person; what it rejects with is a CrierError. */
  async function posting<T>(where: string, work: () => Promise<T>, into: Into = CHANNEL): Promise<T> {
    // A token that was refused once is forgotten by discord.js.
    rest.setToken(discord.token)
    try {
      return await work()
    } catch (error) {
      const words = into.inWords(error, where)
      throw postFailure(error, into.kindOf(error), { words, loggable: loggable(error), log, told: say.unanswered })
    }
  }

  async function whyNot({ desk, channel }: Place): Promise<string | null> {
    const found = Channel.parse(await rest.get(Routes.channel(channel)))
    const { type, guild_id: guild, recipients = [] } = found
    const isOurs = guild === undefined ? recipients.some(({ id }) => userDesk(id) === desk) : guildDesk(guild) === desk
    if (!isOurs) return say.elsewhere(channel)
    if (ONLY_THREADS.has(type)) return say.onlyThreads(channel)
    // Who may not post may not be seen typing either.
    await rest.post(Routes.channelTyping(channel))
    return null
  }

  return {
    async send({ place: { desk, channel }, message, key, under, threadTitle = message.title }: Post) {
      if (under === undefined) return posting(channel, () => post(desk, channel, message, key))
      return posting(
        channel,
        async () => post(desk, await threadUnder(channel, under, threadTitle), message, key),
        THREAD,
      )
    },

    async tell(desk, user, message, key) {
      await posting(user, async () => {
        const body = { recipient_id: user }
        const open = () => rest.post(Routes.userChannels(), { body })
        const { id } = Channel.parse(await persist(open, { judge, wait: time.wait }))
        // A DM belongs to no server, so that the server's buttons do nothing there.
        const shown = desk === userDesk(user) ? message : { ...message, actions: [] }
        await post(desk, id, shown, key)
      })
    },

    async mayPost(place) {
      try {
        return await posting(place.channel, () => whyNot(place))
      } catch (error) {
        const mayLater = error instanceof CrierError && error.name === 'CrierError'
        return mayLater ? null : messageOf(error)
      }
    },
  }
}
