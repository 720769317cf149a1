/** Who speaks, as one desk sees it: names of one person folded into one row. */
import { closest, distance } from 'fastest-levenshtein'
import { type Kysely, sql } from 'kysely'
import { fold, words } from '../language/words.js'
import { couldBeSamePerson, parseName, speakerKey } from '../quotations/people.js'
import type { Schema } from './schema.js'
import { aliasesLike, aliasesWith, type Condition } from './search.sqlite.js'
import type { SpeakerRow } from './store.js'
import { withoutTitles } from './titles.js'

/** A row and all that it stands for. */
export interface Voice extends SpeakerRow {
  /** Itself, and the rows of its surname alone or with an initial. */
  readonly speakerIds: readonly number[]
  readonly names: readonly string[]
}

type Visible = (articleId: string) => Condition

interface Named {
  id: number
  key: string
  kind: SpeakerRow['kind']
  surname: string | null
  names: Map<string, number>
}

const CANDIDATES = 1000
/** Half of the letters may differ, no more. */
const FARTHEST = 0.5

/** Of replaced versions only the quotations that the version after them does not print are looked at. */
type Kind = 'current' | 'dropped' | 'either'

const OF: Readonly<Record<Kind, Condition>> = {
  current: sql`q.current = 1`,
  dropped: sql`q.dropped = 1`,
  either: sql`(q.current = 1 OR q.dropped = 1)`,
}

export async function speakersNamed(
  db: Kysely<Schema>,
  visible: Visible,
  text: string,
  of: Kind = 'current',
): Promise<SpeakerRow[]> {
  const full = text.slice(0, 200).trim()
  const readings = [...new Set([full, withoutTitles(full)])].filter((reading) => reading !== '')
  const found: (readonly Voice[])[] = []
  for (const reading of readings) {
    const aliases = await aliasesWith(db, reading, 'word', CANDIDATES)
    const ids = [...(await calledBy(db, aliases)), ...(await ofSurname(db, parseName(reading).surname))]
    const voices = await voicesOf(db, visible, ids, of)
    const asked = words(fold(reading)).map((word) => word.text)
    const matching = voices.filter(
      (voice) => voice.names.some((name) => hasAll(name, asked)) || isPerson(voice, reading),
    )
    found.push(likeliest(matching, reading))
  }
  const named = found.map((voices) => voices.filter((voice) => voice.kind !== 'unnamed'))
  return ([...named, ...found].find((voices) => voices.length > 0) ?? []).map(rowOf)
}

/** Who has exactly this name, else the people with this surname, before all others whose names hold it. */
function likeliest(matching: readonly Voice[], asked: string): readonly Voice[] {
  const keys = new Set([speakerKey(asked, 'person'), speakerKey(asked, 'organization')])
  const { given, surname } = parseName(asked)
  const exact = matching.filter((voice) => keys.has(voice.key))
  if (given !== '' && exact.length > 0) return exact
  const namesakes = matching.filter((voice) => voice.kind === 'person' && parseName(voice.name).surname === surname)
  return namesakes.length > 0 ? matching.filter((voice) => voice.kind === 'person' || exact.includes(voice)) : matching
}

export async function speakersNear(
  db: Kysely<Schema>,
  visible: Visible,
  text: string,
  limit: number,
): Promise<SpeakerRow[]> {
  const asked = fold(withoutTitles(text.slice(0, 200)) || text.slice(0, 200)).trim()
  const aliases = await aliasesLike(db, asked, CANDIDATES)
  const voices = await voicesOf(db, visible, await calledBy(db, aliases))
  return voices
    .filter((voice) => voice.kind !== 'unnamed')
    .map((voice) => ({ voice, far: Math.min(...voice.names.map((name) => farness(asked, fold(name)))) }))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => a.far - b.far || b.voice.quotations - a.voice.quotations)
    .slice(0, limit)
    .map(({ voice }) => rowOf(voice))
}

/** Names one word of which begins so, most quoted first. */
export async function namesBeginning(
  db: Kysely<Schema>,
  visible: Visible,
  prefix: string,
  limit: number,
): Promise<string[]> {
  const aliases = await aliasesWith(db, prefix, 'prefix', CANDIDATES)
  const voices = await voicesOf(db, visible, await calledBy(db, aliases))
  return voices
    .filter((voice) => voice.kind !== 'unnamed')
    .slice(0, limit)
    .map((voice) => voice.name)
}

/** All the speakers that these stand for: a full name stands for its surname alone, where nobody else has that. */
export async function foldedSpeakers(
  db: Kysely<Schema>,
  visible: Visible,
  ids: readonly number[],
  of: Kind = 'current',
): Promise<number[]> {
  const voices = await voicesOf(db, visible, ids, of)
  const folded = voices.filter((voice) => voice.speakerIds.some((id) => ids.includes(id)))
  return [...new Set([...ids, ...folded.flatMap((voice) => voice.speakerIds)])]
}

