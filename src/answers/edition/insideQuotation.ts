import type { Span } from '../../model.js'

/** A post that is shown with its date, without marks: "… — Ada Holm (@adaholm) May 4, 2021". */
const POSTED = /[—–-] ?[^\n]{1,60}\(@\w+\)/u
/** UTF-16 units. */
const LONGEST_POST = 300
const LONGEST_COMPARED = 80

/** Whether a passage begins or ends within a quotation of its paragraph, so that its words would look like the outlet's own. */
export function isInsideQuotation(text: string, { start, end }: Span): boolean {
  const paragraph = text.lastIndexOf('\n', start) + 1
  const behind = text.slice(end, end + LONGEST_POST)
  const isPost = POSTED.test(behind.slice(0, behind.search(/\n\n(?![—–-])|$/u)))
  return isPost || isOpen(text.slice(paragraph, start)) || isOpen(text.slice(paragraph, end))
}

/** Whether the words of a passage stand in its article once more: a quotation or a post that is shown again, without marks. */
export function standsTwice(text: string, { start, end }: Span): boolean {
  const beginning = text.slice(start, Math.min(end, start + LONGEST_COMPARED))
  return text.indexOf(beginning) < start || text.indexOf(beginning, start + 1) >= 0
}

/** Whether a quotation that is begun in a text is not closed in it. */
function isOpen(text: string): boolean {
  const curly = Math.max(text.lastIndexOf('“'), text.lastIndexOf('„'))
  if (curly > text.lastIndexOf('”')) return true
  return (text.match(/"/gu)?.length ?? 0) % 2 === 1
}
