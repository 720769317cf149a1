import { expect, test } from 'vitest'
import { firstIdAt, freeId, idsAround, secondOf } from '../../src/store/order.js'

test('ids grow with the time of publication, and stay whole', () => {
  const times = [null, '1999-12-31', '2031-05-02', '2031-05-02T00:00:01Z', '2031-05-03']
  const ids = times.map(firstIdAt)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids, firstIdAt('+275760-09-13'), firstIdAt('0001-01-01')].every(Number.isSafeInteger)).toBe(true)
  expect(firstIdAt('last Tuesday')).toBe(firstIdAt(null))
  expect(secondOf(firstIdAt('1970-01-02'))).toBe(86_400)
})

test('a free id follows the highest taken, into the next second where one is full', async () => {
  const from = firstIdAt('2031-05-02')
  const next = firstIdAt('2031-05-02T00:00:01Z')
  expect(await freeId('2031-05-02', async () => null)).toBe(from)
  expect(await freeId('2031-05-02', async () => from + 7)).toBe(from + 8)
  expect(await freeId('2031-05-02', async (at) => (at === from ? next - 1 : null))).toBe(next)
})

test('days around an id', () => {
  const [from, before] = idsAround(firstIdAt('2031-05-02'), 4)
  expect([from, before]).toEqual([firstIdAt('2031-04-28'), firstIdAt('2031-05-06')])
})
