import type { EditionAnswer, EditionStory } from '../answers/edition.js'
import { wordingBlocks } from '../comparison/wordings.js'
import { editionPhrases as say } from '../editionPhrases.js'
import { around } from '../line/around.js'
import type { Action, Block, Message } from '../message.js'
import type { Excerpt, Quotation } from '../model.js'
import { labels } from '../phrases.js'
import { typed } from '../typed.js'

/** What the edition itself does not know. */
export interface EditionOptions {
  /** Of the summary. */
  readonly title: string
  /** When the last edition was, or what it goes back to, as words: "Friday 20 November, 08:30". */
  readonly since: string | null
}

/** The details go into the thread under the summary: one message a story. */
export interface EditionMessages {
  readonly summary: Message
  readonly details: readonly Message[]
}

/** Buttons under a summary: what many stories offer would hide it. */
const MOST_COMPARED = 4
const MOST_QUOTED = 3

/** An edition in a channel: the headlines with who tells them, and each story by itself. */
export function editionMessages(answer: EditionAnswer, options: EditionOptions): EditionMessages {
  const { stories } = answer
  return {
    summary: {
      title: options.title,
      blocks: [
        { kind: 'text', text: countsOf(answer, options) },
        ...stories.map(
          (story, at): Block => ({ kind: 'excerpts', label: labelOf(story, at, options), excerpts: [story.headline] }),
        ),
      ],
      actions: actionsOf(stories),
      data: answer,
    },
    details: stories.map((story, at) => {
      const { outlets, isFollowUp } = story
      const title = isFollowUp
        ? say.detailFollowUp(at + 1, stories.length, outlets, options.since)
        : say.detail(at + 1, stories.length, outlets)
      return { title, blocks: [headlineBlock(story, null), ...furtherBlocks(story)], actions: detailActions(story) }
    }),
  }
}

/** An edition as one message. */
export function editionMessage(answer: EditionAnswer, options: EditionOptions): Message {
  const { stories } = answer
  return {
    title: options.title,
    blocks: [
      { kind: 'text', text: countsOf(answer, options) },
      ...stories.flatMap((story, at) => [headlineBlock(story, labelOf(story, at, options)), ...furtherBlocks(story)]),
    ],
    actions: actionsOf(stories),
    data: answer,
  }
}

function countsOf({ stories, articlesSearched, outlets, left }: EditionAnswer, { since }: EditionOptions): string {
  if (stories.length === 0) return say.nothing(articlesSearched, since)
  const articles = stories.reduce((sum, story) => sum + story.articles, 0)
  return say.counts({ stories: stories.length, articles, outlets, left }, since)
}

function labelOf({ isFollowUp, outlets, copies }: EditionStory, at: number, { since }: EditionOptions): string {
  return isFollowUp ? say.followUp(at + 1, outlets, copies, since) : say.told(at + 1, outlets, copies)
}

function headlineBlock({ headline, passage }: EditionStory, label: string | null): Block {
  return { kind: 'excerpts', label, excerpts: passage ? [headline, passage] : [headline] }
}

/** What stands under headline and passage: the quotation, and what outlets disagree on. */
function furtherBlocks({
  quotations: [quotation, ...others],
  disagreements: { figures, wordings },
}: EditionStory): Block[] {
  const differing = wordingBlocks(wordings).filter(
    (block) => block.kind !== 'statement' || !isSame(block.quotation, quotation),
  )
  const isAltered = (one: Quotation) =>
    differing.some((block) => block.kind === 'wording' && isSame(block.quotation, one))
  const disagreed = [
    ...figures.map(({ what, verdict, values }): Block => ({ kind: 'figures', what, verdict, values })),
    ...differing,
  ]
  return [
    ...(quotation
      ? statementBlock(
          quotation,
          others.filter((one) => !isAltered(one)),
        )
      : []),
    ...(disagreed.length > 0 ? [{ kind: 'heading' as const, text: say.disagreements }, ...disagreed] : []),
  ]
}

function statementBlock(quotation: Quotation, carriedBy: readonly Quotation[]): Block[] {
  const { speaker } = quotation
  return speaker ? [{ kind: 'statement', speaker: speaker.name, quotation, carriedBy, around: around(quotation) }] : []
}

function isSame(a: Excerpt, b: Excerpt | undefined): boolean {
  return a.articleId === b?.articleId && a.start === b.start
}

/** To compare the stories that several outlets tell, and to ask for whom they quote. */
function actionsOf(stories: readonly EditionStory[]): Action[] {
  const compared = stories.flatMap((story, at) =>
    story.outlets.length > 1 ? [{ label: say.compareNumber(at + 1), line: compareLine(story) }] : [],
  )
  const quoted = new Map(stories.flatMap((story) => quoteAction(story).map((action) => [action.label, action])))
  return [...compared.slice(0, MOST_COMPARED), ...[...quoted.values()].slice(0, MOST_QUOTED)]
}

function detailActions(story: EditionStory): Action[] {
  const { headline, outlets } = story
  return [
    ...(outlets.length > 1 ? [{ label: say.compare, line: compareLine(story) }] : []),
    ...quoteAction(story),
    { label: labels.article(headline.outlet), line: typed('source', headline.articleId) },
  ]
}

function compareLine({ topic, id }: EditionStory): string {
  return typed('compare', topic, { story: id })
}

/** Only somebody with a name can be asked for. */
function quoteAction({ quotations: [quotation] }: EditionStory): Action[] {
  const speaker = quotation?.speaker
  return speaker && speaker.kind !== 'unnamed'
    ? [{ label: say.quote(speaker.name), line: typed('quote', speaker.name) }]
    : []
}
