import { createEditions } from '../src/answers/edition.js'
import { didYouMean } from '../src/answers/suggestions.js'
import { defineCommand } from '../src/command.js'
import { editionMessage } from '../src/edition/messages.js'
import { instead } from '../src/line/instead.js'
import type { Message } from '../src/message.js'
import { labels, briefPhrases as say } from '../src/phrases.js'
import { typed } from '../src/typed.js'

const STORIES = 5
const MOST_STORIES = 20

/** What it remembers of stories holds for every question. */
const { edition } = createEditions()

export default defineCommand({
  name: 'brief',
  summary: 'The newest stories, who tells them, and what most outlets quote',
  options: {
    about: { kind: 'topic', summary: 'only stories about this', positional: true, keywords: ['about', 'on'] },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    limit: { kind: 'number', summary: `how many stories (${STORIES} where it is not said)` },
    speaker: { kind: 'speaker', summary: 'only stories in which this person is quoted' },
    outlet: { kind: 'outlet', summary: 'only what this outlet tells' },
  },
  examples: ['/brief', '/brief syria since 2018-12'],
  async run({ about, since, limit = STORIES, speaker, outlet }, { archive, clock }): Promise<Message> {
    const answer = await edition(archive, {
      topics: about ? [about] : [],
      speakers: speaker ? [speaker] : [],
      outlets: outlet ? [outlet] : [],
      limit: Math.max(1, Math.min(Math.floor(limit) || STORIES, MOST_STORIES)),
      from: since ? Date.parse(since) - 1 : null,
      until: clock().getTime(),
      arrivedAfter: null,
      told: new Map(),
    })
    const narrowed = { about: about?.text, speaker, outlet, since }
    const title = say.title(narrowed)
    if (answer.stories.length > 0) {
      const message = editionMessage(answer, { title, since: since ?? null })
      const compare = about ? [{ label: labels.compare, line: typed('compare', about.text) }] : []
      return { ...message, actions: [...message.actions, ...compare] }
    }
    const nothing = say.nothing(answer.articlesSearched, narrowed)
    const suggestions = about ? await didYouMean(archive, about.text) : []
    const meant = instead([nothing], suggestions, (topic) => typed('brief', topic, { since, speaker, outlet }))
    const all = about || since || speaker || outlet ? [{ label: labels.brief, line: typed('brief', '') }] : []
    return { title, ...meant, actions: suggestions.length > 0 ? meant.actions : all, data: answer }
  },
})
