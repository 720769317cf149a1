/** What the command line does about digests, beside any process that runs. */
import { cliPhrases as say } from './cliPhrases.js'
import type { Config } from './config.js'
import { editionMaker } from './digests/build.js'
import type { Outcome } from './digests/deliver.js'
import type { Digest, Edition } from './digests/digest.js'
import type { ListedDigest, Ran } from './digests/printed.js'
import { sayTimetable } from './digests/schedule/words.js'
import { createSender } from './digests/sender.js'
import { CrierError } from './errors.js'
import { type Surroundings, withStore } from './main.js'
import type { Message } from './message.js'
import type { Postman } from './platform.js'
import { platformNamed, postmenOverRest } from './postmen.js'
import { TRUE_TIME } from './trueTime.js'

/** The desk of whoever uses the terminal. */
const LOCAL = 'local'

export async function listDigests(config: Config): Promise<readonly ListedDigest[]> {
  return withStore(config, false, async ({ digests }) => (await digests.list()).map(listed))
}

function listed({ id, desk, channel, schedule, timezone, topics, next, paused }: Digest): ListedDigest {
  const when = sayTimetable(schedule)
  const iso = next === null ? null : new Date(next).toISOString()
  return {
    id,
    platform: desk === LOCAL ? 'terminal' : platformNamed(desk),
    channel,
    when,
    timezone,
    topics,
    next: iso,
    paused: paused !== null,
  }
}

/** The next edition of a digest, as it would be if it went out now. Rejects with a CrierError where there is no such digest. */
export async function previewDigest(config: Config, id: string): Promise<Pick<Edition, 'summary' | 'details'>> {
  return withStore(config, false, async (store) => {
    const digest = (await store.digests.list()).find((one) => one.id === id)
    if (!digest) throw new CrierError(say.noDigest(id))
    const now = config.clock().getTime()
    const shelf = { archive: store.archive(digest.desk), told: await store.digests.told(id) }
    const { summary, details } = await editionMaker()(digest, digest.next ?? now, now, shelf)
    return { summary, details }
  })
}

/** Sends what is due, over REST alone, and gives what became of each slot. `show` takes the editions of the terminal's desk. */
export async function runDue(
  { config, log }: Surroundings,
  show: (message: Message) => Promise<void>,
): Promise<readonly Ran[]> {
  return withStore(config, false, async (store) => {
    const ran: Ran[] = []
    const served = await postmenOverRest(config, store.book, log)
    const local = terminalPostman(show)
    const runner = createSender({
      store,
      platforms: [LOCAL, ...served.keys()],
      postman: {
        send: (post) => (served.get(platformNamed(post.place.desk)) ?? local).send(post),
        tell: (desk, ...told) => (served.get(platformNamed(desk)) ?? local).tell(desk, ...told),
      },
      now: () => config.clock().getTime(),
      trueNow: TRUE_TIME.now,
      wait: TRUE_TIME.wait,
      log,
      onPlan: (digest, { slots }) => {
        const late = slots.filter(({ state }) => state === 'late')
        ran.push(...late.map(({ due, why }) => ranOf(digest.id, due, { state: 'late', why })))
      },
      onOutcome: ({ slot, digest }, outcome) => void ran.push(ranOf(digest.id, slot.due, outcome)),
    })
    await runner.tick()
    await runner.idle()
    return ran
  })
}

function ranOf(digest: string, due: number, outcome: RanOutcome): Ran {
  const { state, why = null, stories = null } = outcome
  return { digest, due: new Date(due).toISOString(), state, why, stories }
}

interface RanOutcome {
  readonly state: Outcome['state']
  readonly why?: string | null
  readonly stories?: number
}

/** The terminal is nobody's for longer than this run, so what it shows has no id. */
function terminalPostman(show: (message: Message) => Promise<void>): Pick<Postman, 'send' | 'tell'> {
  return {
    async send({ message, key }) {
      await show(message)
      return key
    },
    tell: (_desk, _user, message) => show(message),
  }
}
