import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { decode } from './decode.js'
import type { RawArticle } from './draft.js'
import { checked, fields } from './fields.js'
import { readBytes } from './file.js'
import { Refusal, refusals } from './refusal.js'

const Manifest = z.object({ articles: z.array(z.looseObject({ file: z.string() })) })
const Entry = z.object(fields)

/** A .txt file; who published it when stands in the manifest.json beside it, if there is one. */
export async function readText(file: string): Promise<RawArticle> {
  const about = await manifestEntry(file)
  return { ...about, text: decode(await readBytes(file)) }
}

async function manifestEntry(file: string): Promise<Omit<RawArticle, 'text'>> {
  const bytes = await readBytes(join(dirname(file), 'manifest.json')).catch((error: unknown) => {
    if (error instanceof Refusal && error.message === refusals.missing) return null
    throw error
  })
  if (bytes === null) return {}
  const entry = parseManifest(bytes).articles.find((each) => each.file === basename(file))
  return entry ? checked(Entry, entry) : {}
}

function parseManifest(bytes: Uint8Array): z.infer<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(decode(bytes)))
  } catch {
    throw new Refusal(refusals.badManifest)
  }
}
