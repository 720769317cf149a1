import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../src/articles/page.js'
import { refusals } from '../../../src/articles/refusal.js'

const url = 'https://post.example/news/ferry'
const FIRST =
  'The ferry to Skellen sailed at noon on Thursday, for the first time since March, with ninety people and a piano on board.'
const SECOND =
  '“We had forgotten how long it takes,” said Mary Bright, the harbour master, who had come to wave and stayed to carry bags up the hill.'
const THIRD =
  'The line says that it will sail twice a day until October. Islanders have asked for a third sailing on Fridays, when pupils come home from the mainland.'
const SHORT = [FIRST, SECOND, THIRD]
const LONG = Array.from({ length: 10 }, (_, index) => [
  `${FIRST} It was sailing number ${index + 1} of the season.`,
  `${SECOND} She has done so ${index + 2} times.`,
]).flat()

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n')
const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const NAV = `<nav><ul>${['News', 'Sport', 'Harbour', 'Weather'].map((each) => `<li><a href="/${each}">${each}</a></li>`).join('')}</ul></nav>`
const page = (body: string, head = '<title>Ferry sails again | Wend Post</title>'): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${NAV}<main>${body}</main><footer><p>© Wend Post</p></footer></body></html>`
const article = (texts: readonly string[], more = '', head?: string): string =>
  page(`<article><h1>Ferry sails again</h1>${paragraphs(texts)}${more}</article>`, head)

function reasonOf(html: string): string {
  try {
    return `read: ${pageOf(html, { url }).text}`
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const LOCKED = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ferry sails again',
  isAccessibleForFree: false,
}

const PAYWALLS: Readonly<Record<string, string>> = {
  'that asks to subscribe': article(
    [FIRST],
    '<div class="offer"><h2>Subscribe to continue reading</h2><p>From £1 a week.</p></div>',
  ),
  'with linked data alone': article(
    [FIRST, SECOND],
    '<p>Choose your offer.</p>',
    linked({
      ...LOCKED,
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.locked-part' },
    }),
  ),
  'whose locked part is empty': article(
    [FIRST],
    '<div class="premium"><p>The line says…</p></div>',
    linked({ '@graph': [{ ...LOCKED, hasPart: [{ isAccessibleForFree: false, cssSelector: '.premium' }] }] }),
  ),
  'in German': article(
    [FIRST],
    '<section><h3>Jetzt weiterlesen</h3><p>Dieser Artikel ist nur für Abonnenten.</p><p>Sie haben bereits ein Abo? Anmelden</p></section>',
  ),
  'in French': article(
    [FIRST],
    '<div><p>Il vous reste 78 % de cet article à lire. La suite est réservée aux abonnés.</p></div>',
  ),
  'in Spanish': article([FIRST], '<div><p>Suscríbete para seguir leyendo</p></div>'),
  'in Dutch': article([FIRST], '<div><p>Dit artikel is exclusief voor abonnees</p></div>'),
  'of a metered paper': article(
    [FIRST],
    '<div class="tp-modal"><h2>You’ve reached your limit of free articles</h2><button>See offers</button></div>',
  ),
  'for members': article(
    [FIRST],
    '<aside><h3>This post is for paying subscribers only</h3><a href="/in">Already a subscriber? Sign in</a></aside>',
  ),
  'that breaks off below a class': article(
    [FIRST, SECOND, 'The line says that it…'],
    '<div class="article-paywall"><h2>Choose your plan</h2><p>Monthly or yearly.</p></div>',
  ),
}

const WALLS: Readonly<Record<string, readonly [string, string]>> = {
  'a cookie wall': [
    page(
      '<div class="cmp-root"><h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers.</p><p>You can withdraw your consent at any time in our privacy settings.</p><button>Accept all</button><button>Manage preferences</button></div>',
    ),
    refusals.consentWall,
  ],
  'a German cookie wall': [
    page(
      '<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Wir und unsere 190 Partner verarbeiten Ihre Daten mit Cookies auf Ihrem Gerät. Ihre Einwilligung können Sie jederzeit widerrufen.</p><button>Alle akzeptieren</button>',
      '<title>Küstenblatt</title>',
    ),
    refusals.consentWall,
  ],
  'a log-in page': [
    page(
      '<form action="/login"><h1>Log in to your account</h1><label>E-mail <input name="mail"></label><input type="password"><a href="/reset">Forgotten your password?</a></form>',
      '<title>Log in</title>',
    ),
    refusals.loginWall,
  ],
  'a page for scripts only': [
    '<html><head><title>Wend Post</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
    refusals.needsScript,
  ],
  'a bot check': [
    '<html><head><title>Just a moment...</title></head><body><h1>post.example</h1><h2>Checking if the site connection is secure</h2><p>post.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 7f</p></body></html>',
    refusals.robotCheck,
  ],
  'a page of refused access': [
    '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>You don’t have permission to access this server.</p><p>Reference #18.2d5</p></body></html>',
    refusals.robotCheck,
  ],
  'an error page': [
    page(
      '<h1>Page not found</h1><p>Sorry, the page you were looking for could not be found. It may have moved, or it may never have been.</p><p>Try the search, or go back to the front page.</p>',
    ),
    refusals.errorPage,
  ],
  'a German error page': [page('<h1>404</h1><p>Die angeforderte Seite wurde nicht gefunden.</p>'), refusals.errorPage],
  'a section front': [
    page(
      `<h1>Harbour</h1>${Array.from({ length: 9 }, (_, index) => `<div class="card"><h3><a href="/news/${index}">Crane number ${index} comes down on the quay after forty years</a></h3><p>It took four men and a tug to lift the thing, and a crowd came to see it go down the river on Tuesday.</p></div>`).join('')}`,
    ),
    refusals.listPage,
  ],
  'a list of links': [
    page(
      `<h1>Latest</h1><ul>${Array.from({ length: 20 }, (_, index) => `<li><a href="/n/${index}">Council meeting ${index} ends without a vote again</a></li>`).join('')}</ul>`,
    ),
    refusals.listPage,
  ],
  'a video': [
    page(
      '<h1>Watch: the ferry sails</h1><div class="video-player"><video src="a.mp4"></video></div><p>2:14</p>',
      linked({ '@type': 'VideoObject', name: 'The ferry sails' }),
    ),
    refusals.noWords,
  ],
  'a gallery': [
    page(
      `<h1>In pictures</h1><div class="gallery">${'<figure><img src="a.jpg"><figcaption>The ferry</figcaption></figure>'.repeat(9)}</div>`,
    ),
    refusals.noWords,
  ],
}

describe('is refused', () => {
  test.each(Object.entries(PAYWALLS))('a paywall %s', (_, html) => expect(reasonOf(html)).toBe(refusals.paywall))
  test.each(Object.entries(WALLS))('%s', (_, [html, reason]) => expect(reasonOf(html)).toBe(reason))
})

const BANNER =
  '<div id="consent"><p>We and our 842 partners store and access information on a device, such as cookies. You can withdraw your consent.</p><button>Accept all</button></div>'
const FREE: Readonly<Record<string, string>> = {
  'a short article': article(SHORT),
  'with a cookie banner above it': page(`${BANNER}<article><h1>Ferry sails again</h1>${paragraphs(SHORT)}</article>`),
  'with a newsletter box in it': article(
    SHORT,
    '<div class="newsletter"><p>Subscribe to our newsletter for full access to the tide tables.</p></div>',
  ),
  'that is not free but is all there': article(
    [],
    `<div class="premium">${paragraphs(LONG)}</div>`,
    linked({ ...LOCKED, hasPart: { isAccessibleForFree: false, cssSelector: '.premium' } }),
  ),
  'that says it is free beside an offer': article(
    SHORT,
    '<div class="offer"><p>Subscribe to continue reading our other articles.</p></div>',
    linked({ ...LOCKED, isAccessibleForFree: true }),
  ),
  'about paywalls': article([
    ...LONG,
    '“Subscribe to continue reading,” it said on the screen, and nobody on the island did. This article is for subscribers only, they read, and went to the pub.',
  ]),
  'about cookies': page(
    `<article><h1>Ferry line fined over cookies</h1>${paragraphs(['The ferry line must pay £40,000 because its site set cookies before anybody had agreed to them, the regulator said on Thursday.', 'It had a button that said “Accept all” and none that said no. “Our partners and we use cookies to improve your experience,” the notice read.', ...SHORT])}</article>`,
  ),
  'with a log-in in its head': page(
    `<div class="header"><a href="/login">Log in to your account</a></div><article><h1>Ferry sails again</h1>${paragraphs(SHORT)}</article>`,
  ),
  'with a note for those without scripts': article(
    SHORT,
    '<noscript>Please enable JavaScript to see the comments.</noscript>',
  ),
  'about a lost page': page(
    `<article><h1>Page not found: the story of the harbour’s missing log book</h1>${paragraphs(LONG)}</article>`,
    '<title>Page not found: the story of the harbour’s missing log book</title>',
  ),
  'with many teasers below it': article(
    SHORT,
    `</article><section class="more">${Array.from({ length: 12 }, (_, index) => `<div class="card"><h3><a href="/n/${index}">Council meeting ${index} ends without a vote</a></h3><p>It will meet again, and it will not vote then, either, said those who know it.</p></div>`).join('')}</section><article>`,
    '<meta property="og:type" content="article">',
  ),
  'with a video in it': article(SHORT, '<div class="video-player"><video src="a.mp4"></video></div>'),
  'in a class named after the wall': page(
    `<article><h1>Ferry sails again</h1><div class="paywall js-paywall-content">${paragraphs(LONG)}</div></article>`,
  ),
  'that ends with three dots': article([...SHORT, 'And the piano? It is still on the quay…']),
  'with sub-headlines that link to its own parts': article(
    SHORT,
    ['The boat', 'The crew', 'The pier', 'The piano', 'The fares']
      .map((each) => `<h2><a href="#${each}">${each} that came back to us</a></h2>${paragraphs([FIRST])}`)
      .join(''),
  ),
}

describe('stays', () => {
  test.each(Object.entries(FREE))('an article %s', (_, html) =>
    expect(reasonOf(html)).toMatch(/^read: .*sailed|^read: .*must pay/su),
  )
})
