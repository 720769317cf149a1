import { describe, expect, test } from 'vitest'
import { pageOf } from '../../src/articles/page.js'
import { goldPages, measures, type Score, score, sum, textOf } from './pageScore.js'

const pages = goldPages()
const scores: Score[] = []

describe('the text of a page', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, page) => {
    const counted = score(textOf(page), page.gold)
    scores.push(counted)
    expect(measures(counted).f1).toBeGreaterThanOrEqual(0.9)
  })

  test('of all pages together', () => {
    expect(scores).toHaveLength(pages.length)
    expect(measures(sum(scores)).f1).toBeGreaterThanOrEqual(0.95)
    expect(scores.reduce((all, each) => all + measures(each).f1, 0) / scores.length).toBeGreaterThanOrEqual(0.95)
  })
})

describe('what a page says of itself', () => {
  const unknown: string[] = []
  test.each(pages.map((page) => [page.name, page] as const))('%s', (name, { html, about }) => {
    const { author, published, outlet, ...page } = pageOf(html, { url: about.url })
    expect(page).toMatchObject({ title: about.title, language: about.language, canonical: about.canonical })
    const told = { author, outlet, day: published?.slice(0, 10) ?? null }
    // What only the layout says may stay unknown, and nothing may be wrong.
    const wanted = { author: about.author, outlet: about.outlet, day: about.published.slice(0, 10) }
    for (const [key, value] of Object.entries(wanted))
      if (value !== null && !Object.entries(told).some(([of, one]) => of === key && one !== null))
        unknown.push(`${name}: ${key}`)
    expect({
      author: author ?? wanted.author,
      outlet: outlet ?? wanted.outlet,
      day: told.day ?? wanted.day,
    }).toEqual(wanted)
  })

  test('is nearly always found', () => expect(unknown.length).toBeLessThanOrEqual(pages.length / 3))
})
