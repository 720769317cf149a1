import { describe, expect, test } from 'vitest'
import { isFullText } from '../../src/feeds/fullText.js'

const SENTENCE =
  'The council of Wendmouth met on Monday to hear how the new pumps in Quay Street had fared in the storm. '
const LONG = SENTENCE.repeat(12).trim()

function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n')
}

/** Text that is the whole article. */
const WHOLE: readonly (readonly [string, string])[] = [
  ['ends with its last sentence', paragraphs(LONG, 'Nobody was hurt.')],
  [
    'ends with a quotation',
    paragraphs(LONG, '“We shall mend them,” said the mayor, Ruth Penhale, “whatever it costs.”'),
  ],
  ['ends with single quotation marks', paragraphs(LONG, 'She called it ‘a very long night’')],
  ['ends with a note in brackets', paragraphs(LONG, '(Reporting by Jo Tresidder)')],
  [
    'says that it appeared first there',
    paragraphs(LONG, 'The post <a href="/x">Pumps fail</a> appeared first on <a href="/">Wendmouth Herald</a>.'),
  ],
  ['says so in German', paragraphs(LONG, 'Der Beitrag Pumpen fallen aus erschien zuerst auf Wendmouther Bote.')],
  ['tells of reading more, amid the text', paragraphs('Read more books, the mayor said.', LONG, 'So they did.')],
  [
    'ends with the words of somebody who wants to read on',
    paragraphs(LONG, 'I could not stop: I wanted to read more of it every night until the lamp went out.'),
  ],
  ['holds an ellipsis amid the text', paragraphs('It was … long.', LONG)],
  ['is very long and ends with a credit', paragraphs(LONG, LONG, LONG, LONG, 'Photo: Sam Voss')],
  ['is plain text', LONG],
  [
    'has a picture after its last sentence',
    `${paragraphs(LONG)}<figure><img src="x"><figcaption>The pumps, continue reading</figcaption></figure>`,
  ],
  ['has a script at its end', `${paragraphs(LONG)}<script>track("read more")</script>`],
]

/** Text that only begins the article. */
const TEASERS: readonly (readonly [string, string | null])[] = [
  ['is none', null],
  ['is empty', ''],
  ['is a picture', '<img src="https://herald.wendmouth.example/ferry.jpg" alt="The Marigold">'],
  ['is short', paragraphs('The ferry runs again.')],
  ['is a paragraph', paragraphs(SENTENCE.repeat(4))],
  [
    'is short but for what says where it appeared',
    paragraphs(SENTENCE.repeat(8), `The post ${'Pumps fail '.repeat(20)} appeared first on Wendmouth Herald.`),
  ],
  ['ends with an ellipsis', paragraphs(`${LONG} And then…`)],
  ['ends with three points', paragraphs(`${LONG} And then...`)],
  ['ends with an ellipsis in brackets', paragraphs(`${LONG} And then [&#8230;]`)],
  ['ends with points in brackets', paragraphs(`${LONG} And then [...]`)],
  [
    'ends with an ellipsis, and says where it appeared',
    paragraphs(`${LONG} And […]`, 'The post <a>Pumps</a> appeared first on <a>Wendmouth Herald</a>.'),
  ],
  ['ends with “Read more”', paragraphs(LONG, '<a href="/pumps">Read more</a>')],
  ['ends with “Read more »”', paragraphs(LONG, 'Read more »')],
  [
    'ends with “Continue reading”',
    `${paragraphs(LONG)}<a href="/x">Continue reading <span>Pumps fail in Quay Street</span> →</a>`,
  ],
  ['ends with “Read the full story at”', paragraphs(LONG, 'Read the full story at Wendmouth Herald')],
  ['ends with a call to subscribe', paragraphs(LONG, 'Subscribe to continue reading this article.')],
  ['ends with “Weiterlesen”', paragraphs(LONG, 'Weiterlesen')],
  ['ends with “Lire la suite”', paragraphs(LONG, '[Lire la suite]')],
  ['is cut within a sentence', paragraphs(`${LONG} The mayor said that the`)],
  ['is cut after a comma', paragraphs(`${LONG} The mayor said,`)],
  ['is long only in its markup', `<div ${'data-x="y" '.repeat(300)}>The ferry runs again.</div>`],
  ['is long only in its script', `<p>The ferry runs again.</p><script>${'track(). '.repeat(300)}</script>`],
]

describe('the text that a feed gives with an entry', () => {
  test.each(WHOLE)('is the whole article where it %s', (_, html) => {
    expect(isFullText({ html })).toBe(true)
  })

  test.each(TEASERS)('is a teaser where it %s', (_, html) => {
    expect(isFullText({ html })).toBe(false)
  })
})
