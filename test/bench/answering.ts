import { commands } from '../../commands/index.js'
import { createBot } from '../../src/bot.js'
import type { Store } from '../../src/store/store.js'
import { type Time, timer } from './clock.js'
import { randomFrom, shuffled } from './random.js'

const TOPICS =
  `afghanistan|syria|russia|nato allies|north korea|trump|obama|clinton|pelosi|putin|senate|house|police|shooting|election|president
  people|government|economy|health care|immigration|climate change|supreme court|tax|vote|war|letter|coronavirus|hurricane|court ruling
  school shooting|white house|united states|new york|trade war|budget deal|gun control|minister|billion|february|wisconsin recall|zebra|xyzzy quux`
    .split(/\||\n/u)
    .map((topic) => topic.trim())
const SPEAKERS = [
  'trump',
  'obama',
  'clinton',
  'john',
  'mattis about allies',
  'police',
  'spokesman',
  'nobody atall',
  'smith',
  'david',
]
const QUOTED = [
  'we will not be intimidated',
  'the american people deserve better than this',
  'thank you very much',
  'it is what it is',
  'I have never said that and I never will say it, because it is not true',
]
const ROUNDS = 4

/** The lines of each command that are asked. */
export const LINES: Readonly<Record<string, readonly string[]>> = {
  '/compare': TOPICS.map((topic) => `/compare ${topic}`),
  '/quote': SPEAKERS.map((speaker) => `/quote ${speaker}`),
  '/verify': QUOTED.map((words) => `/verify "${words}"`),
  '/brief': ['/brief', ...TOPICS.slice(0, 8).map((topic) => `/brief ${topic}`)],
}

/** How long it took each time that each line was asked, the first of them cold. */
export async function measureAnswers(store: Store, lines: readonly string[]): Promise<Map<string, Time[]>> {
  const log = { error: (details: object) => console.error(details) }
  const bot = createBot({ commands, store, clock: () => new Date(0), log })
  const spent = new Map<string, Time[]>(lines.map((line) => [line, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const line of shuffled(lines, randomFrom(round))) {
      const end = timer()
      await bot.answer({ desk: 'bench', line })
      spent.get(line)?.push(end())
    }
  }
  return spent
}
