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
  | { readonly kind: 'text'; readonly text: string }
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
      readonly changes: readonly Change[]
    }
  /** A whole article; where it has a title, that is its first paragraph. */
  | { readonly kind: 'article'; readonly author: string | null; readonly body: Excerpt }
  /** Rows of Crier's own words: outlets and counts, commands and summaries. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A picture that says nothing which the other blocks do not say in words. `png` is base64. */
  | { readonly kind: 'image'; readonly name: string; readonly alt: string; readonly png: string }

export interface Message {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly actions: readonly Action[]
  /** The finding behind the message, as CONTRACT.md gives it for each command. */
  readonly data?: unknown
  /** For the asker alone: mistakes, help. */
  readonly private?: boolean
  /** The command line that it answers, as it was understood; absent where nothing was. */
  readonly line?: string
}
