/** What Crier remembers beside articles: what has been handled, what was last asked where, what buttons mean, who installed it. */

export type ClaimState = 'mine' | 'held' | 'done'

/** What a button asks for. The button itself carries only the id. */
export interface Button {
  readonly kind: 'ask' | 'share'
  /** The line as a person would type it. */
  readonly line: string
  /** Which part of a long answer, from 1. */
  readonly part: number
}

export interface KeptButton extends Button {
  readonly id: string
  readonly desk: string
  /** Who was shown the button. */
  readonly asker: string
}

/** A post of Crier's own accord that somebody began. */
export interface BegunPost {
  /** When the first attempt was made. */
  readonly begun: number
  /** The platform's id of the message; null while nobody knows whether it stands there. */
  readonly messageId: string | null
}

/** Times are milliseconds since 1970 as the caller's clock gives them; every method is atomic over processes. */
export interface Book {
  /**
   * Takes the claim `key` for `holder` until `until`: `mine` where nobody has it, its holder is this one, or its time is over at `now`;
   * `held` while another has it; `done` once it was finished.
   */
  claim(key: string, holder: string, now: number, until: number): Promise<ClaimState>
  /** Marks a claim as done for good, whoever holds it. */
  finish(key: string, now: number): Promise<void>
  /** Gives up a claim that this holder has and that is not done, so that another may take it at once. */
  release(key: string, holder: string): Promise<void>
  /** Forgets posts begun, and claims finished or run out, before `before`, and lines that expired; gives how many rows went. */
  forget(before: number): Promise<number>

  post(key: string): Promise<BegunPost | null>
  /** Notes that a post is about to be attempted, unless that was noted before. */
  beginPost(key: string, now: number): Promise<void>
  keepPost(key: string, messageId: string): Promise<void>
  /** Nothing came of the attempts. */
  dropPost(key: string): Promise<void>

  /** The last line understood in this conversation, unless it expired at `now`. */
  lastLine(conversation: string, now: number): Promise<string | null>
  remember(conversation: string, line: string, until: number): Promise<void>

  /** Buttons are kept for good: one pressed after a year still works. The same id is kept once. */
  keepButtons(buttons: readonly KeptButton[], now: number): Promise<void>
  button(id: string): Promise<KeptButton | null>

  /** One opaque value a key, such as a sealed installation. */
  put(kind: string, key: string, value: string): Promise<void>
  get(kind: string, key: string): Promise<string | null>
  remove(kind: string, key: string): Promise<void>
  /** The keys of a kind, in order. */
  keys(kind: string): Promise<string[]>
}
