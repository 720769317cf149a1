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
async function tried(failures: readonly Judgement[]) {
  const waited: number[] = []
  let attempts = 0
  const result = persist(
    async () => {
      const failure = failures[attempts]
      attempts += 1
      if (failure) throw new Failing(`Attempt ${attempts} failed.`, failure)
      return 'posted'
    },
    {
      judge: (error) => (error instanceof Failing ? error.judgement : { is: 'over' }),
      wait: async (milliseconds) => {
        waited.push(milliseconds)
      },
    },
  )
  return { result: await result.catch((error: Error) => error.message), attempts, waited }
}

const UNCLEAR: Judgement = { is: 'unclear' }

describe('a request', () => {
  test('that succeeds is made once', async () => {
    expect(await tried([])).toEqual({ result: 'posted', attempts: 1, waited: [] })
  })

  test('that was refused for now is made again when it may be', async () => {
    expect(await tried([{ is: 'wait', milliseconds: 7000 }])).toEqual({
      result: 'posted',
      attempts: 2,
      waited: [7000],
    })
  })

  test('that was refused for longer than anybody waits is not made again', async () => {
    expect(await tried([{ is: 'wait', milliseconds: 60_000 }])).toMatchObject({ attempts: 2, waited: [60_000] })
    expect(await tried([{ is: 'wait', milliseconds: 60_001 }])).toMatchObject({ attempts: 1, waited: [] })
  })

  test('that is over is not made again', async () => {
    expect(await tried([{ is: 'over' }])).toMatchObject({ result: 'Attempt 1 failed.', attempts: 1, waited: [] })
  })

  test('whose answer was lost is made again', async () => {
    let attempts = 0
    const attempt = async () => {
      attempts += 1
      if (attempts === 1) throw new Error('The answer was lost.')
      return attempts
    }
    expect(await persist(attempt, { judge: () => UNCLEAR, wait: async () => {} })).toBe(2)
  })

  test('is given up at once when it is told to stop', async () => {
    let attempts = 0
    const stopping = new AbortController()
    const attempt = async () => {
      attempts += 1
      stopping.abort()
      throw new Error('The network went away.')
    }
    const options = { judge: () => UNCLEAR, wait: async () => {}, signal: stopping.signal }
    await expect(persist(attempt, options)).rejects.toThrow('The network went away.')
    expect(attempts).toBe(1)
  })

  test('is given up after five attempts', async () => {
    expect(await tried(Array.from({ length: 9 }, () => UNCLEAR))).toMatchObject({
      result: 'Attempt 5 failed.',
      attempts: 5,
    })
  })
})
