import { describe, expect, test } from 'vitest'
import { type Judgement, persist } from '../../src/platforms/persist.js'

class Failing extends Error {
  constructor(
    text: string,
    readonly judgement: Judgement,
  ) {
    super(text)
  }
}

/** Runs an attempt that fails in these ways, then succeeds; tells how often it was made and how long was waited. */
async function tried(failures: readonly Judgement[], found: string | null = null) {
  const waited: number[] = []
  let attempts = 0
  let looked = 0
  const result = persist(
    async () => {
      const failure = failures[attempts]
      attempts += 1
      if (failure) throw new Failing(`Attempt ${attempts} failed.`, failure)
      return 'posted'
    },
    {
      judge: (error) => (error instanceof Failing ? error.judgement : { is: 'over' }),
      find: async () => {
        looked += 1
        return found
      },
      wait: async (milliseconds) => {
        waited.push(milliseconds)
      },
    },
  )
  return { result: await result.catch((error: Error) => error.message), attempts, waited, looked }
}

const UNCLEAR: Judgement = { is: 'unclear' }

describe('a request', () => {
  test('that succeeds is made once', async () => {
    expect(await tried([])).toEqual({ result: 'posted', attempts: 1, waited: [], looked: 0 })
  })

  test('that was refused for now is made again when it may be', async () => {
    expect(await tried([{ is: 'wait', milliseconds: 7000 }])).toEqual({
      result: 'posted',
      attempts: 2,
      waited: [7000],
      looked: 0,
    })
  })

  test('that is over is not made again', async () => {
    expect(await tried([{ is: 'over' }])).toMatchObject({ result: 'Attempt 1 failed.', attempts: 1, waited: [] })
  })

  test('whose answer was lost is looked for before it is made again', async () => {
    expect(await tried([UNCLEAR], 'found')).toMatchObject({ result: 'found', attempts: 1, looked: 1 })
    expect(await tried([UNCLEAR, UNCLEAR])).toMatchObject({
      result: 'posted',
      attempts: 3,
      looked: 2,
      waited: [500, 1000],
    })
  })

  test('is given up after five attempts', async () => {
    expect(await tried(Array.from({ length: 9 }, () => UNCLEAR))).toMatchObject({
      result: 'Attempt 5 failed.',
      attempts: 5,
    })
  })
})
