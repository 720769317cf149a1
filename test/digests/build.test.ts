import { afterEach, beforeEach, expect, test } from 'vitest'
import { editionMaker } from '../../src/digests/build.js'
import type { Digest } from '../../src/digests/digest.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { DAILY } from './samples.js'

const MADE: Omit<Digest, keyof typeof DAILY> = {
  id: '1',
  createdBy: 'U1',
  createdAt: 0,
  paused: null,
  next: null,
  toldUntil: null,
}
const DIGEST: Digest = { ...DAILY, ...MADE, desk: 'local', topics: [] }
const at = (time: string): number => Date.parse(`2019-03-${time}Z`)

let store: Store
let clock: number
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { now: () => clock })
})
afterEach(() => store.close())

const NEWS: Readonly<Record<string, string>> = {
  ferry: 'The ferry Marigold ran aground off Wendmouth with sixty passengers on board.',
  bridge: 'Engineers closed the Brackwater bridge after a lorry tore down two of its pillars.',
  library: 'The county library bought nine thousand books from the estate of a lighthouse keeper.',
}

async function arrives(what: string, published: string | null, when: string): Promise<void> {
  clock = at(when)
  const title = `News of the ${what}`
  const text = `${title}\n\n${NEWS[what]}`
  const draft = { key: `${what} ${when}`, outlet: 'The Herald', title, author: null, url: null, published, text }
  await store.save(draft, [], 'files')
}

const make = editionMaker()

/** A digest that is sent daily at 08:30; gives the headlines of its edition on a day of March 2019. */
function daily(): (day: string) => Promise<string[]> {
  const told = new Map<string, readonly string[]>()
  let toldUntil: number | null = null
  return async (day) => {
    const shelf = { archive: store.archive('local'), told }
    const edition = await make({ ...DIGEST, toldUntil }, at(`${day}T08:30:00`), at(`${day}T08:30:05`), shelf)
    for (const { storyId, articleIds } of edition.told) told.set(storyId, [...(told.get(storyId) ?? []), ...articleIds])
    toldUntil = edition.until
    const headlines = edition.details.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'excerpts' ? (block.excerpts[0]?.text ?? []) : [])),
    )
    return headlines.toSorted()
  }
}

test('what gives only a day is in the first edition after that day began, and in no other', async () => {
  const edition = daily()
  await arrives('ferry', '2019-03-04', '04T15:00:00')
  expect(await edition('05')).toEqual(['News of the ferry'])
  expect(await edition('06')).toEqual([])
})

test('what was published before an edition and came in after it is in the next', async () => {
  const edition = daily()
  await arrives('ferry', '2019-03-05T07:00:00Z', '05T07:01:00')
  expect(await edition('05')).toEqual(['News of the ferry'])
  await arrives('bridge', '2019-03-05T07:50:00Z', '05T09:10:00')
  expect(await edition('06')).toEqual(['News of the bridge'])
})

test('what comes in while an edition is made is in the next', async () => {
  const edition = daily()
  expect(await edition('05')).toEqual([])
  await arrives('bridge', '2019-03-05T08:29:00Z', '05T08:30:04')
  expect(await edition('06')).toEqual(['News of the bridge'])
})

test('an archive that is read in is no news', async () => {
  const edition = daily()
  expect(await edition('05')).toEqual([])
  await arrives('library', '2019-02-01T07:00:00Z', '05T12:00:00')
  expect(await edition('06')).toEqual([])
})

test('what is in the store before its time comes with its time', async () => {
  const edition = daily()
  await arrives('bridge', '2019-03-06T20:00:00Z', '01T12:00:00')
  expect(await edition('05')).toEqual([])
  expect(await edition('06')).toEqual([])
  expect(await edition('07')).toEqual(['News of the bridge'])
})
