import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { Refusal, refusals } from './refusal.js'

/** Byte order marks, and how a document of markup or JSON begins where it has none (XML 1.0, appendix F); the longest first. */
const BEGINNINGS: readonly (readonly [readonly (number | null)[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be'],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x00, null, 0x00, null], 'utf-16be'],
  [[null, 0x00, null, 0x00], 'utf-16le'],
]
const DECLARED = [
  /<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']?\s*([\w.:-]{1,40})/iu,
  /<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu,
]
/** No text holds these: it was read as what it is not. */
const MISREAD = /[\uFFFD\u0080-\u009F]/u
/** Labels that neither browsers nor iconv know, and what is read for them. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:ujis|euc[-_]?jis(?:x0213|[-_]2004))$/iu, 'euc-jp'],
  [/^(?:shift[-_]?jis[-_]2004|s[-_]?jisx0213)$/iu, 'shift_jis'],
  [/^iso[-_]?2022[-_]jp(?:[-_]\w+)?$/iu, 'iso-2022-jp'],
  [/^(?:uhc|cp949)$/iu, 'euc-kr'],
  [/^(?:ptcp154|cyrillic-asian)$/iu, 'pt154'],
]
/** As much as a declaration may stand behind. */
const HEAD = 4096

/**
 * The text of what the web sent. A byte order mark counts first, then the charset of its Content-Type, then what it declares itself (RFC 7303,
 * section 3); labels mean what browsers take them for (WHATWG Encoding). What cannot be read as it is labelled is read as another label says,
 * and in the end as UTF-8 or windows-1252, whichever it is more like. Throws a Refusal of what is empty, or is UTF-7.
 */
export function decodeWeb(bytes: Uint8Array, type: string | null): string {
  if (bytes.length === 0) throw new Refusal(refusals.empty)
  const begins = BEGINNINGS.find(([pattern]) => pattern.every((byte, at) => byte === null || bytes[at] === byte))?.[1]
  const text = begins === undefined ? decodeLabelled(bytes, labelsOf(bytes, type)) : decodeAs(bytes, begins)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function labelsOf(bytes: Uint8Array, type: string | null): string[] {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const charset = /;\s*charset\s*=\s*["']?\s*([^\s"';]{1,40})/iu.exec(type?.slice(0, 500) ?? '')?.[1]
  return [charset, ...DECLARED.map((pattern) => pattern.exec(head)?.[1])].flatMap((label) => label ?? [])
}

function decodeLabelled(bytes: Uint8Array, labels: readonly string[]): string {
  if (labels.some((label) => /^(?:x-)?(?:unicode-1-1-)?utf-?7$/iu.test(label))) throw new Refusal(refusals.utf7)
  // Without a byte order mark or zeros between them, these bytes are no UTF-16 or UTF-32, whatever they are called.
  const names = labels.flatMap((label) => encodingOf(label) ?? []).filter((name) => !/^utf-?(?:16|32|ucs)/u.test(name))
  // Western text is UTF-8 by chance only where it is plain ASCII, and then all is one.
  const isWestern = names.every((name) => name === 'utf-8' || name === 'windows-1252')
  if (isUtf8(bytes) && (isWestern || names.includes('utf-8'))) return decodeAs(bytes, 'utf-8')
  for (const name of names) {
    if (name === 'utf-8') continue
    const text = decodeAs(bytes, name)
    if (!MISREAD.test(text)) return text
  }
  const foreign = names.find((name) => name !== 'utf-8')
  return foreign === undefined ? utf8OrWestern(bytes) : decodeAs(bytes, foreign)
}

/** UTF-8 with a few bytes broken, or cut off, keeps the rest of its characters; text that is hardly UTF-8 is windows-1252. */
function utf8OrWestern(bytes: Uint8Array): string {
  const text = decodeAs(bytes, 'utf-8')
  const broken = text.split('\uFFFD').length - 1
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  return broken > 0 && broken >= whole ? decodeAs(bytes, 'windows-1252') : text
}

/** The encoding that browsers take a label for; one that iconv knows besides; null for a label that nobody knows. */
function encodingOf(given: string): string | null {
  const label = ALIASES.find(([pattern]) => pattern.test(given))?.[1] ?? given
  try {
    return new TextDecoder(label).encoding
  } catch {
    return iconv.encodingExists(label) ? label.toLowerCase() : null
  }
}

/** By Node where it knows the encoding; windows-1252 by iconv, since the TextDecoder of Node 20 takes it for ISO-8859-1. */
function decodeAs(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' || !isNodes(encoding)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
    : new TextDecoder(encoding).decode(bytes)
}

function isNodes(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding === encoding
  } catch {
    return false
  }
}
