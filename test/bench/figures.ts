/** How well figures are set against each other, on labelled stories: `npm run bench:figures [FILE OF LABELS…]`, or `all` for every conflict of every story. */

import type { ComparedFigures } from '../../src/answers/compare/figures.js'
import { judge, rowsOf } from '../golden/figures/judge.js'
import type { LabelledFigure } from '../golden/figures/labels.js'
import { everyStory, labelledStories } from '../golden/figures/labels.js'

const given = process.argv.slice(2)
if (given[0] === 'all') showAll()
else for (const file of given.length > 0 ? given : ['test/golden/figures/labels.jsonl']) measure(file)

function measure(file: string): void {
  const stories = labelledStories(file)
  if (!stories) return
  const { conflicts, missed, alarms, labelled, agreeing } = judge(stories)
  const texts = new Map(stories.flatMap(({ articles }) => articles.map((article) => [article.id, article] as const)))
  const printed = ({ article, start, end }: LabelledFigure) => {
    const { text = '', outlet = '' } = texts.get(article) ?? {}
    return `  ${outlet}: …${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}…`.replaceAll(
      '\n',
      ' ',
    )
  }
  for (const { story, row, judgement } of conflicts) {
    if (judgement !== 'right') console.log([`${story}: a conflict that is ${judgement}`, ...printRow(row)].join('\n'))
  }
  for (const { story, figures } of missed) console.log([`${story}: missed`, ...figures.map(printed)].join('\n'))
  for (const { story, figures } of alarms)
    console.log([`${story}: side by side, but other things`, ...figures.map(printed)].join('\n'))
  const right = conflicts.filter(({ judgement }) => judgement === 'right').length
  const judged = conflicts.filter(({ judgement }) => judgement !== 'open').length
  const share = (part: number, whole: number) => `${(part / Math.max(1, whole)).toFixed(3)} (${part} of ${whole})`
  console.log(
    [
      `${file}: ${stories.length} stories`,
      `precision of conflict ${share(right, judged)}`,
      `recall of conflict ${share(labelled.conflict - missed.length, labelled.conflict)}`,
      `look-alikes side by side ${share(alarms.length, labelled.unrelated)}`,
      `agreeing figures side by side ${share(agreeing.shown, labelled.same + labelled.compatible)}, of them not in conflict ${share(agreeing.right, agreeing.shown)}`,
    ].join('\n'),
  )
}

function showAll(): void {
  const rows = (everyStory() ?? []).flatMap((story) => rowsOf(story).map((row) => ({ story: story.id, row })))
  const conflicts = rows.filter(({ row }) => row.verdict === 'conflict')
  for (const { story, row } of conflicts) console.log([story, ...printRow(row)].join('\n'))
  console.log(`${conflicts.length} conflicts, ${rows.length - conflicts.length} other rows of figures`)
}

function printRow({ what, values }: ComparedFigures): string[] {
  return values.map(({ outlet, min, max, excerpt, figure }) => {
    const marked = `${excerpt.text.slice(0, figure.start - excerpt.start)}[${figure.text}]${excerpt.text.slice(figure.end - excerpt.start)}`
    return `  ${what} ${min}–${max} ${outlet} ${excerpt.published?.slice(0, 10) ?? ''}: ${marked.replaceAll('\n', ' ')}`
  })
}
