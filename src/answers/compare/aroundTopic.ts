import { isStopWord, stem, words } from '../../language/words.js'
import { aspectOfStem } from './aspectWords.js'
import { isOfReporting, type Weights, weightOfStems } from './likeness.js'
import type { Passage } from './passages.js'

/** Words that carry meaning on each side of a mention. */
const REACH = 4
const FEWEST = 2
/** In weights of a word that stands once in the story; read off 1,288 topics, where six in seven of such pairs make one claim. */
const WEIGHT = 1.5
/** The same, where what happens is shared and what it happens to. */
const WEIGHT_OF_EVENT = 0.95

/** The stems around each mention of a topic, without names and words of reporting: what a passage says of it, in short. */
export function stemsAroundTopic(passage: Passage, isTopicWord: (word: string) => boolean): ReadonlySet<string> {
  const telling = words(passage.text).filter(({ text }) => !isStopWord(text))
  const mentions = telling.map(({ text }) => isTopicWord(text))
  const around = telling.filter((_, at) => {
    return !mentions[at] && mentions.slice(Math.max(0, at - REACH), at + REACH + 1).includes(true)
  })
  const stems = around.map(({ text }) => stem(text))
  return new Set(stems.filter((one) => !passage.names.has(one) && !isOfReporting(one)))
}

/** Tells whether two passages, given the stems around the topic in each, say one thing of it though the rest of them differs. */
export function aroundTopicTest(weights: Weights): (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean {
  const standsOnce = [...weights.values()].reduce((most, weight) => Math.max(most, weight), 0)
  return (a, b) => {
    const shared = [...a].filter((one) => b.has(one))
    const events = shared.filter((one) => aspectOfStem(one) !== null).length
    const isEvent = events > 0 && events < shared.length
    const asked = (isEvent ? WEIGHT_OF_EVENT : WEIGHT) * standsOnce
    return shared.length >= FEWEST && weightOfStems(shared, weights) >= asked
  }
}
