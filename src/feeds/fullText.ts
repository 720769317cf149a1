import type { Entry } from './entry.js'
import { readTags } from './tags.js'

/** Characters of text below which an entry is no article, or one so short that its page costs nothing. */
const LEAST = 1_000
/** Teasers may be longer: with so many characters that begin on what is cut off, or is to be read elsewhere, it is one all the same. */
const PROMISE_AT_END = 160

/** A line that blogs add at the end of every entry; it is no part of what they tell, and says nothing of whether that is whole. */
const APPEARED =
  /\b(?:the post|the article|this (?:post|article)|der beitrag|l’article|l'article)\b.{1,300}?\b(?:appeared first on|was first published (?:on|by)|first appeared on|erschien zuerst auf|est apparu en premier sur)\b.{1,120}$/iu
const CUT_OFF = /(?:…|\.{3}|\[(?:…|\.{2,4}|more|continued?)\]|\((?:…|\.{3}|more|continued?)\))\W{0,3}$/iu
const READ_ON =
  /(?:^|[^\p{L}])(?:read (?:more|on|the (?:full|whole|rest)\b.{0,60})|read (?:full|entire) (?:article|story)|continue reading\b.{0,120}|keep reading|full (?:story|article)|(?:see|view) (?:more|full (?:article|story))|(?:click|tap) here to read\b.{0,60}|more at\b.{0,40}|subscribe to (?:read|continue)\b.{0,60}|weiterlesen|mehr lesen|lire la suite|leer más|lees verder|leggi tutto|continua a leggere)\W{0,12}$/iu
/** Between these words do not run on. */
const BLOCKS = new Set('article blockquote br div h1 h2 h3 h4 h5 h6 li ol p section tr ul'.split(' '))
const SILENT = new Set('figure iframe noscript script style'.split(' '))
/** Where a text of middling length ends within a sentence, it was cut. */
const SURELY_LONG = 4_000
const SENTENCE_END = /(?![,;:])[\p{Po}\p{Pf}\p{Pe}\p{Pi}][^\p{L}\p{N}]{0,12}$/u

/**
 * Whether the text that a feed gives with an entry is the whole article, so that its page need not be fetched; otherwise it is a teaser. Goes by how
 * long it is and how it ends. Whether feed and page are of one site is for the caller to ask.
 */
export function isFullText({ html }: Pick<Entry, 'html'>): boolean {
  if (html === null) return false
  const text = textOf(html)
  const tail = text.slice(-1_000)
  const end = tail.replace(APPEARED, '').trim()
  const length = text.length - tail.length + end.length
  if (length < LEAST || CUT_OFF.test(end.slice(-40)) || READ_ON.test(end.slice(-PROMISE_AT_END))) return false
  return length >= SURELY_LONG || SENTENCE_END.test(end.slice(-20))
}

/** Near enough to the text to tell its length and its end. */
function textOf(html: string): string {
  const pieces: string[] = []
  let silent = 0
  readTags(html, 'html', () => ({
    open({ name }, isEmpty) {
      if (BLOCKS.has(name)) pieces.push(' ')
      if (SILENT.has(name) && !isEmpty) silent += 1
    },
    close(name) {
      if (BLOCKS.has(name)) pieces.push(' ')
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
    },
    text(words) {
      if (silent === 0) pieces.push(words)
    },
  }))
  return pieces.join('').replace(/\s+/gu, ' ').trim()
}
