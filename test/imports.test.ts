import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Each part, and the parts that it may import besides itself. What stands higher knows nothing of what stands lower. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: [],
  message: ['model'],
  language: ['model'],
  quotations: ['language', 'message', 'model'],
  store: ['book', 'digests', 'errors', 'feeds', 'language', 'model', 'phrases', 'quotations', 'stories', 'web'],
  stories: ['language', 'model', 'quotations', 'store'],
  articles: ['errors', 'language', 'model', 'quotations', 'store', 'stories', 'web'],
  web: ['errors', 'phrases'],
  feeds: [
    'articles',
    'book',
    'errors',
    'language',
    'message',
    'model',
    'phrases',
    'platform',
    'quotations',
    'store',
    'web',
  ],
  phrases: ['language', 'message', 'model', 'quotations'],
  answers: ['errors', 'language', 'message', 'model', 'quotations', 'store', 'stories'],
  command: ['digests', 'errors', 'feeds', 'message', 'model', 'platform', 'store'],
  pictures: ['answers', 'errors', 'message', 'model', 'phrases', 'platform', 'quotations', 'worker'],
  comparison: ['answers', 'line', 'message', 'model', 'phrases', 'pictures', 'quotations'],
  edition: ['answers', 'comparison', 'line', 'message', 'model', 'phrases'],
  line: ['command', 'errors', 'language', 'message', 'model', 'phrases', 'platform', 'store'],
  mention: [],
  followUp: ['command', 'line', 'mention'],
  pasted: ['model', 'quotations'],
  verifyMessage: ['errors', 'line', 'message', 'pasted', 'phrases'],
  book: [],
  platform: ['command', 'message', 'model'],
  digests: ['answers', 'book', 'edition', 'errors', 'language', 'message', 'model', 'phrases', 'platform', 'store'],
  orders: ['command', 'digests', 'errors', 'feeds', 'language', 'line', 'message', 'phrases', 'platform', 'store'],
  platforms: ['book', 'errors', 'line', 'message', 'model', 'phrases', 'platform'],
  bot: [
    'book',
    'command',
    'digests',
    'errors',
    'feeds',
    'followUp',
    'line',
    'mention',
    'message',
    'orders',
    'pasted',
    'phrases',
    'platform',
    'store',
    'verifyMessage',
  ],
  commands: [
    'answers',
    'command',
    'comparison',
    'digests',
    'edition',
    'errors',
    'feeds',
    'language',
    'line',
    'message',
    'model',
    'orders',
    'phrases',
    'pictures',
    'quotations',
    'store',
  ],
  slack: ['book', 'errors', 'line', 'mention', 'message', 'model', 'phrases', 'platform', 'platforms'],
  discord: ['book', 'errors', 'mention', 'message', 'model', 'phrases', 'platform', 'platforms'],
  terminal: ['errors', 'message', 'model', 'phrases', 'platform'],
  worker: ['errors'],
  thread: ['bot', 'digests', 'feeds', 'phrases', 'platform', 'worker'],
  edge: [
    'articles',
    'digests',
    'errors',
    'feeds',
    'language',
    'model',
    'phrases',
    'platform',
    'quotations',
    'store',
    'thread',
    'web',
  ],
}

/** The parts of several files, or whose file has another name. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [
    /^src\/(?:main|cli|serve|check|bodies|digestsCli|feeds(?:Cli|Commands|Finding|Opml|Typed)|withFeeds|threads|postmen|trueTime)\.ts$|^src\/thread\/\w*[eE]ntry\.ts$/u,
    'root',
  ],
  [/^src\/(?:cliPhrases|feedsCliPhrases|config|environment|extractLines|http|log|metrics|progress|seal)\.ts$/u, 'edge'],
  [/^src\/(?:\w+P|p)hrases\.ts$/u, 'phrases'],
  [/^src\/typed\.ts$/u, 'line'],
  [/^src\/mentioned\w+\.ts$/u, 'mention'],
  [/^src\/platforms\/(\w+)\//u, '$1'],
  [/^(?:src\/)?(\w+)[./]/u, '$1'],
]

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const FILES = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(sep).join('/')}`),
)

function partOf(file: string): string {
  const [pattern, part] = PARTS.find(([of]) => of.test(file)) ?? [/^/u, 'nowhere']
  return pattern.exec(file)?.[0].replace(pattern, part) ?? part
}

function source(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** What a file imports: paths from the project's root, or the names of packages. */
function importsOf(file: string): string[] {
  return [...source(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu)].map(([, name = '']) =>
    name.startsWith('.')
      ? relative(ROOT, join(ROOT, dirname(file), name))
          .split(sep)
          .join('/')
          .replace(/\.js$/u, '.ts')
      : name,
  )
}

describe('who may import whom', () => {
  test.each(FILES.filter((file) => partOf(file) !== 'root'))('%s', (file) => {
    const part = partOf(file)
    expect(Object.keys(MAY_IMPORT), 'every file belongs to a part').toContain(part)
    const imported = importsOf(file).filter((name) => /^(?:src|commands)\//u.test(name))
    const forbidden = imported.filter((name) => partOf(name) !== part && !MAY_IMPORT[part]?.includes(partOf(name)))
    expect(forbidden).toEqual([])
  })

  test('only the composition root opens the store', () => {
    const openers = FILES.filter((file) => partOf(file) !== 'store' && importsOf(file).includes('src/store/sqlite.ts'))
    expect(openers).toEqual(['src/main.ts'])
  })
})

function isPure(file: string): boolean {
  return /^src\/(?:language|quotations|digests\/schedule)\/|\/render\w*\.ts$|^src\/mention\w*\.ts$/u.test(file)
}

describe('what is pure stays pure', () => {
  const EFFECTS = /Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|\bfetch\(/u
  const OUTSIDE = /^(?:node:(?:fs|net|http|https|child_process|dns|os|worker_threads)|undici$|better-sqlite3$)/u

  test.each(FILES.filter(isPure))('%s', (file) => {
    expect(importsOf(file).filter((name) => OUTSIDE.test(name))).toEqual([])
    expect(source(file)).not.toMatch(EFFECTS)
  })
})
