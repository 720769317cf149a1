/** Plain words, as in a mention, to the line of a command. */

import { ASKED_OF_DIGESTS } from './mentionedDigests.js'
import { ASKED_OF_FEEDS } from './mentionedFeeds.js'

const LONGEST = 10_000
/** Longer than this, outside quotation marks, is no question put to a bot. */
const LONGEST_QUESTION = 1_000

const SAY =
  '(?:say|said|says|saying|write|wrote|written|writes|tweet|tweeted|tweets|post|posted|state|stated|tell|told)'
const REALLY = '(?:(?:really|actually|ever|truly|indeed) )*'
const ON = '(?:about|on|of|over|regarding|concerning|re|with|in|to|around)'
const REAL =
  '(?:real|true|genuine|authentic|right|correct|accurate|fake|false|made up|a real (?:quote|quotation)|legit)'
const OUTLETS = String.raw`(?:they|(?:the |all |all the |different |other |your |our |various )?(?:\w+ )?(?:outlets|papers|newspapers|sources|media|sites|press|reports|articles))`
const TOPIC = '(?<topic>.+)'
const WHO = '(?<who>.+?)'

interface Pattern {
  readonly asks: RegExp
  /** The line, from the named groups of the match. */
  readonly line: (found: Readonly<Record<string, string | undefined>>) => string
}

/** Asked with words in quotation marks, which stand here as “”. */
const QUOTED: readonly Pattern[] = [
  `(?:is it true(?: that)?|is it real that|true that) ${WHO} ${REALLY}${SAY}\\b.{0,40}“”`,
  `(?:(?:is|was) (?:this|that|it)|is the (?:quote|quotation))\\b.*“”(?: (?:by|from) (?<who>.+))?`,
  `(?:is|was) “” (?:(?:by|from|said by) (?<who>.+?) ?)?(?:${REAL}|(?:by|from) (?<by>.+))?`,
  `(?:did|has|have) ${WHO} ${REALLY}${SAY}\\b.{0,40}“”`,
  `who (?:was it (?:that|who) )?(?:has )?${REALLY}${SAY}\\b.{0,40}“”`,
  `(?:where|when|whose)\\b.*“”.*`,
  `(?:please )?(?:verify|check|fact.?check|is)\\b.{0,40}“”(?: (?:(?:by|from) )?(?<who>.+))?`,
  `“” (?:did|has) ${WHO} ${REALLY}${SAY}\\b.*`,
  `“” (?:who|is|was|where)\\b.*`,
  `“”(?: ${REAL})?`,
].map((asks) => ({
  asks: new RegExp(`^${asks}$`, 'iu'),
  line: ({ words, who, by }) => `/verify “${words}” ${who ?? by ?? ''}`,
}))

