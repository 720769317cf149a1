import type { Look } from './pen.js'

const WIDTH = 80
/** Longer lines are hard to read. */
const MOST_WIDTH = 100

/** Environment variables that only terminals with hyperlinks set. */
const WITH_LINKS = ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM']
const PROGRAMS_WITH_LINKS = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'])
/** VTE has hyperlinks since 0.50. */
const VTE_WITH_LINKS = 5000

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * How to draw for this output: colour on a terminal, unless NO_COLOR or TERM=dumb forbids or FORCE_COLOR demands it; see
 * https://no-color.org and https://force-color.org.
 */
export function lookFor(output: { isTTY?: boolean; columns?: number }, env: Environment): Look {
  const isTerminal = output.isTTY === true && env['TERM'] !== 'dumb'
  const columns = output.columns || Number(env['COLUMNS']) || WIDTH
  return {
    width: Math.min(columns, MOST_WIDTH),
    color: hasColor(isTerminal, env),
    links: isTerminal && hasLinks(env),
  }
}

function hasColor(isTerminal: boolean, env: Environment): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return isTerminal && !env['NO_COLOR']
}

function hasLinks(env: Environment): boolean {
  return (
    WITH_LINKS.some((name) => env[name]) ||
    PROGRAMS_WITH_LINKS.has(env['TERM_PROGRAM'] ?? '') ||
    Number(env['VTE_VERSION']) >= VTE_WITH_LINKS
  )
}
