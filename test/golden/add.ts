/** `npm run golden -- quotations NAME FILE` makes a case from an article: read expected.txt and correct it before you commit it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storyOf } from './story.js'

const [, , kind, name, file] = process.argv
if (kind !== 'quotations' || !name || !file || !/^[\w-]+$/u.test(name)) {
  console.error('usage: npm run golden -- quotations NAME FILE')
  process.exit(2)
}
const folder = join('test/golden/quotations', name)
const text = readFileSync(file, 'utf8').trim()
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'article.txt'), `${text}\n`)
writeFileSync(join(folder, 'expected.txt'), `${await storyOf(folder)}\n`)
console.log(`Now read ${join(folder, 'expected.txt')} and correct what is wrong.`)
