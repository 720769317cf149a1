import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Plan } from '../../src/digests/digest.js'
import { CrierError, UnclearError, UndeliverableError } from '../../src/errors.js'
import { editionOf } from './samples.js'
import { type World, world } from './world.js'

let the: World
beforeEach(async () => {
  the = await world('2026-03-02T08:00:00Z')
})
afterEach(() => the.store.close())

/** A slot that is due now, before one at `next`. */
function planned(next: number | null): Plan {
  return { at: the.now(), slots: [{ due: the.now(), state: 'due', why: null }], next, skippedUntil: null }
}

describe('an edition', () => {
  test('goes out at its time, its details under its summary, and once', async () => {
    const { id } = await the.create()
    await the.run()
    expect(the.posts).toEqual([])
    the.set('2026-03-02T08:30:00Z')
    await the.run()
    await the.run()
    expect(the.posts.map(({ message, key, under, place }) => [message.title, key, under, place.channel])).toEqual([
      ['2 stories', `digest:1:${the.now()}:0`, undefined, 'C1'],
      ['Ferry', `digest:1:${the.now()}:1`, 'M1', 'C1'],
      ['Strike', `digest:1:${the.now()}:2`, 'M1', 'C1'],
    ])
    expect(await the.ledger(id)).toEqual(['03-02T08:30 sent'])
    expect(await the.digests.history(id, 1)).toMatchObject([{ messageId: 'M1', stories: 2, attempts: 1 }])
    expect(await the.digests.told(id)).toEqual(
      new Map([
        ['Ferry', ['Ferry-1', 'Ferry-2']],
        ['Strike', ['Strike-1', 'Strike-2']],
      ]),
    )
    expect(await the.digest(id)).toMatchObject({ toldUntil: the.now(), next: Date.parse('2026-03-03T08:30:00Z') })
  })

  test('goes out also where nobody asks what became of it', async () => {
    const { id } = await the.create()
    the.set('2026-03-02T08:30:00Z')
    await the.run(the.unwatched())
    expect(await the.ledger(id)).toEqual(['03-02T08:30 sent'])
  })

  test('without news is none, or says so, and the next goes on from there', async () => {
    the.tells()
    const [silent, telling] = [await the.create(), await the.create({ ifEmpty: 'say' })]
    the.set('2026-03-02T08:30:00Z')
    await the.run()
    expect(the.titles()).toEqual(['0 stories'])
    expect(await the.digests.history(silent.id, 1)).toMatchObject([{ state: 'empty', messageId: null, stories: 0 }])
    expect(await the.digests.history(telling.id, 1)).toMatchObject([{ state: 'empty', messageId: 'M1' }])
    for (const { id } of [silent, telling]) expect(await the.digest(id)).toMatchObject({ toldUntil: the.now() })
  })

  test('by hand goes out now, also of a digest that is paused, and its news is told', async () => {
    const { id } = await the.create({ ifLate: 'skip' })
    await the.digests.pause(id, { at: the.now(), why: null })
    await the.digests.order(id, the.now())
    the.pass(5)
    await the.run()
    expect(the.titles()).toEqual(['2 stories', 'Ferry', 'Strike'])
    expect(await the.ledger(id)).toEqual(['03-02T08:00 by hand sent'])
    expect(await the.digest(id)).toMatchObject({ toldUntil: the.now() })
  })

  test('waits for the one before it, so that they do not tell the same', async () => {
    const { id } = await the.create()
    the.set('2026-03-02T08:30:00Z')
    await the.digests.order(id, the.now() - 1)
    await the.run()
    expect(the.built.map(({ toldUntil }) => toldUntil)).toEqual([null, the.now()])
    expect(await the.ledger(id)).toEqual(['03-02T08:29 by hand sent', '03-02T08:30 sent'])
  })

  test('of a digest that is paused before it is taken does not go out', async () => {
    const { id } = await the.create()
    the.set('2026-03-02T08:30:00Z')
    await the.digests.plan(await the.digest(id), planned(null), the.now())
    await the.digests.pause(id, { at: the.now(), why: null })
    await the.run()
    expect(await the.ledger(id)).toEqual(['03-02T08:30 late The digest was paused before it went out.'])
  })

  test('of another platform is left to who serves that', async () => {
    const { id } = await the.create({ desk: 'discord:1' })
    the.set('2026-03-02T08:30:00Z')
    await the.run()
    expect(await the.digests.history(id, 9)).toEqual([])
  })
})

