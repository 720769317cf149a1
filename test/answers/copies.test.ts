import { expect, it } from 'vitest'
import { outletsCopying } from '../../src/answers/copies.js'
import type { Article } from '../../src/model.js'

const article = (id: string, outlet: string, copyOf: string | null = null): Article => {
  return { id, key: id, outlet, title: null, author: null, url: null, published: null, text: id, copyOf }
}

it('counts outlets that have nothing but the text of another', () => {
  expect(outletsCopying([])).toBe(0)
  expect(outletsCopying([article('a', 'Herald'), article('b', 'Fathom')])).toBe(0)
  expect(outletsCopying([article('a', 'Meridian'), article('b', 'Herald', 'a'), article('c', 'Fathom')])).toBe(1)
  expect(outletsCopying([article('b', 'Herald', 'a'), article('c', 'Fathom', 'a'), article('d', 'Post', 'a')])).toBe(2)
})

it('does not count one that has something of its own', () => {
  const copied = [article('a', 'Meridian'), article('b', 'Herald', 'a')]
  expect(outletsCopying([...copied, article('c', 'Herald')])).toBe(0)
  expect(outletsCopying([...copied, article('d', 'Meridian', 'b2'), article('b2', 'Fathom')])).toBe(1)
})
