import { InteractionResponseType, MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Time } from '../once.js'
import { persist } from '../persist.js'
import { hasCode, isTaken, judge, judgeUnrepeatable } from './failures.js'
import type { Drawn } from './post.js'
import { Sent } from './responses.js'

/** An acknowledgement that takes longer is repeated while there is time: Discord waits 3 s. Milliseconds. */
const ACKNOWLEDGED_WITHIN = 1_200

export interface Answer extends Drawn {
  /** For who asked alone. */
  readonly isPrivate: boolean
}

export interface Reply {
  /** Says that an answer is coming, unless it came. Never rejects: where this fails, `give` does. */
  defer(): Promise<void>
  /** Gives the answer, in the place of the one that was given before. */
  give(answer: Answer): Promise<void>
  /** Gives the answer unless another delivery is being answered. */
  decline(answer: Answer): Promise<void>
}

interface Token {
  readonly id: string
  readonly application_id: string
  readonly token: string
}

interface Parts {
  readonly rest: REST
  readonly time: Time
  /** How a deferred reply is seen until the answer is there. */
  readonly isPrivate: boolean
}

/**
 * The answer to one interaction, however many deliveries of it are at work: whichever acknowledges first, the others find that done and
 * go on from it. Who sees a reply is fixed with the acknowledgement, so an answer for others than that takes its place as a message of its own.
 */
export function replyTo({ id, application_id: app, token }: Token, { rest, time, isPrivate }: Parts): Reply {
  /** Whether the acknowledgement was this one's; rejected where nothing came of it. */
  let acknowledged: Promise<boolean> | null = null
  /** Whether what stands there now is seen by the asker alone; null where another delivery made it. */
  let seenAlone: boolean | null = null

  async function acknowledge(body: object, files: Drawn['files'] = []): Promise<boolean> {
    const attempt = () =>
      rest.post(Routes.interactionCallback(id, token), {
        body,
        files: [...files],
        auth: false,
        signal: AbortSignal.timeout(ACKNOWLEDGED_WITHIN),
      })
    try {
      await persist(attempt, { judge, wait: time.wait })
      return true
    } catch (error) {
      if (isTaken(error)) return false
      throw error
    }
  }

  const original = Routes.webhookMessage(app, token)
  const request = <T>(attempt: () => Promise<T>, judged = judge) => persist(attempt, { judge: judged, wait: time.wait })

  /** As Discord tells it; null where nothing stands there any more. */
  async function lookWhoSees(): Promise<boolean | null> {
    try {
      const { flags } = Sent.parse(await request(() => rest.get(original, { auth: false })))
      return (flags & MessageFlags.Ephemeral) !== 0
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return null
      throw error
    }
  }

  /** Answers with the acknowledgement itself; false where there is one already. */
  async function open({ body, files, isPrivate: forOne }: Answer): Promise<boolean> {
    const isOpen = acknowledged === null || (await acknowledged.catch(() => null)) === null
    if (!isOpen) return false
    const data = flagged(body, forOne)
    acknowledged = acknowledge({ type: InteractionResponseType.ChannelMessageWithSource, data }, files)
    const isOurs = await acknowledged
    if (isOurs) seenAlone = forOne
    return isOurs
  }

  async function change({ body, files, isPrivate: forOne }: Answer): Promise<void> {
    const seenBefore = seenAlone ?? (await lookWhoSees())
    if (seenBefore === forOne) {
      await request(() => rest.patch(original, { body, files: [...files], auth: false }))
      return
    }
    if (seenBefore !== null) await request(() => rest.delete(original, { auth: false })).catch(ignoreGone)
    // A follow-up has no nonce, so one that may have come through is not sent again.
    const followUp = () =>
      rest.post(Routes.webhook(app, token), { body: flagged(body, forOne), files: [...files], auth: false })
    await request(followUp, judgeUnrepeatable)
  }

  return {
    async defer() {
      const flags = isPrivate ? { flags: MessageFlags.Ephemeral } : {}
      acknowledged ??= acknowledge({
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: flags,
      }).then((isOurs) => {
        if (isOurs) seenAlone = isPrivate
        return isOurs
      })
      await acknowledged.catch(() => {})
    },
    async give(answer) {
      if (!(await open(answer))) await change(answer)
    },
    async decline(answer) {
      await open(answer)
    },
  }
}

function flagged<Body extends { readonly flags?: number }>(body: Body, isPrivate: boolean) {
  return isPrivate ? { ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral } : body
}

function ignoreGone(error: unknown): void {
  if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error
}
