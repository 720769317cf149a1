/** `npm run golden -- quotations|pages NAME FILE` makes a case from an article or a page: read what it wrote and correct it before you commit it. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declaredEncoding, decode } from '../../src/articles/decode.js'
import { pageOf } from '../../src/articles/page.js'
import { storedText } from './pageScore.js'
import { storyOf } from './story.js'

const [, , kind = '', name, file] = process.argv
const makers: Readonly<Record<string, (folder: string, file: string) => Promise<string> | string>> = {
  quotations: addQuotations,
  pages: addPage,
}
const make = makers[kind]
if (make === undefined || !name || !file || !/^[\w-]+$/u.test(name)) {
  console.error('usage: npm run golden -- quotations|pages NAME FILE')
  process.exit(2)
}
const folder = join('test/golden', kind, name)
mkdirSync(folder, { recursive: true })
console.log(`Now read ${await make(folder, file)} and correct what is wrong.`)

async function addQuotations(to: string, from: string): Promise<string> {
  writeFileSync(join(to, 'article.txt'), `${readFileSync(from, 'utf8').trim()}\n`)
  writeFileSync(join(to, 'expected.txt'), `${await storyOf(to)}\n`)
  return join(to, 'expected.txt')
}

function addPage(to: string, from: string): string {
  const bytes = readFileSync(from)
  const page = pageOf(decode(bytes, declaredEncoding(bytes)))
  const { canonical, title, author, published, outlet, language } = page
  copyFileSync(from, join(to, 'page.html'))
  writeFileSync(join(to, 'article.txt'), `${storedText(page)}\n`)
  const about = { url: canonical ?? 'https://example.com/', title, author, published, outlet, language, canonical }
  writeFileSync(join(to, 'about.json'), `${JSON.stringify(about, null, 2)}\n`)
  return `${join(to, 'article.txt')} and about.json`
}
