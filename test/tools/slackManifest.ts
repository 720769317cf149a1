/** `npm run manifest` writes docs/slack-manifest.json from the commands. */
import { writeFileSync } from 'node:fs'
import { commands } from '../../commands/index.js'
import { usage } from '../../src/command.js'
import { slackManifest } from '../../src/platforms/slack/manifest.js'

const known = commands.map((command) => ({ ...command, usage: usage(command) }))
writeFileSync('docs/slack-manifest.json', `${JSON.stringify(slackManifest(known), null, 2)}\n`)
