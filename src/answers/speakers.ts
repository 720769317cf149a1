import { fold } from '../language/words.js'
import { couldBeSamePerson, parseName, speakerKey } from '../quotations/people.js'
import type { Archive, SpeakerRow } from '../store/store.js'

export interface FoundSpeaker {
  /** The fullest name; null where several people or nobody fit the words. */
  readonly name: string | null
  readonly ids: readonly number[]
  /** Several people fit the words: `candidates` is a choice, not the nearest names. */
  readonly isAmbiguous: boolean
  /** Who else the words could mean, or the nearest names. */
  readonly candidates: readonly string[]
}

const MOST_CANDIDATES = 8
const NEAREST = 5

/** Titles that people type before a name, which the stored names do not have. */
const TITLES =
  /^(?:(?:the|president|vice|former|ex|prime|mr|mrs|ms|miss|mx|dr|prof|professor|gen|general|col|colonel|capt|captain|adm|admiral|sgt|sergeant|lt|maj|major|sen|senator|rep|representative|congress(?:man|woman)|gov|governor|mayor|sec|secretary|minister|chancellor|speaker|leader|judge|justice|sir|lord|lady|dame|pope|king|queen|prince|princess|rev|reverend)\.?\s+)+/u

/** A name as typed, folded and without titles: "President Trump" is "trump". */
export function plainName(typed: string): string {
  const folded = fold(typed)
    .replace(/[^\p{L}\p{N}'. -]+/gu, ' ')
    .replace(/'s\s*$/u, '')
    .trim()
  return folded.replace(TITLES, '') || folded
}

/** Rows that name one speaker together; a surname alone goes to whom it can only mean. */
function together(rows: readonly SpeakerRow[]): SpeakerRow[][] {
  const groups: SpeakerRow[][] = []
  for (const row of [...rows.filter((one) => isFull(one)), ...rows.filter((one) => !isFull(one))]) {
    const fitting = groups.filter(([first]) => first && isSameSpeaker(first, row))
    const only = fitting.length === 1 || (isFull(row) && fitting.length > 0) ? fitting[0] : undefined
    if (only) only.push(row)
    else if (isFull(row) || fitting.length === 0) groups.push([row])
  }
  return groups
}

function isFull(row: SpeakerRow): boolean {
  return row.kind !== 'person' || parseName(row.name).given !== ''
}

function isSameSpeaker(a: SpeakerRow, b: SpeakerRow): boolean {
  if (a.kind === 'person' && b.kind === 'person') return couldBeSamePerson(a.name, b.name)
  return a.kind === b.kind && a.key === b.key
}

function fitsExactly(row: SpeakerRow, who: string): boolean {
  const name = fold(row.name).replace(/^(?:the|an?) /u, '')
  if (name === who) return true
  return (
    row.kind === 'person' && parseName(who).given !== '' && speakerKey(who, 'person') === speakerKey(row.name, 'person')
  )
}

/** Whom the typed words mean: one speaker, a choice of several, or nobody and the names that are spelled most alike. */
export async function findSpeaker(archive: Archive, who: string): Promise<FoundSpeaker> {
  const name = plainName(who)
  const groups = together((await archive.speakersNamed(name)).filter((row) => row.quotations > 0))
  const names = groups.map((group) => group[0]?.name ?? '')
  const exact = groups.filter((group) => group.some((row) => fitsExactly(row, name)))
  const [only] = groups.length === 1 ? groups : exact.length === 1 ? exact : []
  if (only) {
    const others = names.filter((_, index) => groups[index] !== only)
    return {
      name: only[0]?.name ?? null,
      ids: only.map((row) => row.id),
      isAmbiguous: false,
      candidates: others.slice(0, MOST_CANDIDATES),
    }
  }
  if (groups.length > 1) return { name: null, ids: [], isAmbiguous: true, candidates: names.slice(0, MOST_CANDIDATES) }
  const near = await archive.speakersNear(name, NEAREST)
  return { name: null, ids: [], isAmbiguous: false, candidates: [...new Set(near.map((row) => row.name))] }
}
