import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { Refusal, refusals } from './refusal.js'

/**
 * The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so, or the encoding that a page names.
 * Throws a Refusal that says where it goes wrong.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): string {
  if (bytes.length === 0) throw new Refusal(refusals.empty)
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (utf16) return decodeUtf16(bytes, utf16)
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw new Refusal(refusals.binary(zero + 1))
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  if (declared !== null && !/^utf-?8$/iu.test(declared) && iconv.encodingExists(declared)) {
    return iconv.decode(Buffer.from(bytes), declared)
  }
  throw new Refusal(refusals.brokenUtf8(firstBrokenByte(bytes) + 1))
}

/** The encoding that a page names near its start. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return /<meta\b[^<>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]{1,40})/iu.exec(start)?.[1] ?? null
}

function decodeUtf16(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(refusals.brokenUtf16)
  }
}

/** How many bytes come before the first that belongs to no character, found by halving. */
function firstBrokenByte(bytes: Uint8Array): number {
  let whole = 0
  let broken = bytes.length
  while (whole < broken) {
    const middle = Math.ceil((whole + broken) / 2)
    if (beginsWell(bytes.subarray(0, middle))) whole = middle
    else broken = middle - 1
  }
  return whole
}

/** Whether bytes are UTF-8 up to their end, where a character may be cut. */
function beginsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
