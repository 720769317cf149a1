import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { Delivery } from '../../stubs/discord/events.js'
import type { DiscordStub } from '../../stubs/discord/stub.js'
import type { StoredMessage } from '../../stubs/discord/world.js'
import { finished, only, seen, textOf, until, world } from './world.js'

const EPHEMERAL = 64
const LOADING = 128

describe('a command', () => {
  test('is answered at once and for all, as the line that a person would type', async () => {
    const { stub, bot } = await world()
    const delivery = stub.command({ name: 'quote', options: { who: 'Ada Tresidder', about: 'pumps', page: 2 } })
    await finished(delivery)
    expect(bot.requests).toEqual([
      {
        desk: `discord:${stub.guild.id}`,
        line: '/quote who:“Ada Tresidder” about:pumps page:2',
        previous: null,
        pointedAt: null,
        asker: { user: stub.user.id, isManager: null, timezone: null },
        channel: stub.channel.id,
      },
    ])
    expect(delivery.acknowledged()?.type).toBe(4)
    expect(textOf(stub, delivery)).toContain('Answer to /quote')
    expect(only(delivery).viewerId).toBeNull()
  })

  test('with the private option is answered to its asker alone', async () => {
    const { stub, bot } = await world()
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', private: true } })
    await finished(delivery)
    expect(bot.requests[0]?.line).toBe('/quote who:tresidder')
    expect(only(delivery).viewerId).toBe(stub.user.id)
    expect(labels(stub, delivery)).toContain('Share in the channel')
  })

  test('is answered to its asker alone where the answer says so', async () => {
    const { stub } = await world()
    const delivery = stub.command({ name: 'help' })
    await finished(delivery)
    expect(only(delivery).viewerId).toBe(stub.user.id)
  })

  test.each([false, true])(
    'that takes a while is deferred, and then answered in that place (private: %s)',
    async (isPrivate) => {
      const { stub, bot } = await world()
      bot.hold()
      const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', private: isPrivate } })
      await until(() => delivery.acknowledged() !== null)
      expect(delivery.acknowledged()).toMatchObject({ type: 5, flags: isPrivate ? EPHEMERAL : 0 })
      expect(only(delivery).flags & LOADING).toBe(LOADING)
      const { id } = only(delivery)
      bot.release()
      await finished(delivery)
      expect(only(delivery)).toMatchObject({ id, viewerId: isPrivate ? stub.user.id : null })
      expect(textOf(stub, delivery)).toContain('Answer to /quote who:tresidder')
    },
  )

  test('whose answer turns out private after a public deferral leaves nothing for others to see', async () => {
    const { stub, bot } = await world()
    bot.hold()
    const delivery = stub.command({ name: 'help' })
    await until(() => delivery.acknowledged() !== null)
    bot.release()
    await until(() => delivery.messages().some(({ viewerId }) => viewerId === stub.user.id))
    expect(textOf(stub, delivery)).toContain('Answer to /help')
    expect(stub.messages(stub.channel)).toEqual([])
  })

  test('shows its pictures', async () => {
    const { stub } = await world()
    const delivery = stub.command({ name: 'quote', options: { who: 'picture' } })
    await finished(delivery)
    expect(only(delivery).attachments).toMatchObject([{ filename: 'card.png', content_type: 'image/png', size: 4 }])
  })

  test('goes without a picture that cannot be drawn', async () => {
    const { stub } = await world({ drawn: null })
    const delivery = stub.command({ name: 'quote', options: { who: 'picture' } })
    await finished(delivery)
    expect(only(delivery).attachments).toEqual([])
    expect(textOf(stub, delivery)).toContain('Answer to /quote')
  })

  test('of somebody who alone has installed Crier belongs to that person’s desk', async () => {
    const { stub, bot } = await world()
    const elsewhere = stub.addGuild('Elsewhere', { joined: false })
    const channel = stub.channelOf(elsewhere)
    await finished(stub.command({ name: 'quote', options: { who: 'tresidder' }, channel, userInstalled: true }))
    await finished(stub.command({ name: 'quote', options: { who: 'tresidder' }, dm: true }))
    expect(bot.requests.map(({ desk }) => desk)).toEqual([`discord:@${stub.user.id}`, `discord:@${stub.user.id}`])
  })
})

describe('suggestions', () => {
  test('are those of the bot, as many and as long as Discord takes, each once', async () => {
    const { stub, bot } = await world()
    const delivery = stub.autocomplete({ name: 'quote', options: { who: 'tre', page: 1 }, focused: 'who' })
    await until(() => delivery.acknowledged() !== null)
    expect(bot.typings).toEqual([{ desk: `discord:${stub.guild.id}`, command: 'quote', option: 'who', typed: 'tre' }])
    const choices = delivery.acknowledged()?.data['choices']
    expect(choices).toHaveLength(25)
    expect(choices).toMatchObject([
      { name: 'Ada Tresidder', value: 'Ada Tresidder' },
      { name: 'Name 0' },
      ...Array.from({ length: 23 }, () => ({})),
    ])
  })

  test('that take too long are none', async () => {
    const { stub, bot } = await world()
    bot.hold()
    const delivery = stub.autocomplete({ name: 'quote', options: { who: 'tre' }, focused: 'who' })
    await until(() => delivery.acknowledged() !== null)
    expect(delivery.acknowledged()).toMatchObject({ type: 8, data: { choices: [] } })
  })
})

