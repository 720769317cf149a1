import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { ingest } from '../../../src/articles/ingest.js'
import { readArticles } from '../../../src/articles/read.js'
import { createBot, type RunnableBot } from '../../../src/bot.js'
import { extractQuotations } from '../../../src/quotations/extract.js'
import { openStore } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import type { DiscordStub } from '../../stubs/discord/stub.js'
import { finished, only, platformFor, seen, stubbed, textOf, until } from './world.js'

/** The true bot with all its commands, on the sample articles. */
let store: Store
let bot: RunnableBot

beforeAll(async () => {
  store = await openStore('sqlite::memory:')
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: extractQuotations })
  bot = createBot({ commands, store, clock: () => new Date('2019-03-06T09:00:00Z'), log: { error: () => {} } })
})
afterAll(() => store.close())

async function crier(): Promise<DiscordStub> {
  const stub = await stubbed()
  const platform = platformFor(stub, { book: store.book })
  platform.start(bot).catch(() => {})
  await until(() => stub.commands().some(({ type }) => type === 3))
  return stub
}

const WORDS = 'I would rather apologise to a thousand people than bury one'

describe('each command, by its name and options', () => {
  test.each([
    ['quote', { who: 'tresidder', about: 'ferry' }, 'Tresidder'],
    ['quote', { who: 'Gwen Tresidder', page: 1 }, 'Tresidder'],
    ['compare', { topic: 'pumps' }, 'pumps'],
    ['compare', { topic: 'ferry', since: '2018' }, 'ferry'],
    ['verify', { words: `“${WORDS}”` }, 'apologise'],
    ['brief', { about: 'flood', limit: 2 }, 'flood'],
    ['sources', {}, 'Harbour Ledger'],
    ['help', { command: 'quote' }, '/quote'],
  ])('/%s %j', async (name, options, told) => {
    const stub = await crier()
    const delivery = stub.command({ name, options })
    await finished(delivery)
    expect(textOf(stub, delivery).toLowerCase()).toContain(told.toLowerCase())
    expect(textOf(stub, delivery)).not.toMatch(/not understood|cannot be done|went wrong/u)
  })

  test('/source with the article of a quotation, by its button and by its id', async () => {
    const stub = await crier()
    const quoted = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await finished(quoted)
    const message = only(quoted)
    const { customId = '' } = stub.buttonsOf(message).find(({ label }) => label === 'In context') ?? {}
    const around = stub.press({ message, customId })
    await finished(around)
    expect(textOf(stub, around)).toContain('Tresidder')
    const [article] = (await store.archive('local').newest({}, 1)).map(({ id }) => id)
    const source = stub.command({ name: 'source', options: { article: article ?? '' } })
    await finished(source)
    expect(textOf(stub, source).length).toBeGreaterThan(500)
  })
})

test('A name is suggested while it is typed', async () => {
  const stub = await crier()
  const typed = stub.autocomplete({ name: 'quote', options: { who: 'tres' }, focused: 'who' })
  await until(() => typed.acknowledged() !== null)
  expect(JSON.stringify(typed.acknowledged()?.data)).toContain('Tresidder')
})

test('A thread goes on: “and about allies?”, “compare that”', async () => {
  const stub = await crier()
  const channel = stub.addThread('Mattis')
  const texts = []
  for (const words of ['what did mattis say about syria?', 'and about allies?', 'compare that']) {
    const asked = stub.message({ content: `<@${stub.bot.id}> ${words}`, channel })
    await finished(asked)
    texts.push(textOf(stub, asked))
  }
  expect(texts[1]).toMatch(/Mattis.*allies/u)
  expect(texts[2]).toMatch(/^## .*allies/u)
})

test('Each button under a comparison answers whoever presses it', async () => {
  const stub = await crier()
  const compare = stub.command({ name: 'compare', options: { topic: 'ferry' } })
  await finished(compare)
  for (const { customId } of stub.buttonsOf(only(compare))) {
    const pressed = stub.press({ message: only(compare), customId })
    await finished(pressed)
    expect(textOf(stub, pressed)).not.toMatch(/not understood|cannot be done|went wrong|not known/u)
    expect(only(pressed).viewerId).toBe(stub.user.id)
  }
})

test('“Verify quotations” tells a real quotation from an altered one, in private', async () => {
  const stub = await crier()
  const verified = async (content: string) => {
    const { message: target } = stub.message({ content, author: stub.addUser('bob') })
    const delivery = stub.messageCommand({ name: 'Verify quotations', target })
    await finished(delivery)
    expect(only(delivery).viewerId).toBe(stub.user.id)
    return seen(stub, only(delivery))
  }
  const real = await verified(`She said: “${WORDS}.”`)
  const altered = await verified(`She said: “${WORDS.replace('thousand', 'hundred')}.”`)
  const [title] = real.split('\n')
  expect(altered.split('\n')[0]).not.toBe(title)
  expect(await verified('Nothing in marks')).toMatch(/quotation marks|not found|No stored/iu)
})

test('A mention that points at a message which Discord hides says what to do, by DM', async () => {
  const stub = await crier()
  const { message: reference } = stub.message({ content: `“${WORDS}”`, author: stub.addUser('bob') })
  stub.message({ content: `<@${stub.bot.id}> is this real?`, reference })
  const dm = stub.dmWith(stub.user)
  await until(() => stub.messages(dm).length === 1)
  expect(seen(stub, stub.messages(dm)[0])).toContain('Verify quotations')
})

test('A mistake goes to its asker alone', async () => {
  const stub = await crier()
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', since: 'the day of the whale' } })
  await finished(delivery)
  expect(only(delivery).viewerId).toBe(stub.user.id)
  expect(textOf(stub, delivery)).toContain('is no date')
})
