import { decodeHTMLStrict } from 'entities'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Characters that no markup may hold. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu
/** More attributes than any tag that is read has. */
const MOST_ATTRIBUTES = 64

/** Longer than any article, and than any address or date; what is longer is cut. UTF-16 units. */
export const LONGEST = { text: 1_000_000, value: 10_000 }

/** A tag with its name in lower case, as it is written, prefix and all. */
export interface OpenTag {
  readonly name: string
  /** By name in lower case, prefix and all. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where its `<` stands, and where what comes after its `>` begins: offsets into the source. */
  readonly start: number
  readonly end: number
}

export interface TagEvents {
  open(tag: OpenTag, isEmpty: boolean): void
  close?(name: string, start: number): void
  text?(text: string): void
}

/** What stops the reading from within an event. */
export type Stop = () => void

/** Markup without what it may not hold; offsets are into this. */
export function withoutControls(source: string): string {
  return source.replace(CONTROLS, '')
}

/** Text of markup with its references as characters: those of XML and HTML, once. Entities that a document defines are never expanded. */
export function unescaped(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

/**
 * Reads the tags of XML or HTML from left to right, forgiving all that can be forgiven; what nests in what is left to the events. In time and
 * memory linear in the source.
 */
export function readTags(source: string, kind: 'xml' | 'html', eventsOf: (stop: Stop) => TagEvents): void {
  let name = ''
  let start = 0
  let attribute = ''
  let attributes = new Map<string, string>()
  const part = (from: number, to: number, most: number): string => source.slice(from, Math.min(to, from + most))
  const events = eventsOf(() => tokenizer.pause())
  const opened = (end: number, isEmpty: boolean): void =>
    events.open({ name, attributes, start, end: end + 1 }, isEmpty)
  const note = (value: string): void => {
    if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value)
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname(from, to) {
      name = source.slice(from, to).toLowerCase()
      start = from - 1
      attributes = new Map()
    },
    onattribname: (from, to) => {
      attribute = source.slice(from, to).toLowerCase()
    },
    onattribdata: (from, to) => note(unescaped(part(from, to, LONGEST.value))),
    onattribend: () => note(''),
    onattribentity: () => {},
    onopentagend: (at) => opened(at, false),
    onselfclosingtag: (at) => opened(at, true),
    onclosetag: (from, to) => events.close?.(source.slice(from, to).toLowerCase(), source.lastIndexOf('<', from)),
    ontext: (from, to) => events.text?.(unescaped(part(from, to, LONGEST.text))),
    oncdata: (from, to, offset) => events.text?.(part(from, to - offset, LONGEST.text)),
    ontextentity: () => {},
    oncomment: () => {},
    ondeclaration: () => {},
    onprocessinginstruction: () => {},
    onend: () => {},
  }
  const tokenizer = new Tokenizer({ xmlMode: kind === 'xml', decodeEntities: false }, callbacks)
  tokenizer.write(source)
  tokenizer.end()
}
