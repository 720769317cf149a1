import type { RunnableBot } from '../src/bot.js'
import { sentences } from '../src/language/sentences.js'
import type { Message } from '../src/message.js'
import { findQuoted } from '../src/quotations/marks.js'
import type { Archive } from '../src/store/store.js'
import type { CaseSources, VerifyCase } from './verifyCases.js'

export interface VerifyRun extends VerifyCase {
  /** Of several quotations, each, parted by commas. */
  readonly got: string
  readonly isRight: boolean
  /** An invented quotation that is called real. */
  readonly isFalse: boolean
}

/** What cases are made from: the quotations of the newest articles, and the sentences that stand outside of marks. */
export async function sourcesOf(archive: Archive, most: number): Promise<CaseSources> {
  const articles = await archive.newest({}, most)
  const stored = []
  for (let at = 0; at < articles.length; at += 100)
    stored.push(...(await archive.quotationsIn(articles.slice(at, at + 100).map(({ id }) => id))))
  const all = stored.map(({ quotation }) => ({
    words: quotation.text
      .replace(/^["“”]|["“”]$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
    speaker: quotation.speaker?.kind === 'person' ? quotation.speaker.name : null,
  }))
  const unquoted = articles.flatMap(({ text }) => {
    const quoted = findQuoted(text)
    return sentences(text)
      .filter(({ start, end }) => end - start > 60 && end - start < 300)
      .filter(({ start, end }) => !quoted.some((one) => one.start < end + 2 && start - 2 < one.end))
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' '))
      .filter((sentence) => !/["“”:=]/u.test(sentence))
  })
  return { all, unquoted }
}

/** Asks the bot for each case. */
export async function runAll(bot: RunnableBot, cases: readonly VerifyCase[]): Promise<VerifyRun[]> {
  const runs: VerifyRun[] = []
  for (const one of cases) {
    const message = await bot.answer({ desk: 'bench', line: one.line })
    const got = verdictsOf(message)
    const isCalledOut = !one.isTurned || firstSentence(message).startsWith('Careful')
    const isRight = got === one.verdict && isCalledOut
    const isFalse = one.kind.startsWith('invented') && !/^(?:not-found|altered)$/u.test(got)
    runs.push({ ...one, got: isCalledOut ? got : `${got}, and not called out`, isRight, isFalse })
  }
  return runs
}

function verdictsOf({ data, title }: Message): string {
  const found = Array.isArray(data) ? data : [data]
  return found.map((one) => verdictOf(one) ?? title).join(', ')
}

function verdictOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('verdict' in data)) return null
  return typeof data.verdict === 'string' ? data.verdict : null
}

function firstSentence({ blocks }: Message): string {
  const [first] = blocks
  return first?.kind === 'text' ? first.text : ''
}
