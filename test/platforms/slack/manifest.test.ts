import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { usage } from '../../../src/command.js'
import { slackManifest } from '../../../src/platforms/slack/manifest.js'

const known = commands.map((command) => ({ ...command, usage: usage(command) }))
const file: unknown = JSON.parse(readFileSync('docs/slack-manifest.json', 'utf8'))

test('the manifest in docs is what the commands say (`npm run manifest` writes it)', () => {
  expect(file).toEqual(slackManifest(known))
})

test('it keeps Slack’s limits', () => {
  const { display_information: shown, features } = Object(slackManifest(known))
  expect(shown.name.length).toBeLessThanOrEqual(35)
  expect(shown.description.length).toBeLessThanOrEqual(140)
  expect(shown.long_description.length).toBeGreaterThanOrEqual(174)
  expect(shown.long_description.length).toBeLessThanOrEqual(4000)
  expect(features.slash_commands.length).toBeLessThanOrEqual(50)
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect([command, command.length <= 32, description.length <= 2000, hint.length <= 1000]).toEqual([
      command,
      true,
      true,
      true,
    ])
  }
})
