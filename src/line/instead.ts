import type { Message } from '../message.js'
import { didYouMean, labels } from '../phrases.js'

/** Sentences that nothing was found, with the topics that may have been meant, each a button; for the asker alone where there are any. */
export function instead(
  sentences: readonly string[],
  suggestions: readonly string[],
  lineFor: (topic: string) => string,
): Pick<Message, 'blocks' | 'actions' | 'private'> {
  const asked = suggestions.length > 0 ? [didYouMean(suggestions)] : []
  return {
    blocks: [...sentences, ...asked].map((text) => ({ kind: 'text', text })),
    actions: suggestions.map((topic) => ({ label: labels.topic(topic), line: lineFor(topic) })),
    ...(asked.length > 0 ? { private: true } : {}),
  }
}
