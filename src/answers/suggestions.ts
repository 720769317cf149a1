import { edits } from '../language/edits.js'
import { parseTopic } from '../language/topic.js'
import { fold, isStopWord, type Word, words } from '../language/words.js'
import { parseName } from '../quotations/people.js'
import type { Archive } from '../store/store.js'

const MOST = 3
const MOST_WORDS = 8
/** Letters in which a name may differ. */
const FARTHEST = 2

/**
 * A topic in which each word that no article has is replaced by one that is spelled nearly so, in the order of likelihood. None where
 * all its words are known, or nothing comes near.
 */
export async function didYouMean(archive: Archive, topic: string): Promise<string[]> {
  const typed = words(topic).filter((word) => !isStopWord(word.text))
  const wrong: { word: Word; near: readonly string[] }[] = []
  for (const word of typed.slice(0, MOST_WORDS)) {
    if ((await archive.count({ about: parseTopic(word.text) })) > 0) continue
    const near = await wordsLike(archive, word.text)
    if (near.length === 0) return []
    wrong.push({ word, near })
  }
  const [first] = wrong
  return (first?.near ?? []).map((_, choice) => replaced(topic, wrong, choice))
}

/** Words of articles, and where there are none, surnames of who is quoted. */
async function wordsLike(archive: Archive, word: string): Promise<string[]> {
  const near = await archive.wordsNear(word, MOST)
  if (near.length > 0) return near
  const names = (await archive.speakersNear(word, MOST)).map((row) => row.name.split(/\s+/u).at(-1) ?? row.name)
  return [...new Set(names)].filter((name) => edits(fold(word), parseName(name).surname, FARTHEST) <= FARTHEST)
}

function replaced(topic: string, wrong: readonly { word: Word; near: readonly string[] }[], choice: number): string {
  let text = topic
  for (const { word, near } of wrong.toReversed()) {
    text = text.slice(0, word.start) + (near[choice] ?? near[0]) + text.slice(word.end)
  }
  return text
}
