/** Which platform posts for a desk. */

import type { Book } from './book.js'
import { cliPhrases as say } from './cliPhrases.js'
import type { Config } from './config.js'
import { CrierError } from './errors.js'
import type { Log } from './log.js'
import type { Draw, Place, Platform, Postman } from './platform.js'
import type { Time } from './platforms/once.js'
import { TRUE_TIME } from './trueTime.js'

/** How long what is to be posted waits for a platform to connect for the first time, and how often it looks. Milliseconds. */
const LONGEST = 30_000
const LOOK_AGAIN = 250

export interface Postmen {
  readonly postman: Pick<Postman, 'send' | 'tell'>
  readonly mayPost: (place: Place) => Promise<string | null>
}

/**
 * Posts by the platform that a desk's name begins with. What is posted waits until that platform has connected once: a token that is refused
 * must end the process, and not pause all digests.
 */
export function createPostmen(platforms: readonly Platform[], { wait }: Pick<Time, 'wait'>): Postmen {
  const connected = new Set<Platform>()
  const platformOf = (desk: string) => platforms.find(({ name }) => name === platformNamed(desk))

  async function connectedTo(desk: string): Promise<Platform> {
    const platform = platformOf(desk)
    if (!platform) throw new CrierError(say.notServed(platformNamed(desk)))
    for (let waited = 0; !connected.has(platform); waited += LOOK_AGAIN) {
      if (platform.isReady()) connected.add(platform)
      else if (waited >= LONGEST) throw new CrierError(say.notConnected(platform.name))
      else await wait(LOOK_AGAIN)
    }
    return platform
  }

  return {
    postman: {
      send: async (post) => (await connectedTo(post.place.desk)).send(post),
      tell: async (desk, ...told) => (await connectedTo(desk)).tell(desk, ...told),
    },
    mayPost: async (place) => (await platformOf(place.desk)?.mayPost(place)) ?? null,
  }
}

/** What a desk's name begins with: `slack` of `slack:T1`. */
export function platformNamed(desk: string): string {
  return desk.replace(/:.*$/su, '')
}

const draw: Draw = async (card) => (await import('./pictures/png.js')).cardPng(card)

/** Who posts on each platform whose tokens are set, without a connection over which events come. */
export async function postmenOverRest(
  { slack, discord }: Config,
  book: Book,
  log: Log,
): Promise<ReadonlyMap<string, Postman>> {
  const postmen = new Map<string, Postman>()
  const shared = { book, time: TRUE_TIME, log, draw }
  if (slack) {
    const [{ slackPostman }, { createSeal }] = await Promise.all([
      import('./platforms/slack/postman.js'),
      import('./seal.js'),
    ])
    const seal = createSeal(slack.mode === 'install' ? slack.stateSecret : '')
    postmen.set('slack', slackPostman({ ...shared, slack, seal }))
  }
  if (discord) {
    const { discordPostman } = await import('./platforms/discord/postman.js')
    postmen.set('discord', discordPostman({ ...shared, discord }))
  }
  return postmen
}
