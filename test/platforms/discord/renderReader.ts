/** Reads Markdown as Discord's clients do, so that tests see what a reader sees; written without the renderer's own code. */

export interface Seen {
  /** What stands there for a reader, without the marks. */
  readonly text: string
  /** What is alive in it, such as `link https://…`, `mention <@1>`, `strong`; in order. */
  readonly live: readonly string[]
  /** The words behind bars alone. */
  readonly barred: string
}

interface Rule {
  readonly kind: string
  readonly pattern: RegExp
  /** What of a match is read on; null for what is shown as it is. */
  readonly inner?: (match: RegExpExecArray) => string
  readonly told?: (match: RegExpExecArray) => string
}

const first = (match: RegExpExecArray) => match[1] ?? ''
const whole = (match: RegExpExecArray) => match[0]

/** In the order in which they are tried at each place. */
const RULES: readonly Rule[] = [
  { kind: 'emoticon', pattern: /^¯\\_\(ツ\)_\/¯/u },
  { kind: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/u },
  { kind: 'time', pattern: /^<t:-?\d{1,17}(?::[tTdDfFR])?>/u, told: whole },
  { kind: 'mention', pattern: /^<(?:@[!&]?|#)\d+>|^<\/[^<>\n]+:\d+>|^<id:\w+>|^@everyone|^@here/u, told: whole },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>|^:[^\s:]+?(?:::skin-tone-\d)?:/u, told: whole },
  { kind: 'autolink', pattern: /^<[\w.+-]+:[^\s>]+>|^<[^\s<>]+@[^\s<>]+>/u, told: whole },
  { kind: 'url', pattern: /^(?:https?|steam|discord|ftp|mailto|tel|sms):\S/iu, told: whole },
  {
    kind: 'link',
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/u,
    inner: first,
    told: (match) => match[2] ?? '',
  },
  { kind: 'strong', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, inner: first },
  { kind: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, inner: first },
  {
    kind: 'em',
    pattern:
      /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u,
    inner: (match) => match[1] ?? match[2] ?? '',
  },
  { kind: 'strike', pattern: /^~~([\s\S]+?)~~(?!_)/u, inner: first },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/u, inner: first },
]

const BLOCKS: readonly (readonly [string, RegExp])[] = [
  ['heading', /^ *#{1,3}\s+/u],
  ['small', /^-#\s+/u],
  ['list', /^ *(?:[-*+]|\d+[.)])\s+/u],
]

export function seen(source: string): Seen {
  const live: string[] = []
  const texts: string[] = []
  const bars: string[] = []
  const blocks = source.split(/(^```\n[\s\S]*?\n```$)/mu)
  for (const block of blocks) {
    const fenced = /^```\n([\s\S]*?)\n```$/u.exec(block)
    if (fenced) {
      live.push('fence')
      texts.push(fenced[1] ?? '')
      continue
    }
    for (const { lines, isBarred } of runsOf(block)) {
      const stripped = lines.map((line) => withoutBlockMark(line, live))
      if (isBarred) live.push('bar')
      const words = inline(stripped.join('\n'), live)
      texts.push(words)
      if (isBarred) bars.push(words)
    }
  }
  return { text: texts.join('\n'), live, barred: bars.join('\n') }
}

/** Lines that follow each other with a bar, or without one. */
function runsOf(block: string): { lines: string[]; isBarred: boolean }[] {
  const runs: { lines: string[]; isBarred: boolean }[] = []
  for (const line of block.split('\n')) {
    const bar = /^ *>(?:>>)? +/u.exec(line)
    const isBarred = bar !== null
    const words = bar ? line.slice(bar[0].length) : line
    const run = runs.at(-1)
    if (run?.isBarred === isBarred) run.lines.push(words)
    else runs.push({ lines: [words], isBarred })
  }
  return runs
}

function withoutBlockMark(line: string, live: string[]): string {
  for (const [kind, pattern] of BLOCKS) {
    const mark = pattern.exec(line)
    if (!mark) continue
    live.push(kind)
    return line.slice(mark[0].length)
  }
  return line
}

function inline(source: string, live: string[]): string {
  let text = ''
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest)
    const [rule, match] = escaped ? [null, escaped] : ruleAt(rest)
    if (match === null) {
      text += source[at]
      at += 1
      continue
    }
    if (rule) live.push([rule.kind, rule.told?.(match) ?? ''].filter(Boolean).join(' '))
    if (!rule) text += match[1]
    else text += rule.inner ? inline(rule.inner(match), live) : match[0]
    at += match[0].length
  }
  return text
}

function ruleAt(rest: string): readonly [Rule, RegExpExecArray] | readonly [null, null] {
  if (!/^[¯`<@:[*_~|hsdfmt]/iu.test(rest)) return [null, null]
  for (const rule of RULES) {
    const match = rule.pattern.exec(rest)
    if (match) return [rule, match]
  }
  return [null, null]
}
