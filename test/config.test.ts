import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.js'
import { environmentWith } from '../src/environment.js'
import { UsageError } from '../src/errors.js'

function mistakes(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    return error instanceof UsageError ? error.message : 'another error'
  }
  return 'none'
}

describe('settings', () => {
  test('have defaults, and an empty one is not set', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: ' ' })).toMatchObject({
      databaseUrl: null,
      slack: null,
      discord: null,
      host: '127.0.0.1',
      port: 3000,
      commandPrefix: '',
      logLevel: 'info',
      contact: null,
      allowAddresses: { hosts: new Set(), networks: [] },
      secrets: [],
    })
  })

  test('say how Slack is reached', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a' }).slack).toMatchObject({ mode: 'socket' })
    expect(readConfig({ SLACK_BOT_TOKEN: 'b', SLACK_SIGNING_SECRET: 's' }).slack).toMatchObject({ mode: 'http' })
    const many = { SLACK_CLIENT_ID: 'i', SLACK_CLIENT_SECRET: 'c', SLACK_STATE_SECRET: 't', SLACK_SIGNING_SECRET: 's' }
    expect(readConfig(many).slack).toMatchObject({ mode: 'install' })
  })

  test('that are missing or wrong are told all at once, without their values', () => {
    const told = mistakes({
      SLACK_BOT_TOKEN: 'xoxb-hush',
      DATABASE_URL: 'mysql://me:hush@host',
      PORT: '70000',
      LOG_LEVEL: 'hush',
      CRIER_NOW: 'hush',
      CRIER_COMMAND_PREFIX: 'Hush!',
      SLACK_API_URL: 'hush',
      DISCORD_GUILD_ID: 'hush',
      CRIER_CONTACT: 'hush@wend.example\r\nX: 1',
      CRIER_ALLOW_ADDRESSES: '10.0.0.0/99, hush',
    })
    for (const name of [
      'CRIER_CONTACT',
      'CRIER_ALLOW_ADDRESSES',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'CRIER_NOW',
      'CRIER_COMMAND_PREFIX',
    ]) {
      expect(told).toContain(name)
    }
    expect(told).not.toMatch(/hush/iu)
    expect(told).not.toContain('\n')
  })

  test.each([
    [{ SLACK_APP_TOKEN: 'a' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'b' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_CLIENT_ID: 'i', SLACK_STATE_SECRET: 't' }, 'SLACK_CLIENT_SECRET'],
  ])('%j lack %s', (given, missing) => expect(mistakes(given)).toContain(missing))

  test('fix the clock', () => {
    expect(readConfig({ CRIER_NOW: '2018-12-21T09:00' }).clock().toISOString()).toBe('2018-12-21T09:00:00.000Z')
    expect(
      readConfig({}, () => new Date(5))
        .clock()
        .getTime(),
    ).toBe(5)
  })

  test.each(['https://wendmouth.example/bot?a=1', 'desk+bot@wendmouth.example'])('%s is a contact', (contact) => {
    expect(readConfig({ CRIER_CONTACT: contact }).contact).toBe(contact)
  })

  test.each(['Wendmouth Post', 'a@b)', 'a@b (desk)', 'a@ü', `a@${'b'.repeat(300)}`])('%s is none', (contact) => {
    expect(mistakes({ CRIER_CONTACT: contact })).toContain('CRIER_CONTACT must be an address such as')
  })

  test('list what may be fetched though it is not public', () => {
    const { hosts } = readConfig({ CRIER_ALLOW_ADDRESSES: 'localhost, Feeds.Intern.example' }).allowAddresses
    expect([...hosts]).toEqual(['localhost', 'feeds.intern.example'])
    expect(mistakes({ CRIER_ALLOW_ADDRESSES: 'localhost:3000' })).toContain(
      'CRIER_ALLOW_ADDRESSES must be IP addresses',
    )
  })

  test('know what no log may hold', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://me:hush@host/db', DISCORD_TOKEN: 'token' }).secrets).toEqual([
      'token',
      'hush',
    ])
  })
})

test('the environment wins over .env, which may be absent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-'))
  const file = join(folder, '.env')
  expect(environmentWith(file, { PORT: '1' })).toEqual({ PORT: '1' })
  writeFileSync(file, 'PORT=2\nHOST="0.0.0.0"\n')
  expect(environmentWith(file, { PORT: '1' })).toEqual({ PORT: '1', HOST: '0.0.0.0' })
  rmSync(folder, { recursive: true })
})
