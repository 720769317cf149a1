import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storyOf } from './story.js'

const FOLDER = 'test/golden/quotations'

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const folder = join(FOLDER, name)
  expect(await storyOf(folder)).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8').trim())
})
