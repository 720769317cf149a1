/** Reading of JSON that nobody has checked yet. */
export type Json = Readonly<Record<string, unknown>>

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; an empty one when it is none. */
export function json(value: unknown): Json {
  return isJson(value) ? value : {}
}

/** The objects of a list; none when it is no list. */
export function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

/** The value as text; '' when it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The value as a number; 0 when it is none. */
export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** Length in characters as Discord counts them: code points. */
export function size(value: unknown): number {
  return Array.from(text(value)).length
}

/** The values that stand more than once. */
export function repeated(values: readonly unknown[]): readonly unknown[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}