describe('after an outage', () => {
  test.each([
    ['send', ['03-02T08:30 late', '03-03T08:30 late', '03-04T08:30 sent'], null],
    ['fold', ['03-02T08:30 late', '03-03T08:30 late', '03-04T08:30 late', '03-05T08:30 sent'], null],
    ['skip', ['03-02T08:30 late', '03-03T08:30 late', '03-04T08:30 late', '03-05T08:30 sent'], '2026-03-04T08:30:00Z'],
  ] as const)('no burst, and the news is where it is said to be: %s', async (ifLate, expected, toldUntil) => {
    const { id } = await the.create({ ifLate })
    the.set('2026-03-04T12:00:00Z')
    await the.run()
    the.set('2026-03-05T08:00:00Z')
    await the.run()
    if (ifLate !== 'send') {
      the.set('2026-03-05T08:30:10Z')
      await the.run()
    }
    expect((await the.ledger(id)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected)
    expect(the.built.map((one) => one.toldUntil)).toEqual([toldUntil === null ? null : Date.parse(toldUntil)])
    expect(the.titles()).toEqual(['2 stories', 'Ferry', 'Strike'])
  })

  test('what was planned and never taken is judged when it is taken', async () => {
    const { id } = await the.create({ ifLate: 'fold' })
    the.set('2026-03-02T08:30:00Z')
    await the.digests.plan(await the.digest(id), planned(Date.parse('2026-03-03T08:30:00Z')), the.now())
    the.pass(1)
    await the.run()
    expect(await the.ledger(id)).toEqual([
      '03-02T08:30 late It could not go out at its time; its news belongs to the edition of 2026-03-03 08:30.',
    ])
  })
})

describe('a clock', () => {
  test('that goes back an hour repeats nothing and stops nothing', async () => {
    const { id } = await the.create()
    for (const time of [
      '2026-03-02T08:30:00Z',
      '2026-03-02T07:30:00Z',
      '2026-03-02T08:30:00Z',
      '2026-03-03T08:30:00Z',
    ]) {
      the.set(time)
      await the.run()
    }
    expect(await the.ledger(id)).toEqual(['03-02T08:30 sent', '03-03T08:30 sent'])
    expect(the.posts).toHaveLength(6)
  })

  test('that was a year ahead stops nothing when it is put right, in this process or before its start', async () => {
    const { id } = await the.create()
    for (const start of ['one', 'two']) {
      the.set('2027-03-02T08:31:00Z')
      await the.run(the.runner(start))
      the.set(start === 'one' ? '2026-03-02T08:10:00Z' : '2026-03-05T08:10:00Z')
      const runner = the.runner(`${start} again`)
      await the.run(runner)
      the.set(start === 'one' ? '2026-03-02T08:30:00Z' : '2026-03-05T08:30:00Z')
      await the.run(runner)
    }
    const sent = (await the.ledger(id)).filter((line) => line.endsWith('sent'))
    expect(sent).toEqual(['03-02T08:30 sent', '03-05T08:30 sent', '03-02T08:30 sent'])
    expect(the.built.map(({ due, toldUntil }) => toldUntil !== null && toldUntil > due)).not.toContain(true)
  })
})

describe('what cannot be delivered', () => {
  test('pauses the digest with its settings kept, and tells who made it how to go on', async () => {
    const before = await the.create()
    the.set('2026-03-02T08:30:00Z')
    the.fail(new UndeliverableError('Crier is not in <#C1>.'))
    await the.run()
    expect(await the.ledger('1')).toEqual(['03-02T08:30 failed Crier is not in <#C1>.'])
    expect(await the.digest('1')).toEqual({
      ...before,
      next: null,
      paused: { at: the.now(), why: 'Crier is not in <#C1>.' },
    })
    expect(the.told).toMatchObject([{ user: 'U1', key: 'digest:1:paused-1', message: { title: 'Digest 1 is paused' } }])
    expect(JSON.stringify(the.told)).toContain('/digest resume 1')
    the.pass(240)
    await the.run()
    expect(the.posts).toEqual([])
  })

  test('does not pause a digest that was sent elsewhere meanwhile', async () => {
    const digest = await the.create()
    the.set('2026-03-02T08:30:00Z')
    the.builds(async (_digest, _due, until) => {
      await the.digests.change('1', { ...digest, channel: 'C2' }, digest.next)
      return editionOf(['Ferry'], until)
    })
    the.fail(new UndeliverableError('Crier is not in <#C1>.'))
    await the.run()
    expect(await the.digest('1')).toMatchObject({ channel: 'C2', paused: null })
    expect(the.told).toEqual([])
  })

  test('pauses also where nobody can be told', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    the.postman.tell = () => Promise.reject(new CrierError('No messages from apps.'))
    the.fail(new UndeliverableError('Crier was removed.'))
    await the.run()
    expect(await the.digest('1')).toMatchObject({ paused: { why: 'Crier was removed.' } })
    expect(the.logged).toHaveLength(1)
  })

  test('only in its details: the summary stands, and the digest goes on', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    the.postman.send = (post) =>
      post.under === undefined
        ? Promise.resolve('M1')
        : Promise.reject(new UndeliverableError('Crier may not make threads there.'))
    await the.run()
    expect(await the.ledger('1')).toEqual([
      '03-02T08:30 sent The summary was posted, and not all details under it: Crier may not make threads there.',
    ])
    expect(await the.digest('1')).toMatchObject({ paused: null, toldUntil: the.now() })
  })
})

