/** What an answer holds, decompressed, and never more than may be held. */
import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { webPhrases as say } from '../webPhrases.js'
import type { Answer } from './ask.js'
import { refused } from './failure.js'
import { headerOf } from './headers.js'

type Bytes = AsyncIterable<Uint8Array>

/** Servers that compress twice by mistake are known; more is meant to do harm. */
const MOST_CODINGS = 2

/** As many bytes tell what is compressed from what only says so. */
const HEAD = 16

/**
 * Reads a body to its end, or to `limit` bytes where it is to be cut there. Rejects with a `Failure` where it is larger, counted as sent and after
 * each decompression, so that what is decompressed is never held as a whole.
 */
export async function readBody({ headers, body }: Answer, limit: number, over: 'fail' | 'cut'): Promise<Uint8Array> {
  if (over === 'fail' && Number(headerOf(headers, 'content-length')) > limit) throw refused(say.tooLarge(limit))
  const codings = (headerOf(headers, 'content-encoding') ?? '')
    .toLowerCase()
    .split(',', 100)
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MOST_CODINGS) throw refused(say.unknownCoding)
  let bytes = bounded(body, limit, over)
  for (const coding of codings.toReversed()) bytes = bounded(decode(bytes, coding), limit, over)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return together(chunks)
}

/** In memory of its own, so that it can be handed to a thread. */
function together(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

async function* bounded(bytes: Bytes, limit: number, over: 'fail' | 'cut'): Bytes {
  let left = limit
  for await (const chunk of bytes) {
    if (chunk.length > left && over === 'fail') throw refused(say.tooLarge(limit))
    yield chunk.subarray(0, left)
    left -= chunk.length
    if (left <= 0 && over === 'cut') return
  }
}

async function* decode(bytes: Bytes, coding: string): Bytes {
  const { head, all } = await begun(bytes)
  const decoder = decoderFor(coding, head)
  // Where either ends or fails, so does the other.
  if (decoder === null) yield* all
  else yield* pipeline(Readable.from(all, { highWaterMark: 1 }), decoder, () => {})
}

/** What decompresses a body that begins so; null where it is not compressed, though it says so, as happens. */
function decoderFor(coding: string, head: Uint8Array): Transform | null {
  const isText = looksLikeText(head)
  if (coding === 'gzip' || coding === 'x-gzip') return head[0] === 0x1f && head[1] === 0x8b ? createGunzip() : null
  if (coding === 'br') return isText ? null : createBrotliDecompress()
  if (coding !== 'deflate') {
    if (isText) return null
    throw refused(say.unknownCoding)
  }
  if (isText) return null
  // RFC 1950 puts a header before what RFC 1951 defines; many servers leave it out.
  const [first = 0, second = 0] = head
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? createInflate() : createInflateRaw()
}

/** Compressed bytes are all printable, the first of them a bracket, about once in a billion times. */
function looksLikeText(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*[<{[][\t\n\r -~]*$|^$/u.test(Buffer.from(head).toString('latin1'))
}

/** The first bytes, and all bytes with these. */
async function begun(bytes: Bytes): Promise<{ readonly head: Uint8Array; readonly all: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEAD) {
    const next = await iterator.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return { head: head.subarray(0, HEAD), all: chained(head, iterator) }
}

async function* chained(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): Bytes {
  try {
    yield head
    yield* { [Symbol.asyncIterator]: () => iterator }
  } finally {
    await iterator.return?.()
  }
}
