import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

/** One way of answering wrongly, or rarely. Whatever repeats itself ends with the connection. */
export type Fault = (response: ServerResponse, request: IncomingMessage) => void

export const FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Wendmouth Post</title><link>http://wendmouth.example/</link>
<item><guid>ferry-1</guid><title>Ferry is back</title><link>http://wendmouth.example/ferry</link></item>
</channel></rss>
`

const RSS = { 'Content-Type': 'application/rss+xml' }
const MEGABYTE = 1024 * 1024
/** A gigabyte of zeros, as a row of members, which a gzip file may be. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(10 * MEGABYTE))
  return Buffer.concat(Array.from({ length: 100 }, () => member))
}
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

/** What a name repeated inside a name makes of a kilobyte: a billion words. */
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ferry">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&a9;&secret;</title></channel></rss>`

function send(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, code = 200): Fault {
  return (response) => void response.writeHead(code, { ...RSS, ...headers }).end(body)
}

/** The body is made when it is first asked for: some take a while. */
function sendMade(make: () => Buffer, headers: Readonly<Record<string, string>>): Fault {
  let made: Buffer | undefined
  return (response) => void response.writeHead(200, { ...RSS, ...headers }).end((made ??= make()))
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return (response) => void response.writeHead(code, headers).end('an explanation that nobody reads')
}

function redirect(code: number, location: string): Fault {
  return (response) => void response.writeHead(code, { Location: location }).end()
}

/** Bytes straight into the socket, HTTP or not. */
function raw(text: string, isEnd = true): Fault {
  return ({ socket }) => {
    if (isEnd) socket?.end(text, 'latin1')
    else socket?.write(text, 'latin1')
  }
}

/** A piece every few milliseconds, for as long as somebody listens. */
function drip(begin: Fault, piece: string): Fault {
  return (response, request) => {
    begin(response, request)
    const { socket } = response
    const timer = setInterval(() => socket?.write(piece, 'latin1'), 5)
    socket?.once('close', () => clearInterval(timer))
  }
}

