import type { Message } from '../message.js'
import type { CommandInfo, Request, Suggestion, Typing } from '../platform.js'

/** What the answering thread is asked; it answers one after the other. */
export type Call =
  | { readonly id: number; readonly method: 'answer' | 'complete'; readonly given: Request }
  | { readonly id: number; readonly method: 'suggest'; readonly given: Typing }

/** What it says: once that it is ready or why it cannot be, then a reply to each call. */
export type Said =
  | { readonly kind: 'ready'; readonly commands: readonly CommandInfo[]; readonly examples: readonly string[] }
  | { readonly kind: 'failed'; readonly isUsage: boolean; readonly text: string }
  | { readonly kind: 'told'; readonly sentence: string }
  | { readonly kind: 'reply'; readonly id: number; readonly value: Message | readonly Suggestion[] }
