/** Addresses on the web as people type them and as chats send them. */

const LONGEST = 2000

/** As chats send a link: `<https://example.com/feed|the feed>`, `<https://example.com>`. */
const BRACKETS = /^<([^<>|\s]{1,2000})(?:\|[^<>]*)?>$/u

/** Without what chats put around a link. */
export function withoutBrackets(words: string): string {
  return BRACKETS.exec(words)?.[1] ?? words
}

/**
 * The address that words are: whole and well formed where they say `http://` or `https://` (or `feed:`, as readers of feeds once did), else as
 * they are, such as "example.com/news". Or what is wrong: they are none, hold a password, or are too long.
 */
export function addressIn(
  words: string,
): { readonly address: string } | { readonly wrong: 'none' | 'secret' | 'long' } {
  const typed = withoutBrackets(words.trim())
    .replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^feed:\/\//iu, 'https://')
    .replace(/[.,;!]+$/u, '')
  if (typed.length > LONGEST) return { wrong: /\s/u.test(typed) ? 'none' : 'long' }
  const hasScheme = /^https?:\/\//iu.test(typed)
  const whole = hasScheme ? typed : `https://${typed}`
  if (/[\s<>"“”\\]/u.test(typed) || !URL.canParse(whole)) return { wrong: 'none' }
  const { hostname, username, password, href } = new URL(whole)
  // Of a mail address, what stands before the sign would be taken for a name.
  if (username || password) return { wrong: hasScheme ? 'secret' : 'none' }
  const isHost = hasScheme || hostname === 'localhost' || /^\[|[^.]\.[^.]/u.test(hostname)
  if (!isHost) return { wrong: 'none' }
  return { address: hasScheme ? href : typed }
}