/** Everyone whom the desk sees of the surnames of these speakers, and these speakers, most quoted first. */
async function voicesOf(
  db: Kysely<Schema>,
  visible: Visible,
  ids: readonly number[],
  of: Kind = 'current',
): Promise<Voice[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('quotations as q')
    .innerJoin('speakers as s', 's.id', 'q.speaker_id')
    .innerJoin('aliases', 'aliases.id', 'q.alias_id')
    .select(['s.id', 's.key', 's.kind', 's.surname', 'aliases.name'])
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('q.speaker_id', 'in', await withNamesakes(db, ids))
    .where(OF[of])
    .where(visible('q.article_id'))
    .groupBy(['s.id', 'aliases.id'])
    .execute()
  const speakers = new Map<number, Named>()
  for (const { id, key, kind, surname, name, count } of rows) {
    const speaker = speakers.get(id) ?? { id, key, kind, surname, names: new Map<string, number>() }
    speaker.names.set(name, count)
    speakers.set(id, speaker)
  }
  const bySurname = new Map<string, Named[]>()
  for (const speaker of speakers.values()) {
    const surname = speaker.surname ?? speaker.key
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), speaker])
  }
  return [...bySurname.values()]
    .flatMap((namesakes) => foldNamesakes(namesakes))
    .toSorted((a, b) => b.quotations - a.quotations || a.id - b.id)
}

async function withNamesakes(db: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  const surnames = db
    .selectFrom('speakers')
    .select('surname')
    .where('id', 'in', [...ids])
  const rows = await db.selectFrom('speakers').select('id').where('surname', 'in', surnames).execute()
  return [...new Set([...ids, ...rows.map(({ id }) => id)])]
}

async function calledBy(db: Kysely<Schema>, aliases: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('aliases')
    .select('speaker_id')
    .where('id', 'in', [...aliases])
    .execute()
  return [...new Set(rows.map((row) => row.speaker_id))]
}

async function ofSurname(db: Kysely<Schema>, surname: string): Promise<number[]> {
  const rows = await db.selectFrom('speakers').select('id').where('surname', '=', surname).execute()
  return rows.map(({ id }) => id)
}

/**
 * People of one surname: who has an initial only, or no given name, goes to the fuller name that this most likely is.
 */
function foldNamesakes(namesakes: readonly Named[]): Voice[] {
  const given = ({ key }: Named): string => key.slice(0, key.indexOf('|'))
  const people = namesakes.filter((speaker) => speaker.kind === 'person')
  const folded = new Map<Named, Named[]>()
  for (const speaker of people.toSorted((a, b) => given(b).length - given(a).length)) {
    const fits = given(speaker).length > 1 ? [] : [...folded.keys()].filter((fuller) => couldBeNamed(fuller, speaker))
    const fuller = mostLikely(fits)
    if (fuller === undefined) folded.set(speaker, [speaker])
    else folded.get(fuller)?.push(speaker)
  }
  for (const speaker of namesakes) if (speaker.kind !== 'person') folded.set(speaker, [speaker])
  return [...folded].map(([fullest, all]) => voiceOf(fullest, all))
}

/** The only one there is, or the one who is quoted ten times as often as all the others. */
function mostLikely(fits: readonly Named[]): Named | undefined {
  const [first, ...others] = fits.toSorted((a, b) => timesQuoted(b) - timesQuoted(a))
  const rest = others.reduce((sum, other) => sum + timesQuoted(other), 0)
  return first !== undefined && timesQuoted(first) >= 10 * rest ? first : undefined
}

function timesQuoted({ names }: Named): number {
  return [...names.values()].reduce((sum, count) => sum + count, 0)
}

function voiceOf(fullest: Named, all: readonly Named[]): Voice {
  const { id, key, kind, names } = fullest
  const [name] = [...names]
    .toSorted(([a, timesA], [b, timesB]) => fullness(b) - fullness(a) || timesB - timesA || b.length - a.length)
    .map(([one]) => one)
  const quotations = all.reduce((sum, speaker) => sum + timesQuoted(speaker), 0)
  const allNames = all.flatMap((speaker) => [...speaker.names.keys()])
  return { id, key, kind, name: name ?? key, quotations, speakerIds: all.map((speaker) => speaker.id), names: allNames }
}

function rowOf({ id, key, kind, name, quotations }: Voice): SpeakerRow {
  return { id, key, kind, name, quotations }
}

/** The number of whole words: an initial makes a name longer, not fuller. */
function fullness(name: string): number {
  return name.split(/\s+/u).filter((part) => part.replace(/\.$/u, '').length > 1).length
}

/** "Quill" can be Ada Quill; "Quill Jr." only a junior. */
function couldBeNamed(fuller: Named, speaker: Named): boolean {
  const suffix = speaker.key.slice(speaker.key.lastIndexOf('|'))
  return (suffix === '|' || fuller.key.endsWith(suffix)) && couldBeSamePerson(anyName(fuller), anyName(speaker))
}

function anyName({ names, key }: Named): string {
  return names.keys().next().value ?? key
}

function hasAll(name: string, asked: readonly string[]): boolean {
  const own = new Set(words(fold(name)).map((word) => word.text.replace(/'s?$/u, '')))
  return asked.every((word) => own.has(word.replace(/'s?$/u, '')))
}

/**
 * Whether a person has the surname asked for, and a given name that fits the one asked for: no title stands for a
 * given name.
 */
function isPerson({ kind, name }: Voice, asked: string): boolean {
  const isGiven = parseName(asked).given !== '' && withoutTitles(asked) === asked
  return kind === 'person' && isGiven && couldBeSamePerson(name, asked)
}

/** The share of letters to change until one name is the other, or its surname. */
function farness(asked: string, name: string): number {
  const parts = name.split(/\s+/u)
  const surname = closest(asked, [parts.at(-1) ?? name, parts.slice(-2).join(' ')])
  return Math.min(share(asked, name), share(asked, surname))
}

function share(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1)
}
