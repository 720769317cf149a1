/** Words as Slack delivers them, to words as people typed them. */

const LINK = /<(?<kind>[@#!]?)(?<target>[^|>\s]*)(?:\|(?<label>[^>]*))?>/gu

/** Without Slack's escapes: `<@U1|ada>` is @ada, `<#C1|news>` #news, a link its words or address, `&lt;` a sign. */
export function typedWords(text: string): string {
  return plainWords(text, (_, name) => name)
}

/** The same of a line that asks for something: a channel keeps its id, as `<#C1|news>`. */
function typedLine(text: string): string {
  return plainWords(text, (whole) => whole)
}

function plainWords(text: string, channel: (whole: string, name: string) => string): string {
  return text
    .replace(LINK, (whole, kind: string, target: string, label: string | undefined) => {
      if (kind === '#') return channel(whole, `#${label || target}`)
      if (kind === '@') return `${kind}${label || target}`
      if (kind === '!') return label ?? `@${target.replace(/^subteam\^.*/u, '').replace(/\^.*/u, '')}`
      return label || target.replace(/^mailto:/u, '')
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
