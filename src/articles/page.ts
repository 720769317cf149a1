import { languageOf } from '../language/language.js'
import { declaredEncoding, decode } from './decode.js'
import type { RawArticle } from './draft.js'
import { readBytes } from './file.js'
import { normalise } from './normalise.js'
import { articleBlocks } from './page/body.js'
import { type Document, parse } from './page/dom.js'
import { type LinkedData, linkedDataOf } from './page/linkedData.js'
import { withoutLitter } from './page/litter.js'
import { type Metadata, metadataOf } from './page/metadata.js'
import { prune } from './page/prune.js'
import { scan } from './page/scan.js'
import { callsItselfArticle, refuseIfNoArticle } from './page/walls.js'
import { Refusal, refusals } from './refusal.js'

/** The article of a web page. */
export interface Page extends Metadata {
  /** Paragraphs parted by an empty line, without the title. */
  readonly text: string
  /** BCP 47, as its words show, with what the page says as a hint; null where that cannot be told. */
  readonly language: string | null
  /** Whether everybody may read it, as the page says: false behind a meter too. */
  readonly isFree: boolean
}

/** A saved web page. */
export async function readPage(file: string): Promise<RawArticle> {
  const bytes = await readBytes(file)
  const { canonical, ...page } = pageOf(decode(bytes, declaredEncoding(bytes)))
  return { ...page, url: canonical }
}

/**
 * The article of a page's HTML and what the page says about it. `url` is where the page was fetched; without it, as for a saved page, its
 * canonical address is believed. Throws a Refusal where the page is no article, or shows only the beginning of one.
 */
export function pageOf(html: string, { url = null }: { readonly url?: string | null } = {}): Page {
  const scanned = scan(html)
  try {
    const data = linkedDataOf(scanned.linkedData)
    return articleOf(parse(scanned.html), () => parse(scanned.html), data, url)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // What the parser cannot bear ends here.
    throw new Refusal(refusals.notAPage)
  }
}

function articleOf(document: Document, again: () => Document, data: LinkedData, url: string | null): Page {
  const about = metadataOf(document, data, url)
  prune(document)
  const found = articleBlocks(document)
  if (found.isList && !callsItselfArticle(document, data)) throw new Refusal(refusals.listPage)
  const blocks = withoutLitter(found.blocks, about)
  const text = normalise(blocks.map((block) => block.text).join('\n\n'))
  refuseIfNoArticle({ blocks, text, about, data, again })
  return { ...about, language: languageOf(text, about.language), text, isFree: data.isFree ?? true }
}
