/** What all limits of blocks are told with: nodes of a body, lengths, and the text objects in them. */

export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const kindOf = (value: unknown): string => (isNode(value) ? wordsOf(value['type']) : '')

/** What is found, of which `false` is nothing. */
export type Found = readonly (string | false)[]
export const problemsOf = (found: Found): string[] => found.filter((problem) => problem !== false)

/** Words by their characters, lists by their items; anything else has none. */
export function length(what: string, value: unknown, most: number, least = 1): string | false {
  const is = (typeof value === 'string' ? value : listOf(value)).length
  return (is < least || is > most) && `${what} has ${is}, and ${least} to ${most} are allowed`
}

/** Properties that a node has and may not have, and those that it lacks; `type` may always be there. */
export function shape(what: string, node: Node, must: readonly string[], may: readonly string[] = []): string[] {
  const unknown = Object.keys(node).filter((name) => name !== 'type' && !must.includes(name) && !may.includes(name))
  return [
    ...unknown.map((name) => `${what} has ${name}`),
    ...must.flatMap((name) => (node[name] === undefined ? [`${what} lacks ${name}`] : [])),
  ]
}

/** Whether mrkdwn would notify somebody: `<!channel>`, `<@U1>`, `<#C1>`. */
export const pings = (text: unknown): boolean => /<[!@#]/u.test(wordsOf(text))

export const PLAIN = ['plain_text']
export const BOTH = ['plain_text', 'mrkdwn']

export function textObject(what: string, value: unknown, most: number, kinds: readonly string[]): string[] {
  if (!isNode(value)) return [`${what} is no text object`]
  const { type, text, emoji, verbatim } = value
  const isPlain = type === 'plain_text'
  return problemsOf([
    !kinds.includes(wordsOf(type)) && `${what} is ${String(type)}`,
    ...shape(what, value, ['text'], ['emoji', 'verbatim']),
    length(what, text, most),
    emoji !== undefined && !isPlain && `${what}: emoji is for plain text`,
    verbatim !== undefined && isPlain && `${what}: verbatim is for mrkdwn`,
    type === 'mrkdwn' && pings(text) && `${what} pings: ${wordsOf(text)}`,
  ])
}
