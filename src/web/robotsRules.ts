/** What a robots.txt says to one program (RFC 9309). */
import { sameEscapes } from './bareAddress.js'

export interface RobotsRules {
  /** `path`: with its query, as in an address. */
  allows(path: string): boolean
  /** The pause between two requests that it asks for. Milliseconds; 0 where it does not. */
  readonly pause: number
}

interface Group {
  isNamed: boolean
  readonly rules: Rule[]
  pause: number
}

interface Rule {
  readonly pattern: string
  readonly isAllowed: boolean
}

const LONGEST_PAUSE = 30_000

/** The rules of the groups that name `product`, else of those for all. Time and space grow with the text, however many groups it has. */
export function robotsRules(text: string, product: string): RobotsRules {
  const own: Group = { isNamed: false, rules: [], pause: 0 }
  const all: Group = { isNamed: false, rules: [], pause: 0 }
  let current = new Set<Group>()
  let isBegun = false
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)) {
    const [name = '', value] = fieldOf(line)
    if (value === undefined) continue
    if (name === 'user-agent') {
      if (isBegun) current = new Set()
      isBegun = false
      // What follows the product's name, such as a version, is not part of it.
      const agent = /^(?:\*|[a-z_-]+)/u.exec(value.toLowerCase())?.[0]
      if (agent === '*') current.add(all)
      if (agent === product.toLowerCase()) current.add(own)
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') isBegun = true
    for (const group of current) read(group, name, value)
  }
  const { rules, pause } = own.isNamed ? own : all
  return {
    allows: (path) =>
      allows(
        rules,
        asPattern(path).replace(/[*$]/gu, (mark) => ESCAPED[mark] ?? mark),
      ),
    pause,
  }
}

const ESCAPED: Readonly<Record<string, string>> = { '*': '%2A', $: '%24' }

function fieldOf(line: string): readonly string[] {
  const [, name, value] = /^[^\S\n]*([^\s:#]{1,20})[^\S\n]*:([^#]*)/u.exec(line) ?? []
  return name === undefined || value === undefined ? [] : [name.toLowerCase(), value.trim()]
}

function read(group: Group, name: string, value: string): void {
  group.isNamed = true
  if (name === 'crawl-delay') group.pause = Math.min(Math.max(Number(value) * 1000 || 0, 0), LONGEST_PAUSE)
  if (value !== '' && (name === 'allow' || name === 'disallow')) {
    group.rules.push({ pattern: asPattern(value), isAllowed: name === 'allow' })
  }
}

/** The longest pattern that fits decides; of two as long, the one that allows. */
function allows(rules: readonly Rule[], path: string): boolean {
  let decided: Rule = { pattern: '', isAllowed: true }
  for (const rule of rules) {
    const longer = rule.pattern.length - decided.pattern.length
    if ((longer > 0 || (longer === 0 && rule.isAllowed)) && fits(rule.pattern, path)) decided = rule
  }
  return decided.isAllowed
}

/** `*` is any text, and `$` at the end of a pattern the end of the path. Each part is looked for once, from left to right. */
function fits(pattern: string, path: string): boolean {
  const isToEnd = pattern.endsWith('$')
  const [first = '', ...parts] = (isToEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  const last = isToEnd ? parts.pop() : undefined
  if (isToEnd && last === undefined) return path === first
  let at = first.length
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at)
}

/** Both sides are compared escaped in one way: all but ASCII, and nothing that needs none (RFC 9309, 2.2.2). */
function asPattern(text: string): string {
  return sameEscapes(text.replace(/[^\0-\x7f]+/gu, (run) => encodeURIComponent(run.replace(/\p{Cs}/gu, '\ufffd'))))
}
