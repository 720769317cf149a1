import type { Time } from './once.js'

/**
 * What a failed request means for trying again: `over` never; `wait` was refused for now, and is free after so many milliseconds;
 * `unclear` may have had its effect although the answer was lost.
 */
export type Judgement =
  | { readonly is: 'over' }
  | { readonly is: 'wait'; readonly milliseconds: number }
  | { readonly is: 'unclear' }

interface Options<T> {
  readonly judge: (error: unknown) => Judgement
  /** Looks for the effect of an attempt whose answer was lost; null where there is none. Left out where repeating is harmless. */
  readonly find?: () => Promise<T | null>
  readonly wait: Time['wait']
  readonly signal?: AbortSignal
}

const ATTEMPTS = 5
const FIRST_PAUSE = 500

/**
 * Makes an attempt until it succeeds or is over, at most five times, without ever having its effect twice. Rejects with the last error.
 */
export async function persist<T>(attempt: () => Promise<T>, { judge, find, wait, signal }: Options<T>): Promise<T> {
  let isUnclear = false
  for (let tried = 1; ; tried += 1) {
    try {
      // A search that fails counts as a try: no attempt follows before one has found nothing.
      return (isUnclear ? await find?.() : null) ?? (await attempt())
    } catch (error) {
      const judgement = judge(error)
      isUnclear ||= judgement.is === 'unclear'
      if (judgement.is === 'over' || tried === ATTEMPTS || signal?.aborted) throw error
      await wait(judgement.is === 'wait' ? judgement.milliseconds : FIRST_PAUSE * 2 ** (tried - 1), signal)
    }
  }
}
