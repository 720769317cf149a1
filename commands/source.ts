import { defineCommand } from '../src/command.js'
import { UsageError } from '../src/errors.js'
import { sentences } from '../src/language/sentences.js'
import type { Block, Message } from '../src/message.js'
import { cut, overlaps, type Span } from '../src/model.js'
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
    const blocks: Block[] =
      around === undefined
        ? [{ kind: 'article', author, body: cut(article, { start: 0, end: text.length }) }]
        : [{ kind: 'excerpts', label: say.around(outlet), excerpts: [cut(article, contextOf(text, placeIn(around)))] }]
    const actions = around === undefined ? [] : [{ label: labels.article(outlet), line: typed('source', id) }]
    const message: Message = { title: title ?? say.untitled(outlet), blocks, actions, data: stored }
    // Scripts check excerpts against this article, so its fields stand beside the message's own.
    return { ...stored, ...message }
  },
})

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
