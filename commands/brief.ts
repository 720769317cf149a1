import { createEditions } from '../src/answers/edition.js'
import { didYouMean } from '../src/answers/suggestions.js'
import { defineCommand, type Memory } from '../src/command.js'
import { localMinute } from '../src/digests/localWords.js'
import { editionMessage } from '../src/edition/messages.js'
import { instead } from '../src/line/instead.js'
import type { Block, Message } from '../src/message.js'
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
    since: { kind: 'since', summary: 'only from then on; “last” is when you last asked', keywords: ['since'] },
    limit: { kind: 'number', summary: `how many stories (${STORIES} where it is not said)` },
    speaker: { kind: 'speaker', summary: 'only stories in which this person is quoted' },
    outlet: { kind: 'outlet', summary: 'only what this outlet tells' },
  },
  examples: ['/brief', '/brief syria since 2018-12'],
  async run({ about, since, limit = STORIES, speaker, outlet }, { archive, clock, memory }): Promise<Message> {
    const now = clock().getTime()
    const asked = since && 'asked' in since ? (since.asked ?? (await lastAsked(memory))) : null
    const date = since && 'date' in since ? since.date : undefined
    await memory.put(ASKED, String(now))
    const answer = await edition(archive, {
      topics: about ? [about] : [],
      speakers: speaker ? [speaker] : [],
      outlets: outlet ? [outlet] : [],
      limit: Math.max(1, Math.min(Math.floor(limit) || STORIES, MOST_STORIES)),
      from: date === undefined ? null : Date.parse(date) - 1,
      until: now,
      arrivedAfter: asked,
      told: new Map(),
    })
    const isFirst = since !== undefined && 'asked' in since && asked === null
    const first: Block[] = isFirst ? [{ kind: 'text', text: say.neverAsked }] : []
    const from = asked === null ? date : say.lastAsked(localMinute('UTC', asked))
    const narrowed = { about: about?.text, speaker, outlet, since: from }
    const title = say.title(narrowed)
    // Whoever asks this line again, for its next part or for all, means the same time.
    const typedSince = asked === null ? date : `last ${new Date(asked).toISOString()}`
    const line =
      asked === null ? {} : { line: typed('brief', about?.text ?? '', { since: typedSince, limit, speaker, outlet }) }
    if (answer.stories.length > 0) {
      const message = editionMessage(answer, { title, since: from ?? null })
      const compare = about ? [{ label: labels.compare, line: typed('compare', about.text) }] : []
      return { ...message, ...line, blocks: [...first, ...message.blocks], actions: [...message.actions, ...compare] }
    }
    const nothing = say.nothing(answer.articlesSearched, narrowed)
    const suggestions = about && asked === null ? await didYouMean(archive, about.text) : []
    const meant = instead([nothing], suggestions, (topic) => typed('brief', topic, { since: date, speaker, outlet }))
    const all = about || since || speaker || outlet ? [{ label: labels.brief, line: typed('brief', '') }] : []
    const blocks = [...first, ...meant.blocks]
    return { title, ...meant, ...line, blocks, actions: suggestions.length > 0 ? meant.actions : all, data: answer }
  },
})

const ASKED = 'brief'

/** When this person last asked for a briefing at this desk, in milliseconds since 1970; null where that was never. */
async function lastAsked(memory: Memory): Promise<number | null> {
  const at = await memory.get(ASKED)
  return at === null ? null : Number(at)
}