describe('a failure that may pass', () => {
  test('is tried again after one minute, then two, and what was posted is not posted again', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    the.fail(new CrierError('Slack cannot be reached.'))
    await the.run()
    expect(the.outcomes).toMatchObject([{ state: 'postponed', until: the.now() + 60_000 }])
    the.set('2026-03-02T08:30:59Z')
    await the.run()
    expect(the.posts).toEqual([])
    the.set('2026-03-02T08:31:00Z')
    the.fail(new CrierError('Slack cannot be reached.'), true)
    await the.run()
    expect(the.outcomes).toMatchObject([{}, { until: the.now() + 120_000 }])
    the.set('2026-03-02T08:33:00Z')
    await the.run()
    expect(the.titles()).toEqual(['2 stories', 'Ferry', 'Strike'])
    expect(the.built).toHaveLength(1)
    expect(await the.ledger('1')).toEqual(['03-02T08:30 sent'])
  })

  test.each([
    ['send', 7],
    ['fold', 3],
    ['skip', 3],
  ] as const)('for too long fails with its reason: %s', async (ifLate, retries) => {
    await the.create({ ifLate })
    the.set('2026-03-02T08:30:00Z')
    for (let n = 0; n < 300; n += 1) {
      the.pass(1 / 60)
      the.fail(new CrierError('Slack cannot be reached.'))
      await the.run()
    }
    expect(await the.ledger('1')).toEqual(['03-02T08:30 failed Slack cannot be reached.'])
    expect(await the.digests.history('1', 1)).toMatchObject([{ attempts: retries + 1 }])
    expect(await the.digest('1')).toMatchObject({
      paused: null,
      toldUntil: ifLate === 'skip' ? Date.parse('2026-03-02T08:30:00Z') : null,
    })
  })

  test('gives way to the next edition', async () => {
    const times = [510, 525, 540]
    await the.create({ schedule: { times, weekdays: null, daysOfMonth: null, months: null } })
    the.set('2026-03-02T08:30:00Z')
    for (let n = 0; n < 14; n += 1) {
      the.fail(new CrierError('Slack cannot be reached.'))
      await the.run()
      the.pass(1 / 60)
    }
    expect(await the.ledger('1')).toEqual(['03-02T08:30 failed Slack cannot be reached.'])
  })
})

test('what nobody can tell is not repeated', async () => {
  await the.create()
  the.set('2026-03-02T08:30:00Z')
  the.fail(new UnclearError('Nobody can tell whether it was posted.'))
  await the.run()
  the.pass(1)
  await the.run()
  expect(the.posts).toEqual([])
  expect(await the.ledger('1')).toEqual(['03-02T08:30 failed Nobody can tell whether it was posted.'])
  expect(await the.digest('1')).toMatchObject({ paused: null })
})

test('what was not foreseen of one digest does not stop the others, and the log knows of it', async () => {
  await the.create({ channel: 'C9' })
  const nowhere = { ...(await the.create()), timezone: 'Nowhere/Atall' }
  await the.digests.change(nowhere.id, nowhere, nowhere.next)
  await the.create()
  the.set('2026-03-02T08:30:00Z')
  the.builds(async ({ channel }, _due, until) => {
    if (channel === 'C9') throw new Error('It broke.')
    return editionOf(['Ferry'], until)
  })
  await the.run()
  expect(the.titles()).toEqual(['1 stories', 'Ferry'])
  expect(await the.ledger('1')).toEqual([
    '03-02T08:30 failed Something went wrong that was not foreseen; the log has it under the id id2.',
  ])
  expect(await the.digest('2')).toMatchObject({ paused: { why: expect.stringContaining('id id1') } })
  expect(the.logged).toMatchObject([{ id: 'id1' }, { id: 'id2' }])
})

