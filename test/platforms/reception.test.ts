import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/message.js'
import type { Request } from '../../src/platform.js'
import type { View } from '../../src/platforms/buttons.js'
import { type Asker, createReception, type Reception } from '../../src/platforms/reception.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

let store: Store
let reception: Reception
let asked: Request[]
let now: number

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  asked = []
  now = 1_000_000
  const commands = [
    {
      name: 'digest pause',
      group: { name: 'digest', summary: '' },
      summary: '',
      usage: '',
      options: {},
      examples: [],
      needsAsker: true as const,
    },
  ]
  const bot = {
    commands,
    answer: async (request: Request): Promise<Message> => {
      asked.push(request)
      const actions = [{ label: 'More', line: `${request.line} page:2` }]
      return request.line.startsWith('/')
        ? { title: request.line, blocks: [], actions, line: request.line }
        : { title: 'Not understood', blocks: [], actions, private: true }
    },
  }
  reception = createReception(bot, store.book, { now: () => now, wait: async () => {} })
})
afterEach(() => store.close())

const person = (user: string, desk = 'slack:T1', isManager = false): Asker => ({
  desk,
  user,
  isManager: async () => isManager,
})
const ADA = person('ada')

/** Draws a message as its title and the ids of its buttons, a part for each button. */
const render = ({ title, line = '', actions }: Message, { id }: View) =>
  actions.map((action, index) => ({
    title,
    button: id({ kind: 'ask', line: action.line, part: index + 1 }),
    share: id({ kind: 'share', line, part: 1 }),
  }))

async function drawn(asker = ADA) {
  const message = await reception.ask({ asker, line: '/quote holt' })
  return reception.draw(message, { asker, isPrivate: true }, render)
}

describe('a question', () => {
  test('comes with the last one of its conversation', async () => {
    await reception.ask({ asker: ADA, line: '/quote holt', conversation: 'C1/1' })
    await reception.ask({ asker: ADA, line: 'gibberish', conversation: 'C1/1' })
    await reception.ask({ asker: ADA, line: '/brief', conversation: 'C1/1' })
    await reception.ask({ asker: ADA, line: '/brief', conversation: 'C1/2' })
    await reception.ask({ asker: person('ada', 'slack:T2'), line: '/brief', conversation: 'C1/1' })
    await reception.ask({ asker: ADA, line: '/brief' })
    expect(asked.map(({ previous }) => previous)).toEqual([null, '/quote holt', '/quote holt', null, null, null])
  })

  test('is forgotten after a week', async () => {
    await reception.ask({ asker: ADA, line: '/quote holt', conversation: 'C1/1' })
    now += 8 * 24 * 3_600_000
    await reception.ask({ asker: ADA, line: '/brief', conversation: 'C1/1' })
    expect(asked.at(-1)?.previous).toBeNull()
  })
})

describe('who asks', () => {
  const carla: Asker = { ...person('carla', 'slack:T1', true), timezone: async () => 'Europe/Rome' }

  test('is looked up for a command that must know it, and for no other', async () => {
    await reception.ask({ asker: carla, line: '/digest pause 7', channel: 'C1' })
    await reception.ask({ asker: carla, line: '/brief' })
    await reception.ask({ asker: ADA, line: '/crier Digest pause 7' })
    expect(asked.map(({ asker, channel }) => [asker, channel])).toEqual([
      [{ user: 'carla', isManager: true, timezone: 'Europe/Rome' }, 'C1'],
      [{ user: 'carla', isManager: null, timezone: null }, null],
      [{ user: 'ada', isManager: false, timezone: null }, null],
    ])
  })

  test('is looked up, too, for words after a group’s name that may mean one of its commands', async () => {
    await reception.ask({ asker: carla, line: 'digest https://example.com' })
    expect(asked.at(-1)?.asker).toMatchObject({ isManager: true })
  })

  test('is whoever presses a button, and where', async () => {
    const message: Message = {
      title: '',
      blocks: [],
      actions: [{ label: 'Pause', line: '/digest pause 7' }],
      line: '/x',
    }
    const { button } = await reception.draw(message, { asker: ADA, isPrivate: true }, render)
    await reception.press(button, carla, 'C2')
    expect(asked.at(-1)).toMatchObject({ asker: { user: 'carla', isManager: true }, channel: 'C2' })
  })
})

describe('a button', () => {
  test('asks what it stands for, of whoever presses it', async () => {
    const { button } = await drawn()
    const pressed = await reception.press(button, person('bob'))
    expect(pressed).toMatchObject({ message: { title: '/quote holt page:2' }, part: 1, isShared: false })
    expect(asked.at(-1)).toMatchObject({ desk: 'slack:T1', line: '/quote holt page:2' })
  })

  test('is not known at another desk, nor is one that nobody was shown', async () => {
    const { button } = await drawn()
    await expect(reception.press(button, person('ada', 'slack:T2'))).rejects.toThrow('not known any more')
    await expect(reception.press('crier:made-up', ADA)).rejects.toThrow('not known any more')
    expect(asked).toHaveLength(1)
  })

  test('that shares is for who asked, or a manager', async () => {
    const { share } = await drawn()
    expect((await reception.press(share, ADA)).isShared).toBe(true)
    expect((await reception.press(share, person('bob', 'slack:T1', true))).isShared).toBe(true)
    await expect(reception.press(share, person('bob'))).rejects.toThrow('Only who asked, or a manager')
  })

  test('shares no mistake: what is for one alone is seen by one alone', async () => {
    const share = { id: 'crier:share', desk: ADA.desk, asker: ADA.user, kind: 'share' as const, line: 'gone', part: 1 }
    await store.book.keepButtons([share], now)
    const pressed = await reception.press(share.id, ADA)
    expect([pressed.message.private, pressed.isShared]).toEqual([true, false])
  })

  test('has a short id that says nothing, the same each time and another for another person', async () => {
    const { button } = await drawn()
    expect(button).toMatch(/^crier:[\w-]{22}$/u)
    expect((await drawn()).button).toBe(button)
    expect((await drawn(person('bob'))).button).not.toBe(button)
  })
})

describe('a part of an answer', () => {
  test('is the one asked for, or the nearest that there is', async () => {
    const actions = ['/a', '/b', '/c'].map((line) => ({ label: line, line }))
    const message: Message = { title: 'Parts', blocks: [], actions, line: '/x' }
    const part = async (number: number) => {
      const { button } = await reception.draw(message, { asker: ADA, isPrivate: false, part: number }, render)
      return (await store.book.button(button))?.line
    }
    expect([await part(1), await part(3), await part(9), await part(0)]).toEqual(['/a', '/c', '/c', '/a'])
  })

  test('has only its own buttons kept', async () => {
    const actions = ['/a', '/b'].map((line) => ({ label: line, line }))
    const ids: string[] = []
    await reception.draw(
      { title: 'Parts', blocks: [], actions, line: '/x' },
      { asker: ADA, isPrivate: false },
      (message, view) => {
        const bodies = render(message, view)
        ids.push(...bodies.map(({ button }) => button))
        return bodies
      },
    )
    expect((await Promise.all(ids.map((id) => store.book.button(id)))).map((button) => button?.line)).toEqual([
      '/a',
      undefined,
    ])
  })
})
