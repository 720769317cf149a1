import type { Time } from './once.js'

/**
 * What a failed request means for trying again: `over` never; `wait` was refused for now, and is free after so many milliseconds;
 * `unclear` may have had its effect although the answer was lost.
 */
export type Judgement =
  | { readonly is: 'over' }
  | { readonly is: 'wait'; readonly milliseconds: number }
  | { readonly is: 'unclear' }

interface Options {
  readonly judge: (error: unknown) => Judgement
  readonly wait: Time['wait']
  readonly signal?: AbortSignal
}

const ATTEMPTS = 5
const FIRST_PAUSE = 500
/** Who is told to wait longer gives up for now. Milliseconds. */
export const LONGEST_WAIT = 60_000

/** Makes an attempt until it succeeds or is over, at most five times. Rejects with the last error. For what must not be done twice see `createPosting`. */
export async function persist<T>(attempt: () => Promise<T>, { judge, wait, signal }: Options): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      const judgement = judge(error)
      const pause = judgement.is === 'wait' ? judgement.milliseconds : FIRST_PAUSE * 2 ** (tried - 1)
      if (judgement.is === 'over' || tried === ATTEMPTS || pause > LONGEST_WAIT || signal?.aborted) throw error
      await wait(pause, signal)
    }
  }
}
