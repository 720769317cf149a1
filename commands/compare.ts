import type { CompareAnswer } from '../src/answers/compare/answer.js'
import { compare } from '../src/answers/compare.js'
import { defineCommand } from '../src/command.js'
import { comparePhrases as say } from '../src/comparePhrases.js'
import { comparisonBlocks, section } from '../src/comparison/blocks.js'
import { instead } from '../src/line/instead.js'
import type { Block, Message } from '../src/message.js'
import { typed } from '../src/typed.js'

/** More would bury the finding. */
const MOST_OTHERS = 3

export default defineCommand({
  name: 'compare',
  summary: 'How outlets tell one story: what they agree on, where they differ, who is silent',
  options: {
    topic: {
      kind: 'topic',
      summary: 'what to compare them on',
      required: true,
      positional: true,
      keywords: ['about', 'on'],
    },
    outlet: { kind: 'outlet', summary: 'only stories that this outlet tells' },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    story: { kind: 'article', summary: 'which story, where several are about it', placeholder: 'ID' },
  },
  examples: ['/compare afghanistan', '/compare allies since 2018-12'],
  async run({ topic, outlet, since, story }, { archive }): Promise<Message> {
    const answer = await compare(archive, topic, { outlet, since, story })
    const title = say.title(topic.text)
    if (answer.story === null) {
      const text = say.nothing(
        topic.text,
        await archive.count({ ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }),
      )
      return {
        title,
        ...instead([text], answer.suggestions, (meant) => typed('compare', meant, { outlet, since })),
        data: answer,
      }
    }
    const others = choices(answer.otherStories)
    return {
      title,
      blocks: [...comparisonBlocks(answer, answer.story), ...section(say.others, others.flatMap(headlineBlock))],
      actions: others.map(({ label, story: { id } }) => ({ label, line: typed('compare', topic.text, { story: id }) })),
      data: answer,
    }
  },
})

interface Choice {
  readonly label: string
  readonly story: CompareAnswer['otherStories'][number]
}

/** Other stories, each with a label of its own. */
function choices(stories: CompareAnswer['otherStories']): Choice[] {
  const used = new Map<string, number>()
  return stories.slice(0, MOST_OTHERS).map((story) => {
    const label = say.otherStory(story.published, story.outlets)
    const times = (used.get(label) ?? 0) + 1
    used.set(label, times)
    return { label: times === 1 ? label : `${label} (${times})`, story }
  })
}

/** What the button with this label leads to, as an article prints it. */
function headlineBlock({ label, story: { headline } }: Choice): Block[] {
  return headline ? [{ kind: 'excerpts', label, excerpts: [headline] }] : []
}
