/** Draws real answers as the README's pictures: `npm run picture` writes docs/answer.svg and docs/compare.png. */
import { writeFileSync } from 'node:fs'
import { commands } from '../../commands/index.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { createBot } from '../../src/bot.js'
import { writePicture } from '../../src/main.js'
import { widthOf } from '../../src/platforms/terminal/layout.js'
import { renderText } from '../../src/platforms/terminal/render.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'

const LINE = '/verify "I would rather apologise to a thousand people than bury one"'
const COMPARISON = '/compare ferry'
const COLUMNS = 84
const [CHARACTER, ROW, MARGIN] = [8.43, 20, 24]
const ESCAPE = '\u001B'
const COLORS: Readonly<Record<string, string>> = {
  '31': '#ff8f87',
  '32': '#7ee0a1',
  '33': '#f0c674',
  '34': '#8ab8ff',
  '35': '#d7a6ff',
  '36': '#7fd8e0',
  '90': '#8b95a5',
}
const STYLES: Readonly<Record<string, string>> = {
  '1': 'font-weight="700"',
  '2': 'fill-opacity="0.62"',
  '4': 'text-decoration="underline"',
  '9': 'text-decoration="line-through"',
}
const ENDS: Readonly<Record<string, readonly string[]>> = {
  '22': ['1', '2'],
  '24': ['4'],
  '29': ['9'],
  '39': Object.keys(COLORS),
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** One line of terminal output as SVG text; styles go on over lines. */
function lineOf(line: string, row: number, styles: Set<string>): string {
  let column = 0
  const spans = line.split(new RegExp(`(${ESCAPE}\\[[\\d;]*m)`, 'u')).map((part) => {
    if (part.startsWith(ESCAPE)) {
      for (const code of part.slice(2, -1).split(';')) {
        if (code === '0') styles.clear()
        else if (ENDS[code]) for (const ended of ENDS[code]) styles.delete(ended)
        else styles.add(code)
      }
      return ''
    }
    const fill = [...styles].map((code) => COLORS[code]).find(Boolean)
    const look = [...styles].map((code) => STYLES[code]).filter(Boolean)
    const x = MARGIN + column * CHARACTER
    column += widthOf(part)
    if (part.trim() === '') return ''
    return `<tspan x="${x.toFixed(1)}"${fill ? ` fill="${fill}"` : ''} ${look.join(' ')} xml:space="preserve">${escaped(part)}</tspan>`
  })
  return `<text y="${MARGIN + 14 + row * ROW}" xml:space="preserve">${spans.join('')}</text>`
}

const store = await openStore('sqlite::memory:')
await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: extractQuotations })
const bot = createBot({ commands, store, clock: () => new Date(0), log: { error: console.error } })
const message = await bot.run({ desk: 'local', line: LINE })
const comparison = await bot.run({ desk: 'local', line: COMPARISON })
await store.close()

const drawn = renderText({ ...message, actions: [] }, { width: COLUMNS, color: true, links: true })
// Hyperlinks are no part of a picture.
const shown = drawn.replace(new RegExp(`${ESCAPE}\\]8;;[^\\u0007]*\\u0007`, 'gu'), '')
const rows = [`${ESCAPE}[36m>${ESCAPE}[39m ${LINE}`, '', ...shown.split('\n')]
const styles = new Set<string>()
const [width, height] = [COLUMNS * CHARACTER + 2 * MARGIN, rows.length * ROW + 2 * MARGIN]
writeFileSync(
  'docs/answer.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" width="${width.toFixed(0)}" height="${height}" role="img">
<title>The answer to ${escaped(LINE)}</title>
<rect width="100%" height="100%" rx="12" fill="#171b22"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e3e8ef">
${rows.map((row, index) => lineOf(row, index, styles)).join('\n')}
</g>
</svg>
`,
)

await writePicture(comparison, 'docs/compare.png')
