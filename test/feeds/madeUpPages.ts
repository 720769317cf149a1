/** Made-up articles as sites send them: in pages with much around them, and in feeds of all kinds. */
import { randomFrom } from '../bench/random.js'
import type { MadeUp } from './madeUpNews.js'

export interface Item {
  readonly url: string
  readonly article: MadeUp
  readonly seed: number
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;')
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n')

/** A page of 20 to 40 KB, by one of four templates. */
export function pageOfItem({ url, article, seed }: Item): string {
  const { title, author, published, paragraphs } = article
  const random = randomFrom(seed)
  const noise = (length: number): string => times(length, () => random().toString(36).slice(2))
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | Wendmouth news</title>
<link rel="canonical" href="${escaped(url)}"><meta property="og:title" content="${escaped(title)}">
<meta property="article:published_time" content="${published}"><meta name="author" content="${author}">
<style>${times(120, (at) => `.c${at}-${seed % 97}{margin:${at}px;padding:0 ${at % 7}px;color:#${(at * 7919).toString(16).padStart(6, '0').slice(0, 6)}}`)}</style>
<script>window.__DATA__=${JSON.stringify({ id: seed, noise: noise(400 + (seed % 5) * 150) })}</script></head>`
  const links = (count: number, name: string): string =>
    `<ul class="${name}">${times(count, (at) => `<li class="item c${at}"><a href="/${name}/${at}" data-track="${name}-${at}">Link ${at} of ${name}</a></li>`)}</ul>`
  const body = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  const split = body.map((paragraph, at) =>
    at % 4 === 3 ? `${paragraph}<div class="ad-slot" id="ad-${at}"></div>` : paragraph,
  )
  const byline = `<p class="byline">By <a rel="author" href="/authors/1">${author}</a></p><time datetime="${published}">${published.slice(0, 10)}</time>`
  const templates = [
    `<body><header><nav>${links(60, 'menu')}</nav></header><main><article><h1>${escaped(title)}</h1>${byline}<div class="entry-content">${body.join('\n')}</div></article></main><aside>${links(25, 'most-read')}</aside><footer>${links(30, 'legal')}</footer></body>`,
    `<body><div id="wrap"><div id="top">${links(40, 'sections')}</div><div class="story"><div class="headline"><h1>${escaped(title)}</h1></div>${byline}<div class="text">${split.join('\n')}</div></div><div id="right">${links(40, 'latest')}</div><div id="foot">${links(20, 'about')}</div></div></body>`,
    `<body><div class="cookie-bar"><p>We use cookies.</p><button>Fine</button></div><nav>${links(50, 'nav')}</nav><main role="main"><section itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${escaped(title)}</h1>${byline}<div itemprop="articleBody">${body.join('\n')}</div></section>${links(20, 'related')}</main><footer>${links(25, 'footer')}</footer></body>`,
    `<body><table width="100%"><tr><td valign="top">${links(45, 'left')}</td><td><h1>${escaped(title)}</h1>${byline}${body.join('\n')}</td></tr></table>${links(30, 'archive')}</body>`,
  ]
  return `${head}${templates[seed % templates.length]}</html>`
}

/** The kinds of feeds in turn: RSS with teasers, Atom, RSS with all of the text, JSON, and RSS in windows-1252. */
export function feedOfItems(
  number: number,
  name: string,
  home: string,
  items: readonly Item[],
): { type: string; body: Buffer } {
  const teaser = ({ article }: Item): string => `${(article.paragraphs[0] ?? '').slice(0, 120)}…`
  const html = ({ article }: Item): string => article.paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('')
  const rss = (encoding: string, more: (item: Item) => string): string =>
    `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${name}</title><link>${home}</link><ttl>5</ttl>
${items.map((item) => `<item><guid>${item.url}</guid><link>${item.url}</link><title>${escaped(item.article.title)}</title><pubDate>${new Date(item.article.published).toUTCString()}</pubDate>${more(item)}</item>`).join('\n')}
</channel></rss>`
  const teased = (item: Item): string => `<description>${escaped(escaped(teaser(item)))}</description>`
  switch (number % 5) {
    case 1:
      return {
        type: 'application/atom+xml',
        body: Buffer.from(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${name}</title><link href="${home}"/><id>${home}</id><updated>2026-11-21T09:00:00Z</updated>
${items.map((item) => `<entry><id>${item.url}</id><link href="${item.url}"/><title>${escaped(item.article.title)}</title><published>${item.article.published}</published><updated>${item.article.published}</updated><summary>${escaped(teaser(item))}</summary></entry>`).join('\n')}</feed>`),
      }
    case 2:
      return {
        type: 'application/rss+xml',
        body: Buffer.from(rss('utf-8', (item) => `<content:encoded><![CDATA[${html(item)}]]></content:encoded>`)),
      }
    case 3: {
      const entries = items.map((item) => ({
        id: item.url,
        url: item.url,
        title: item.article.title,
        date_published: item.article.published,
        summary: teaser(item),
      }))
      return {
        type: 'application/feed+json',
        body: Buffer.from(
          JSON.stringify({
            version: 'https://jsonfeed.org/version/1.1',
            title: name,
            home_page_url: home,
            items: entries,
          }),
        ),
      }
    }
    case 4:
      return { type: 'text/xml', body: westernBytes(rss('windows-1252', teased)) }
    default:
      return { type: 'application/rss+xml', body: Buffer.from(rss('utf-8', teased)) }
  }
}

const WESTERN: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '…': 0x85, '’': 0x92 }

function westernBytes(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => WESTERN[letter] ?? letter.charCodeAt(0)))
}
