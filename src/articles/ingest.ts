import { messageOf, StoreError } from '../errors.js'
import type { ArticleDraft, FoundQuotation } from '../model.js'
import { inLanguage } from '../quotations/inLanguage.js'
import type { Origin, Store } from '../store/store.js'
import type { Place, Reading } from './read.js'
import { refusals } from './refusal.js'

export type Extract = (
  text: string,
  context?: { readonly title?: string | null; readonly outlet?: string | null },
) => FoundQuotation[]

/** What became of the articles, as `crier index --json` prints it. */
export interface Report {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly articles: readonly (Place & { readonly articleId: string })[]
  readonly refused: readonly (Place & { readonly reason: string })[]
}

interface Options {
  readonly extract: Extract
  /** Told after each article how many have been read. */
  readonly onProgress?: (read: number) => void
}

/**
 * The pipeline: each article that is read has its quotations found and is stored with them. What was refused is told in the report;
 * an error of the store ends it with a StoreError that says how many were stored, and those stay.
 */
export async function ingest(
  store: Pick<Store, 'save'>,
  readings: AsyncIterable<Reading> | Iterable<Reading>,
  origin: Origin,
  { extract, onProgress }: Options,
): Promise<Report> {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const articles: (Place & { articleId: string })[] = []
  const refused: (Place & { reason: string })[] = []
  for await (const reading of readings) {
    const { file, line } = reading
    const found = 'reason' in reading ? reading : quotationsIn(reading.draft, extract)
    if ('reason' in found) refused.push({ file, line, reason: found.reason })
    else {
      const { id, saved } = await store
        .save(found.draft, found.quotations, origin)
        .catch((error: unknown) => Promise.reject(stopped(error, articles.length)))
      counts[saved] += 1
      articles.push({ articleId: id, file, line })
    }
    onProgress?.(articles.length + refused.length)
  }
  return { ...counts, articles, refused }
}

function quotationsIn(draft: ArticleDraft, extract: Extract) {
  const { title, outlet, text, language } = draft
  try {
    return { draft, quotations: inLanguage(extract(text, { title, outlet }), language) }
  } catch (error) {
    return { reason: refusals.failed(messageOf(error)) }
  }
}

function stopped(error: unknown, stored: number): StoreError {
  const kept = stored === 0 ? 'No article was' : stored === 1 ? '1 article was' : `${stored} articles were`
  return new StoreError(`${messageOf(error)} ${kept} stored before that.`, { cause: error })
}
