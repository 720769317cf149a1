/**
 * `npm run bench:render`: draws 2,000 answers from CRIER_SHARED/data/clusters for Slack and Discord, and counts whatever breaks a limit of
 * either, lives though it is an article's, or can be read on one side only. Exits 1 if anything does.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../../commands/index.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { createBot } from '../../src/bot.js'
import type { Message } from '../../src/message.js'
import { buttonsFor } from '../../src/platforms/buttons.js'
import { renderDiscord } from '../../src/platforms/discord/render.js'
import { harmlessText } from '../../src/platforms/harmless.js'
import { quotedSpans } from '../../src/platforms/parts.js'
import { renderSlack } from '../../src/platforms/slack/render.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'
import { typed } from '../../src/typed.js'
import { factsOf } from '../contracts/platform.js'
import { seen } from '../platforms/discord/renderReader.js'
import { textsOf } from '../platforms/discord/renderSamples.js'
import { alive, markup, nodesOf } from '../platforms/slack/renderChecks.js'
import { problemsIn as discordProblems } from '../stubs/discord/limits.js'
import { problemsIn as slackProblems } from '../stubs/slack/limits.js'

const ANSWERS = 2_000
const MEANT = new Set(['bar', 'strong', 'strike', 'small', 'heading', 'fence', 'em', 'underline'])

const folder = process.env['CRIER_SHARED'] ?? ''
const kept = process.env['BENCH_STORE'] ?? 'sqlite::memory:'
const isKept = existsSync(kept.replace('sqlite:', ''))
const store = await openStore(kept)
if (!isKept) {
  await ingest(store, readArticles([join(folder, 'data/clusters/articles.jsonl')], {}), 'files', {
    extract: extractQuotations,
  })
}
const archive = store.archive('local')
const bot = createBot({ commands, store, clock: () => new Date(), log: { error: (details) => console.error(details) } })

/** Every article; every speaker of them; topics and quotations of theirs; until there are enough. */
async function* lines(): AsyncGenerator<string> {
  const articles = await archive.newest({}, 10_000)
  const topics = await archive.topicsBeginning('', 400)
  for (const topic of topics) yield typed('compare', topic)
  for (const topic of topics.slice(0, 60)) yield typed('brief', topic)
  const quotations = await archive.quotationsIn(articles.slice(0, 300).map(({ id }) => id))
  const speakers = [...new Set(quotations.flatMap(({ quotation }) => quotation.speaker?.name ?? []))]
  for (const speaker of speakers.slice(0, 500)) yield typed('quote', speaker)
  for (const { quotation } of quotations.slice(0, 300))
    yield typed('verify', '', { words: quotation.text.replace(/["“”„«»]/gu, '').slice(0, 2000) })
  for (const { id } of articles) yield typed('source', id)
}

const plain = (text: string): string =>
  harmlessText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const view = { id: buttonsFor('slack:T1', 'U1').id, isPrivate: true }

function onSlack(message: Message): { problems: string[]; words: string; parts: number } {
  const bodies = renderSlack(message, view)
  const strings = bodies.flatMap(({ blocks }) =>
    [...nodesOf(blocks)].flatMap(({ text }) => (typeof text === 'string' ? text : [])),
  )
  const words = strings.map((text) =>
    text
      .replace(/<[^|>]*\|([^>]*)>/gu, '$1')
      .replace(/&[lg]t;/gu, ' ')
      .replace(/&amp;/gu, '&'),
  )
  const live = bodies.flatMap((body) => markup(body).flatMap(alive)).filter((one) => !one.startsWith('style *'))
  return { problems: [...bodies.flatMap(slackProblems), ...live], words: plain(words.join('\n')), parts: bodies.length }
}

function onDiscord(message: Message): { problems: string[]; words: string; parts: number } {
  const bodies = renderDiscord(message, view)
  const read = bodies.flatMap(textsOf).map(seen)
  const live = read.flatMap((one) => one.live).filter((one) => !MEANT.has(one) && !/^(?:link https?:|time )/u.test(one))
  return {
    problems: [...bodies.flatMap(discordProblems), ...live],
    words: plain(read.map(({ text }) => text).join('\n')),
    parts: bodies.length,
  }
}

/** Facts that cannot be read; one that is parted between two parts is read by its sentences, quotations whole. */
function missing(message: Message, words: string): string[] {
  const isLost = (fact: string): boolean => !words.includes(plain(fact))
  return factsOf(message)
    .filter(isLost)
    .flatMap((fact) => sentencesOf(fact).filter(isLost))
    .filter((sentence) => !isParted(sentence, words))
}

/** A sentence without end may be parted between two words outside quotations. */
function isParted(sentence: string, words: string): boolean {
  const held = quotedSpans(sentence)
  return [...sentence.matchAll(/\s+/gu)].some(
    ({ index }) =>
      !held.some((span) => span.start < index && index < span.end) &&
      words.includes(plain(sentence.slice(0, index))) &&
      words.includes(plain(sentence.slice(index))),
  )
}

function sentencesOf(text: string): string[] {
  const held = quotedSpans(text)
  const ends = [...text.matchAll(/(?<=[.!?…]['’”"»)\]]*)\s+/gu)].map(({ index }) => index)
  const free = ends.filter((end) => !held.some((span) => span.start < end && end < span.end))
  return [0, ...free].map((start, index) => text.slice(start, free[index] ?? text.length))
}

const counts = { answers: 0, slackParts: 0, discordParts: 0, broken: 0, lost: 0 }
const began = performance.now()
let drawing = 0
for await (const line of lines()) {
  if (counts.answers === ANSWERS) break
  const message = await bot.answer({ desk: 'local', line })
  const start = performance.now()
  const [slack, discord] = [onSlack(message), onDiscord(message)]
  drawing += performance.now() - start
  counts.answers += 1
  counts.slackParts += slack.parts
  counts.discordParts += discord.parts
  for (const [name, { problems, words }] of Object.entries({ slack, discord })) {
    if (problems.length > 0) console.log(`${name} ${line}: ${problems.slice(0, 3).join('; ').slice(0, 300)}`)
    const lost = missing(message, words)
    if (lost.length > 0) console.log(`${name} ${line}: ${lost.length} not to be read: ${lost[0]?.slice(0, 160)}`)
    counts.broken += problems.length
    counts.lost += lost.length
  }
}
console.log({
  ...counts,
  seconds: Math.round((performance.now() - began) / 1000),
  msToDrawAndCheck: Math.round(drawing / counts.answers),
})
await store.close()
process.exitCode = counts.broken + counts.lost > 0 || counts.answers < ANSWERS ? 1 : 0
