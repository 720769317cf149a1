import { createHash } from 'node:crypto'
import type { Button, KeptButton } from '../book.js'
import type { Message } from '../message.js'
import { platformPhrases as say } from '../platformPhrases.js'
import { harmlessText } from './harmless.js'

/** What tells our buttons from anything else that may be pressed. */
export const BUTTON_PREFIX = 'crier:'

/** How an answer is seen, which is all that a renderer knows beside the message. */
export interface View {
  /** The id that goes on a button: at most 40 characters, the same for the same button. */
  readonly id: (button: Button) => string
  /** Seen by its asker alone, so that sharing is offered. */
  readonly isPrivate: boolean
  /** All parts are shown, one below the other. */
  readonly isWhole?: boolean
}

export interface DrawnButton {
  readonly id: string
  readonly label: string
}

/**
 * The id of a button is a digest (SHA-256) of all that it means, so keeping it again changes nothing, and nobody can make up another's.
 */
export function buttonId({ kind, line, part }: Button, desk: string, asker: string): string {
  const digest = createHash('sha256').update(JSON.stringify([desk, asker, kind, line, part]))
  return `${BUTTON_PREFIX}${digest.digest('base64url').slice(0, 22)}`
}

/** The ids for one person's view of an answer, and the buttons behind those that were asked for. */
export function buttonsFor(desk: string, asker: string): { id: View['id']; kept: Map<string, KeptButton> } {
  const kept = new Map<string, KeptButton>()
  const id = (button: Button): string => {
    const made = buttonId(button, desk, asker)
    kept.set(made, { ...button, id: made, desk, asker })
    return made
  }
  return { id, kept }
}

/**
 * The buttons under part `part` of `parts`, each once: the next part, what the message offers, and sharing where it is private. Where all
 * parts are shown they stand under the last.
 */
export function drawnButtons(message: Message, view: View, part: number, parts: number): DrawnButton[] {
  const { line, actions } = message
  if (view.isWhole && part < parts) return []
  const ask = (label: string, asked: string, of = 1) => ({ label, id: view.id({ kind: 'ask', line: asked, part: of }) })
  const next = line !== undefined && part < parts ? [ask(say.nextPart(part + 1, parts), line, part + 1)] : []
  const share =
    line !== undefined && view.isPrivate && !message.private
      ? [{ label: say.share, id: view.id({ kind: 'share', line, part }) }]
      : []
  const offered = actions.map(({ label, line: asked }) => {
    // Where several have one label ("Try"), only the line tells which is which.
    const isShared = actions.some((other) => other.label === label && other.line !== asked)
    return ask(harmlessText(isShared ? `${label} ${asked}` : label), asked)
  })
  const all = [...next, ...offered, ...share]
  return [...new Map(all.map((button) => [button.id, button])).values()]
}