describe('a process that dies', () => {
  test.each([0, 1, 2, 3])('after %i posts: another goes on with the same words', async (posts) => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    const { send } = the.postman
    the.postman.send = async (post) => {
      if (the.posts.length === posts) return new Promise(() => {})
      return send(post)
    }
    void the.run(the.runner('dies'))
    await expect.poll(() => the.built.length === 1 && the.posts.length === posts).toBe(true)
    await new Promise((resolve) => setImmediate(resolve))
    the.postman.send = send
    the.tells('Something else')
    await the.run(the.runner('two'))
    expect(the.posts).toHaveLength(posts)
    the.set('2026-03-02T08:30:15Z')
    the.asked.length = 0
    await the.run(the.runner('three'))
    expect(the.asked).toEqual(['2 stories', 'Ferry', 'Strike'].slice(posts))
    expect(the.titles()).toEqual(['2 stories', 'Ferry', 'Strike'])
    expect(await the.ledger('1')).toEqual(['03-02T08:30 sent'])
    expect(the.built).toHaveLength(1)
  })

  test('while the clock of the news is fixed: another goes on when the claim has run out', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    const { send } = the.postman
    the.postman.send = () => new Promise(() => {})
    void the.run(the.runner('dies'))
    await expect.poll(() => the.built.length).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    the.postman.send = send
    the.passTruly(15_000)
    await the.run(the.runner('two'))
    expect(await the.ledger('1')).toEqual(['03-02T08:30 sent'])
  })

  test('before it knew what it had posted: it is not posted again', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    const { send } = the.postman
    the.postman.send = async (post) => {
      await send(post)
      return new Promise(() => {})
    }
    void the.run(the.runner('dies'))
    await expect.poll(() => the.posts.length).toBe(1)
    the.postman.send = send
    the.set('2026-03-02T08:30:15Z')
    await the.run(the.runner('two'))
    expect(the.titles()).toEqual(['2 stories', 'Ferry', 'Strike'])
  })

  test('and nobody comes until the next edition: it is not sent beside that one', async () => {
    await the.create()
    the.set('2026-03-02T08:30:00Z')
    const { send } = the.postman
    the.postman.send = () => new Promise(() => {})
    void the.run(the.runner('dies'))
    await expect.poll(() => the.built.length).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    the.postman.send = send
    the.set('2026-03-03T08:31:00Z')
    await the.run(the.runner('two'))
    expect((await the.ledger('1')).map((line) => line.slice(0, 24))).toEqual([
      '03-02T08:30 failed Crier',
      '03-03T08:30 sent',
    ])
  })

  test('each time it comes to it is given up', async () => {
    await the.create({ ifLate: 'send', schedule: { times: [510], weekdays: [1], daysOfMonth: null, months: null } })
    the.set('2026-03-02T08:30:00Z')
    the.builds(() => new Promise(() => {}))
    for (let n = 0; n < 17; n += 1) {
      void the.run(the.runner(`${n}`))
      await expect.poll(async () => (await the.digests.history('1', 1))[0]?.attempts).toBe(n < 16 ? n + 1 : 16)
      the.pass(0.1)
    }
    await expect
      .poll(() => the.ledger('1'))
      .toEqual(['03-02T08:30 failed It was begun 15 times and never came to an end.'])
  })
})

test('the lost is left to who has it now', async () => {
  await the.create()
  the.set('2026-03-02T08:30:00Z')
  const waiting: (() => void)[] = []
  the.builds(async (_digest, _due, until) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return editionOf([`Story ${waiting.length}`], until)
  })
  const first = the.run(the.runner('slow'))
  await expect.poll(() => waiting.length).toBe(1)
  the.pass(0.1)
  const second = the.run(the.runner('two'))
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.()
  await second
  waiting[0]?.()
  await first
  expect(the.titles()).toEqual(['1 stories', 'Story 2'])
  expect(the.outcomes.map(({ state }) => state)).toEqual(['sent', 'lost'])
})

test('what is lost while it is posted goes no further here', async () => {
  await the.create()
  the.set('2026-03-02T08:30:00Z')
  const { send } = the.postman
  let release = (): void => {}
  the.postman.send = async (post) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return send(post)
  }
  const slow = the.run(the.runner('slow'))
  await expect.poll(() => the.built.length).toBe(1)
  await new Promise((resolve) => setImmediate(resolve))
  the.postman.send = send
  the.pass(0.1)
  await the.run(the.runner('two'))
  the.asked.length = 0
  release()
  await slow
  expect(the.asked).toEqual(['2 stories'])
  expect(the.outcomes.map(({ state }) => state)).toEqual(['sent', 'lost'])
})

test('many at once are shared by several, each sent once', async () => {
  for (let n = 0; n < 90; n += 1) await the.create()
  the.set('2026-03-02T08:30:00Z')
  await Promise.all(['one', 'two', 'three'].map((holder) => the.run(the.runner(holder))))
  expect(the.posts).toHaveLength(270)
  expect(new Set(the.posts.map(({ key }) => key)).size).toBe(270)
  expect(the.outcomes.map(({ state }) => state)).toEqual(Array(90).fill('sent'))
})

test('one that is stopped finishes what it began, and takes nothing new', async () => {
  for (let n = 0; n < 40; n += 1) await the.create()
  the.set('2026-03-02T08:30:00Z')
  const runner = the.runner('stops')
  await runner.tick()
  await runner.stop()
  expect(the.outcomes).toHaveLength(32)
  await the.run(runner)
  expect(the.outcomes).toHaveLength(32)
})
