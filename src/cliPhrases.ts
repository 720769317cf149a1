import type { Report } from './articles/ingest.js'
import type { Place } from './articles/read.js'

/** What the command line says. */
export const cliPhrases = {
  samples: (count: number) =>
    `The store is empty: indexed the ${count} sample articles in seeds/. \`crier index PATH\` adds your own.`,
  noArticles: (path: string) => `No article could be read from ${path}.`,
  report: ({ added, changed, unchanged, refused }: Report) =>
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused.`,
  refused: ({ file, line, reason }: Place & { reason: string }) =>
    `${file}${line === null ? '' : `, line ${line}`}: ${reason}`,
  notDrawn: (platform: string) => `Crier does not draw for ${platform} yet.`,
  notRun: (platform: string) => `Crier does not run on ${platform} yet: unset its tokens for the terminal chat.`,
  notWritten: (message: string) => `Standard output cannot be written: ${message}.`,
  unexpected: (message: string) => `Something went wrong that was not foreseen: ${message}`,
}
