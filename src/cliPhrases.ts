import type { Report } from './articles/ingest.js'
import type { Place } from './articles/read.js'

function withoutPassword(url: string): string {
  return url.replace(/(?<=:\/\/[^/@]*:)[^/@]*(?=@)/u, '…')
}

/** What the command line says. */
export const cliPhrases = {
  samples: (count: number) =>
    `The store is empty: indexed the ${count} sample articles in seeds/. \`crier index PATH\` adds your own.`,
  noArticles: (path: string) => `No article could be read from ${path}.`,
  report: ({ added, changed, unchanged, refused }: Report) =>
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused.`,
  refused: ({ file, line, reason }: Place & { reason: string }) =>
    `${file}${line === null ? '' : `, line ${line}`}: ${reason}`,
  settings: (platforms: readonly string[]) =>
    platforms.length > 0
      ? `Well formed; \`crier run\` starts ${platforms.join(' and ')}.`
      : 'Well formed; no tokens are set, so `crier run` starts the terminal chat.',
  store: (url: string, articles: number) =>
    `${withoutPassword(url)} opens and can be written; ${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'} to answer from.`,
  noFeeds: 'None is followed; Crier answers from what `crier index` read, or from the samples.',
  finding: ({ name, ok, told }: { name: string; ok: boolean; told: string }) => `${ok ? '✓' : '✗'} ${name}: ${told}`,
  notListening: (host: string, port: number, message: string) =>
    `Port ${port} of ${host} cannot be had (${message}): set PORT, or HOST, to another.`,
  notServed: (platform: string) => `This Crier does not serve ${platform}: its tokens are not set here.`,
  notConnected: (platform: string) => `Crier is not connected to ${platform} yet.`,
  notForgotten: 'Old claims could not be removed from the store',
  noPicture: (message: string) => `The picture cannot be written: ${message}.`,
  notWritten: (message: string) => `Standard output cannot be written: ${message}.`,
  unexpected: (message: string) => `Something went wrong that was not foreseen: ${message}`,
}
