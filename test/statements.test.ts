import { beforeAll, describe, expect, it } from 'vitest'
import { clusterArticles, type Judged, judge, scoreOf, statementPairs } from './statementPairs.js'

const articles = clusterArticles()

describe.skipIf(!articles)('labelled pairs of quotations', () => {
  const [drawn, apart] = [statementPairs('drawn'), statementPairs('apart')]
  let judged: Judged[] = []
  beforeAll(async () => {
    judged = await judge(articles ?? [], [...drawn, ...apart])
  }, 300_000)

  it('are joined rightly where they are one statement', () => {
    const { alone, inStore, verdict } = scoreOf(judged.slice(0, drawn.length))
    expect(alone).toBeGreaterThanOrEqual(0.93)
    expect(inStore).toBeGreaterThanOrEqual(0.9)
    expect(verdict).toBeGreaterThanOrEqual(0.93)
  })

  it('are kept apart where they are two', () => {
    const { alone, inStore } = scoreOf(judged.slice(drawn.length))
    expect(alone).toBeGreaterThanOrEqual(0.97)
    expect(inStore).toBeGreaterThanOrEqual(0.97)
  })

  it('get the right verdict', () => {
    const { ofFound, verdict } = scoreOf(judged)
    expect(verdict).toBeGreaterThanOrEqual(0.95)
    expect(ofFound).toBeGreaterThanOrEqual(0.96)
  })
})