const PATTERNS: readonly Pattern[] = [
  ...[...ASKED_OF_DIGESTS, ...ASKED_OF_FEEDS].map(({ asks, line }) => pattern(asks, line)),

  ...[
    'help(?<command> .*)?',
    '(?:what|which|list|show)\\b.*\\bcommands\\b.*',
    'what (?:can|do) (?:you|i) do(?: .*)?',
    'how (?:do|does|can) (?:you|this|it|i use (?:you|this|it)) ?(?:works?)?',
    'who are you|what are you|examples?|usage|start|menu',
    '(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|thanks|thank you|cheers)(?: (?:there|all|everyone|crier|again))*|@?crier|',
  ].map((asks) => pattern(asks, ({ command }) => `/help${command ?? ''}`)),

  ...[
    `(?:which|what|list|show)\\b(?: me)?(?: all)?(?: the| your)? (?:outlets|sources|papers|newspapers|feeds|media)(?: (?:do|have|are|can|could)\\b.*|you .*)?`,
    '(?:the |your )?(?:sources|outlets)|where (?:do|does) you(?:r news)? (?:get|come)\\b.*|where does your news come from',
  ].map((asks) => pattern(asks, () => '/sources')),

  ...[
    `compare(?: (?:the )?(?:${OUTLETS}|coverage|reports))?(?: ${ON})?(?: ${TOPIC})?`,
    `(?:how|where|what) (?:do|did|does|have|are) ${OUTLETS} (?:differ|disagree|agree|compare|diverge|cover|covered|report|reported|reporting|tell|told|describe|described|say|said|saying|write|wrote|written|treat|see)(?: ${ON})?(?: ${TOPIC})?`,
    `(?:what are (?:the )?|show me (?:the )?|the )?(?:differences?|disagreements?)(?: (?:between|among|in) ${OUTLETS})?(?: ${ON})? ${TOPIC}`,
    `how (?:is|was|are|were) ${TOPIC} (?:covered|reported|told|described)(?: by ${OUTLETS}| in ${OUTLETS})?`,
    `(?:who|which ${OUTLETS}) (?:is|are|was|were|says|say|said) (?:silent|nothing|anything|something|what)(?: ${ON})? ${TOPIC}`,
  ].map((asks) => pattern(asks, ({ topic }) => `/compare ${topic ?? ''}`)),

  ...[
    `(?:did|has|have) ${WHO} ${REALLY}${SAY} (?:anything|something|much|more)(?: new)?(?: ${ON} ${TOPIC})?`,
    `what(?: else)? (?:did|does|do|has|have|had|is|was|were|are|will|would) ${WHO} (?:have to |been )?(?:been )?(?:quoted (?:as )?)?${REALLY}${SAY}(?: ${ON} ${TOPIC}| (?<rest>.+))?`,
    `what ${WHO} (?:has |have |had )?${SAY}(?: ${ON} ${TOPIC}| (?<rest>.+))?`,
    `what(?: is|'s|s) ${WHO} (?:been )?saying(?: ${ON} ${TOPIC}| (?<rest>.+))?`,
    `(?:show me |give me |find |get |list )?(?:the |some |all |any )?(?:quotes?|quotations?|words|statements?) (?:(?:from|by|of) )?${WHO}(?: (?:about|on|regarding) ${TOPIC})?`,
    `(?:show me |give me |find |get |list )(?:the |some |all |any )?${WHO} (?:quotes|quotations|statements)(?: (?:about|on|regarding) ${TOPIC})?`,
  ].map((asks) =>
    pattern(asks, ({ who, topic, rest }) => {
      const about = topic ?? rest
      return `/quote ${who}${about ? ` about ${about}` : ''}`
    }),
  ),

  ...[
    `did ${WHO} (?:really |actually |ever |truly )*(?:say|write|tweet|post|state)(?: that)? (?<words>.+)`,
    `is it true(?: that)? ${WHO} (?:said|wrote|tweeted)(?: that)? (?<words>.+)`,
    'who (?:said|wrote|tweeted)(?: that| this)? (?<words>.+)',
    '(?:is (?:this|that|it) real|fact.?check|is this quote real) (?<words>.+)',
  ].map((asks) => pattern(asks, ({ who, words }) => `/verify “${words}” ${who ?? ''}`)),

  ...[
    `(?:give me |get me |i want |send )?(?:a |the |my )?brief(?:ing)?(?: me| us)?(?: ${ON})?(?: ${TOPIC})?`,
    `(?:what(?:'s| is|s)|anything|is there anything|is anything)(?: the)? (?:new|latest|happening|going on|up|up to date)(?: news)?(?: ${ON})?(?: ${TOPIC})?`,
    `what (?:has |have )?happen(?:ed|s|ing)(?: ${ON})?(?: ${TOPIC})?`,
    `(?:give me |show me |tell me |get me |send )?(?:the |any |some )?(?:latest|news|headlines|update|updates)(?: news)?(?: ${ON})?(?: ${TOPIC})?`,
    `(?:catch me up|update me|fill me in|bring me up to date|get me up to speed)(?: ${ON})?(?: ${TOPIC})?`,
    `tell (?:me|us) (?:more )?about ${TOPIC}`,
  ].map((asks) => pattern(asks, ({ topic }) => `/brief ${topic ?? ''}`)),
]

function pattern(asks: string, line: Pattern['line']): Pattern {
  return { asks: new RegExp(`^(?:${asks})$`, 'iu'), line }
}

/**
 * The command line that plain words ask for: "what did mattis say about allies?" is `/quote mattis about allies`. Null where they
 * are not understood; never throws.
 */
