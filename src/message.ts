/**
 * What Crier says, before any platform draws it. Words of articles stand in an Excerpt and nowhere else;
 * every other string is a phrase of Crier's own, a name, a date or a figure.
 */
import type { Excerpt, Quotation } from './model.js'

/** Something a person can press. `line` is what they would have typed for it. */
export interface Action {
  readonly label: string
  readonly line: string
}

/** One word run of a comparison: kept in both, cut from the first, added by the second. */
export interface Change {
  readonly op: 'keep' | 'cut' | 'add'
  readonly text: string
}

export type Verdict = 'same' | 'compatible' | 'conflict'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** A sentence of Crier's own. */
  | { readonly kind: 'text'; readonly text: string; readonly channels?: Channels }
  /** One statement: the fullest wording, and the other quotations that carry it. `around` shows the sentences it stands in. */
  | {
      readonly kind: 'statement'
      readonly speaker: string
      readonly quotation: Quotation
      readonly carriedBy: readonly Quotation[]
      readonly around?: Action
    }
  /** Excerpts under one label (an outlet, "Agreed"); each shown with outlet and date. */
  | { readonly kind: 'excerpts'; readonly label: string | null; readonly excerpts: readonly Excerpt[] }
  /** Figures that measure one thing, side by side. */
  | {
      readonly kind: 'figures'
      readonly what: string
      readonly verdict: Verdict
      readonly values: readonly { readonly outlet: string; readonly figure: Excerpt; readonly excerpt: Excerpt }[]
    }
  /** How `quotation` differs from other words: from `against` (another outlet's), or from what was pasted (`against` null). */
  | {
      readonly kind: 'wording'
      readonly label: string
      readonly quotation: Quotation
      readonly against: Quotation | null
      /** What `against` and `quotation` are called where one outlet printed both. */
      readonly names?: readonly [against: string, quotation: string]
      readonly changes: readonly Change[]
    }
  /** A whole article; where it has a title, that is its first paragraph. */
  | { readonly kind: 'article'; readonly author: string | null; readonly body: Excerpt }
  /** Rows of Crier's own words: outlets and counts, commands and summaries. */
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly channels?: Channels
    }
  /** A picture that says nothing which the other blocks do not say in words; it is drawn by whoever sends it. `name` is a file's. */
  | { readonly kind: 'image'; readonly name: string; readonly alt: string; readonly card: Card }

/** The platform's ids of channels: where one stands in the words after a `#`, the platform shows the channel itself. Nobody is pinged. */
export type Channels = readonly string[]

/** Words of Crier's own in which `<#C1>` names the channel C1, as they are shown. */
export function named(words: string): { readonly text: string; readonly channels: Channels } {
  const channels = [...words.matchAll(/<#(\w+)>/gu)].map(([, id = '']) => id)
  return { text: words.replace(/<#(\w+)>/gu, '#$1'), channels: [...new Set(channels)] }
}

/** The same as a block. */
export function sentence(words: string): Extract<Block, { kind: 'text' }> {
  const { text, channels } = named(words)
  return channels.length === 0 ? { kind: 'text', text } : { kind: 'text', text, channels }
}

/** What a row of a card tells, each with a shape of its own. */
export type Sign = Verdict | 'agreed' | 'altered' | 'trimmed' | 'spelling' | 'only'

/** What one outlet has of a row: nothing, all of it, some of it, or words of its own. */
export type CardCell =
  | { readonly kind: 'nothing' | 'all' | 'some' }
  | { readonly kind: 'words'; readonly words: readonly CardWords[] }

/** An excerpt as a card shows it; `isCutBefore` and `isCutAfter` where its sentence goes on there. */
export interface CardWords {
  readonly excerpt: Excerpt
  readonly isCutBefore?: boolean
  readonly isCutAfter?: boolean
}

export interface CardRow {
  readonly sign: Sign
  readonly label: string
  /** The claim that it is about. */
  readonly words: CardWords | null
  /** One for each column. */
  readonly cells: readonly CardCell[]
}

/** A comparison as a picture shows it: outlets as columns, claims and figures as rows, those that tell most first. */
export interface Card {
  readonly title: string
  readonly headline: Excerpt | null
  /** What it rests on: "4 articles, 4 March 2019". */
  readonly basis: string
  readonly columns: readonly { readonly outlet: string; readonly isSilent: boolean }[]
  readonly rows: readonly CardRow[]
  /** What has no room in it, and who is silent. */
  readonly notes: readonly string[]
}

export interface Message {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly actions: readonly Action[]
  /** The finding behind the message, as CONTRACT.md gives it for each command. */
  readonly data?: unknown
  /** For the asker alone: mistakes, help. */
  readonly private?: boolean
  /** Of a mistake: the option whose value is wrong. */
  readonly wrong?: string
  /** The command line that it answers, as it was understood; absent where nothing was. */
  readonly line?: string
}
