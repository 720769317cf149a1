import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSandbox, parseScript, patternOf } from './script.js'

const folder = new URL('cases/', import.meta.url)

describe('whole commands', () => {
  test.concurrent.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(
    '%s',
    { timeout: 120_000 },
    async (name) => {
      const sandbox = openSandbox()
      try {
        for (const step of parseScript(readFileSync(new URL(name, folder), 'utf8'))) {
          const { exit, stdout, stderr } = step.expected
          expect({ line: step.line, ...(await sandbox.run(step)) }).toEqual({
            line: step.line,
            exit,
            stdout: expect.stringMatching(patternOf(stdout)),
            stderr: expect.stringMatching(patternOf(stderr)),
          })
        }
      } finally {
        sandbox.close()
      }
    },
  )
})
