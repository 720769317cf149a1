import { REST } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { usage } from '../../../src/command.js'
import { commandBodies } from '../../../src/platforms/discord/commands.js'
import { register } from '../../../src/platforms/discord/register.js'
import type { DiscordStub } from '../../stubs/discord/stub.js'
import { quickTime } from '../quickTime.js'
import { stubbed } from './world.js'

const infos = commands.map((command) => ({ ...command, usage: usage(command) }))
const time = quickTime()
const bodies = commandBodies(infos, { isGlobal: true })

function restOf({ url, token }: DiscordStub): REST {
  return new REST({ api: `${url}/api`, version: '10', retries: 0 }).setToken(token)
}

function oneOption(required: boolean) {
  const options = { who: { kind: 'text' as const, summary: 'c', required } }
  return commandBodies([{ name: 'a', summary: 'b', usage: '', examples: [], options }], { isGlobal: true })
}

describe('registering', () => {
  test('creates all of them once, and then sends nothing', async () => {
    const stub = await stubbed()
    const rest = restOf(stub)
    expect(await register({ rest, time }, stub.applicationId, null, bodies)).toEqual({
      created: bodies.length,
      edited: 0,
      deleted: 0,
    })
    expect(stub.commands().map(({ name }) => name)).toEqual(bodies.map(({ name }) => name))
    const calls = stub.calls.length
    expect(await register({ rest, time }, stub.applicationId, null, bodies)).toEqual({
      created: 0,
      edited: 0,
      deleted: 0,
    })
    expect(stub.calls.slice(calls).map(({ method }) => method)).toEqual(['GET'])
  })

  test('sends only what changed: a summary, an option, a name in another language, one that is new, one that is gone', async () => {
    const stub = await stubbed()
    const rest = restOf(stub)
    await register({ rest, time }, stub.applicationId, null, bodies)
    const [quote, compare, verify, brief, ...others] = infos
    const source = others.find(({ name }) => name === 'source')
    if (!quote || !compare || !verify || !brief || !source) throw new Error('Some commands are missing')
    const changed = [
      { ...quote, summary: 'Another summary' },
      { ...compare, options: { ...compare.options, page: { kind: 'number' as const, summary: 'which page' } } },
      verify,
      brief,
      { ...source, name: 'article' },
      ...others.filter((other) => other !== source),
    ]
    const wanted = commandBodies(changed, { isGlobal: true, names: { verify: { de: 'pruefe' } } })
    const calls = stub.calls.length
    expect(await register({ rest, time }, stub.applicationId, null, wanted)).toEqual({
      created: 1,
      edited: 3,
      deleted: 1,
    })
    expect(stub.calls.slice(calls).map(({ method }) => method)).toEqual([
      'GET',
      'DELETE',
      'PATCH',
      'PATCH',
      'PATCH',
      'POST',
    ])
    expect(await register({ rest, time }, stub.applicationId, null, wanted)).toEqual({
      created: 0,
      edited: 0,
      deleted: 0,
    })
  })

  test('notices an option that is not required any more', async () => {
    const stub = await stubbed()
    const rest = restOf(stub)
    await register({ rest, time }, stub.applicationId, null, oneOption(true))
    expect(await register({ rest, time }, stub.applicationId, null, oneOption(false))).toMatchObject({ edited: 1 })
    const [, { options } = {}] = stub.commands()
    expect(options).toMatchObject([{ name: 'who', description: 'c' }, { name: 'private' }])
    expect(options).not.toMatchObject([{ required: true }, {}])
  })

  test('is tried again where Discord is not well', async () => {
    const stub = await stubbed()
    stub.fail('GET /applications/:id/commands', { status: 503 })
    stub.fail('POST /applications/:id/commands', { lostAfter: true })
    const done = await register({ rest: restOf(stub), time }, stub.applicationId, null, bodies)
    expect(done.created).toBe(bodies.length)
    expect(stub.commands()).toHaveLength(bodies.length)
  })

  test('in one server leaves the others alone', async () => {
    const stub = await stubbed()
    const rest = restOf(stub)
    const here = commandBodies(infos, { isGlobal: false })
    await register({ rest, time }, stub.applicationId, stub.guild.id, here)
    expect(stub.commands(stub.guild)).toHaveLength(here.length)
    expect(stub.commands()).toEqual([])
    expect(await register({ rest, time }, stub.applicationId, stub.guild.id, here)).toEqual({
      created: 0,
      edited: 0,
      deleted: 0,
    })
  })
})
