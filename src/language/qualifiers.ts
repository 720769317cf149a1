import type { Amount, Token } from './numbers.js'

/** How a figure is hedged. */
export type Qualifier = 'at most' | 'less than' | 'about' | 'nearly' | 'more than' | 'at least'

/** Longest first. */
const BEFORE: readonly (readonly [string, Qualifier])[] = [
  ['no more than', 'at most'],
  ['as many as', 'at most'],
  ['as much as', 'at most'],
  ['as few as', 'at least'],
  ['no fewer than', 'at least'],
  ['no less than', 'at least'],
  ['not less than', 'at least'],
  ['a minimum of', 'at least'],
  ['a maximum of', 'at most'],
  ['in excess of', 'more than'],
  ['the more than', 'more than'],
  ['up to', 'at most'],
  ['at most', 'at most'],
  ['at least', 'at least'],
  ['fewer than', 'less than'],
  ['less than', 'less than'],
  ['more than', 'more than'],
  ['greater than', 'more than'],
  ['upwards of', 'more than'],
  ['upward of', 'more than'],
  ['well over', 'more than'],
  ['just over', 'more than'],
  ['just under', 'nearly'],
  ['close to', 'nearly'],
  ['an estimated', 'about'],
  ['the estimated', 'about'],
  ['the roughly', 'about'],
  ['the nearly', 'nearly'],
  ['over', 'more than'],
  ['exceeding', 'more than'],
  ['above', 'more than'],
  ['under', 'less than'],
  ['below', 'less than'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['some', 'about'],
  ['estimated', 'about'],
]
const PHRASES = BEFORE.map(([phrase, qualifier]) => ({ parts: phrase.split(' ').toReversed(), qualifier }))

/** The qualifier that stands before an amount (or its currency sign) or behind it, and the token where the figure begins. */
export function qualifierBefore(all: readonly Token[], amount: Amount): { qualifier: Qualifier | null; first: number } {
  let start = amount.first
  if (/^[$£€¥₹]$/u.test(all[start - 1]?.text ?? '')) start--
  if (/^(?:US|U\.S|A|C|HK|NZ)$/u.test(all[start - 1]?.text ?? '') && all[start]?.text === '$') start--
  if (amount.min < amount.max && all[start - 1]?.lower === 'between') start--
  for (const { parts, qualifier } of PHRASES) {
    if (parts.every((part, index) => all[start - 1 - index]?.lower === part)) {
      const first = start - parts.length
      return {
        qualifier,
        first: /^the (?:more|estimated|roughly|nearly)/u.test(parts.toReversed().join(' ')) ? first + 1 : first,
      }
    }
  }
  const last = all[amount.next - 1]?.lower
  if (last === 'so' || last === 'odd') return { qualifier: 'about', first: start }
  if (last === 'plus') return { qualifier: 'at least', first: start }
  const behind = all[amount.next]
  if (behind?.text === '+') return { qualifier: 'at least', first: start }
  const isMore = behind?.lower === 'or' && all[amount.next + 1]?.lower === 'more'
  return { qualifier: isMore ? 'at least' : null, first: start }
}
