import { isStopWord, stem, words } from '../../language/words.js'
import { isOfReporting, type Weights, weightOfStems } from './likeness.js'
import type { Passage } from './passages.js'

/** Words that carry meaning on each side of a mention. */
const REACH = 4
const FEWEST = 2
/** Read off 1,288 topics of real stories: of pairs that share so much around a topic, seven in eight make one claim. */
const WEIGHT = 8

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

/** Whether two passages, given the stems around the topic in each, say one thing of it though the rest of them differs. */
export function sayTheSameOfTopic(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: Weights): boolean {
  const shared = [...a].filter((one) => b.has(one))
  return shared.length >= FEWEST && weightOfStems(shared, weights) >= WEIGHT
}
