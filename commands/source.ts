import { defineCommand } from '../src/command.js'
import { UsageError } from '../src/errors.js'
import type { Message } from '../src/message.js'
import { cut } from '../src/model.js'
import { sourcePhrases as say } from '../src/phrases.js'

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
  },
  examples: [],
  async run({ article: id }, { archive }): Promise<Message> {
    const article = await archive.article(id)
    if (!article) throw new UsageError(say.unknown(id))
    const { outlet, title, author, url, published, text } = article
    const stored = { articleId: article.id, outlet, title, author, url, published, text }
    const body = cut(article, { start: 0, end: text.length })
    const message: Message = {
      title: title ?? say.untitled(outlet),
      blocks: [{ kind: 'article', author, body }],
      actions: [],
      data: stored,
    }
    // Scripts check excerpts against this article, so its fields stand beside the message's own.
    return { ...stored, ...message }
  },
})
