import { Events } from 'discord.js'
import { describe, expect, test, vi } from 'vitest'
import { answerAll, call, connected, post, started, until } from './client.js'

describe('interactions', () => {
  test('a command reaches its handler with options, place and rights, and the answer is seen', async () => {
    const stub = await started()
    const client = await connected(stub)
    const told = vi.fn<(...told: unknown[]) => void>()
    client.on(Events.InteractionCreate, (interaction) => {
      told(interaction.guildId, interaction.memberPermissions?.has('ManageGuild'), interaction.context)
    })
    answerAll(client)
    const delivery = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(delivery.acknowledged()).toMatchObject({ type: 4, flags: 0 }))
    expect(stub.messages(stub.channel).map(stub.textOf)).toEqual(['Asked: Mayor'])
    expect(told).toHaveBeenCalledWith(stub.guild.id, false, 0)
  })

  test('what Discord would not offer cannot be sent', async () => {
    const stub = await started()
    await connected(stub)
    expect(() => stub.command({ name: 'quote' })).toThrow('quote needs who')
    expect(() => stub.command({ name: 'quote', options: { who: 'Mayor', whom: 'x' } })).toThrow('does not take whom')
    expect(() => stub.command({ name: 'brief' })).toThrow('No command brief')
    expect(() => stub.autocomplete({ name: 'quote', focused: 'about' })).toThrow('suggests nothing for about')
  })

  test('the first follow-up after a private deferral stays private, the next is as public as it says', async () => {
    const stub = await started()
    const client = await connected(stub)
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: 64 })
      await interaction.followUp('one')
      await interaction.followUp('two')
    })
    const delivery = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(delivery.messages()).toHaveLength(2))
    expect(stub.messages(stub.channel).map(stub.textOf)).toEqual(['two'])
    expect(stub.messages(stub.channel, stub.user).map(stub.textOf)).toEqual(['one', 'two'])
  })

  test('after 3 seconds nothing can be acknowledged, after 15 minutes nothing can follow', async () => {
    let clock = Date.UTC(2026, 0, 5)
    const stub = await started({ now: () => clock })
    const client = await connected(stub)
    const [late, early] = ['a', 'b'].map((who) => stub.command({ name: 'quote', options: { who } }))
    const token = (id = '') =>
      client.rest && stub.gateway.sessions[0]?.events.map(({ d }) => d).find((d) => Object(d).id === id)
    const path = (id = '') => `/interactions/${id}/${Object(token(id)).token}/callback`
    const followUps = `/webhooks/${stub.applicationId}/${Object(token(early?.id)).token}`
    expect(await call(stub, 'POST', followUps, post('too early'))).toMatchObject({ status: 404, body: { code: 10015 } })
    expect(await call(stub, 'POST', path(early?.id), { type: 5 })).toMatchObject({ status: 204, body: null })
    clock += 3001
    expect(await call(stub, 'POST', path(late?.id), { type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } })
    clock += 15 * 60_000
    expect(await call(stub, 'POST', followUps, post('late'))).toMatchObject({ status: 401, body: { code: 50027 } })
  })

  test('suggestions, buttons and message commands arrive', async () => {
    const stub = await started()
    const client = await connected(stub)
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Mayor', value: 'mayor' }])
      if (interaction.isButton()) await interaction.reply({ content: interaction.customId, flags: 64 })
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content)
    })
    const typed = stub.autocomplete({ name: 'quote', focused: 'who', options: { who: 'ma' } })
    await until(() => expect(typed.acknowledged()?.data.choices).toHaveLength(1))

    const button = { type: 2, style: 1, label: 'More', custom_id: 'crier:more' }
    await call(
      stub,
      'POST',
      `/channels/${stub.channel.id}/messages`,
      post('x', { components: [{ type: 1, components: [button] }] }),
    )
    const [message] = stub.messages(stub.channel)
    if (!message) throw new Error('nothing was posted')
    expect(stub.buttonsOf(message)).toEqual([{ customId: 'crier:more', label: 'More' }])
    const pressed = stub.press({ message, customId: 'crier:more' })
    await until(() => expect(pressed.messages()).toMatchObject([{ viewerId: stub.user.id }]))
    expect(() => stub.press({ message, customId: 'crier:less' })).toThrow('No button')

    const { message: target } = stub.message({ content: 'The mayor said “no”.' })
    const verified = stub.messageCommand({ name: 'Verify quotations', target })
    await until(() => expect(verified.messages().map(stub.textOf)).toEqual(['The mayor said “no”.']))
  })

  test('in a server where only the person installed it the bot is no member', async () => {
    const stub = await started()
    const client = await connected(stub)
    const owners = vi.fn<(...told: unknown[]) => void>()
    client.on(Events.InteractionCreate, (interaction) =>
      owners(interaction.authorizingIntegrationOwners, interaction.inCachedGuild()),
    )
    const elsewhere = stub.addGuild('Elsewhere', { joined: false })
    stub.command({ name: 'quote', options: { who: 'x' }, channel: stub.channelOf(elsewhere), userInstalled: true })
    await until(() => expect(owners).toHaveBeenCalledOnce())
    expect(owners).toHaveBeenCalledWith(expect.objectContaining({ 1: stub.user.id }), false)
  })

  test('a private answer to a public deferral: the deferred reply goes, and the follow-up is private', async () => {
    const stub = await started()
    const client = await connected(stub)
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      await interaction.deleteReply()
      await interaction.followUp({ content: 'for you', flags: 64 })
    })
    const delivery = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(delivery.messages().map(stub.textOf)).toEqual(['for you']))
    expect(stub.messages(stub.channel)).toEqual([])
    expect(stub.messages(stub.channel, stub.addUser('ben'))).toEqual([])
  })

  test('a deferred reply takes components, and then no content any more', async () => {
    const stub = await started()
    const client = await connected(stub)
    const refused = vi.fn<(...told: unknown[]) => void>()
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      await interaction.editReply({ flags: 1 << 15, components: [{ type: 10, content: 'shown' }] })
      await interaction.editReply('x').catch(({ code }: { code: number }) => refused(code))
    })
    const delivery = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(refused).toHaveBeenCalledWith(50035))
    expect(delivery.messages()).toMatchObject([{ flags: 1 << 15, edits: 0 }])
    expect(delivery.messages().map(stub.textOf)).toEqual(['shown'])
  })
})
