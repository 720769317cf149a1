import { isSameTitle } from '../title.js'
import type { Block } from './blocks.js'
import { isHeading } from './body.js'
import type { Metadata } from './metadata.js'

/** Blocks at the end and the beginning where credits, dates and invitations stand. */
const ENDS = { first: 8, last: 6 }
const FEWEST_REPEATED = 20
const LONGEST_REPEATED = 400
/** In letters: beyond it looking for repetitions takes too long. */
const LONGEST_COMPARED = 150_000

const LABEL = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[
    'advertisement(?: ?[-–—]? ?(?:story|article) continues below)?|skip advertisement|ad|sponsored|promoted|related|related (?:stories|articles|coverage|links|topics|news)|read (?:more|also|next|on)|more (?:on this(?: story)?|stories|news|from .{2,40})|see also|share|share this(?: article| story)?|tags?|topics|tagged|listen|listen to this article|live|comments?|most (?:read|popular|viewed)|key events|recommended|up next|now playing:.*|print|save|e-?mail|follow|copy link|photo|gallery|back to top|load more|jump to|keep reading|don.t miss|also today|latest posts|show more|newsletter|about the author|sign up|subscribe|trending|latest|previous|next|\\d+ comments?|\\d+ min(?:ute)?s?(?: read)?|(?:estimated )?reading time.{0,20}|min read|share full article|updated.{0,40}|in this article|contents|table of contents|image \\d+ of \\d+|photo \\d+ of \\d+',
    'anzeige|werbung|lesen sie auch|mehr zum thema|mehr dazu|teilen|merken|drucken|kommentare|schlagwörter|themen|newsletter|das könnte sie auch interessieren|zur startseite|artikel anhören|\\d+ kommentare',
    'publicité|lire aussi|à lire aussi|partager|sur le même sujet|commentaires|réagir|temps de lecture.{0,20}|la suite après cette publicité',
    'más información|lo más visto|archivado en|sobre la firma|lea también|lee también|le puede interesar|compartir|publicidad|etiquetas|te puede interesar|leia também|leia mais|compartilhe|publicidade|leggi anche|pubblicità|condividi|lees ook|lees meer|deel|advertentie|läs också|läs mer|annons|les også|annonse|læs også|reklama|czytaj też|zobacz także',
    'اقرأ أيضا|اقرأ أيضاً|شارك|إعلان|الأكثر قراءة|موضوعات ذات صلة|читайте также|реклама|поделиться|теги|相关阅读|延伸阅读|分享|广告|関連記事|広告|관련기사',
  ].join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
)

/** Who posted a quoted post, and when. */
const SIGNED = /^[—–-]\s?[^.!?]{2,50}\(@\w{1,30}\)[^.!?]{0,40}$/u

/** A paragraph that begins so and holds a link leads to another article. */
const LEADS_ELSEWHERE =
  /^[^\p{L}\p{N}]*(?:(?:related|(?:also )?read(?: more| also| next)?|see also|more|watch|listen|in pictures|opinion|analysis|lesen sie auch|mehr|lire aussi|à lire|lea también|leia (?:também|mais)|leggi anche|lees ook|läs också|اقرأ أيضا|читайте также)\s?[:|>»–—-]|lesen sie (?:auch|hier)|lire aussi|اقرأ أيضا)/iu

/** What stands at the end, or near the beginning, and speaks of the page, the paper or its readers. */
const ABOUT_THE_PAGE =
  /^(?:our standards:|a version of this article (?:appears|appeared)|have an opinion on this|got a (?:tip|story)|do you (?:know|have|remember)\b.*\b(?:write|e-?mail|contact|get in touch|tell us)|enjoyed this\?|(?:to )?(?:get|read) (?:the latest|more) .*\b(?:app|newsletter)|the post .{3,200} (?:appeared first on|first appeared on)|this (?:article|story) (?:was )?(?:originally|first) (?:published|appeared)|sign up (?:for|to)|subscribe (?:to|now)|join (?:the conversation|our)|follow us|like us|support (?:our|independent|us)|become a (?:member|subscriber)|have you got|like this\?|contact (?:the reporter|us|our)|want to (?:comment|read more)|report a correction|photographs? (?:by|:)|pictures?:|video:|source:|quelle:|المصدر|purchase licensing|©|copyright\b|all rights reserved|alle rechte|tous droits)/iu

