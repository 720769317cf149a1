/** What of a story is new to those who were told of it before. */

import { likeness, type Weights } from '../compare/likeness.js'
import type { Passage } from '../compare/passages.js'
import { isCopy } from '../compare/sources.js'
import type { Read } from './reading.js'

/** A passage that is so like one that was told says nothing new: of the two together, and of the shorter. */
const ALIKE = 0.45
const HELD = 0.65

/** The articles that are no mere copies of what was told; a new version of an outlet's own article may say more than the old. */
export function freshOf(came: readonly Read[], told: readonly Read[]): Read[] {
  const isTold = new Set(told.map(({ article }) => article.id))
  return came.filter(
    (one) =>
      !isTold.has(one.article.id) &&
      !told.some((before) => before.article.outlet !== one.article.outlet && isCopy(before.sentences, one.sentences)),
  )
}

/** Tells the passages that say what no told article says. */
export function newnessTest(told: readonly Read[], weights: Weights): (passage: Passage) => boolean {
  const before = told.flatMap(({ passages }) => passages)
  return (passage) =>
    before.every((other) => {
      const { together, ofShorter } = likeness(passage, other, weights)
      return together < ALIKE && (ofShorter < HELD || other.stems.size < passage.stems.size)
    })
}
