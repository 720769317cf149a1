/**
 * Cuts from Discord's OpenAPI file (github.com/discord/discord-api-spec, specs/openapi.json) what the stub needs:
 * `npx tsx test/tools/discordSpec.ts PATH/openapi.json` writes test/fixtures/discord/openapi.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OPERATIONS } from '../stubs/discord/operations.js'
import { isJson, type Json, json } from '../stubs/discord/values.js'

const whole = json(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const schemas = json(json(whole.components).schemas)

/** The schema without its prose: a property may be called "description" too, but is never a string. */
function bare(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bare)
  if (!isJson(part)) return part
  const kept = Object.entries(part).filter(
    ([name, value]) => !(['title', 'description'].includes(name) && typeof value === 'string'),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, bare(value)]))
}

/** The names of the schemas that a part refers to, directly. */
function named(part: unknown): string[] {
  return [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name = '']) => name)
}

function body(method: string, path: string): Json {
  const { requestBody } = json(json(json(whole.paths)[path])[method])
  const { schema } = json(json(json(requestBody).content)['application/json'])
  return { requestBody: { content: { 'application/json': { schema: bare(schema) } } } }
}

const paths = new Map<string, Json>()
for (const [method, path] of OPERATIONS) paths.set(path, { ...paths.get(path), [method]: body(method, path) })
const reached = new Set(named([...paths.values()]))
for (const name of reached) for (const next of named(schemas[name])) reached.add(next)

function lines(entries: Iterable<readonly [string, unknown]>): string {
  return [...entries].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')
}

const kept = [...reached].toSorted().map((name) => [name, bare(schemas[name])] as const)
const head = JSON.stringify({ openapi: whole.openapi, info: bare(whole.info) }).slice(1, -1)
const file = fileURLToPath(new URL('../fixtures/discord/openapi.json', import.meta.url))
writeFileSync(file, `{${head},\n"paths":{\n${lines(paths)}\n},"components":{"schemas":{\n${lines(kept)}\n}}}\n`)
