/** Lines of a page that are no sentences of its article. */
const FURNITURE =
  /^\W{0,3}(?:read (?:more|also|next|the)|related|also (?:read|see)|see also|(?:just|must) watch(?:ed)?|watch(?: live| now)?:|more:|photos?:|image:|video:|advertisement|sign up|subscribe|click here|follow us|share this|listen:|hide caption|enlarge this|caption|story continues|continue reading|loading|editor[’']s note|correction:|update(?:d)?(?: at [\d:]+ ?[ap]\.?m\.?[^.]{0,8})?:|breaking:|opinion:|analysis:|see:|trending:|get the latest|this article was|this story was|all rights reserved|copyright)(?!\p{L})/iu
const CREDIT =
  /toggle caption|\/getty|getty images|ap photo|\bafp\/|photo (?:by|illustration)|\(photo|file photo|via getty|\/ap\b|\/reuters\b|screenshot\/|read more\W*$/iu
/** Captions of a row of pictures stand in one line. */
const CAPTIONS = /hide caption|replay more videos|\d of \d+ photos:/iu
const BYLINE = /^(?:By|BY) \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,4}(?:,| and | \||\s*$)/u
/** A post that is shown with its date: "— Ada Holm (@adaholm) May 4, 2021". */
const POSTED = /\(@\w+\)/u
const ENDED = /[.!?…:;"”’'»)\]][\s*†]*$/u
/** Headings, captions and names of lists are shorter. */
const LONGEST_HEADING = 160
const LONGEST_CREDIT = 400

/** Whether a line of a text is a caption, a byline, a link to more or the like. */
export function isFurniture(line: string): boolean {
  if (FURNITURE.test(line) || (BYLINE.test(line) && !ENDED.test(line)) || CAPTIONS.test(line)) return true
  return line.length <= LONGEST_CREDIT && CREDIT.test(line)
}

/** Whether a sentence of a line is none: a heading that nothing ends, or a link to more. */
export function isFragment(line: string, sentence: string): boolean {
  if (FURNITURE.test(sentence)) return true
  return line === sentence && line.length <= LONGEST_HEADING && !ENDED.test(line) && !POSTED.test(line)
}

/** Whether a sentence of a line of captions tells something by itself. */
export function standsAlone(line: string, sentence: string): boolean {
  return CAPTIONS.test(line) && ENDED.test(sentence) && !CAPTIONS.test(sentence) && !CREDIT.test(sentence)
}
