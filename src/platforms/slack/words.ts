/** Words as Slack delivers them, to words as people typed them. */

const LINK = /<(?<kind>[@#!]?)(?<target>[^|>\s]*)(?:\|(?<label>[^>]*))?>/gu

/** Without Slack's escapes: `<@U1|ada>` is @ada, `<#C1|news>` #news, a link its words or address, `&lt;` a sign. */
export function typedWords(text: string): string {
  return plainWords(text, { channel: (_, name) => name, link: (_, words) => words })
}

/** The same of a line that asks for something: a channel keeps its id, as `<#C1|news>`, and a link whose words are no address its address. */
function typedLine(text: string): string {
  return plainWords(text, { channel: (whole) => whole, link: (whole, words) => (ADDRESS.test(words) ? words : whole) })
}

/** Words that lead where they say. */
const ADDRESS = /^(?:https?:\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$|^mailto:|@/u

/** What becomes of channels and links, each given whole and as the words that people see of it. */
interface Becomes {
  readonly channel: (whole: string, name: string) => string
  readonly link: (whole: string, words: string) => string
}

function plainWords(text: string, { channel, link }: Becomes): string {
  return text
    .replace(LINK, (whole, kind: string, target: string, label: string | undefined) => {
      if (kind === '#') return channel(whole, `#${label || target}`)
      if (kind === '@') return `${kind}${label || target}`
      if (kind === '!') return label ?? `@${target.replace(/^subteam\^.*/u, '').replace(/\^.*/u, '')}`
      const words = label || target.replace(/^mailto:/u, '')
      return /^https?:/u.test(target) ? link(whole, words) : words
    })
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
}

/** The words of a mention without the mention. */
export function withoutMention(text: string, botUserId: string): string {
  return typedLine(text.replace(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'gu'), ' '))
    .replace(/\s+/gu, ' ')
    .trim()
}

interface Written {
  readonly text?: string | undefined
  readonly attachments?:
    | readonly { readonly text?: string | undefined; readonly fallback?: string | undefined }[]
    | undefined
}

/** The words of somebody's message and of what it shares, quoting signs at line starts away; null where there are none. */
export function messageWords({ text, attachments = [] }: Written): string | null {
  const words = [text, ...attachments.map((one) => one.text ?? one.fallback)].map((one) => typedWords(one ?? ''))
  const plain = words.map((one) => one.replace(/^>+ ?/gmu, '').trim()).filter(Boolean)
  return plain.join('\n\n') || null
}

/** The line that a slash command stands for: `/quote mattis`, also as `/news-quote mattis` with the prefix `news`, or `/crier quote mattis`. */
export function lineOf(command: string, text: string, prefix: string): string {
  const typed = command.replace(/^\//u, '')
  const before = /[-_]$|^$/u.test(prefix) ? prefix : `${prefix}-`
  const name = typed.startsWith(before) ? typed.slice(before.length) : typed
  const isWhole = [name, typed].includes('crier') || typed === prefix || name === ''
  return `/${isWhole ? 'crier' : name} ${typedLine(text).trim()}`.trim()
}
