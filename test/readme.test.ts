import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../commands/index.js'
import { firsts, groupUsage, usage } from '../src/command.js'
import { parseLine } from '../src/line/parse.js'
import { deskWith } from './commands/digest/desk.js'

const readme = readFileSync('README.md', 'utf8')

test('the table of commands in the README is what the commands say', () => {
  const table = /<!-- commands.*?-->\n(?<rows>.*?)<!-- \/commands -->/su.exec(readme)?.groups?.['rows'] ?? ''
  const rows = firsts(commands).map((command) => {
    const { group } = command
    return group
      ? `| \`${groupUsage(group, commands).replaceAll('|', '\\|')}\` | ${group.summary} |`
      : `| \`${usage(command)}\` | ${command.summary} |`
  })
  expect(table.trim().split('\n').slice(2)).toEqual(rows)
})

test('every line of a command in the README can be asked', () => {
  const lines = [...readme.matchAll(/crier ask '(\/[^']+)'/gu)].map(([, line = '']) => line)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(() => parseLine(line, commands, new Date(0))).not.toThrow()
})

test('every line about a digest in the README is one that makes or changes a digest', async () => {
  const lines = [...readme.matchAll(/^\/digest .+$/gmu)].map(([line]) => line)
  expect(lines.length).toBeGreaterThan(0)
  const { ask } = deskWith()
  for (let made = 0; made < 6; made += 1) await ask('/digest create daily at 9')
  for (const line of lines) expect((await ask(line)).title).toMatch(/^Digest \d+ is (?:set up|changed|paused)$/u)
})

test('every setting stands in .env.example', () => {
  const read =
    readFileSync('src/config.ts', 'utf8').match(
      /\b(?:SLACK|DISCORD|CRIER)_[A-Z_]+|\bDATABASE_URL|\bLOG_LEVEL\b(?!S)/gu,
    ) ?? []
  const example = readFileSync('.env.example', 'utf8')
  for (const name of new Set([...read, 'HOST', 'PORT'])) expect(example).toContain(`#${name}=`)
})
