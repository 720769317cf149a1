/** Deliveries over HTTP, as Slack signs them: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto'
import type { Json } from './world.js'

/** Where deliveries go, and the secret that they are signed with. */
export interface HttpTarget {
  readonly url: string
  readonly signingSecret: string
}

interface Signed {
  readonly body: string
  readonly contentType: string
  readonly signingSecret: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly retry?: number
}

/** A request as Slack signs it. */
export function sendSigned(
  url: string,
  { body, contentType, signingSecret, at, retry = 0 }: Signed,
): Promise<Response> {
  const seconds = Math.floor(at / 1000)
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': contentType,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
      ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
  })
}

/** The body of a delivery of this type: events are JSON, interactions JSON in a form, commands a form. */
export function bodyOf(type: string, payload: Json): { readonly body: string; readonly contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const fields: Readonly<Record<string, string>> =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' }
}
