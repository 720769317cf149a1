import { isSamePlace } from '../src/answers/changed.js'
import { type VerifyAnswer, type VerifyMatch, verify } from '../src/answers/verify.js'
import { changedPhrases as changed } from '../src/changedPhrases.js'
import { defineCommand } from '../src/command.js'
import { changedBlock, changedBlocks, readEarlier } from '../src/comparison/changed.js'
import { around } from '../src/line/around.js'
import type { Action, Block, Message } from '../src/message.js'
import { labels, verifyPhrases as say } from '../src/phrases.js'
import { compareWording, negationChanged, type Wording } from '../src/quotations/wording.js'
import { typed } from '../src/typed.js'

/** More would bury the finding. */
const MOST_SHOWN = 6

export default defineCommand({
  name: 'verify',
  summary: 'Whether a quotation is real, trimmed, altered, somebody else’s or not to be found',
  options: {
    words: { kind: 'text', summary: 'the quotation', required: true, positional: true },
    speaker: { kind: 'speaker', summary: 'who is said to have said it', positional: true, keywords: ['by', 'from'] },
  },
  examples: ['/verify "strengthened in this effort by our alliances"', '/verify "a devoted patriot" pelosi'],
  async run({ words, speaker }, { archive }): Promise<Message> {
    const answer = await verify(archive, { words, speaker })
    return {
      title: say.title(answer.verdict, isTurned(answer)),
      blocks: blocksOf(answer, speaker ?? ''),
      actions: actionsOf(answer),
      data: answer,
    }
  },
})

function isTurned({ verdict, matches: [best] }: VerifyAnswer): boolean {
  return verdict === 'altered' && best !== undefined && negationChanged(best.changes)
}

function blocksOf(answer: VerifyAnswer, named: string): Block[] {
  const { articlesSearched, isAssembled, matches } = answer
  const [best] = matches
  if (!best) return [{ kind: 'text', text: say.notFound(articlesSearched) }]
  if (best.changedSince) return earlierBlocks(answer, best, named)
  const fullest = isAssembled ? null : fullestOf(best, matches)
  const others = matches
    .filter((match) => match !== fullest)
    .map((match) => ({ match, wording: fullest && against(fullest, match) }))
  const droppedBy = others
    .filter(({ wording }) => wording && dropsWords(wording))
    .map(({ match }) => match.quotation.outlet)
  const carriers = matches.filter((match) => match.verdict === best.verdict).map(({ quotation }) => quotation.outlet)
  const sentences = [
    ...warnings(answer, best, named),
    isAssembled ? say.assembled : say.carried(best.verdict, unique(carriers)),
    fullest && droppedBy.length > 0 && say.dropped(unique(droppedBy), fullest.quotation.outlet),
    say.searched(articlesSearched),
  ]
  return [
    text(sentences),
    ...(fullest ? [{ ...toPasted(fullest), label: say.fullest(fullest.quotation.outlet) }] : []),
    ...others
      .slice(0, MOST_SHOWN)
      .map(({ match, wording }) => (fullest && wording ? toFullest(match, fullest, wording) : toPasted(match))),
    ...changedBlocks(answer.changedSince),
    ...sentenceOf(fullest ?? best),
  ]
}

/** What an outlet printed once, nearer to the pasted words than all that is printed now. */
function earlierBlocks(answer: VerifyAnswer, best: VerifyMatch, named: string): Block[] {
  const { articlesSearched, matches } = answer
  const earlier = matches.flatMap((match) => (match.changedSince ? [{ match, before: match.changedSince }] : []))
  const printed = earlier
    .filter(({ match }) => match.verdict === best.verdict)
    .map(({ match, before: { until, now, gone } }) => {
      const became = now ? 'changed' : gone ? 'gone' : 'replaced'
      return changed.printedBefore(match.verdict, match.quotation.outlet, until, became)
    })
  const rest = matches.filter(
    ({ quotation, changedSince }) =>
      !changedSince && !earlier.some(({ before: { now } }) => now && isSamePlace(now.quotation, quotation)),
  )
  return [
    text([...warnings(answer, best, named), ...unique(printed), changed.searched(articlesSearched)]),
    ...earlier.flatMap(({ match, before: { until, now } }): Block[] => {
      const { outlet } = match.quotation
      const label = changed.stood(say.pasted(match.verdict, outlet), until)
      const current = now ? [{ ...changedBlock(now), label: changed.standsNow(outlet) }] : []
      return [{ ...toPasted(match), label }, ...current]
    }),
    ...rest.slice(0, MOST_SHOWN - earlier.length).map(toPasted),
    ...changedBlocks(answer.changedSince),
    ...sentenceOf(best),
  ]
}

function warnings({ verdict, matches }: VerifyAnswer, best: VerifyMatch, named: string): (string | false)[] {
  const speakers = unique(matches.flatMap(({ quotation }) => quotation.speaker?.name ?? []))
  return [
    negationChanged(best.changes) && say.negation,
    verdict === 'other-speaker' && say.otherSpeaker(named, speakers),
  ]
}

function text(sentences: readonly (string | false | null)[]): Block {
  return { kind: 'text', text: sentences.filter(Boolean).join(' ') }
}

/** The sentence that the quotation stands in, where that is more than the quotation. */
function sentenceOf({ quotation, sentence, changedSince }: VerifyMatch): Block[] {
  const where = changedSince ? changed.around : say.around
  const isMore = sentence.start < quotation.start || sentence.end > quotation.end
  return isMore ? [{ kind: 'excerpts', label: where(quotation.outlet), excerpts: [sentence] }] : []
}

/** Of the quotations of the same statement, the one with most words. */
function fullestOf(best: VerifyMatch, matches: readonly VerifyMatch[]): VerifyMatch {
  const same = matches.filter((match) => compareWording(best.quotation.text, match.quotation.text) !== null)
  return same.reduce(
    (fullest, match) => (match.quotation.text.length > fullest.quotation.text.length ? match : fullest),
    best,
  )
}

/** How an outlet's wording changes the fullest one; null where it does not. */
function against(fullest: VerifyMatch, match: VerifyMatch): Wording | null {
  const wording = compareWording(fullest.quotation.text, match.quotation.text)
  return wording?.verdict === 'altered' ? wording : null
}

function dropsWords({ changes }: Wording): boolean {
  return changes.some(
    ({ op }, index) => op === 'cut' && changes[index - 1]?.op === 'keep' && changes[index + 1]?.op === 'keep',
  )
}

function toFullest({ quotation }: VerifyMatch, fullest: VerifyMatch, { verdict, changes }: Wording): Block {
  const label = say.against(verdict, quotation.outlet, fullest.quotation.outlet)
  return { kind: 'wording', label, quotation, against: fullest.quotation, changes }
}

function toPasted({ quotation, verdict, changes }: VerifyMatch) {
  const label = say.pasted(verdict, quotation.outlet)
  return { kind: 'wording' as const, label, quotation, against: null, changes }
}

function actionsOf({ matches }: VerifyAnswer): Action[] {
  const [best] = matches
  if (!best) return []
  const { articleId, outlet, speaker } = best.quotation
  const now = best.changedSince?.now?.quotation.articleId ?? best.changedSince?.gone?.articleId
  const earlier = best.changedSince ? readEarlier(best.quotation) : []
  const current = best.changedSince ? now : articleId
  return [
    around(best.quotation),
    ...(current ? [{ label: labels.article(outlet), line: typed('source', current) }] : []),
    ...earlier,
    ...(speaker ? [{ label: labels.quote(speaker.name), line: typed('quote', speaker.name) }] : []),
  ]
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
