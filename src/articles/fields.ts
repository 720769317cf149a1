import { z } from 'zod'
import { Refusal, refusals } from './refusal.js'

const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().nullish())

/** The fields that a manifest, front matter and JSON Lines know; what else stands there is left alone. */
export const fields = {
  id: text,
  title: text,
  outlet: text,
  url: text,
  published: text,
  author: z.preprocess((value) => (Array.isArray(value) ? value.join(', ') : value), text),
}

/** What a schema makes of a value; throws a Refusal that names the first field that is wrong. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const name = result.error.issues[0]?.path[0]
  throw new Refusal(name === undefined ? refusals.notAnObject : refusals.wrongField(String(name)))
}
