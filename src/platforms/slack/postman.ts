import { WebClient } from '@slack/web-api'
import type { Book } from '../../book.js'
import { CrierError, messageOf } from '../../errors.js'
import type { Message } from '../../message.js'
import type { Draw, Post, Postman } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { createDrawing } from '../drawing.js'
import { postFailure } from '../failure.js'
import type { Time } from '../once.js'
import { createPosting, type PostOnce, postParts } from '../posting.js'
import { clientOptions, SILENT } from './client.js'
import { codeOf, inWords, loggable } from './failures.js'
import { createInstallations } from './installations.js'
import { kindOf } from './kinds.js'
import { allWithPictures, postShown } from './pictures.js'
import { type Place, postOnce } from './post.js'
import type { Log, Seal, SlackSettings } from './settings.js'
import { createTurns } from './turns.js'

export interface PostmanParts {
  readonly slack: SlackSettings
  readonly book: Book
  readonly time: Time
  readonly log: Log
  readonly draw: Draw
  readonly seal: Seal
  /** What else posts in this process takes turns with it, and notes its posts in one place. */
  readonly turn?: (channel: string) => Promise<void>
  readonly postOnce?: PostOnce
}

/** Posts on Slack over the Web API alone. The desk of a place names the workspace: `slack:T1`. */
export function slackPostman(parts: PostmanParts): Postman {
  const { slack, book, time, log, draw, seal } = parts
  const { turn = createTurns(time), postOnce: once = createPosting(book, time) } = parts
  const drawing = createDrawing(book, time)
  const installations = createInstallations(book, seal)

  async function clientFor(team: string, heard = log): Promise<WebClient> {
    const options = clientOptions(slack, heard)
    if ('botToken' in slack) return new WebClient(slack.botToken, options)
    const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }
    const { bot } = await installations.fetchInstallation(query)
    return new WebClient(bot?.token, options)
  }

  /** Gives the time stamp of the first part. */
  async function post(desk: string, place: Place, message: Message, key: string): Promise<string> {
    try {
      const client = await clientFor(teamOf(desk))
      const all = await allWithPictures({ drawing, draw, log }, client, message, desk)
      return await postParts(all, `${desk}/${place.channel}:${key}`, (shown, partKey) =>
        postShown(shown, (body) => postOnce(client, place, body, partKey, { postOnce: once, time, turn }), time),
      )
    } catch (error) {
      const words = inWords(error, place.channel)
      throw postFailure(error, kindOf(error), { words, loggable: loggable(error), log, told: say.unanswered })
    }
  }

  return {
    send: ({ place: { desk, channel }, message, key, under }: Post) =>
      post(desk, { channel, thread: under }, message, key),

    async tell(desk, user, message, key) {
      await post(desk, { channel: user }, message, key)
    },

    // Nothing that leaves no trace tells of channels that are archived or where only some may post: the first edition does.
    async mayPost({ desk, channel }) {
      try {
        const client = await clientFor(teamOf(desk), SILENT)
        await client.conversations.history({ channel, limit: 1 }).catch(ignoreMissingScope)
        return null
      } catch (error) {
        if (error instanceof CrierError) return messageOf(error)
        return kindOf(error) === CrierError ? null : inWords(error, channel)
      }
    },
  }
}

/** Who may not read may post all the same. */
function ignoreMissingScope(error: unknown): void {
  if (codeOf(error) !== 'missing_scope') throw error
}

function teamOf(desk: string): string {
  return desk.replace(/^slack:/u, '')
}
