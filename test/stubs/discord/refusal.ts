/** What Discord answers when it does not do what was asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(message)
  }
}

const TOLD = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30034: [429, 'Max number of daily application command creates has been reached (200)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'Follow-up messages limit reached for this interaction'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [403, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const

/** The refusal with one of Discord's codes. */
export function refusal(code: keyof typeof TOLD): Refusal {
  const [status, message] = TOLD[code]
  return new Refusal(status, code, message)
}

/** What stands at a place is listed under this name. */
const LEAF = '_errors'

/** The refusal of a body: problems as `place: what`, told place by place as Discord does. */
export function invalidBody(problems: readonly string[]): Refusal {
  const errors: Record<string, unknown> = {}
  for (const problem of problems) {
    const [place = '', ...what] = problem.split(': ')
    const segments = what.length > 0 && /^[\w.[\]@-]+$/u.test(place) ? place.split('.') : ['body']
    let node: Record<string, unknown> = errors
    for (const segment of segments) {
      const next: Record<string, unknown> = { ...Object(node[segment]) }
      node[segment] = next
      node = next
    }
    const before = Array.isArray(node[LEAF]) ? node[LEAF] : []
    node[LEAF] = [...before, { code: 'INVALID', message: what.join(': ') || problem }]
  }
  return new Refusal(400, 50035, 'Invalid Form Body', errors)
}
