import { oneLine } from '../normalise.js'

/** What schema.org's linked data (JSON-LD) says of the article of a page. */
export interface LinkedData {
  /** All types that stand at the top or in the graph. */
  readonly types: ReadonlySet<string>
  readonly headline: string | null
  readonly published: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly isFree: boolean | null
  /** Selectors of the parts that are not free. */
  readonly lockedParts: readonly string[]
}

type Thing = Readonly<Record<string, unknown>>

const ARTICLE =
  /^(?:(?:\w+)?NewsArticle|Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report|AdvertiserContentArticle|SocialMediaPosting|TechArticle|ScholarlyArticle)$/u
const MOST_THINGS = 500

/** Reads the scripts of a page; what is no JSON is passed over, as search engines do. */
export function linkedDataOf(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap(thingsIn)
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type))) ?? {}
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])))
  const named = (value: unknown): string[] => namesOf(value, byId)
  return {
    types: new Set(things.flatMap(typesOf)),
    headline: textOf(article.headline) ?? textOf(article.name),
    published: textOf(article.datePublished) ?? textOf(article.dateCreated),
    authors: named(article.author ?? article.creator),
    publisher: named(article.publisher)[0] ?? named(article.isPartOf)[0] ?? null,
    isFree: truthOf(article.isAccessibleForFree),
    lockedParts: listOf(article.hasPart).flatMap((part) => {
      const selector = isThing(part) && truthOf(part.isAccessibleForFree) !== true ? part.cssSelector : null
      return listOf(selector).flatMap((each) => textOf(each) ?? [])
    }),
  }
}

function thingsIn(script: string): Thing[] {
  const found: Thing[] = []
  const left = listOf(parsed(script))
  for (let each = left.pop(); each !== undefined && found.length < MOST_THINGS; each = left.pop()) {
    if (!isThing(each)) continue
    found.push(each)
    left.push(...listOf(each['@graph']).toReversed(), ...listOf(each.mainEntity))
  }
  return found
}

/** Line ends within strings are no JSON, and stand there all the same. */
function parsed(script: string): unknown {
  const json = script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/gu, '')
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' '))
  } catch {
    return null
  }
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).flatMap((type) => (typeof type === 'string' ? type.replace(/^.*[/#:]/u, '') : []))
}

function namesOf(value: unknown, byId: ReadonlyMap<unknown, Thing>): string[] {
  return listOf(value).flatMap((each) => {
    if (!isThing(each)) return textOf(each) ?? []
    return textOf(each.name) ?? textOf(byId.get(each['@id'])?.name) ?? []
  })
}

function truthOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const said = typeof value === 'string' ? value.trim().toLowerCase().replace(/^.*\//u, '') : ''
  return said === 'true' ? true : said === 'false' ? false : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? oneLine(value) : null
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat() : value === null || value === undefined ? [] : [value]
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
