import type { Speaker } from '../model.js'
import { isParenthetic, speaksBefore } from './clauseRole.js'
import { type DescriptionStep, type NameStep, type PronounStep, type Step } from './discourseSteps.js'
import { holderOf } from './roleHolders.js'
import type { Gender } from './roles.js'
import type { NameMention, Person, Roster } from './roster.js'

/** Whom a text speaks of: a person of the roster, or a speaker it does not name. */
export interface Referent {
  readonly person: Person | null
  readonly speaker: Pick<Speaker, 'name' | 'kind'>
  readonly gender: Gender | null
}

/**
 * How much each mention brings somebody to mind, and how fast that fades: the salience of Lappin and Leass, "An algorithm for pronominal
 * anaphora resolution", 1994, with weights fitted on labelled news.
 */
export const WEIGHTS = {
  subject: 64,
  speaker: 78,
  object: 21,
  asked: 180,
  behindPreposition: 12,
  owner: 6,
  attribute: 6,
  first: 20,
  pronoun: 30,
  quoted: 4.5,
  quotation: 66,
  /** Times the rest: named in what somebody else is said to have said. */
  reported: 0.75,
  sentence: 0.5,
  paragraph: 0.85,
  genderUnknown: 0.75,
  /** Times what the same sentence has brought, where the pronoun speaks that sentence. */
  parenthetic: 0.15,
  least: 2,
  margin: 1.13,
}

interface Entry {
  readonly referent: Referent
  salience: number
  /** What the sentence at hand has added. */
  added: number
  sentence: number
}

const MOST = 10

/** Reads a text once from its start and keeps in mind of whom it speaks. Linear in the text. */
export class Discourse {
  readonly #text: string
  readonly #roster: Roster
  readonly #steps: readonly Step[]
  readonly #found = new Map<number, Referent | null>()
  readonly #referents = new Map<Person, Referent>()
  readonly votes = new Map<Person, number>()
  #entries: Entry[] = []
  #next = 0
  #sentence = 0
  #reports = false
  #namedInSentence = 0
  #lastName: NameMention | null = null

  constructor(text: string, roster: Roster, steps: readonly Step[]) {
    this.#text = text
    this.#roster = roster
    this.#steps = steps
  }

  /** Reads on until `place`. */
  advance(place: number): void {
    for (let step = this.#steps[this.#next]; step && step.start < place; step = this.#steps[++this.#next]) {
      if (step.kind === 'boundary') this.#fade(step.isParagraph)
      else if (step.kind === 'name') this.#name(step)
      else if (step.kind === 'description') this.#describe(step)
      else this.#pronoun(step)
    }
  }

  /** Whom the pronoun at `start` stands for, once that has been read. */
  pronounAt(start: number): Referent | null {
    return this.#found.get(start) ?? null
  }

  /** Notes somebody who speaks without being named. */
  speaks(referent: Referent, weight = WEIGHTS.speaker): void {
    this.#add(referent, weight)
  }

  /** How present somebody is. */
  salienceOf(person: Person): number {
    return this.#entries.find(({ referent }) => referent.person === person)?.salience ?? 0
  }

  referentOf(person: Person): Referent {
    const known = this.#referents.get(person)
    if (known) return known
    const referent = {
      person,
      get speaker() {
        return { name: person.name, kind: 'person' as const }
      },
      get gender() {
        return person.gender
      },
    }
    this.#referents.set(person, referent)
    return referent
  }

  /** The most present one of this gender, null where nobody is, or two are nearly as present. */
  best(gender: Gender | null, isParenthesis = false, other: Person | null = null): Referent | null {
    let best: Entry | null = null
    let first = 0
    let second = 0
    for (const entry of this.#entries) {
      if (other && entry.referent.person === other) continue
      const score = this.#score(entry, gender, isParenthesis)
      if (score > first) {
        second = first
        first = score
        best = entry
      } else if (score > second) second = score
    }
    return best && first >= WEIGHTS.least && first >= WEIGHTS.margin * second ? best.referent : null
  }

  #score({ referent, salience, added, sentence }: Entry, gender: Gender | null, isParenthesis: boolean): number {
    if (gender && referent.gender && referent.gender !== gender) return 0
    const now = sentence === this.#sentence ? added : 0
    const kept = isParenthesis ? salience - now * (1 - WEIGHTS.parenthetic) : salience
    return gender && !referent.gender ? kept * WEIGHTS.genderUnknown : kept
  }

  #fade(isParagraph: boolean): void {
    this.#sentence++
    this.#reports = false
    this.#namedInSentence = 0
    const rate = isParagraph ? WEIGHTS.sentence * WEIGHTS.paragraph : WEIGHTS.sentence
    for (const entry of this.#entries) entry.salience *= rate
  }

  #name({ mention, role, isQuoted, isSpeaking }: NameStep): void {
    this.#lastName = mention
    if (isQuoted) {
      this.#add(this.referentOf(mention.person), WEIGHTS.quoted)
      return
    }
    const isFirst = this.#namedInSentence++ === 0
    const speaks = role === 'speaker' || (isSpeaking && role !== 'behindPreposition' && role !== 'owner')
    const weight = WEIGHTS[speaks ? 'speaker' : role] + (isFirst ? WEIGHTS.first : 0)
    this.#add(this.referentOf(mention.person), this.#reports && !speaks ? weight * WEIGHTS.reported : weight)
    if (speaks) this.#reports = true
  }

  #describe({ description, role }: DescriptionStep): void {
    const person = holderOf(this.#roster, description.words, (one) => this.salienceOf(one))
    if (person) this.#add(this.referentOf(person), this.#reports ? WEIGHTS[role] * WEIGHTS.reported : WEIGHTS[role])
  }

  #pronoun({ start, end, gender, isOwner }: PronounStep): void {
    // "Crewe, he wrote, had …": he is not Crewe.
    const speaksItsSentence = isParenthetic(this.#text, start, end)
    const other = speaksItsSentence && this.#lastName?.end === start - 2 ? this.#lastName.person : null
    const referent = this.best(gender, speaksItsSentence, other)
    this.#found.set(start, referent)
    if (!referent) return
    if (referent.person && !referent.gender)
      this.votes.set(referent.person, (this.votes.get(referent.person) ?? 0) + (gender === 'male' ? 1 : -1))
    this.#add(referent, isOwner ? WEIGHTS.owner : WEIGHTS.pronoun)
    this.#namedInSentence++
    if (speaksBefore(this.#text, end)) this.#reports = true
  }

  #add(referent: Referent, weight: number): void {
    let entry = this.#entries.find((one) => one.referent === referent)
    if (!entry) {
      entry = { referent, salience: 0, added: 0, sentence: this.#sentence }
      this.#entries.push(entry)
    }
    if (entry.sentence !== this.#sentence) entry.added = 0
    entry.sentence = this.#sentence
    const more = Math.max(0, weight - entry.added)
    entry.added += more
    entry.salience += more
    if (this.#entries.length > MOST) {
      const least = this.#entries.reduce((low, one) => (one.salience < low.salience ? one : low))
      this.#entries = this.#entries.filter((one) => one !== least)
    }
  }
}
