import { describe, expect, test } from 'vitest'
import { canonicalOf } from '../../../src/articles/page/canonical.js'
import { pageOf } from '../../../src/articles/page.js'
import { Refusal } from '../../../src/articles/refusal.js'

const TEXT =
  'The ferry to Skellen sailed at noon on Thursday, for the first time since March, with ninety people and a piano on board, the line said.'
const article = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body><article><h1>Ferry sails again</h1>${body}</article></body></html>`
const textOf = (html: string): string => pageOf(html, { url: 'https://post.example/news/ferry' }).text

describe('an address is the page’s own', () => {
  const url = 'https://www.post.example/news/2019/ferry?utm_source=feed'
  test.each([
    ['https://post.example/news/2019/ferry', 'https://post.example/news/2019/ferry'],
    ['/news/2019/ferry#top', 'https://www.post.example/news/2019/ferry'],
    ['https://post.example/ferry-sails-again', 'https://post.example/ferry-sails-again'],
  ])('where it is of its site: %s', (named, canonical) => expect(canonicalOf([named], url)).toBe(canonical))

  test.each([
    'https://other.example/news/2019/ferry',
    '/',
    'https://post.example/news',
    'javascript:alert(1)',
    'http://',
    '',
  ])('and not otherwise: “%s”', (named) => expect(canonicalOf([named], url)).toBeNull())

  test('among tenants of one host, each for itself', () => {
    expect(canonicalOf(['https://b.github.io/x'], 'https://a.github.io/x')).toBeNull()
    expect(canonicalOf(['http://127.0.0.1:8081/x'], 'http://127.0.0.1:8080/x')).toBeNull()
  })

  test('in its AMP version, too', () => {
    expect(canonicalOf(['/news/ferry'], 'https://post.example/news/ferry/amp')).toBe('https://post.example/news/ferry')
    const head = '<link rel="amphtml" href="/news/ferry/amp"><link rel="canonical" href="https://evil.example/">'
    const page = pageOf(article(`<p>${TEXT}</p>`, head), { url: 'https://post.example/news/ferry' })
    expect(page).toMatchObject({ amp: 'https://post.example/news/ferry/amp', canonical: null, isFree: true })
  })
})

describe('the text of a page keeps', () => {
  test.each([
    ['short paragraphs that quote', '<p>“No.”</p>', '“No.”'],
    ['subheads above text', `<h2>The crew</h2><p>Nine of them.</p>`, 'The crew\n\nNine of them.'],
    ['lists', '<ul><li>one boat</li><li>two boats</li></ul>', 'one boat\n\ntwo boats'],
    [
      'quotations that stand apart',
      '<blockquote><p>“It took long,” she said.</p></blockquote>',
      '“It took long,” she said.',
    ],
    [
      'corrections',
      '<p><em>Correction: an earlier version said that it sailed at one.</em></p>',
      'Correction: an earlier version',
    ],
    [
      'rows of a table',
      '<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>2</td></tr></table>',
      'Monday 2',
    ],
  ])('%s', (_, part, kept) =>
    expect(textOf(article(`<p>${TEXT}</p>${part}<p>${TEXT} It came back at four.</p>`))).toContain(kept),
  )
})

describe('the text of a page loses', () => {
  test.each([
    ['captions', '<figure><img src="a.jpg"><figcaption>LOST in the harbour</figcaption></figure>'],
    ['asides', '<aside><p>LOST: what else happened in the harbour on that day</p></aside>'],
    [
      'links to other articles',
      '<p><strong>Read more:</strong> <a href="/lost">How the LOST piano came to Skellen</a></p>',
    ],
    ['pull quotes', '<div class="pull-quote"><p>LOST</p></div>'],
    ['boxes to sign up', '<div class="newsletter-box"><p>LOST? Get our letter each Friday.</p></div>'],
    ['lines to share', '<ul class="share-tools"><li>LOST on Facebook</li></ul>'],
    [
      'comments',
      '<section id="comments"><p>LOST. I was there on that day and saw no piano at all, I tell you.</p></section>',
    ],
    ['what is hidden', '<p style="display:none">LOST</p>'],
  ])('%s', (_, part) =>
    expect(textOf(article(`<p>${TEXT}</p>${part}<p>${TEXT} It came back at four.</p>`))).not.toContain('LOST'),
  )
})

describe('pages that would take for ever are refused', () => {
  test.each([
    ['a million tags', '<b>a</b>'.repeat(500_000)],
    ['nesting without end', '<div>'.repeat(200_000)],
    ['half-deep nesting throughout', `${'<div>'.repeat(500)}${`<p>${TEXT}</p>`.repeat(10_000)}`],
    ['five megabytes of text', `<p>${TEXT.repeat(40_000)}</p>`],
    ['a megabyte of entities', `<p>${'&amp;'.repeat(200_000)}</p>`],
    ['nothing but opening signs', '<'.repeat(2_000_000)],
    ['a comment that is never closed', `<!--${TEXT.repeat(20_000)}`],
    ['a script that is never closed', `<script>${'<a>'.repeat(1_000_000)}`],
  ])('%s', (_, html) => expect(() => pageOf(html)).toThrow(Refusal))

  test('and what only looks so is read', () => {
    expect(textOf(article(`<p>${TEXT}</p><div data-x="${'x '.repeat(1_000_000)}"></div>`))).toContain(TEXT)
    expect(textOf(`${'\0'.repeat(100_000)}${article(`<p>${TEXT}</p>`)}`)).toBe(TEXT)
  })
})
