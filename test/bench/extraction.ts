/**
 * `npm run bench:extraction [MB]`: how fast extraction is against wink-nlp's tagger alone, both in one process and by the time of all its
 * threads, as if on one core; memory while so many MB (100, if none is given) stream through the built `crier extract`; the time of one
 * long article; and of hostile texts. Needs the data in CRIER_SHARED, save for the last.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { z } from 'zod'
import { extractQuotations } from '../../src/quotations/extract.js'
import { hostileTexts } from './hostileTexts.js'
import { stream } from './streamed.js'

const ROUNDS = 7
const MOST_SECONDS = 2
const megabytes = Number(process.argv[2] ?? 100)

const file = join(process.env['CRIER_SHARED'] ?? '../shared', 'data/clusters/articles.jsonl')
if (existsSync(file)) {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const texts = lines.map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text)
  compareWithTagger(texts)
  measureLength(texts)
  await measureMemory(lines)
} else {
  console.log(
    `Skipped: speed, length and memory, for there is no ${file}. Set CRIER_SHARED to the folder of the shared data.`,
  )
}
measureHostile()

function compareWithTagger(texts: readonly string[]): void {
  const wink = winkNLP(model, ['sbd', 'pos'])
  // oxlint-disable-next-line typescript/unbound-method -- the tagger knows it by its identity
  const { pos } = wink.its
  const tag = (text: string): unknown => wink.readDoc(text).tokens().out(pos)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const speeds = { tagger: [0], extraction: [0] }
  for (let round = 0; round < ROUNDS; round++) {
    speeds.tagger.push(bytes / microseconds(() => texts.forEach(tag)))
    speeds.extraction.push(bytes / microseconds(() => texts.forEach((text) => extractQuotations(text))))
  }
  // The fastest round is the one that other processes disturbed least.
  const tagger = Math.max(...speeds.tagger)
  const extraction = Math.max(...speeds.extraction)
  console.log(
    `speed: tagger ${tagger.toFixed(2)} MB/s, extraction ${extraction.toFixed(2)} MB/s: ${(extraction / tagger).toFixed(2)} of it`,
  )
}

function measureLength(texts: readonly string[]): void {
  const all = texts.join('\n\n')
  for (const length of [1, 2, 5]) {
    const text = all.slice(0, length * 1e6)
    const seconds = microseconds(() => extractQuotations(text)) / 1e6
    console.log(
      `length: one article of ${length} MB takes ${seconds.toFixed(2)} s, ${(length / seconds).toFixed(2)} MB/s`,
    )
  }
}

async function measureMemory(lines: readonly string[]): Promise<void> {
  const { memory, seconds, oneByOne } = await stream(lines, megabytes * 1e6)
  console.log(
    `stream: ${oneByOne} lines sent one by one, each answered before the next; then the rest as fast as they are taken`,
  )
  for (const { read, resident } of memory) console.log(`memory: ${resident} MB after ${read.toFixed(0)} MB`)
  console.log(`stream: ${megabytes} MB of lines in ${seconds.toFixed(1)} s, ${(megabytes / seconds).toFixed(2)} MB/s`)
}

/** Goes on to a longer text only where the shorter one was quick, so that one that runs away does not halt the others. */
function measureHostile(): void {
  const slowest = new Map<string, number>()
  for (const length of [1e4, 1e5, 1e6]) {
    for (const [name, text] of hostileTexts(length)) {
      if ((slowest.get(name) ?? 0) > MOST_SECONDS) continue
      slowest.set(name, microseconds(() => extractQuotations(text)) / 1e6)
    }
  }
  const times = [...slowest].toSorted(([, a], [, b]) => b - a)
  const late = times.filter(([, seconds]) => seconds > MOST_SECONDS)
  for (const [name, seconds] of times.slice(0, Math.max(5, late.length))) {
    console.log(`hostile: ${seconds.toFixed(2)} s for up to 1 MB of ${name.slice(0, 60)}`)
  }
  console.log(`hostile: ${late.length} of ${times.length} texts take over ${MOST_SECONDS} s`)
}

/** The time of all threads of this process, in microseconds. */
function microseconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
