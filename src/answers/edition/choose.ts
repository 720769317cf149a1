import type { EditionRequest } from '../edition.js'
import type { Candidate } from './candidates.js'
import type { Read } from './reading.js'
import { tellOneEvent } from './sameEvent.js'
import { sourceCount } from './sourceCount.js'
import type { StoryTold } from './story.js'

/** A story that is told, with its articles that were not told before, the newest first. */
export interface Chosen {
  readonly candidate: Candidate
  readonly fresh: readonly Read[]
  readonly story: StoryTold
}

interface Ranked {
  readonly candidate: Candidate
  readonly rank: number
  /** Null until it was looked at closely: then its rank may only be lower. */
  readonly prepared: Chosen | null
}

const DAY = 86_400_000
/** What a topic's whole place in a story counts, in doublings of its sources. */
const OF_TOPIC = 3

/**
 * The stories with most sources, newest and most about the topics; two that tell one event become one. A story is prepared only when by
 * its outlets it would be next, since preparing takes long and can only lower it.
 */
export async function choose(
  candidates: readonly Candidate[],
  request: EditionRequest,
  prepare: (candidate: Candidate) => Promise<Chosen | null>,
): Promise<{ chosen: Chosen[]; left: number }> {
  const rankOf = rankingOf(candidates, request)
  let queue = candidates.map(
    (candidate): Ranked => ({ candidate, rank: rankOf(candidate, outletsOf(candidate)), prepared: null }),
  )
  const chosen: Chosen[] = []
  while (chosen.length < request.limit) {
    const next = queue.reduce<Ranked | null>((best, one) => (best === null || one.rank > best.rank ? one : best), null)
    if (next === null) break
    queue = queue.filter((one) => one !== next)
    const prepared = next.prepared ?? (await prepare(next.candidate))
    if (prepared === null) continue
    if (next.prepared === null) {
      const sources = sourceCount(prepared.fresh)(new Set(prepared.fresh.map(({ article }) => article.outlet)))
      queue.push({ candidate: next.candidate, rank: rankOf(next.candidate, sources), prepared })
      continue
    }
    const twin = chosen.findIndex((other) => tellOneEvent(likenedIn(other), likenedIn(prepared)))
    const joined = twin < 0 ? null : await prepare(join(chosen[twin]?.candidate ?? next.candidate, next.candidate))
    if (joined) chosen[twin] = joined
    else if (twin < 0) chosen.push(prepared)
  }
  return { chosen, left: queue.length }
}

function outletsOf({ listed }: Candidate): number {
  return new Set(listed.map(({ outlet }) => outlet)).size
}

function likenedIn({ fresh }: Chosen) {
  return fresh.map(({ likened }) => likened)
}

function join(a: Candidate, b: Candidate): Candidate {
  const listed = [...a.listed, ...b.listed].toSorted((x, y) => (y.published ?? '').localeCompare(x.published ?? ''))
  return { ...a, listed, told: [...new Set([...a.told, ...b.told])] }
}

/**
 * Doublings of its sources and how much it is about the topics, less its age: within a window as a share of it, else in doublings of
 * days, so that the newest day comes first.
 */
function rankingOf(candidates: readonly Candidate[], { from, until }: EditionRequest) {
  const times = new Map(candidates.map((candidate) => [candidate.id, newestOf(candidate)]))
  const newest = Math.max(...times.values())
  return (candidate: Candidate, sources: number) => {
    const days = (newest - (times.get(candidate.id) ?? newest)) / DAY
    const age = from === null ? Math.log2(1 + days) : days / Math.max(1, (until - from) / DAY)
    return Math.log2(1 + sources) + (OF_TOPIC * candidate.about) / 10 - age
  }
}

/** Milliseconds since 1970: when its newest article was published, or came in where it is undated. */
function newestOf({ listed }: Candidate): number {
  return Math.max(
    ...listed.map(({ published, arrived }) => (published === null ? arrived : Date.parse(published) || arrived)),
  )
}
