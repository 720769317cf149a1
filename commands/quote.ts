import { lastPage, type QuoteAnswer, quote, STATEMENTS_ON_PAGE } from '../src/answers/quote.js'
import { didYouMean } from '../src/answers/suggestions.js'
import { defineCommand } from '../src/command.js'
import { changedBlocks, goneBlocks, readEarlier } from '../src/comparison/changed.js'
import { around } from '../src/line/around.js'
import { instead } from '../src/line/instead.js'
import type { Action, Block, Message } from '../src/message.js'
import { labels, type Narrowed, quotePhrases as say } from '../src/phrases.js'
import { typed } from '../src/typed.js'

export default defineCommand({
  name: 'quote',
  summary: 'What a person was quoted as saying, and which outlets carry it',
  options: {
    who: { kind: 'speaker', summary: 'whose words', required: true, positional: true },
    about: { kind: 'topic', summary: 'only what is about this', keywords: ['about', 'on'] },
    outlet: { kind: 'outlet', summary: 'only from this outlet' },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    page: { kind: 'number', summary: 'which page of many' },
  },
  examples: ['/quote mattis', '/quote mattis about allies', '/quote trump since 2018-12'],
  async run({ who, about, outlet, since, page = 1 }, { archive }): Promise<Message> {
    const narrowed = { about: about?.text, outlet, since }
    const answer = await quote(archive, { who, ...(about ? { about: about.groups } : {}), outlet, since, page })
    const suggestions =
      about && answer.speaker !== null && answer.total + answer.goneSince.length === 0
        ? await didYouMean(archive, about.text)
        : []
    if (answer.speaker !== null && suggestions.length > 0) {
      const { speaker, articlesSearched } = answer
      const nothing = say.nothing(speaker, articlesSearched, narrowed)
      const meant = instead([nothing], suggestions, (topic) => typed('quote', speaker, { ...narrowed, about: topic }))
      return { title: say.title(speaker, narrowed), ...meant, data: answer }
    }
    const message =
      answer.speaker === null ? whom(who, answer, narrowed) : spoken(answer.speaker, answer, narrowed, page)
    return { ...message, data: answer }
  },
})

function spoken(speaker: string, answer: QuoteAnswer, narrowed: Narrowed, asked: number): Message {
  const { statements, total, outlets, articlesSearched, candidates, goneSince } = answer
  const title = say.title(speaker, narrowed)
  const others: Block[] = candidates.length > 0 ? [{ kind: 'text', text: say.alsoCalled(candidates) }] : []
  if (total === 0) {
    const text = say.nothing(speaker, articlesSearched, narrowed)
    const wider =
      narrowed.about || narrowed.outlet || narrowed.since
        ? [{ label: labels.quote(speaker), line: typed('quote', speaker) }]
        : []
    return {
      title,
      blocks: [{ kind: 'text', text }, ...others, ...goneBlocks(goneSince)],
      actions: [...wider, ...readEarlier(goneSince[0]?.quotation), ...choices(candidates, narrowed)],
    }
  }
  const page = lastPage(total, asked)
  const shown = statements.slice(0, STATEMENTS_ON_PAGE)
  const first = (page - 1) * STATEMENTS_ON_PAGE + 1
  const blocks: Block[] = [
    { kind: 'text', text: say.found(total, outlets, answer.copies, articlesSearched, narrowed) },
    ...(total > shown.length
      ? [{ kind: 'text' as const, text: say.page(first, first + shown.length - 1, total) }]
      : []),
    ...others,
    ...shown.flatMap(({ quotations: [quotation, ...carriedBy], changedSince }): Block[] =>
      quotation
        ? [
            { kind: 'statement', speaker, quotation, carriedBy, around: around(quotation) },
            ...changedBlocks(changedSince),
          ]
        : [],
    ),
    ...(page === 1 ? goneBlocks(goneSince) : []),
  ]
  const more: Action[] =
    first + shown.length <= total
      ? [{ label: labels.more, line: typed('quote', speaker, { ...narrowed, page: page + 1 }) }]
      : []
  const source = shown[0]?.quotations[0]
  const read: Action[] = source
    ? [{ label: labels.article(source.outlet), line: typed('source', source.articleId) }]
    : []
  const replaced = [
    ...shown.flatMap(({ changedSince }) => changedSince.map((one) => one.earlier)),
    ...(page === 1 ? goneSince.map((one) => one.quotation) : []),
  ]
  const compare: Action[] = narrowed.about ? [{ label: labels.compare, line: typed('compare', narrowed.about) }] : []
  return {
    title,
    blocks,
    actions: [...more, ...read, ...readEarlier(replaced[0]), ...compare, ...choices(candidates, narrowed)],
  }
}

function whom(who: string, answer: QuoteAnswer, narrowed: Narrowed): Message {
  const { isAmbiguous, candidates, articlesSearched, goneSince } = answer
  const actions = [...choices(candidates, narrowed), ...readEarlier(goneSince[0]?.quotation)]
  if (isAmbiguous) {
    return { title: say.severalTitle(who), blocks: [{ kind: 'text', text: say.several(who, candidates) }], actions }
  }
  const near: Block[] = candidates.length > 0 ? [{ kind: 'text', text: say.nearest(candidates) }] : []
  const nobody = say.nobody(who, articlesSearched, narrowed)
  const blocks: Block[] = [{ kind: 'text', text: nobody }, ...near, ...goneBlocks(goneSince)]
  return { title: say.nobodyTitle(who), blocks, actions }
}

function choices(names: readonly string[], narrowed: Narrowed): Action[] {
  return names.map((name) => ({ label: labels.quote(name), line: typed('quote', name, { ...narrowed }) }))
}
