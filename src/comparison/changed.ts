import type { Changed, Gone } from '../answers/changed.js'
import { changedPhrases as say } from '../changedPhrases.js'
import { comparePhrases } from '../comparePhrases.js'
import type { Action, Block } from '../message.js'
import type { Quotation } from '../model.js'
import { negationChanged } from '../quotations/wording.js'
import { typed } from '../typed.js'

/** Of one statement; more would bury it. */
const MOST_CHANGED = 2
const MOST_GONE = 3

/** How the words of a statement were changed since they were first printed. */
export function changedBlocks(changed: readonly Changed[]): Block[] {
  const rest = changed.slice(MOST_CHANGED).map(({ outlet }) => outlet)
  return [...changed.slice(0, MOST_CHANGED).map(changedBlock), ...moreChanged(rest)]
}

/** The same in a line each, where wordings of several outlets stand side by side already. */
export function changedNotes(changed: readonly Changed[]): Block[] {
  const rest = changed.slice(MOST_CHANGED).map(({ outlet }) => outlet)
  return [
    ...changed.slice(0, MOST_CHANGED).map(({ outlet, until, changes }): Block => {
      return { kind: 'text', text: say.changed(outlet, until, negationChanged(changes)) }
    }),
    ...moreChanged(rest),
  ]
}

function moreChanged(outlets: readonly string[]): Block[] {
  return outlets.length > 0 ? [{ kind: 'text', text: say.changedToo([...new Set(outlets)]) }] : []
}

export function changedBlock({ outlet, until, quotation, earlier, changes }: Changed): Block {
  const label = say.changed(outlet, until, negationChanged(changes))
  return { kind: 'wording', label, quotation, against: earlier, names: say.names, changes }
}

/** What is printed no more. */
export function goneBlocks(gone: readonly Gone[]): Block[] {
  if (gone.length === 0) return []
  const more = gone.length - MOST_GONE
  return [
    { kind: 'heading', text: say.goneTitle },
    ...gone.slice(0, MOST_GONE).map(goneBlock),
    ...(more > 0 ? [{ kind: 'text' as const, text: say.goneMore(more) }] : []),
  ]
}

function goneBlock({ outlet, until, quotation }: Gone): Block {
  const label = say.gone(quotation.speaker?.name ?? comparePhrases.unknownSpeaker, outlet, until)
  return { kind: 'excerpts', label, excerpts: [quotation] }
}

/** The way to an earlier version, where there is one. */
export function readEarlier(quotation: Quotation | undefined): Action[] {
  if (!quotation) return []
  return [{ label: say.readEarlier(quotation.outlet), line: typed('source', quotation.articleId) }]
}
