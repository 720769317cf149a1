import type { Report } from './articles/ingest.js'
import type { Place } from './articles/read.js'
import type { ListedDigest, Ran } from './digests/printed.js'

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
  digests: (
    count: number,
    paused: number,
    next: string | null,
    stopped: readonly { readonly id: string; readonly why: string }[],
  ) => {
    if (count === 0) return 'None is set up; `/digest create` makes one.'
    const counted = `${count} ${count === 1 ? 'digest' : 'digests'}, ${paused} of them paused${next === null ? '' : `; the next is due ${next}`}.`
    const shown = stopped
      .slice(0, 5)
      .map(({ id, why }) => `Digest ${id} was stopped: ${why} \`/digest resume ${id}\` lets it go on.`)
    return [counted, ...shown, ...(stopped.length > 5 ? [`${stopped.length - 5} more were stopped.`] : [])].join(' ')
  },
  noFeeds: 'None is followed: `crier feeds add ADDRESS`, or /follow add in chat, follows one.',
  finding: ({ name, ok, told }: { name: string; ok: boolean; told: string }) => `${ok ? '✓' : '✗'} ${name}: ${told}`,
  notListening: (host: string, port: number, message: string) =>
    `Port ${port} of ${host} cannot be had (${message}): set PORT, or HOST, to another.`,
  noDigest: (id: string) => `There is no digest ${JSON.stringify(id)}; \`crier digests list\` shows those there are.`,
  noDigests: 'There are no digests; /digest create makes one.',
  digest: ({ id, platform, channel, when, timezone, topics, next, paused }: ListedDigest) => {
    const about = topics.length === 0 ? '' : `, on ${topics.join(', ')}`
    const then = paused ? 'paused' : next === null ? 'never due' : `next ${next}`
    return `${id}: ${when} (${timezone}) on ${platform} in ${channel}${about}; ${then}`
  },
  nothingDue: 'Nothing is due.',
  ran: ({ digest, due, state, why, stories }: Ran) => {
    const told = state === 'sent' ? ` with ${stories} ${stories === 1 ? 'story' : 'stories'}` : ''
    return `Digest ${digest}, due ${due}: ${state === 'empty' ? 'nothing new' : state}${told}${why === null ? '' : `. ${why}`}`
  },
  notServed: (platform: string) => `This Crier does not serve ${platform}: its tokens are not set here.`,
  notConnected: (platform: string) => `Crier is not connected to ${platform} yet.`,
  notForgotten: 'Old claims could not be removed from the store',
  noPicture: (message: string) => `The picture cannot be written: ${message}.`,
  notWritten: (message: string) => `Standard output cannot be written: ${message}.`,
  unexpected: (message: string) => `Something went wrong that was not foreseen: ${message}`,
}
