import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { mostAlike, NEWEST } from '../../src/store/mostAlike.js'

const all = (): boolean => true

test('what stands in most lists comes first, short lists count more, and of equal ones the highest id does', () => {
  expect(mostAlike([[9, 5], [9, 7, 5], [7]], 10, all)).toEqual([7, 9, 5])
  expect(mostAlike([[3, 2, 1]], 2, all)).toEqual([3, 2])
  expect(mostAlike([[3, 2, 1]], 2, (id) => id !== 3)).toEqual([2, 1])
  expect(mostAlike([[], []], 2, all)).toEqual([])
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
      expect(mostAlike(lists, limit, wanted)).toEqual(sorted.filter(wanted).slice(0, limit))
    }),
  )
})
