import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Reading, readArticles } from '../../src/articles/read.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

async function read(path = folder, outlet?: string) {
  const all: Reading[] = []
  for await (const reading of readArticles([path], { outlet })) all.push(reading)
  return all.map((each) => ({ ...each, file: relative(folder, each.file) }))
}

async function drafts(path?: string, outlet?: string) {
  return (await read(path, outlet)).flatMap((each) => ('draft' in each ? [each.draft] : []))
}

async function reasons(path?: string) {
  return (await read(path)).map((each) =>
    'reason' in each ? [each.file, each.line, each.reason] : [each.file, each.line, 'read'],
  )
}

const TEXT = 'The ferry to Skellen sailed at noon, for the first time since March.\n\n“We are glad,” said Mary Bright.'

describe('a text', () => {
  test('has outlet and date from the manifest beside it', async () => {
    write('a.txt', TEXT)
    write(
      'manifest.json',
      JSON.stringify({ articles: [{ file: 'a.txt', outlet: 'Wend Post', published: '2019-03-07' }] }),
    )
    expect(await drafts()).toEqual([
      {
        key: join(folder, 'a.txt'),
        outlet: 'Wend Post',
        title: null,
        author: null,
        url: null,
        published: '2019-03-07',
        language: null,
        text: TEXT,
      },
    ])
  })

  test('without a manifest is of the outlet that is named, else of its folder', async () => {
    write('a.txt', TEXT)
    expect(await drafts()).toMatchObject([{ outlet: basename(folder) }])
    expect(await drafts(folder, 'Wend Post')).toMatchObject([{ outlet: 'Wend Post' }])
  })

  test('may begin with a byte order mark, in UTF-8 and UTF-16', async () => {
    write('a.txt', `\uFEFF${TEXT}`)
    write('b.txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))
    expect((await drafts()).map(({ text }) => text)).toEqual([TEXT, TEXT])
  })
})

describe('Markdown', () => {
  test('has its front matter, and text without marks', async () => {
    write(
      'a.md',
      '---\ntitle: Ferry returns\noutlet: Wend Post\nurl: https://post.example/a\npublished: 2019-03-07T12:00:00Z\nauthor: [Ann Lee, Jo Marsh]\n---\n\n# Ferry returns\n\nThe *Wend Star* sailed to\n[Skellen](https://skellen.example/a_(b)) **at noon**.\n\n> “We are glad,” said Mary_Bright_.\n\n- one\n- two\n\n![a ferry](x.png)\n',
    )
    expect(await drafts()).toEqual([
      {
        key: 'https://post.example/a',
        outlet: 'Wend Post',
        title: 'Ferry returns',
        author: 'Ann Lee, Jo Marsh',
        url: 'https://post.example/a',
        published: '2019-03-07T12:00:00Z',
        language: null,
        text: 'Ferry returns\n\nThe Wend Star sailed to Skellen at noon.\n\n“We are glad,” said Mary_Bright_.\n\none\n\ntwo',
      },
    ])
  })

  test('is refused where its front matter or its date is none', async () => {
    write('a.md', '---\ntitle: [a\n---\n\nText.')
    write('b.md', '---\ntitle: a\n\nText.')
    write('c.md', '---\npublished: last Tuesday\n---\n\nText.')
    write('d.md', '---\npublished: 2019-02-30\n---\n\nText.')
    expect(await reasons()).toEqual([
      ['a.md', null, 'Its front matter is not YAML with a name and a value on each line.'],
      ['b.md', null, 'Its front matter is never closed by a line of ---.'],
      ['c.md', null, 'Its date “last Tuesday” is none: write it as 2018-12-20 or 2018-12-20T09:30:00Z.'],
      ['d.md', null, 'Its date “2019-02-30” is none: write it as 2018-12-20 or 2018-12-20T09:30:00Z.'],
    ])
  })
})

describe('a page', () => {
  const body = TEXT.split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')

  test('gives its main text and what its head says', async () => {
    write(
      'a.html',
      `<html><head><title>Ferry returns | Wend Post</title><meta property="og:site_name" content="Wend Post">
      <meta property="article:published_time" content="Thu, 07 Mar 2019 12:00:00 GMT"><meta name="author" content="By Ann Lee">
      <link rel="canonical" href="https://post.example/a"></head><body><nav><a href="/">Home</a></nav>
      <article><h1>Ferry returns</h1>${body}<figure><figcaption>A ferry</figcaption></figure></article></body></html>`,
    )
    expect(await drafts()).toEqual([
      {
        key: 'https://post.example/a',
        outlet: 'Wend Post',
        title: 'Ferry returns',
        author: 'Ann Lee',
        url: 'https://post.example/a',
        published: '2019-03-07T12:00:00.000Z',
        language: null,
        text: `Ferry returns\n\n${TEXT}`,
      },
    ])
  })

  test('may be in the older encoding that it names', async () => {
    write(
      'a.html',
      Buffer.from(`<meta charset="windows-1252"><article>${body}</article>`.replace(/[“”]/gu, '\u0093'), 'latin1'),
    )
    expect((await drafts())[0]?.text).toContain('“We are glad,“ said')
  })

  test('that is empty, or nested without end, is refused', async () => {
    write('a.html', '<html></html>')
    write('b.html', '<div>'.repeat(100_000))
    expect(await reasons()).toEqual([
      ['a.html', null, 'No text is left when what is no article is taken away.'],
      ['b.html', null, 'It cannot be read as a web page.'],
    ])
  })
})

describe('JSON Lines', () => {
  test('give an article a line, under its id, its address or its place', async () => {
    const url = 'https://post.example/a'
    write(
      'a.jsonl',
      [{ id: 7, text: TEXT }, { url, text: TEXT, outlet: 'Wend Post' }, { text: TEXT }]
        .map((line) => JSON.stringify(line))
        .join('\r\n\n'),
    )
    expect((await drafts()).map(({ key }) => key)).toEqual([
      `id:${basename(folder)}/7`,
      url,
      `${join(folder, 'a.jsonl')}#5`,
    ])
  })

  test('go on after a line that cannot be read', async () => {
    const good = JSON.stringify({ text: TEXT })
    write(
      'a.jsonl',
      Buffer.concat([
        Buffer.from(
          `${good}\n{"text": \n{"title": "a"}\n[1]\n{"text": ""}\n{"text": "Read More"}\n{"text": "a", "published": "soon"}\n{"text": 3}\n`,
        ),
        Buffer.from([0xff, 0x0a]),
        Buffer.from(good),
      ]),
    )
    expect((await reasons()).map(([, line, reason]) => [line, reason])).toEqual([
      [1, 'read'],
      [2, 'It is not JSON.'],
      [3, 'It has no "text".'],
      [4, 'It is JSON, but not an object with a "text".'],
      [5, 'It is empty.'],
      [6, 'No text is left when what is no article is taken away.'],
      [7, 'Its date “soon” is none: write it as 2018-12-20 or 2018-12-20T09:30:00Z.'],
      [8, 'Its "text" is not a text.'],
      [9, 'It is broken UTF-8: no character begins at byte 1.'],
      [10, 'read'],
    ])
  })
})

describe('what cannot be read is refused by name, and the rest goes on', () => {
  test('files that are no text', async () => {
    write('a.txt', '')
    write('b.txt', ' \n\n ')
    write('c.txt', Buffer.from([0x41, 0, 0x42]))
    write('d.txt', Buffer.concat([Buffer.from('Six “'), Buffer.from([0xe2, 0x28, 0xa1]), Buffer.from(' ok')]))
    write('e.txt', 'Read More')
    truncateSync(write('f.txt', ''), 60 * 2 ** 20)
    write('g.txt', TEXT)
    expect(await reasons()).toEqual([
      ['a.txt', null, 'It is empty.'],
      ['b.txt', null, 'It is empty.'],
      ['c.txt', null, 'It holds binary bytes, not text (a zero at byte 2).'],
      ['d.txt', null, 'It is broken UTF-8: no character begins at byte 9.'],
      ['e.txt', null, 'No text is left when what is no article is taken away.'],
      ['f.txt', null, 'It is larger than 50 MB, which is the most that is read.'],
      ['g.txt', null, 'read'],
    ])
  })

  test('paths that lead to nothing', async () => {
    const image = write('images/a.png', 'x')
    expect(await reasons(join(folder, 'nowhere'))).toEqual([['nowhere', null, 'There is no such file or folder.']])
    expect(await reasons(image)).toEqual([
      [join('images', 'a.png'), null, 'This kind of file is not read; .txt, .md, .html and .jsonl are.'],
    ])
    expect(await reasons(dirname(image))).toEqual([
      ['images', null, 'The folder holds nothing that can be read (.txt, .md, .html or .jsonl).'],
    ])
  })

  test('texts beside a broken manifest, whose outlet would be wrong', async () => {
    write('a.txt', TEXT)
    write('manifest.json', '{')
    expect(await reasons()).toEqual([
      ['a.txt', null, 'The manifest.json beside it is not JSON with a list of "articles".'],
    ])
  })
})

test('folders are read in order, without hidden files and README.md, and no link leads in a circle', async () => {
  for (const name of ['b/two.txt', 'a.txt', '.hidden.txt', 'README.md', 'b/.git/x.txt', 'b/one.TXT', 'notes.pdf'])
    write(name, TEXT)
  symlinkSync(folder, join(folder, 'b', 'circle'))
  symlinkSync(join(folder, 'gone'), join(folder, 'b', 'gone.txt'))
  expect(await reasons()).toEqual([
    ['a.txt', null, 'read'],
    [join('b', 'gone.txt'), null, 'There is no such file or folder.'],
    [join('b', 'one.TXT'), null, 'read'],
    [join('b', 'two.txt'), null, 'read'],
  ])
})
