/** The line that a person would type for a command with these options, so that each value survives whatever stands in it. */
export function lineWith(name: string, options: readonly (readonly [name: string, value: string])[]): string {
  return [`/${name}`, ...options.map(([option, value]) => `${option}:${marked(value)}`)].join(' ')
}

const MARKS = /["“”„‟«»＂〝〞〟「」『』]/u

/** Marks around a value that do not stand in it: the line is read up to the mark that closes. */
function marked(value: string): string {
  if (/^[\p{L}\p{N}_.-]+$/u.test(value)) return value
  return MARKS.test(value) ? `«${value.replace(/«/gu, '“').replace(/»/gu, '”')}»` : `“${value}”`
}
