import { paragraphs } from './normalise.js'
import { withoutSummaries } from './summary.js'
import { isHeadline, isSameTitle } from './title.js'

/** A paragraph that is no article: all of it matches, and it is no longer than so many words. */
interface Rule {
  readonly most: number
  readonly matches: RegExp
  /** Captions may quote; anything else that holds a quotation stays. */
  readonly mayQuote?: boolean
}

const LINK_LABEL =
  '(?:related(?: (?:coverage|content|story|stories|articles?|video|links?))?|more|(?:also )?read(?: more| also| next)?|(?:see|watch) also|(?:also )?watch|listen|photos?|gallery|video|recommended)'
const SHARE_WORD =
  '(?:share|tweet|post|pin|save|print|e-?mail|copy|link|listen|facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|messenger|on|via|to|this|it|more|article|story|comments?|\\d+(?::\\d\\d)?|[|•·,/])'
const SOCIAL = '(?:twitter|facebook|instagram|linkedin|youtube|threads|bluesky|mastodon|tiktok|telegram|@|https?:)'
const AGENCY = '(?:AFP|AP|EPA|PA|Reuters|REUTERS|Bloomberg|Landov|Shutterstock|Getty(?: Images)?)'

const RULES: readonly Rule[] = [
  {
    most: 6,
    matches:
      /^\W*(?:read more|read on|continue(?: reading)?(?: below| the main story)?|continue reading below|story continue[sd] below(?: advertisement)?|article continues below(?: advertisement)?|advert(?:isement)?(?: continue reading the main story)?|sponsored(?: content)?|ad|skip(?: this)? ad(?:vertisement)?|more on this|related|more|also watch|watch|view slideshow|slideshow(?: \(\d+ images?\))?|photos?|video|image|loading|pullquote|related content from \S+)\W*$/iu,
  },
  { most: 12, matches: /^[\s_*•·.—–=#~-]+$/u },
  {
    most: 90,
    mayQuote: true,
    matches: /^(?:enlarge this image|(?:hide|toggle) caption|(?:image|media) (?:copyright|caption|source))\b/iu,
  },
  { most: 90, mayQuote: true, matches: /^caption\b.*\bsource\b/iu },
  {
    most: 90,
    mayQuote: true,
    matches: new RegExp(
      String.raw`(?:REUTERS|${AGENCY} (?:photo|via)|\bvia ${AGENCY}|/\s?${AGENCY}|[—–|] ?Getty Images)[^.!?:"“”]{0,50}$`,
      'u',
    ),
  },
  {
    most: 90,
    mayQuote: true,
    matches:
      /(?:^|[\s(|])(?:Photo(?:graph|grapher)?|Picture|Image|Credit|Photo by|Photo credit|Photo courtesy)(?::| (?:by|courtesy of)) [^.!?"“”:]{2,60}\)?$/u,
  },
  {
    most: 90,
    mayQuote: true,
    matches: new RegExp(
      String.raw`\((?:${AGENCY}|Photo|Image)[^()]{0,80}\)$|\([^()]{2,60}/ ?${AGENCY}[^()]{0,30}\)$`,
      'u',
    ),
  },
  {
    most: 60,
    mayQuote: true,
    matches: /^CLOSE \S.*(?:USA TODAY|AP|Newsy|Newslook|Reuters|\(\w+\.? \d+\)|Buzz60)\W*$/u,
  },
  {
    most: 40,
    matches:
      /^this is an archived article\b|^this article is more than \d+ (?:years?|months?) old\W*$|^\d+ (?:years?|months?) ago$/iu,
  },
  {
    most: 110,
    matches:
      /^(?=.*\b(?:newsletters?|inbox|e-?mail(?:s| alerts?)?|alerts?|briefing)\b)(?:sign up|subscribe|get|want)\b(?=.*\b(?:sign up|subscribe|delivered|inbox|newsletters?|stor(?:y|ies))\b).*$/iu,
  },
  {
    most: 110,
    matches:
      /\bby signing up,? you agree\b|\byou can (?:opt out or )?unsubscribe at any time\b|^newsletter sign up\b|(?:delivered|right|straight) to your inbox\b|\bsign(?:ing)? up for our newsletters?\b/iu,
  },
  { most: 20, matches: /^(?:download|get) the (?:\S+ ){1,4}app\b/iu },
  {
    most: 14,
    matches: new RegExp(
      String.raw`^(?=.*\b(?:share|tweet|whatsapp|e-?mail|pinterest|flipboard)\b)${SHARE_WORD}(?:\s+${SHARE_WORD})*$`,
      'iu',
    ),
  },
  {
    most: 20,
    matches: new RegExp(
      String.raw`^[-•–(\s]*(?:and )?follow (?:\S+ ){0,7}?(?:(?:on|at)\b.*)?${SOCIAL}[^.!?]*[.!)]?$`,
      'iu',
    ),
  },
  { most: 30, matches: /^[-•–(\s]*click (?:here|on the link|through)\b/iu },
  { most: 12, matches: /^watch the latest videos? at\b/iu },
  { most: 25, matches: new RegExp(String.raw`^\W{0,3}${LINK_LABEL}\s?:(?!.*(?:https?:|@|pic\.))\s*\S.*[^.]$`, 'iu') },
  { most: 30, matches: new RegExp(String.raw`^[([]\s*(?:${LINK_LABEL}|also on \w+)\s?:[^()[\]]*[)\]]$`, 'iu') },
  { most: 14, matches: /^more on this\.{0,3}/iu },
  { most: 40, matches: /^\W*(?:copyright\W+(?:\d{4}\b|by\b|the\b)|©)/iu },
  { most: 40, matches: /\ball rights reserved\b|\bmay not be published, broadcast\b/iu },
  { most: 80, matches: /^[[(](?:additional )?(?:reporting|writing|editing|compiled)\b(?: and \w+)? by [^()]*[\])]$/iu },
  {
    most: 30,
    matches:
      /^[\s—–•*-]*(?:(?:additional|with) reporting by|contributing:|(?:with|by) (?:post )?wires?\W*$|edited by\b)[^?!]*$/iu,
  },
  {
    most: 45,
    matches:
      /^(?:\W*[^"“”]{3,250})\bcontributed (?:reporting )?(?:to|from|for) this (?:report|story|article)\b[^"“”]{0,60}$/iu,
  },
]

/** A credit in brackets at the end of a paragraph of news. */
const CREDIT_AT_END = /\s*[([](?:additional )?(?:reporting|writing)(?: and \w+)? by [^()[\]]{3,500}[)\]]$/iu
/** A caption that runs into the paragraph below it, where the credit stands twice as such pages print it. */
const CAPTION_AT_START = /^enlarge this image (?:toggle caption )?(\S.{2,100}?) \1 (?=\S)/iu

/**
 * Takes away what is no article, paragraph by paragraph: links to go on reading, advertisements, captions and credits, notices of
 * archives, newsletters, share and copyright lines, and a summary that repeats the text below it. In doubt a paragraph stays.
 */
export function clean(text: string, title: string | null = null): string {
  const all = paragraphs(text)
  const isTitled = title !== null && isSameTitle(title, all[0] ?? '')
  const kept = all.flatMap((paragraph, index) => (isTitled && index === 0 ? [paragraph] : withoutLitter(paragraph)))
  const body = isTitled || isHeadline(kept[0] ?? '') ? 1 : 0
  return withoutSummaries(kept.join('\n\n'), body)
}

function withoutLitter(paragraph: string): string[] {
  const rest =
    paragraph.length > 20_000 ? paragraph : paragraph.replace(CREDIT_AT_END, '').replace(CAPTION_AT_START, '')
  return rest === '' || isLitter(rest) ? [] : [rest]
}

function isLitter(paragraph: string): boolean {
  if (paragraph.length > 1_000) return false
  const count = paragraph.split(/\s+/u).length
  const quotes = /["“”„«»]/u.test(paragraph)
  return RULES.some(({ most, matches, mayQuote }) => count <= most && (mayQuote || !quotes) && matches.test(paragraph))
}