describe('“Verify quotations”', () => {
  test('checks the words of any message, for its asker alone', async () => {
    const { stub, bot } = await world()
    const other = stub.addUser('bob')
    const { message: target } = stub.message({ content: '“We will shut the pumps,” she said.', author: other })
    const delivery = stub.messageCommand({ name: 'Verify quotations', target })
    await finished(delivery)
    expect(bot.requests).toMatchObject([{ line: '', pointedAt: '“We will shut the pumps,” she said.' }])
    expect(only(delivery).viewerId).toBe(stub.user.id)
  })
})

/** An answer, and what presses its buttons by their labels. */
async function withButtons(options: { readonly private?: boolean } = {}) {
  const crier = await world()
  const { stub } = crier
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', ...options } })
  await finished(delivery)
  const message = only(delivery)
  const press = (label: string, as: Partial<Parameters<DiscordStub['press']>[0]> = {}) => {
    const customId = stub.buttonsOf(message).find((button) => button.label === label)?.customId ?? ''
    return stub.press({ message, customId, ...as })
  }
  return { ...crier, message, press }
}

describe('a button', () => {
  test('asks its line, and answers whoever pressed it alone', async () => {
    const { bot, stub, press } = await withButtons()
    const other = stub.addUser('bob')
    const pressed = press('Compare', { user: other })
    await finished(pressed)
    expect(bot.requests.at(-1)?.line).toBe('/compare pumps')
    expect(only(pressed).viewerId).toBe(other.id)
  })

  test('works after a restart', async () => {
    const { bot, platform, another, press } = await withButtons()
    await platform.stop()
    await another()
    await finished(press('Compare'))
    expect(bot.requests.at(-1)?.line).toBe('/compare pumps')
  })

  test('shares what was answered in private, saying who did', async () => {
    const { stub, press } = await withButtons({ private: true })
    expect(stub.messages(stub.channel)).toEqual([])
    const pressed = press('Share in the channel')
    await finished(pressed)
    expect(only(pressed).viewerId).toBeNull()
    expect(textOf(stub, pressed)).toContain('Shared by ada')
    expect(textOf(stub, pressed)).toContain('Answer to /quote')
  })

  test('that shares, where that takes a while, leaves nothing behind but the shared answer', async () => {
    const { bot, stub, press } = await withButtons({ private: true })
    bot.hold()
    const pressed = press('Share in the channel')
    await until(() => pressed.acknowledged() !== null)
    bot.release()
    await until(() => stub.messages(stub.channel).length > 0)
    expect(only(pressed).viewerId).toBeNull()
  })

  test('of another server, or made up, is not known', async () => {
    const { bot, stub, message, press } = await withButtons()
    const asked = bot.requests.length
    const pressed = press('Compare', { channel: stub.channelOf(stub.addGuild('Elsewhere')) })
    await finished(pressed)
    expect(textOf(stub, pressed)).toContain('not known any more')
    expect(only(pressed).viewerId).toBe(stub.user.id)
    expect(bot.requests).toHaveLength(asked)
    expect(message.viewerId).toBeNull()
  })
})

describe('a long answer', () => {
  test('comes in parts, each at the press of a button, and each can be shared', async () => {
    const { stub } = await world()
    let message = await first(stub.command({ name: 'quote', options: { who: 'long', private: true } }))
    const seenParts = [seen(stub, message)]
    for (let more = labelled(stub, message, 'More'); more !== ''; more = labelled(stub, message, 'More')) {
      message = await first(stub.press({ message, customId: more }))
      expect(message.viewerId).toBe(stub.user.id)
      seenParts.push(seen(stub, message))
    }
    const numbers = [...seenParts.join('\n').matchAll(/Paragraph (\d+)/gu)].map(([, number]) => Number(number))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    const shared = await first(stub.press({ message, customId: labelled(stub, message, 'Share') }))
    expect(seen(stub, shared)).toContain(`Paragraph 20.`)
    expect(shared.viewerId).toBeNull()
  })
})

describe('sharing', () => {
  test.each([
    ['nobody in particular', 0n, false],
    ['a manager', PermissionFlagsBits.ManageMessages, true],
  ])('by %s of somebody else’s answer', async (_, permissions, mayShare) => {
    const { stub } = await world()
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', private: true } })
    await finished(delivery)
    const message = only(delivery)
    const share = stub.buttonsOf(message).find(({ label }) => label.startsWith('Share'))?.customId ?? ''
    // Somebody who learned the id of the button sends it from a message of their own.
    const { message: forged } = stub.message({ content: 'x', author: stub.addUser('mallory') })
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Share', custom_id: share }] }
    const pressed = stub.press({
      message: { ...forged, body: { components: [row] } },
      customId: share,
      user: forged.author,
      permissions,
    })
    await finished(pressed)
    expect(only(pressed).viewerId === null).toBe(mayShare)
  })
})

function labels(stub: DiscordStub, delivery: Delivery): string[] {
  return stub.buttonsOf(only(delivery)).map(({ label }) => label)
}

async function first(delivery: Delivery): Promise<StoredMessage> {
  await finished(delivery)
  return only(delivery)
}

/** The id of the button whose label begins so; empty where there is none. */
function labelled(stub: DiscordStub, message: StoredMessage, beginning: string): string {
  return stub.buttonsOf(message).find(({ label }) => label.startsWith(beginning))?.customId ?? ''
}
