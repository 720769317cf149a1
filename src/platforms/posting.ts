import type { BegunPost, Book } from '../book.js'
import { CrierError } from '../errors.js'
import { platformPhrases as say } from '../platformPhrases.js'
import { createAlone } from './alone.js'
import type { Time } from './once.js'
import { type Judgement, persist } from './persist.js'

/** How one message is posted, and found again. */
export interface Way {
  /** Gives the message's id. */
  readonly attempt: () => Promise<string>
  readonly judge: (error: unknown) => Judgement
  /**
   * The id of the message that an attempt since `begun` (milliseconds since 1970) made; null where none did. Rejects where that cannot be
   * known now, and with an UnclearError where it never will.
   */
  readonly find: (begun: number) => Promise<string | null>
  /** So long after the first attempt the platform itself gives back what that one made. Milliseconds. */
  readonly isRepeatableFor?: number
  /** Waits until the platform takes another message there. */
  readonly turn?: () => Promise<void>
}

/** Gives the id of the one message that is posted for the key. */
export type PostOnce = (key: string, way: Way) => Promise<string>

type Posts = Pick<Book, 'post' | 'beginPost' | 'keepPost' | 'dropPost' | 'claim' | 'release'>

/**
 * Posts once for each key, however often it is asked for, by however many processes, and whatever became of those that asked before:
 * that an attempt is about to be made is noted first, so that after one without a clear end, be its process dead or its answer lost, the
 * message is looked for before it is posted again. Rejects with what the way rejects with.
 */
export function createPosting(book: Posts, time: Time): PostOnce {
  const alone = createAlone(book, time)
  return async (key, way) => {
    const known = await book.post(key)
    return known?.messageId ?? alone(`post:${key}`, (isAlone) => postAlone(key, way, isAlone))
  }

  async function postAlone(key: string, way: Way, isAlone: () => boolean): Promise<string> {
    const before = await book.post(key)
    if (before !== null && before.messageId !== null) return before.messageId
    const begun = before?.begun ?? time.now()
    if (before === null) await book.beginPost(key, begun)
    const id = await attempts(key, way, { before, begun, isAlone })
    await book.keepPost(key, id)
    return id
  }

  async function attempts(key: string, way: Way, { before, begun, isAlone }: Begun): Promise<string> {
    /** Whether an attempt may have had its effect unseen. */
    let isOpen = before !== null
    const attempt = async (): Promise<string> => {
      if (isOpen && time.now() - begun >= (way.isRepeatableFor ?? 0)) {
        const found = await way.find(begun)
        if (found !== null) return found
        isOpen = false
      }
      await way.turn?.()
      if (!isAlone()) {
        // What was noted may be another's by now.
        isOpen = true
        throw new CrierError(say.overtaken)
      }
      try {
        return await way.attempt()
      } catch (error) {
        isOpen ||= way.judge(error).is === 'unclear'
        throw error
      }
    }
    try {
      return await persist(attempt, { judge: way.judge, wait: time.wait })
    } catch (error) {
      // Where this fails the message is looked for the next time, and not found.
      if (!isOpen) await book.dropPost(key).catch(() => {})
      throw error
    }
  }
}

interface Begun {
  readonly before: BegunPost | null
  readonly begun: number
  readonly isAlone: () => boolean
}

/** Posts the parts of one message in order, each once; gives the id of the first. */
export async function postParts<Body>(
  parts: readonly Body[],
  key: string,
  post: (part: Body, key: string) => Promise<string>,
): Promise<string> {
  let first: string | null = null
  for (const [index, part] of parts.entries()) {
    const id = await post(part, index === 0 ? key : `${key} (${index + 1})`)
    first ??= id
  }
  if (first === null) throw new Error('A renderer drew nothing.')
  return first
}
