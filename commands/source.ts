import { type Standing, standingOf } from '../src/answers/versions.js'
import { changedPhrases as changed } from '../src/changedPhrases.js'
import { defineCommand } from '../src/command.js'
import { UsageError } from '../src/errors.js'
import { sentences } from '../src/language/sentences.js'
import type { Action, Block, Message } from '../src/message.js'
import { type Article, cut, overlaps, type Span } from '../src/model.js'
import { labels, sourcePhrases as say } from '../src/phrases.js'
import { typed } from '../src/typed.js'

export default defineCommand({
  name: 'source',
  summary: 'A stored article, whole, as every excerpt of it was cut from',
  options: {
    article: {
      kind: 'article',
      summary: 'the article’s id, as shown with each excerpt',
      required: true,
      positional: true,
    },
    around: { kind: 'text', summary: 'only the sentences around this place', placeholder: 'START-END' },
  },
  examples: [],
  async run({ article: id, around }, { archive }): Promise<Message> {
    const article = await archive.article(id)
    if (!article) throw new UsageError(say.unknown(id))
    const { outlet, title, author, url, published, text } = article
    const stored = { articleId: article.id, outlet, title, author, url, published, text }
    const standing = await standingOf(archive, article)
    const where = standing.isCurrent ? say.around : changed.around
    const shown: Block[] =
      around === undefined
        ? [{ kind: 'article', author, body: cut(article, { start: 0, end: text.length }) }]
        : [{ kind: 'excerpts', label: where(outlet), excerpts: [cut(article, contextOf(text, placeIn(around)))] }]
    const blocks = [...notes(standing, outlet), ...shown, ...copied(standing)]
    const whole = around === undefined ? [] : [{ label: labels.article(outlet), line: typed('source', id) }]
    const actions = [...whole, ...others(standing)]
    const data = { ...stored, ...versionsOf(standing) }
    const message: Message = { title: title ?? say.untitled(outlet), blocks, actions, data }
    // Scripts check excerpts against this article, so its fields stand beside the message's own.
    return { ...stored, ...message }
  },
})

/** Which version it is, and how it differs from the current one, or that from the one before. */
function notes({ version, versions, until, isCurrent, before, paragraphs }: Standing, outlet: string): Block[] {
  if (versions === 1) return []
  const text = isCurrent
    ? changed.current(versions - 1, isoOf(before?.until), paragraphs)
    : changed.earlier(version, versions, outlet, until, paragraphs)
  return [{ kind: 'text', text }]
}

/** Whose text it is, by the headline of the article that was copied. */
function copied({ original }: Standing): Block[] {
  if (!original) return []
  const label = changed.copyOf(original.outlet)
  const headline = headlineOf(original)
  return [headline ? { kind: 'excerpts', label, excerpts: [cut(original, headline)] } : { kind: 'text', text: label }]
}

function headlineOf({ title, text }: Article): Span | null {
  return title && text.startsWith(title) ? { start: 0, end: title.length } : null
}

function others({ now, before, original }: Standing): Action[] {
  return [
    ...(now ? [{ label: changed.readCurrent(now.outlet), line: typed('source', now.id) }] : []),
    ...(before ? [{ label: changed.readEarlier(before.outlet), line: typed('source', before.id) }] : []),
    ...(original ? [{ label: labels.article(original.outlet), line: typed('source', original.id) }] : []),
  ]
}

function versionsOf({ version, versions, until, isCurrent, now, before, paragraphs, original }: Standing) {
  const other = now ?? before
  const changedSince = other && { articleId: other.id, paragraphs, until: isCurrent ? isoOf(before?.until) : until }
  return { version, versions, isCurrent, changedSince, copyOf: original?.id ?? null }
}

function isoOf(time: number | null | undefined): string | null {
  return time ? new Date(time).toISOString() : null
}

/** The sentences that hold a place of the text, with the one before and the one after them; all of it where the place is outside. */
function contextOf(text: string, place: Span): Span {
  const all = sentences(text)
  const first = all.findIndex((sentence) => overlaps(sentence, place))
  const last = all.findLastIndex((sentence) => overlaps(sentence, place))
  const [from, to] = [all[Math.max(0, first - 1)], all[Math.min(all.length - 1, last + 1)]]
  return first < 0 || !from || !to ? { start: 0, end: text.length } : { start: from.start, end: to.end }
}

function placeIn(words: string): Span {
  const [, start, end] = /^(\d{1,9})[-–](\d{1,9})$/u.exec(words.trim()) ?? []
  if (start === undefined || Number(start) >= Number(end)) throw new UsageError(say.notAPlace(words))
  return { start: Number(start), end: Number(end) }
}
