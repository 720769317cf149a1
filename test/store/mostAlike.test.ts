import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { mostAlike, NEWEST } from '../../src/store/mostAlike.js'

const all = (): boolean => true
const idsOf = (...given: Parameters<typeof mostAlike>): number[] => mostAlike(...given).map(({ id }) => id)

test('what stands in most lists comes first, short lists count more, and of equal ones the highest id does', () => {
  expect(idsOf([[9, 5], [9, 7, 5], [7]], 10, all)).toEqual([7, 9, 5])
  expect(idsOf([[3, 2, 1]], 2, all)).toEqual([3, 2])
  expect(idsOf([[3, 2, 1]], 2, (id) => id !== 3)).toEqual([2, 1])
  expect(idsOf([[], []], 2, all)).toEqual([])
})

test('tells how many lists each stands in, and does not know that of what is older than all of a full list', () => {
  const full = Array.from({ length: NEWEST }, (_, at) => 2000 - at)
  const alike = mostAlike([full, [2000, 1500, 1], [1]], 1000, all)
  const shared = (wanted: number) => alike.find(({ id }) => id === wanted)?.shared
  expect([2000, 1999, 1501, 1500, 1].map(shared)).toEqual([2, 1, 1, 2, 3])
})

test('the first of all are the same as of all in order', () => {
  const list = uniqueArray(integer({ min: -30, max: 60 }), { maxLength: 40 }).map((ids) =>
    ids.toSorted((a, b) => b - a),
  )
  assert(
    property(array(list, { maxLength: 8 }), integer({ min: 1, max: 12 }), (lists, limit) => {
      const scores = new Map<number, number>()
      for (const ids of lists)
        for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + Math.log(1 + NEWEST / ids.length))
      const sorted = [...scores].toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b - a).map(([id]) => id)
      const wanted = (id: number): boolean => id % 3 !== 0
      expect(idsOf(lists, limit, wanted)).toEqual(sorted.filter(wanted).slice(0, limit))
    }),
  )
})