const BYLINE =
  /^(?:by|von|par|por|di|door|words by|interview by|written by|reporting by|text:)\s+\p{Lu}[^.!?]{2,100}$/iu
const DATE_LINE =
  /^(?:(?:published|updated|posted|last updated|publié|modifié|veröffentlicht|aktualisiert|mis à jour|on|le)\b[^.!?]{0,20})?(?:\p{L}{2,10}\.?,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,10}\.?,? \d{4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b[^.!?]{0,80}$/iu

/** Drops what the layout did not give away: repeated titles, pull quotes, labels, bylines, dates, lines about the page and the author. */
export function withoutLitter(blocks: readonly Block[], about: Pick<Metadata, 'title' | 'author'>): Block[] {
  const kept = blocks.filter((block, index) => {
    const isEnd = index < ENDS.first || index >= blocks.length - ENDS.last
    return !isLitter(block, index, about) && !(isEnd && isAboutThePage(block, index, about))
  })
  const unrepeated = withoutRepeats(kept)
  return withoutLoneHeadings(unrepeated)
}

function isLitter({ text, linked, ...block }: Block, index: number, { title }: Pick<Metadata, 'title'>): boolean {
  if (text.length < 90 && (LABEL.test(text) || SIGNED.test(text))) return true
  if (text.length < 300 && linked > 0.3 && LEADS_ELSEWHERE.test(text)) return true
  return title !== null && (index < ENDS.first || block.tag === 'h1') && isSameTitle(title, text)
}

function isAboutThePage({ text, tag }: Block, index: number, { author }: Pick<Metadata, 'author'>): boolean {
  if (text.length < 400 && ABOUT_THE_PAGE.test(text)) return true
  if (index < ENDS.first && text.length < 120 && isLineOfDates(text)) return true
  const names = author?.split(/,\s*|\s+(?:and|und|et)\s+/u).filter((name) => name.length > 4) ?? []
  if (names.length === 0 || tag === 'h1') return false
  if (text.length < 100 && names.some((name) => isSameTitle(name, text))) return true
  if (text.length > 500) return false
  return names.some(
    (name) =>
      text.startsWith(name) &&
      /^\s+(?:is|was|has|covers?|writes?|joined|reports?|lives?|ist|arbeitet|schreibt|est|es|é)\s/u.test(
        text.slice(name.length),
      ) &&
      index >= ENDS.first,
  )
}

function isLineOfDates(text: string): boolean {
  const rest = text.replace(/\b\d+ min(?:ute)?s? read\b/iu, '').replace(/^[^\p{L}\p{N}]+/u, '')
  return rest === '' || BYLINE.test(rest) || DATE_LINE.test(rest)
}

/** A short block whose words stand in another one, in this order, is a pull quote; of equal ones the first stays. */
function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const keys = blocks.map(
    ({ text }) =>
      ` ${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
  )
  const all = keys.join('\n')
  if (all.length > LONGEST_COMPARED) return blocks
  let next = 0
  return blocks.filter((block, index) => {
    const key = keys[index] ?? ''
    const start = next
    next += key.length + 1
    if (key.length < FEWEST_REPEATED || key.length > LONGEST_REPEATED || isHeading(block)) return true
    if (all.indexOf(key) < start) return false
    const again = all.indexOf(key, start + key.length)
    return again < 0 || (all[again - 1] === '\n' && all.startsWith('\n', again + key.length))
  })
}

/** A heading stays where text follows before the next one of its rank or above. */
function withoutLoneHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (!isHeading(block)) return true
    const next = blocks[index + 1]
    return next !== undefined && (!isHeading(next) || next.tag > block.tag)
  })
}