/** By path. None but `/feed` is ever answered as it should be. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  '/feed': send(FEED, { ETag: '"one"', 'Last-Modified': 'Thu, 20 Dec 2018 09:00:00 GMT' }),
  // Time
  '/silent': () => {},
  '/slow-headers': drip(raw('HTTP/1.1 200 OK\r\n', false), 'X-Wend: 1\r\n'),
  '/slow-body': drip(raw('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 900000\r\n\r\n', false), '<'),
  '/endless-body': drip(raw('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n', false), ' '.repeat(64)),
  // The connection
  '/dropped': ({ socket }) => void socket?.destroy(),
  '/truncated': raw(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 9000\r\n\r\n${FEED}`),
  '/truncated-chunks': raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<?xml\r\n'),
  '/not-http': raw('220 mail.wendmouth.example ESMTP\r\n'),
  '/large-header': raw(`HTTP/1.1 200 OK\r\nX-Wend: ${'w'.repeat(MEGABYTE)}\r\n\r\n${FEED}`),
  // Size
  '/large': (response) => {
    response.writeHead(200, RSS)
    for (let i = 0; i < 20; i++) response.write(Buffer.alloc(MEGABYTE, ' '))
    response.end()
  },
  '/large-announced': (response) => {
    response.writeHead(200, { ...RSS, 'Content-Length': String(20 * MEGABYTE) }).write('<')
  },
  '/gzip-bomb': sendMade(bomb, { 'Content-Encoding': 'gzip' }),
  '/brotli-bomb': sendMade(() => brotliCompressSync(Buffer.alloc(40 * MEGABYTE), quickly), {
    'Content-Encoding': 'br',
  }),
  '/stacked-bomb': sendMade(() => gzipSync(bomb()), { 'Content-Encoding': 'gzip, gzip' }),
  // Many members that hold nothing: what comes out between two codings is counted, too.
  '/empty-bomb': sendMade(() => gzipSync(Buffer.alloc(40 * MEGABYTE, gzipSync('')), { level: 1 }), {
    'Content-Encoding': 'gzip, gzip',
  }),
  // Encodings
  '/gzip': send(gzipSync(FEED), { 'Content-Encoding': 'gzip' }),
  '/x-gzip': send(gzipSync(FEED), { 'Content-Encoding': 'X-GZIP' }),
  '/brotli': send(brotliCompressSync(FEED), { 'Content-Encoding': 'br' }),
  '/deflate': send(deflateSync(FEED), { 'Content-Encoding': 'deflate' }),
  '/raw-deflate': send(deflateRawSync(FEED), { 'Content-Encoding': 'deflate' }),
  '/stacked': send(brotliCompressSync(gzipSync(FEED)), { 'Content-Encoding': 'gzip, identity, br' }),
  '/stacked-thrice': send(gzipSync(gzipSync(gzipSync(FEED))), { 'Content-Encoding': 'gzip, gzip, gzip' }),
  '/unknown-encoding': send(FEED, { 'Content-Encoding': 'compress' }),
  '/truncated-gzip': send(gzipSync(FEED).subarray(0, -20), { 'Content-Encoding': 'gzip' }),
  '/broken-gzip': send(Buffer.concat([gzipSync(FEED).subarray(0, 30), Buffer.alloc(200, 0xff)]), {
    'Content-Encoding': 'gzip',
  }),
  '/lying-gzip': send(FEED, { 'Content-Encoding': 'gzip' }),
  '/lying-brotli': send(FEED, { 'Content-Encoding': 'br' }),
  '/lying-deflate': send(FEED, { 'Content-Encoding': 'deflate' }),
  '/lying-charset': send(Buffer.from('<rss><channel><title>Caf\xe9 \x93Wend\x94</title></channel></rss>', 'latin1'), {
    'Content-Type': 'text/xml; charset=utf-8',
  }),
  '/entities': send(ENTITIES),
  // Status
  '/unchanged': status(304, { ETag: '"one"' }),
  '/empty': send(''),
  '/no-content': (response) => void response.writeHead(204).end(),
  '/part': send(FEED.slice(0, 40), { 'Content-Range': 'bytes 0-39/900' }, 206),
  '/password': status(401, { 'WWW-Authenticate': 'Basic realm="Wend"' }),
  '/pay': status(402),
  '/forbidden': status(403),
  '/missing': status(404),
  '/gone': status(410),
  '/law': status(451),
  '/error': status(500),
  '/too-many': status(429, { 'Retry-After': '120' }),
  '/unavailable': status(503, { 'Retry-After': '300' }),
  '/unavailable-quietly': status(503),
  // Redirects
  '/moved': redirect(301, '/feed'),
  '/moved-twice': redirect(308, '/moved'),
  '/moved-then-found': redirect(301, '/found'),
  '/moved-to-nothing': redirect(301, '/missing'),
  '/found': redirect(302, '/feed?edition=evening'),
  '/found-then-moved': redirect(307, '/moved'),
  '/loop': redirect(301, '/loop-back'),
  '/loop-back': redirect(302, '/loop'),
  '/chain-1': redirect(302, '/chain-2'),
  '/chain-2': redirect(302, '/chain-3'),
  '/chain-3': redirect(302, '/chain-4'),
  '/chain-4': redirect(302, '/chain-5'),
  '/chain-5': redirect(302, '/chain-6'),
  '/chain-6': redirect(302, '/feed'),
  '/to-nowhere': status(302),
  '/to-script': redirect(302, 'javascript:alert(1)'),
  '/to-file': redirect(302, 'file:///etc/passwd'),
  '/to-mail-port': redirect(302, 'http://wendmouth.example:25/'),
  '/to-two-lines': raw('HTTP/1.1 302 Found\r\nLocation: /feed\r\n /x\r\nContent-Length: 0\r\n\r\n'),
  '/to-metadata': redirect(301, 'http://169.254.169.254/latest/meta-data/'),
  '/to-loopback': redirect(302, 'http://127.0.0.1/'),
  '/to-loopback-number': redirect(302, 'http://2130706433/'),
  '/to-loopback-ipv6': redirect(302, 'http://[::ffff:127.0.0.1]/'),
  '/to-localhost': redirect(302, 'http://localhost/'),
}
