import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { isJson, type Json, json } from './values.js'

/** Discord's own specification: the whole one where it is at hand, else the part that stands in the fixtures. */
function specification(): Json {
  const whole = `${process.env.CRIER_SHARED ?? ''}/data/discord/openapi.json`
  const part = fileURLToPath(new URL('../../fixtures/discord/openapi.json', import.meta.url))
  return json(JSON.parse(readFileSync(existsSync(whole) ? whole : part, 'utf8')))
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly of: Made } | undefined
  return () => {
    made ??= { of: make() }
    return made.of
  }
}

const spec = once(specification)
const validator = once(() => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, verbose: true })
  const schemas = json(json(spec().components).schemas)
  return ajv.addSchema({ $id: 'discord', components: { schemas: strict(schemas, schemas) } })
})
const compiled = new Map<string, ValidateFunction>()

/** The numbers that `type` may have in a branch of a union: how Discord tells the branches apart. */
function kinds(branch: unknown, schemas: Json): readonly unknown[] {
  const name = String(json(branch).$ref).split('/').at(-1) ?? ''
  const { enum: numbers } = json(json(json(schemas[name]).properties).type)
  return Array.isArray(numbers) ? numbers : []
}

/** A union that complains of the branch that is meant, and of no other. */
function union(branches: readonly unknown[], schemas: Json): Json | null {
  const [first, second] = branches
  if (branches.length === 2 && json(first).type === 'null')
    return { if: { type: 'null' }, else: strict(second, schemas) }
  const each = branches.map((branch) => kinds(branch, schemas))
  if (each.length === 0 || each.some((numbers) => numbers.length === 0)) return null
  const cases = branches.map((branch, at) => ({
    if: { required: ['type'], properties: { type: { enum: each[at] } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: branch,
  }))
  return { type: 'object', required: ['type'], properties: { type: { enum: each.flat() } }, allOf: cases }
}

/** The schema with unknown properties refused, and its unions made to say what is wrong. */
function strict(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => strict(part, schemas))
  if (!isJson(schema)) return schema
  const branches = schema.oneOf ?? schema.anyOf
  const readable = Array.isArray(branches) ? union(branches, schemas) : null
  if (readable) return readable
  const parts = Object.entries(schema).map(([name, part]) => [name, strict(part, schemas)] as const)
  const closed = isJson(schema.properties) && schema.additionalProperties === undefined
  return { ...Object.fromEntries(parts), ...(closed ? { additionalProperties: false } : {}) }
}

function told({ instancePath, keyword, message = '', params }: ErrorObject): string {
  const more = keyword === 'additionalProperties' ? ` "${params.additionalProperty}"` : ''
  const allowed = keyword === 'enum' ? `: ${params.allowedValues.join(', ')}` : ''
  return `${instancePath.slice(1).replaceAll('/', '.') || 'body'}: ${message}${more}${allowed}`
}

/** The path in the specification that a request's path goes to; what is named there comes before what is a parameter. */
function template(method: string, path: string): string | undefined {
  const fits = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path)
  return Object.entries(json(spec().paths))
    .filter(([pattern, operations]) => json(operations)[method] && fits(pattern))
    .map(([pattern]) => pattern)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)[0]
}

/**
 * What Discord's specification has against the JSON body of a request.
 * @param method in any case; `path` without the `/api/v10` before it.
 * @returns one sentence each, with the place; none where the specification knows no body for this request
 */
export function problemsInSchema(method: string, path: string, body: unknown): string[] {
  const verb = method.toLowerCase()
  const pattern = template(verb, path)
  if (pattern === undefined) return []
  const { requestBody } = json(json(json(spec().paths)[pattern])[verb])
  const { schema } = json(json(json(requestBody).content)['application/json'])
  if (schema === undefined) return []
  const key = `${verb} ${pattern}`
  const validate =
    compiled.get(key) ?? validator().compile(rooted(strict(schema, json(json(spec().components).schemas))))
  compiled.set(key, validate)
  if (validate(body)) return []
  const errors = (validate.errors ?? []).filter(({ keyword }) => !['if', 'anyOf', 'oneOf'].includes(keyword))
  return [...new Set((errors.length > 0 ? errors : (validate.errors ?? [])).map(told))]
}

/** The schema with its references leading to the specification. */
function rooted(schema: unknown): Json {
  return json(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"discord#/')))
}
