import type { WebClient } from '@slack/web-api'
import type { Time } from '../once.js'

/** What Slack tells of somebody. */
export interface Person {
  /** An admin or owner of the workspace. */
  readonly isManager: boolean
  readonly timezone: string | null
}

export type People = (client: WebClient, team: string, user: string) => Promise<Person>

/** Somebody who was made a manager waits at most so long. Milliseconds. */
const KNOWN_FOR = 60_000
const MOST = 1_000

/** Looks people up by users.info, and knows them for a minute. */
export function createPeople({ now }: Pick<Time, 'now'>): People {
  const known = new Map<string, { readonly at: number; readonly person: Promise<Person> }>()
  return (client, team, user) => {
    const key = `${team}/${user}`
    const before = known.get(key)
    if (before && now() - before.at < KNOWN_FOR) return before.person
    const person = look(client, user)
    known.set(key, { at: now(), person })
    person.catch(() => known.delete(key))
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest)
    return person
  }
}

async function look(client: WebClient, user: string): Promise<Person> {
  const { user: found } = await client.users.info({ user })
  return { isManager: found?.is_admin === true || found?.is_owner === true, timezone: found?.tz ?? null }
}
