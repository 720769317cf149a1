import { basename, dirname, resolve } from 'node:path'
import type { ArticleDraft } from '../model.js'
import { draftOf, type RawArticle } from './draft.js'
import { Refusal } from './refusal.js'
import { kindOf, walk } from './walk.js'

export interface Place {
  readonly file: string
  /** Counted from 1 in a .jsonl file. */
  readonly line: number | null
}

export type Reading = Place & ({ readonly draft: ArticleDraft } | { readonly reason: string })

/**
 * The articles of files and folders, one after the other, or why one cannot be read: one sentence, and the rest goes on. `outlet`
 * stands for the articles that name none; without it, that is the name of the folder they lie in.
 */
export async function* readArticles(
  paths: readonly string[],
  { outlet }: { readonly outlet?: string | undefined } = {},
): AsyncGenerator<Reading> {
  for await (const found of walk(paths)) {
    const { file } = found
    if ('reason' in found) yield { file, line: null, reason: found.reason }
    else yield* readFile(file, outlet ?? (basename(dirname(resolve(file))) || 'Unknown'))
  }
}

async function* readFile(file: string, outlet: string): AsyncGenerator<Reading> {
  try {
    for await (const { line, ...read } of articlesIn(file)) {
      yield { file, line, ...('reason' in read ? read : drafted(read.raw, { file, line, outlet })) }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield { file, line: null, reason: error.message }
  }
}

type Read = { line: number | null } & ({ raw: RawArticle } | { reason: string })

/** Each reader is loaded when a file needs it: the page reader alone takes longer than a question does. */
async function* articlesIn(file: string): AsyncGenerator<Read> {
  switch (kindOf(file)) {
    case '.jsonl':
      return yield* (await import('./jsonl.js')).readJsonLines(file)
    case '.md':
      return yield { line: null, raw: await (await import('./markdown.js')).readMarkdown(file) }
    case '.txt':
      return yield { line: null, raw: await (await import('./text.js')).readText(file) }
    default:
      return yield { line: null, raw: await (await import('./page.js')).readPage(file) }
  }
}

function drafted(raw: RawArticle, place: Place & { outlet: string }): { draft: ArticleDraft } | { reason: string } {
  try {
    return { draft: draftOf(raw, place) }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message }
    throw error
  }
}
