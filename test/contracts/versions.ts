import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleDraft } from '../../src/model.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import type { Archive, Filter, Origin, Store } from '../../src/store/store.js'

const WILL = 'The ferry.\n\n“We will close the ferry in May,” said Mayor Ada Quill.'
const MAY = 'The ferry.\n\n“We may close the ferry in May,” said Mayor Ada Quill.'
const NOTHING = 'The ferry.\n\nThe mayor was not there.'
const START = Date.parse('2031-06-05T12:00:00Z')

/** What every store must do with the versions of an article. `open` gives a new and empty one, with a clock to look at. */
export function versionsContract(open: (now: () => number) => Promise<Store>): void {
  let store: Store
  let minutes: number
  beforeEach(async () => {
    minutes = 0
    store = await open(() => START + minutes * 60_000)
  })
  afterEach(async () => store.close())

  async function save(text: string, draft: Partial<ArticleDraft> = {}, origin: Origin = 'files'): Promise<string> {
    minutes += 1
    const given = { outlet: 'Herald', title: null, author: null, url: null, published: '2031-05-02', text }
    const { id } = await store.save({ key: 'ferry', ...given, ...draft }, extractQuotations(text), origin)
    return id
  }
  const followed = async (desk: string, url: string) =>
    (await store.feeds.follow(desk, { url, outlet: 'Herald', site: null }, null, minutes)).feed.id
  /** Saves what a feed brought. */
  async function fed(feedId: string, text: string, key = 'ferry'): Promise<string> {
    minutes += 1
    const about = { title: null, author: null, published: '2031-05-02' }
    const entry = { key, link: null, updated: null, html: text, ...about }
    await store.feeds.keepEntries(feedId, [entry], false, {}, minutes)
    const [waiting] = await store.feeds.waiting(feedId, minutes, 1)
    if (waiting === undefined) throw new Error('There is nothing to read.')
    const draft = { key, outlet: 'Herald', url: null, text, ...about }
    const read = { draft, quotations: extractQuotations(text), addresses: [], etag: null, lastModified: null }
    return (await store.feeds.keepArticle(waiting, read, null, START + minutes * 60_000)).id
  }
  const local = () => store.archive('local')
  const earlier = async (id: string, archive: Archive = local()) =>
    ((await archive.earlier([id])).get(id) ?? []).map((one) => [one.id, one.version, minute(one.until)])
  const minute = (time: number | null) => (time === null ? null : (time - START) / 60_000)
  const likeWill = async (archive: Archive = local()) =>
    (await archive.quotationsReplaced({ words: 'we will close the ferry' }, 9)).map((one) => one.article.id)

  describe('versions', () => {
    test('are known by the current one, newest first, with when each was replaced', async () => {
      const [first, second, third] = [await save(WILL), await save(MAY), await save(NOTHING)]
      expect(await earlier(third)).toEqual([
        [second, 2, 3],
        [first, 1, 2],
      ])
      expect(await local().earlier([first, second])).toEqual(new Map())
      const later = await local().laterThan([first, second, third])
      expect([...later].map(([id, now]) => [id, now.id, now.until])).toEqual([
        [first, third, null],
        [second, third, null],
      ])
      expect((await local().laterThan([first])).get(first)?.arrived).toBe(START + 3 * 60_000)
    })

    test('that come back are earlier no more', async () => {
      const [will, may] = [await save(WILL), await save(MAY)]
      await save(WILL)
      expect(await earlier(will)).toEqual([[may, 2, 3]])
      expect(await likeWill()).toEqual([may])
      await save(MAY)
      expect(await earlier(may)).toEqual([[will, 3, 4]])
      expect(await likeWill()).toEqual([will])
      expect((await local().quotationsReplaced({ articles: [may] }, 9)).map(({ quotation }) => quotation.text)).toEqual(
        ['“We will close the ferry in May,”'],
      )
    })

    test('that come back are found as the current ones only', async () => {
      await save(WILL)
      await save(NOTHING)
      expect(await likeWill()).toHaveLength(1)
      const will = await save(WILL)
      expect(await likeWill()).toEqual([])
      expect((await local().quotationsLike('we will close the ferry', 9)).map(({ article }) => article.id)).toEqual([
        will,
      ])
    })

    test('only what is not in the next one is found among replaced quotations, and nowhere else', async () => {
      const first = await save(`${WILL}\n\n“Nobody will swim,” said Tom Reed.`)
      const second = await save(`${MAY}\n\n“Nobody will swim,” said Tom Reed.`)
      const replaced = await local().quotationsReplaced({ articles: [second] }, 9)
      expect(replaced.map((one) => [one.quotation.text, one.article.id, minute(one.until), one.currentId])).toEqual([
        ['“We will close the ferry in May,”', first, 2, second],
      ])
      expect(await likeWill()).toEqual([first])
      const swim = await local().quotationsReplaced({ words: 'nobody will swim' }, 9)
      expect(swim.map(({ quotation }) => quotation.text)).not.toContain('“Nobody will swim,”')
      const current = await local().quotationsLike('we will close the ferry in May', 9)
      expect(new Set(current.map(({ article }) => article.id))).toEqual(new Set([second]))
    })

    test('are found by speaker, also one who is quoted nowhere else, within a filter', async () => {
      await save(WILL)
      await save(NOTHING)
      expect(await local().speakersNamed('quill')).toEqual([])
      const named = async (words: string, filter: Filter = {}) =>
        (await local().quotationsReplaced({ named: words, filter }, 9)).map(({ speakerId }) => speakerId)
      const [quill] = await named('mayor quill')
      expect(quill).toBeDefined()
      expect(await named('reed')).toEqual([])
      expect(await named('quill', { outlet: 'herald', since: '2031-05' })).toEqual([quill])
      expect(await named('quill', { outlet: 'wire' })).toEqual([])
      expect(await named('quill', { since: '2031-06' })).toEqual([])
      const spoken = await local().quotationsReplaced({ speakers: [quill ?? 0] }, 9)
      expect(spoken.map(({ quotation }) => quotation.text)).toEqual(['“We will close the ferry in May,”'])
      expect(await local().quotationsReplaced({ speakers: [quill ?? 0] }, 0)).toEqual([])
    })

    test('are seen by whoever sees the article, and by nobody else', async () => {
      const [a, b, c] = [await followed('one', 'a'), await followed('two', 'b'), await followed('three', 'c')]
      const old = await fed(a, WILL)
      const now = await fed(a, MAY)
      await fed(c, 'Elsewhere.', 'other')
      const sees = async (desk: string) => {
        const archive = store.archive(desk)
        const found = [
          await archive.article(old),
          (await archive.articles([old]))[0],
          (await archive.quotationsIn([old]))[0],
          (await earlier(now, archive))[0],
          (await archive.laterThan([old])).get(old),
          (await likeWill(archive))[0],
          (await archive.quotationsReplaced({ articles: [now] }, 9))[0],
          (await archive.quotationsReplaced({ named: 'quill' }, 9))[0],
        ]
        return found.map((one) => one !== undefined && one !== null)
      }
      const [all, none] = [Array(8).fill(true), Array(8).fill(false)]
      expect([await sees('one'), await sees('two'), await sees('three')]).toEqual([all, none, none])
      await fed(b, MAY)
      expect([await sees('one'), await sees('two'), await sees('three')]).toEqual([all, all, none])
    })

    test('whose place another article took stand alone', async () => {
      const other = await save(MAY, { key: 'other' })
      const old = await save(WILL)
      expect(await save(MAY)).toBe(other)
      expect(await local().laterThan([old])).toEqual(new Map())
      const [replaced] = await local().quotationsReplaced({ words: 'we will close the ferry' }, 9)
      expect([replaced?.article.id, replaced?.currentId]).toEqual([old, null])
    })

    test('nothing is asked for', async () => {
      await save(WILL)
      expect(await local().earlier([])).toEqual(new Map())
      expect(await local().laterThan(['nowhere'])).toEqual(new Map())
      for (const by of [{ articles: [] }, { speakers: [] }, { named: '' }, { words: '' }, { words: '"*('.repeat(99) }])
        expect(await local().quotationsReplaced(by, 9)).toEqual([])
    })
  })
}
