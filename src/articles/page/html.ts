import { normalise } from '../normalise.js'
import { markBlocks } from './blocks.js'
import { parse } from './dom.js'
import { withoutLitter } from './litter.js'
import { prune } from './prune.js'
import { scan } from './scan.js'

/** How feeds end an entry: where it came from, and where it goes on. */
const FEED_END =
  /^(?:the post .{1,300} (?:appeared first on|first appeared on) .{1,200}|(?:continue reading|read more|weiterlesen|lire la suite|seguir leyendo|leer más)\b.{0,200}|\[?(?:…|\.\.\.)\]?|this (?:post|article|entry) was (?:originally )?(?:published|posted) (?:on|in|at) .{1,200})$/iu

/** A summary that breaks off, and the link behind it. */
const GOES_ON = /(?<=[\s.…\]])(?:continue reading|read more|weiterlesen|lire la suite|leer más)[\s→»›….]{0,5}$/iu

/**
 * The text of HTML that is a fragment, as entries of feeds hold it: paragraphs parted by an empty line, entities decoded once; without what is
 * hidden, captions, lines to share and links to go on reading. Empty where no text is left or the markup is more than any article's.
 */
export function htmlText(html: string): string {
  const isPlain = !/<[a-z/!]/iu.test(html)
  try {
    const document = parse(scan(isPlain ? html.replace(/\r\n?|\n/gu, '<br>') : html).html)
    prune(document)
    const blocks = withoutLitter(markBlocks(document), { title: null, author: null })
    const texts = blocks.map(({ text }) => text.replace(GOES_ON, '')).filter((text) => !FEED_END.test(text))
    return normalise(texts.join('\n\n'))
  } catch {
    // A Refusal, or what the parser cannot bear.
    return ''
  }
}
