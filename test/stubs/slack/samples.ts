/** Bodies that Slack takes, to be spoilt in one place. */
export const section = (text: string, more: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...more,
})
export const button = (id: string, text = 'More') => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text },
})
export const body = (...blocks: readonly object[]) => ({
  text: 'News',
  blocks,
  unfurl_links: false,
  unfurl_media: false,
})
export const actions = (...elements: readonly object[]) => ({ type: 'actions', elements })
export const table = (rows: readonly (readonly string[])[]) => ({
  type: 'table',
  rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
})
