/** One edition on its way, step by step; each step is kept before the next is taken, so that another can go on from there. */
import { runnerPhrases as say } from '../digestPhrases.js'
import { CrierError, ThreadRefusedError, UnclearError, UndeliverableError } from '../errors.js'
import { type Message, sentence } from '../message.js'
import type { Post, Postman } from '../platform.js'
import type { Digest, DigestBook, Edition, Settled, Work } from './digest.js'
import { retryAt, settledAtOnce } from './late.js'

/** Makes the edition of a digest, with what is there at `now` (milliseconds since 1970). */
export type Build = (digest: Digest, due: number, now: number) => Promise<Edition>

export interface Log {
  error(details: object, text: string): void
  warn(details: object, text: string): void
}

export interface Means {
  readonly book: Pick<DigestBook, 'find' | 'keepEdition' | 'keepPosted' | 'settle' | 'postpone' | 'pause'>
  readonly build: Build
  readonly postman: Pick<Postman, 'send' | 'tell'>
  readonly holder: string
  /** The clock that digests fall due by, in milliseconds since 1970. */
  readonly now: () => number
  /** The clock that claims and waits go by, which nobody fixes for the news. */
  readonly trueNow: () => number
  /** Ties what the ledger says to what the log says. */
  readonly newId: () => string
  readonly log: Log
}

/** What became of a slot that was taken; `lost` where another has it by now. */
export type Outcome =
  | Settled
  | { readonly state: 'postponed'; readonly until: number; readonly why: string }
  | { readonly state: 'lost' }

const LOST = { state: 'lost' } as const
/** What trying again does not mend, or must not. */
const FINAL = [UndeliverableError, ThreadRefusedError, UnclearError]

/** How far an edition has come; what is posted is known here also where a later step fails. */
interface Progress extends Work {
  edition: Edition | null
  readonly posted: string[]
}

/** Brings a slot to its end, or as far as it comes. Rejects only where the store does. */
export async function deliver(work: Work, means: Means): Promise<Outcome> {
  const progress: Progress = { ...work, posted: [...work.posted] }
  const { book, holder } = means
  const outcome = await carryOut(progress, means).catch((error: unknown) => failure(progress, error, means))
  if (outcome.state === 'lost') return LOST
  if (outcome.state === 'postponed') {
    await book.postpone(work.slot.id, holder, means.trueNow() + outcome.until - means.now())
    return outcome
  }
  return (await book.settle(work.slot.id, holder, outcome)) ? outcome : LOST
}

async function carryOut(progress: Progress, { book, build, postman, holder, now }: Means): Promise<Outcome> {
  const { slot, digest, posted } = progress
  const settled = settledAtOnce(progress, now())
  if (settled) return settled
  const edition = progress.edition ?? (await build(digest, slot.due, now()))
  if (!progress.edition && !(await book.keepEdition(slot.id, holder, edition))) return LOST
  progress.edition = edition
  const isEmpty = edition.told.length === 0
  if (isEmpty && digest.ifEmpty === 'skip') return told('empty', edition, now())
  const messages = isEmpty ? [edition.summary] : [edition.summary, ...edition.details]
  for (const [part, message] of [...messages.entries()].slice(posted.length)) {
    const id = await postman.send(postOf(progress, message, part))
    posted.push(id)
    if (!(await book.keepPosted(slot.id, holder, id))) return LOST
  }
  return told(isEmpty ? 'empty' : 'sent', edition, now())
}

function told(state: 'empty' | 'sent', edition: Edition, at: number): Settled {
  return { state, at, told: edition.told, toldUntil: edition.until, stories: edition.told.length }
}

function postOf({ slot, digest, edition, posted: [under] }: Progress, message: Message, part: number): Post {
  const { desk, channel } = digest
  const key = `digest:${digest.id}:${slot.isByHand ? 'now-' : ''}${slot.due}:${part}`
  const post = { place: { desk, channel }, message, key }
  return under === undefined ? post : { ...post, under, threadTitle: edition?.summary.title ?? message.title }
}

async function failure(progress: Progress, error: unknown, means: Means): Promise<Outcome> {
  const { slot, digest, edition, posted } = progress
  const at = means.now()
  const why = error instanceof CrierError ? error.message : unforeseen(progress, error, means)
  const mayPass = error instanceof CrierError && !FINAL.some((kind) => error instanceof kind)
  const until = mayPass ? retryAt(progress, at) : null
  if (until !== null) return { state: 'postponed', until, why }
  if (edition && posted.length > 0) return { ...told('sent', edition, at), why: say.withoutDetails(why) }
  if (error instanceof UndeliverableError) await pause(progress, why, means)
  const isSkipped = mayPass && digest.ifLate === 'skip' && !slot.isByHand
  return { state: 'failed', at, why, ...(isSkipped ? { toldUntil: slot.due } : {}) }
}

function unforeseen({ slot, digest }: Progress, error: unknown, { log, newId }: Means): string {
  const id = newId()
  log.error({ err: error, id, digest: digest.id, slot: slot.id }, 'An edition failed unforeseen')
  return say.unforeseen(id)
}

/**
 * Stops a digest that cannot be delivered, and tells who made it. In this order: where this process dies in between, whoever takes the slot
 * over comes to the same end.
 */
async function pause({ slot, digest }: Progress, why: string, { book, postman, log, now }: Means): Promise<void> {
  const current = await book.find(digest.desk, digest.id)
  if (current?.channel !== digest.channel) return
  const { id, desk, createdBy } = digest
  const text = say.paused(id, why)
  const actions = [{ label: say.resume, line: `/digest resume ${id}` }]
  const message: Message = { title: say.pausedTitle(id), blocks: [sentence(text)], actions }
  await postman.tell(desk, createdBy, message, `digest:${id}:paused-${slot.id}`).catch((error: unknown) => {
    log.warn({ err: error, digest: id }, 'Who made a digest could not be told that it is paused')
  })
  await book.pause(id, { at: now(), why })
}
