import { type BriefStory, brief } from '../src/answers/brief.js'
import { didYouMean } from '../src/answers/suggestions.js'
import { defineCommand } from '../src/command.js'
import { around } from '../src/line/around.js'
import { instead } from '../src/line/instead.js'
import type { Block, Message } from '../src/message.js'
import { labels, briefPhrases as say } from '../src/phrases.js'
import { typed } from '../src/typed.js'

const STORIES = 5
const MOST_STORIES = 20

export default defineCommand({
  name: 'brief',
  summary: 'The newest stories, who tells them, and what most outlets quote',
  options: {
    about: { kind: 'topic', summary: 'only stories about this', positional: true, keywords: ['about', 'on'] },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    limit: { kind: 'number', summary: `how many stories (${STORIES} where it is not said)` },
  },
  examples: ['/brief', '/brief syria since 2018-12'],
  async run({ about, since, limit = STORIES }, { archive }): Promise<Message> {
    const wanted = Math.max(1, Math.min(Math.floor(limit) || STORIES, MOST_STORIES))
    const answer = await brief(archive, { ...(about ? { about: about.groups } : {}), since, limit: wanted })
    const { stories, articlesSearched } = answer
    const narrowed = { about: about?.text, since }
    const suggestions = about && stories.length === 0 ? await didYouMean(archive, about.text) : []
    if (suggestions.length > 0) {
      const nothing = say.nothing(articlesSearched, narrowed)
      const meant = instead([nothing], suggestions, (topic) => typed('brief', topic, { since }))
      return { title: say.title(narrowed), ...meant, data: answer }
    }
    const text =
      stories.length > 0
        ? say.found(stories.length, articlesSearched, narrowed)
        : say.nothing(articlesSearched, narrowed)
    return {
      title: say.title(narrowed),
      blocks: [{ kind: 'text', text }, ...stories.flatMap((story) => blocksOf(story))],
      actions: [
        ...stories.slice(0, 3).map(({ headline }) => ({
          label: labels.article(headline.outlet),
          line: typed('source', headline.articleId),
        })),
        ...(about && stories.length > 0 ? [{ label: labels.compare, line: typed('compare', about.text) }] : []),
        ...(stories.length === 0 && (about || since) ? [{ label: labels.brief, line: typed('brief', '') }] : []),
      ],
      data: answer,
    }
  },
})

function blocksOf({
  headline,
  outlets,
  articles,
  passage,
  quotations: [quotation, ...carriedBy],
}: BriefStory): Block[] {
  const told = articles > 1 ? say.told(outlets, articles) : say.toldOnce(headline.outlet)
  return [
    { kind: 'excerpts', label: told, excerpts: passage ? [headline, passage] : [headline] },
    ...(quotation?.speaker
      ? [
          {
            kind: 'statement' as const,
            speaker: quotation.speaker.name,
            quotation,
            carriedBy,
            around: around(quotation),
          },
        ]
      : []),
  ]
}
