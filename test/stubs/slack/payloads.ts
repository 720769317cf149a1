/** What Slack delivers, as complete as it is. */
import { type Channel, type Json, next, nextTrigger, type Posted, type World } from './world.js'

const APP = { api_app_id: 'A1', token: 'verification' }
const HALF_HOUR = 30 * 60_000

export interface By {
  readonly user: string
  readonly channel: Channel
}

/** An address that takes five answers in half an hour; `original` is the message whose button was pressed. */
function responseUrl(world: World, url: string, { user, channel }: By, original: string | null = null): string {
  const id = next('response')
  world.responses.set(id, { uses: 5, until: world.now() + HALF_HOUR, channel: channel.id, user, original })
  return `${url}/response/${id}`
}

const userOf = (world: World, { user, channel }: By): Json => {
  const name = world.users.get(user)?.name ?? user
  return { id: user, username: name, name, team_id: channel.team.id }
}

const teamOf = ({ channel }: By): Json => ({ id: channel.team.id, domain: 'example' })

export function slashCommand(world: World, url: string, by: By, command: string, text: string): Json {
  return {
    ...APP,
    team_id: by.channel.team.id,
    team_domain: 'example',
    channel_id: by.channel.id,
    channel_name: by.channel.isDm ? 'directmessage' : 'news',
    user_id: by.user,
    user_name: world.users.get(by.user)?.name ?? by.user,
    command,
    text,
    is_enterprise_install: 'false',
    response_url: responseUrl(world, url, by),
    trigger_id: nextTrigger(world),
  }
}

export function event(world: World, { channel }: Pick<By, 'channel'>, inner: Json): Json {
  const { team } = channel
  const authorization = {
    enterprise_id: null,
    team_id: team.id,
    user_id: team.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  }
  return {
    ...APP,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    event: { event_ts: next(''), ...inner },
    type: 'event_callback',
    event_id: next('Ev'),
    event_time: Math.floor(world.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: next('context'),
  }
}

/** A button on a message; null stands for the App Home. */
export function press(world: World, url: string, by: By, message: Posted | null, actionId: string): Json {
  const action = {
    action_id: actionId,
    block_id: 'b1',
    type: 'button',
    action_ts: next(''),
    text: { type: 'plain_text', text: '?' },
  }
  const common = {
    ...APP,
    type: 'block_actions',
    user: userOf(world, by),
    team: teamOf(by),
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: nextTrigger(world),
    state: { values: {} },
    actions: [action],
  }
  if (message === null) {
    return {
      ...common,
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', type: 'home', team_id: by.channel.team.id },
    }
  }
  const { ts, thread_ts, seenBy, body } = message
  const inThread = thread_ts === undefined ? {} : { thread_ts }
  const isEphemeral = seenBy !== null
  return {
    ...common,
    container: { type: 'message', message_ts: ts, channel_id: by.channel.id, is_ephemeral: isEphemeral, ...inThread },
    channel: { id: by.channel.id, name: 'news' },
    ...(isEphemeral
      ? {}
      : { message: { type: 'message', ts, ...inThread, text: body['text'], blocks: body['blocks'] } }),
    response_url: responseUrl(world, url, by, ts),
  }
}

export function shortcut(world: World, url: string, by: By, callbackId: string, message: Json): Json {
  return {
    ...APP,
    type: 'message_action',
    callback_id: callbackId,
    action_ts: next(''),
    trigger_id: nextTrigger(world),
    user: userOf(world, by),
    team: teamOf(by),
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: by.channel.id, name: 'news' },
    message_ts: message['ts'],
    message: { type: 'message', user: 'U0SOMEBODY', ...message },
    response_url: responseUrl(world, url, by),
  }
}

/** What somebody chose or typed in one input of a modal, as Slack tells it; what was not touched is as it was drawn. */
function stateOf(element: Json, value: string | undefined): Json {
  const { type } = element
  if (type === 'conversations_select')
    return { type, selected_conversation: value ?? element['initial_conversation'] ?? null }
  if (type !== 'static_select') return { type, value: value ?? element['initial_value'] ?? null }
  const option =
    value === undefined ? (element['initial_option'] ?? null) : { text: { type: 'plain_text', text: value }, value }
  return { type, selected_option: option }
}

/** A modal that is sent off, with these values by block. */
export function submission(world: World, by: By, view: Json, values: Readonly<Record<string, string>>): Json {
  const blocks: readonly Json[] = Array.isArray(view['blocks']) ? view['blocks'] : []
  const inputs = blocks.flatMap((block) =>
    block['type'] === 'input' ? [{ ...block, element: { ...Object(block['element']) } }] : [],
  )
  const state = inputs.map(({ element, ...block }) => {
    const id = String(Object(block)['block_id'])
    return [id, { [String(element['action_id'])]: stateOf(element, values[id]) }] as const
  })
  return {
    ...APP,
    type: 'view_submission',
    team: teamOf(by),
    user: userOf(world, by),
    trigger_id: nextTrigger(world),
    enterprise: null,
    is_enterprise_install: false,
    response_urls: [],
    view: { ...view, team_id: by.channel.team.id, hash: next('hash'), state: { values: Object.fromEntries(state) } },
  }
}
