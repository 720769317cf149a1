/** Measures what is read of the gold pages, beside plain Readability on the same tree: `npm run bench:pages`; with a NAME, what is too much (+) and missing (-). */
import { Readability } from '@mozilla/readability'
import { parse } from '../../src/articles/page/dom.js'
import { pageOf } from '../../src/articles/page.js'
import { type GoldPage, goldPages, measures, type Score, score, sum, textOf } from '../golden/pageScore.js'

const [, , only] = process.argv
const pages = goldPages().filter(({ name }) => only === undefined || name === only)
const plain = ({ html }: GoldPage): string => new Readability(parse(html)).parse()?.textContent ?? ''
const percent = (value: number): string => (100 * value).toFixed(1).padStart(6)
const shown = (counted: Score): string => {
  const { precision, recall, f1 } = measures(counted)
  return `${percent(precision)} ${percent(recall)} ${percent(f1)}`
}
const attempt = (read: () => string): string => {
  try {
    return read()
  } catch (error) {
    console.log(String(error))
    return ''
  }
}

console.log(`${''.padEnd(22)}  Crier: P     R     F1   Readability: P R F1`)
const rows = pages.map((page) => {
  const row = {
    ours: score(
      attempt(() => textOf(page)),
      page.gold,
    ),
    theirs: score(plain(page), page.gold),
  }
  console.log(`${page.name.padEnd(22)}${shown(row.ours)}    ${shown(row.theirs)}`)
  return row
})
const mean = (scores: readonly Score[]): string =>
  percent(scores.reduce((all, each) => all + measures(each).f1, 0) / scores.length)
const [ours, theirs] = [rows.map((row) => row.ours), rows.map((row) => row.theirs)]
console.log(`${'all words (micro)'.padEnd(22)}${shown(sum(ours))}    ${shown(sum(theirs))}`)
console.log(`mean F1: ${mean(ours)}, plain Readability ${mean(theirs)}`)

if (only !== undefined) {
  for (const page of pages) {
    const [found, wanted] = [textOf(page), page.gold].map((text) =>
      text.split('\n').filter((line) => line.trim() !== ''),
    )
    for (const line of found ?? []) if (!wanted?.includes(line)) console.log(`+ ${line}`)
    for (const line of wanted ?? []) if (!found?.includes(line)) console.log(`- ${line}`)
  }
} else {
  const rounds = 10
  for (const { html, about } of [...pages, ...pages, ...pages]) pageOf(html, { url: about.url })
  const began = process.cpuUsage()
  for (let round = 0; round < rounds; round++) for (const { html, about } of pages) pageOf(html, { url: about.url })
  const { user, system } = process.cpuUsage(began)
  const seconds = (user + system) / 1e6
  const bytes = pages.reduce((all, { html }) => all + Buffer.byteLength(html), 0)
  console.log(
    `${((rounds * pages.length) / seconds).toFixed(0)} pages a second of processor time, of ${(bytes / pages.length / 1024).toFixed(0)} KB on average`,
  )
}
