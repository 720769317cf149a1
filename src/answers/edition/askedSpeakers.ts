import { couldBeSamePerson } from '../../quotations/people.js'
import type { Archive, StoredQuotation } from '../../store/store.js'
import { plainName } from '../speakers.js'

/** Everybody whom names as typed could mean. */
export interface AskedSpeakers {
  readonly ids: readonly number[]
  readonly isQuoted: (quotation: StoredQuotation) => boolean
}

/** The speakers of these names; null where none is asked for. */
export async function speakersAsked(archive: Archive, names: readonly string[]): Promise<AskedSpeakers | null> {
  if (names.length === 0) return null
  const rows = (await Promise.all(names.map((name) => archive.speakersNamed(plainName(name))))).flat()
  const ids = new Set(rows.map(({ id }) => id))
  const people = rows.filter(({ kind }) => kind === 'person')
  return {
    ids: [...ids],
    // One who goes by the surname alone may have another number.
    isQuoted: ({ speakerId, quotation: { speaker } }) =>
      (speakerId !== null && ids.has(speakerId)) ||
      (speaker?.kind === 'person' && people.some(({ name }) => couldBeSamePerson(name, speaker.name))),
  }
}