export function toLine(words: string): string | null {
  if (words.length > LONGEST) return null
  const asked = plain(words)
  const { text, inside } = takeQuoted(asked)
  if (inside) {
    const line = firstMatch(QUOTED, bare(text.replace(/[^“”\p{L}\p{N}'’]+/gu, ' ')), { words: inside })
    if (line) return line
  }
  return firstMatch(PATTERNS, bare(asked.replace(/[,:;]+(?=\s)/gu, ' ')), {})
}

const THIS =
  '(?:this|that|it|these|those|them|the above|the (?:quote|quotation|quotes|quotations|message|post)(?: above)?)'

/** Words that ask about another message, and hold no quotation of their own. */
const POINTING = [
  `(?:is|are|was|were) ${THIS}(?: (?:quote|quotation|quotes|quotations))? ${REAL}(?: or (?:not|${REAL}))?`,
  `(?:please )?(?:verify|check|fact.?check|confirm)(?: ${THIS}(?: (?:quote|quotation|quotes|quotations))?)?`,
  `(?:did|has|have) (?<who>.+?) ${REALLY}${SAY} (?:all )?${THIS}`,
  `${REAL}(?: or (?:not|${REAL}))?`,
].map((asks) => new RegExp(`^(?:${asks})$`, 'iu'))

/** Who is said to have said what stands in another message ("did Mattis really say this?"), or null inside where nobody is named; null where the words point at no other message. */
export function pointing(words: string): { readonly speaker: string | null } | null {
  if (words.length > LONGEST_QUESTION) return null
  const asked = bare(plain(words).replace(/[,:;]+(?=\s)/gu, ' '))
  const found = POINTING.map((asks) => asks.exec(asked)).find((match) => match !== null)
  if (!found) return null
  const who = found.groups?.['who'] ?? ''
  return { speaker: /^(?:|he|she|they|any(?:one|body)|some(?:one|body))$/iu.test(who) ? null : who }
}

/** Whether the words ask about another message ("is this real?"). */
export function pointsAway(words: string): boolean {
  return pointing(words) !== null
}

function firstMatch(
  patterns: readonly Pattern[],
  text: string,
  known: Readonly<Record<string, string>>,
): string | null {
  if (text.length > LONGEST_QUESTION) return null
  for (const { asks, line } of patterns) {
    const found = asks.exec(text)
    if (found) return tidied(line({ ...found.groups, ...known }))
  }
  return null
}

/** Without what is said out of politeness, and the bot's own name. */
function plain(words: string): string {
  return words
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zs}\s]+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .trim()
    .replace(/^(?:(?:hey|hi|hello|ok|okay|dear)[ ,]+)?@?crier\b[ ,:!.-]*(?=.)/iu, '')
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:(?:hey|hi|hello|so|ok|okay|and|please|well)[ ,]+(?=\S+ \S))+/iu, '')
    .replace(
      /^(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would) like to know |do you know )(?=(?:tell|show|give|brief|compare|quote|list|check|verify|find|catch|update|pause|stop|resume|delete|remove|preview|send|create|make|set|follow|unfollow|subscribe|unsubscribe|add|what|who|how|when|which|where)\b)/iu,
      '',
    )
    .replace(/^tell me (?=(?:what|who|how|which|where)\b)/iu, '')
    .replace(/(?:[ ,]+(?:please|thanks|thank you|exactly|so far|lately|recently|now|then))?[ ?!.,…]*$/iu, '')
    .replace(/ {2,}/gu, ' ')
    .trim()
}

/** The words in quotation marks (in several pieces where a clause parts them), and the text with “” in their place. */
function takeQuoted(text: string): { text: string; inside: string } {
  const start = text.search(/["“”„«]/u)
  if (start < 0) return { text, inside: '' }
  const end = Math.max(...['"', '“', '”', '»'].map((mark) => text.lastIndexOf(mark)))
  const isOpen = end <= start
  const quoted = isOpen ? text.slice(start + 1) : text.slice(start, end + 1)
  const pieces = [...quoted.matchAll(/["“„«]([^"“”„«»]+)["”»]/gu)].map((piece) => piece[1] ?? '')
  const isNested = /[“„«][^”»]*[“„«]/u.test(quoted) || pieces.length === 0
  const inside = (isNested ? quoted : pieces.join(' ')).replace(/["“”„«»]/gu, '').trim()
  return { text: `${text.slice(0, start)} “” ${isOpen ? '' : text.slice(end + 1)}`, inside }
}

/** What came since somebody's own last question. */
const SINCE_ASKED =
  /^(\/brief\b.*?)since (?:the )?(?:(?:last )?time )?(?:(?:i|we|you)(?:'ve| have)? (?:last )?(?:asked|looked|checked|read)(?: (?:you|here|last))?|(?:my|our|the) last (?:brief(?:ing)?|question|time|look)|last time)$/iu

/** A time at the end without "since" before it gets one; "the" before a title goes. */
function tidied(line: string): string {
  return line
    .replace(/^(\/verify .*”) (?:he|she|they|any(?:one|body)|some(?:one|body))$/iu, '$1')
    .replace(/^(\/quote) (?:the|mr|mrs|ms) (?=\S)/iu, '$1 ')
    .replace(
      /^(\/(?:quote|brief|compare) .*?)(?: about)? (today|yesterday|this week|last week|this month|last month)$/iu,
      '$1 since $2',
    )
    .replace(SINCE_ASKED, '$1since:last')
    .trim()
}
