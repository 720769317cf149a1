/** What people do in Slack, each delivered to the app. */
import type { Delivery } from './delivery.js'
import { type By, event, press, shortcut, slashCommand, submission } from './payloads.js'
import { openDm } from './webApi.js'
import { type Channel, type Json, nextTs, type Posted, type Team, type World } from './world.js'

/** A message as somebody writes it. */
export interface Said {
  readonly text: string
  readonly user?: string
  readonly channel?: Channel
  readonly thread?: string
  readonly ts?: string
  readonly more?: Json
}

interface Stage {
  readonly world: World
  /** Of the stub, for the addresses that answers are sent to. */
  readonly url: string
  readonly team: Team
  readonly channel: Channel
  readonly user: string
  readonly deliver: (type: string, payload: Json) => Delivery
}

/** All that can happen; where nobody says who and where, it is `user` in `channel`. */
export function happenings({ world, url, team, channel, user, deliver }: Stage) {
  const by = (given: { readonly user?: string; readonly channel?: Channel }): By => ({
    user: given.user ?? user,
    channel: given.channel ?? channel,
  })
  const tell = (of: Channel, inner: Json) => deliver('events_api', event(world, { channel: of }, inner))
  const written = (said: Said, type: string): Json => {
    const { user: who, channel: of } = by(said)
    return {
      type,
      user: who,
      text: said.text,
      channel: of.id,
      team: of.team.id,
      ts: said.ts ?? nextTs(world),
      ...(said.thread === undefined ? {} : { thread_ts: said.thread }),
      ...said.more,
    }
  }
  return {
    command: (command: string, text: string, given: Partial<By> = {}) =>
      deliver('slash_commands', slashCommand(world, url, by(given), command, text)),
    mention(said: Said) {
      const { channel: at } = by(said)
      const inner = written({ ...said, text: `<@${at.team.botUserId}> ${said.text}` }, 'app_mention')
      const delivery = tell(at, inner)
      /** Slack sends one text as both kinds of event where an app takes both. */
      const twin = () => tell(at, { ...inner, type: 'message', channel_type: 'channel' })
      return { ...delivery, ts: String(inner['ts']), twin }
    },
    directMessage(said: Said) {
      const at = openDm(world, by(said).channel.team, said.user ?? user)
      return tell(at, { ...written({ ...said, channel: at }, 'message'), channel_type: 'im' })
    },
    /** Somebody writes, and the app is not told. */
    message(said: Said): Posted {
      const posted = {
        channel: by(said).channel.id,
        ts: said.ts ?? nextTs(world),
        thread_ts: said.thread,
        seenBy: null,
        user: by(said).user,
        via: 'person',
        body: { text: said.text },
      }
      world.posted.push(posted)
      return posted
    },
    press(message: Posted | null, actionId: string, given: Partial<By> = {}) {
      const { user: who } = by(given)
      if (message?.seenBy && message.seenBy !== who) throw new Error('This person does not see that button.')
      if (message && !JSON.stringify(message.body).includes(`"${actionId}"`))
        throw new Error('There is no such button.')
      const at = message ? (world.channels.get(message.channel) ?? channel) : channel
      return deliver('interactive', press(world, url, { user: who, channel: at }, message, actionId))
    },
    shortcut: (callbackId: string, message: Json, given: Partial<By> = {}) =>
      deliver('interactive', shortcut(world, url, by(given), callbackId, { ts: nextTs(world), ...message })),
    /** Somebody sends off the modal that was opened last. */
    submit(values: Readonly<Record<string, string>>, given: Partial<By> = {}) {
      const view = [...world.views.values()].findLast(({ type }) => type === 'modal')
      if (!view) throw new Error('There is no modal.')
      return deliver('interactive', submission(world, by(given), view, values))
    },
    homeOpened: (who = user) => tell(channel, { type: 'app_home_opened', user: who, channel: `D${who}`, tab: 'home' }),
    uninstalled: (of = team) => tell({ ...channel, team: of }, { type: 'app_uninstalled' }),
    tokensRevoked: (of = team) =>
      tell({ ...channel, team: of }, { type: 'tokens_revoked', tokens: { oauth: [], bot: [of.botUserId] } }),
  }
}
