/**
 * A made-up paper on loopback, to try what it is to follow one: `npx tsx test/tools/newsServer.ts [PORT]` serves a front page that points at its
 * feed, the feed, and the pages of two articles, at http://127.0.0.1:4400 unless another port is said.
 */
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const PORT = 4400
const OUTLET = 'Skellen Packet'

interface Story {
  readonly path: string
  readonly title: string
  readonly author: string
  readonly published: string
  /** What the feed says of it: less than the article. */
  readonly teaser: string
  readonly paragraphs: readonly string[]
}

const STORIES: readonly Story[] = [
  {
    path: '/island/lighthouse-lamp',
    title: 'Lighthouse lamp turns again after three dark winters',
    author: 'Ines Carlyon',
    published: '2019-03-31T07:10:00Z',
    teaser: 'The lamp on Gull Head has been lit for the first time since 2016.',
    paragraphs: [
      'The lamp on Gull Head was lit at dusk on Saturday for the first time since 2016, and some two hundred islanders walked up the cliff path to see it.',
      '“I had forgotten how far it reaches,” said Morwenna Rosevear, who kept the light for 22 years before it was switched off. “My grandchildren have never slept without the blind drawn, and now they will have to learn.”',
      'The lens was taken apart in October and carried to the mainland in eleven crates. Its 312 prisms were cleaned one by one in a workshop behind the harbour office, and four of them had to be cast anew.',
      'The repair cost £84,000, of which the island’s own fund paid half. Jory Tregear, the treasurer of the fund, said that most gifts had been of ten pounds or less.',
      '“Nobody gave much and everybody gave,” Mr Tregear said. “There is a list in the porch of the chapel, and it has more names on it than the island has beds.”',
      'Boats will be told by the usual notice that the light is back. It flashes twice every fifteen seconds and can be seen for 17 miles.',
    ],
  },
  {
    path: '/island/school-teacher',
    title: 'Island school finds a second teacher at last',
    author: 'Pascoe Lune',
    published: '2019-04-01T06:40:00Z',
    teaser: 'A teacher from the mainland starts after Easter, nine months after the post fell vacant.',
    paragraphs: [
      'Skellen’s school will have two teachers again after Easter, nine months after the second post fell vacant and five advertisements went unanswered.',
      'Loveday Quill, 29, who now teaches in Wendmouth, will take the younger class. She will live in the old harbour master’s cottage, which the parish has let to her for a peppercorn.',
      '“They told me about the wind and they told me about the boat, and nobody told me that the children would be waiting on the quay,” Ms Quill said.',
      'The headteacher, Denzil Hocking, has taught all 31 pupils in one room since July. He said that he had not been asked for a day off in that time and had not dared to ask for one.',
      '“A school with one teacher is a school until he catches a cold,” Mr Hocking said. He added that Morwenna Rosevear had stood in on two mornings when he did.',
      'The county pays for both posts until the summer of 2021, when it will look at the number of pupils again.',
    ],
  },
]

/** The whole site, whose front page is at `root`, such as http://127.0.0.1:4400. */
function pages(root: string): ReadonlyMap<string, { readonly type: string; readonly body: string }> {
  const html = 'text/html; charset=utf-8'
  const links = STORIES.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`)
  const front = `<!doctype html><html lang="en"><head><title>${OUTLET}</title>
<link rel="alternate" type="application/rss+xml" title="${OUTLET}" href="/feed.xml"></head>
<body><h1>${OUTLET}</h1><ul>${links.join('')}</ul></body></html>`
  return new Map([
    ['/', { type: html, body: front }],
    ['/feed.xml', { type: 'application/rss+xml; charset=utf-8', body: feed(root) }],
    ...STORIES.map((story) => [story.path, { type: html, body: page(story, root) }] as const),
  ])
}

function feed(root: string): string {
  const items = STORIES.toReversed().map(
    ({ path, title, teaser, published }) => `<item><title>${title}</title><link>${root}${path}</link>
<guid isPermaLink="true">${root}${path}</guid><pubDate>${new Date(published).toUTCString()}</pubDate>
<description>${teaser}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${OUTLET}</title><link>${root}/</link>
<description>News of Skellen Island</description>
${items.join('\n')}
</channel></rss>`
}

function page({ path, title, author, published, paragraphs }: Story, root: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${OUTLET}</title>
<link rel="canonical" href="${root}${path}"><meta name="author" content="${author}">
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${published}"></head>
<body><nav><a href="/">${OUTLET}</a> <a href="/feed.xml">Feed</a></nav>
<article><h1>${title}</h1><p class="byline">By ${author}</p>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article><footer>Printed on the quay since 1871.</footer></body></html>`
}

export interface NewsServer {
  /** Its address, without a slash at the end. */
  readonly url: string
  stop(): Promise<void>
}

/** Serves the paper; port 0 is any that is free. */
export async function startNewsServer(port: number): Promise<NewsServer> {
  let site = pages('')
  const server = createServer((request, response) => {
    const found = site.get(new URL(request.url ?? '/', 'http://site').pathname)
    if (found) response.writeHead(200, { 'Content-Type': found.type }).end(found.body)
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  site = pages(url)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await startNewsServer(Number(process.argv[2] ?? PORT))
  console.log(`${OUTLET} is at ${url}, and its feed at ${url}/feed.xml. Ctrl+C ends it.`)
}
