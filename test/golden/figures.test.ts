import { expect, test } from 'vitest'
import { judge } from './figures/judge.js'
import { labelledStories } from './figures/labels.js'

const LABELS = 'test/golden/figures/labels.jsonl'
const stories = labelledStories(LABELS)

test.skipIf(stories === null)('of labelled stories, conflicts are found and hardly anything else is called one', () => {
  const { conflicts, missed, alarms, labelled, agreeing } = judge(stories ?? [])
  const [right, wrong] = ['right', 'wrong'].map((one) => conflicts.filter(({ judgement }) => judgement === one).length)
  expect(right).toBeGreaterThan(0)
  expect((right ?? 0) / ((right ?? 0) + (wrong ?? 0))).toBeGreaterThanOrEqual(0.9)
  expect(1 - missed.length / labelled.conflict).toBeGreaterThanOrEqual(0.7)
  expect(alarms.length / labelled.unrelated).toBeLessThanOrEqual(0.03)
  expect(agreeing.right).toBe(agreeing.shown)
})
