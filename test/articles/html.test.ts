import { expect, test } from 'vitest'
import { htmlText } from '../../src/articles/page/html.js'

test.each([
  [
    'paragraphs, with entities decoded once',
    '<p>One &amp;lt;b&amp;gt; &mdash; two.</p><div>Three<br><br>Four</div>',
    'One &lt;b&gt; — two.\n\nThree\n\nFour',
  ],
  [
    'lists and quotations',
    '<ul><li>one</li><li>two</li></ul><blockquote>“Three,” she said.</blockquote>',
    'one\n\ntwo\n\n“Three,” she said.',
  ],
  ['text without any markup', 'Fish &amp; chips\nfor two', 'Fish & chips\n\nfor two'],
  [
    'text that stands in no block',
    'The ferry <b>sailed</b>.<p>It came back.</p>',
    'The ferry sailed.\n\nIt came back.',
  ],
])('keeps %s', (_, html, text) => expect(htmlText(html)).toBe(text))

test.each([
  [
    'scripts, styles and what is hidden',
    '<script>a()</script><style>b{}</style><p hidden>c</p><p style="display: none">d</p>',
  ],
  ['pictures and captions', '<img alt="A ferry"><figure><img src="a.jpg"><figcaption>A ferry</figcaption></figure>'],
  ['where it appeared', '<p>The post <a href="/a">Ferry sails</a> appeared first on <a href="/">Wend Post</a>.</p>'],
  ['links to go on', '<p><a href="/a">Continue reading →</a></p>'],
  ['controls and turned text', '\u0007\u202E\u2066\u0000'],
  ['markup without end', '<div>'.repeat(100_000)],
])('leaves out %s', (_, html) =>
  expect(htmlText(`<p>The ferry sailed.</p>${html}`)).toMatch(/^(?:The ferry sailed\.)?$/u),
)

test('a summary loses the link it ends in', () =>
  expect(htmlText('The ferry sailed at noon [&#8230;] <a href="/a">Read more</a>')).toBe(
    'The ferry sailed at noon […]',
  ))
