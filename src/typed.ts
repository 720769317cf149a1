/** Words that could be taken for an option's keyword or its name. */
const UNCLEAR = /[:="]|\b(?:about|on|since|in|by|from)\b/iu

/** A line as it would be typed: the command, its words, and its options by name. Marks go around what they would not be clear without. */
export function typed(
  command: string,
  words: string,
  options: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const named = Object.entries(options).map(([name, value]) =>
    value === undefined ? '' : `${name}:${marked(String(value), /\s|[:="]/u)}`,
  )
  return [`/${command}`, marked(words, UNCLEAR), ...named].filter(Boolean).join(' ')
}

function marked(words: string, unclear: RegExp): string {
  return unclear.test(words) ? `"${inCurly(words)}"` : words
}

/** Marks inside of marks, as ones that cannot be taken for those around them; what has no partner goes. */
function inCurly(words: string): string {
  const curly = words.replace(/["“„«]([^"“”„«»]*)["”»]/gu, '“$1”')
  return curly.replace(/“[^“”]*”|["“”„«»]/gu, (found) => (found.length > 1 ? found : ''))
}
