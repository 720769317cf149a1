import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storyOf } from './story.js'

const FOLDER = 'test/golden/quotations'

test.each(readdirSync(FOLDER))('%s', (name) => {
  const read = (file: string): string => readFileSync(join(FOLDER, name, file), 'utf8').trim()
  expect(storyOf(read('article.txt'))).toBe(read('expected.txt'))
})
