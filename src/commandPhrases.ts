/** What Crier says about commands and how they are typed. */

/** Words a person typed, short enough to repeat to them. */
export function echo(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  const short = Array.from(line.slice(0, 100)).slice(0, 48).join('')
  return `“${short.length < line.length ? `${short}…` : line}”`
}

export const commandPhrases = {
  nothingTyped: 'Type a command, such as /help.',
  lineTooLong: (limit: number) => `That line is too long: ${limit.toLocaleString('en')} characters are the most.`,
  unknownCommand: (name: string, nearest: string | null) =>
    `There is no command ${echo(name)}. ${nearest ? `Did you mean /${nearest}? ` : ''}/help lists them all.`,
  unknownMember: (group: string, name: string, nearest: string | null, members: readonly string[]) =>
    `There is no /${group} ${echo(name)}. ${nearest ? `Did you mean /${group} ${nearest}? ` : ''}There are: ${members.map((member) => `/${group} ${member}`).join(', ')}.`,
  unknownOption: (command: string, name: string, known: readonly string[]) =>
    known.length === 0
      ? `/${command} has no option ${echo(name)}: it takes none.`
      : `/${command} has no option ${echo(name)}; it has: ${known.join(', ')}.`,
  missingOption: (name: string, usage: string) => `Something is missing (${name}). Type it like this: ${usage}`,
  wordsTooMany: (words: string, usage: string) =>
    `It is unclear what ${echo(words)} is for. Type it like this: ${usage}`,
  givenTwice: (name: string) => `${echo(name)} is given twice; say it once.`,
  emptyValue: (name: string, usage: string) => `${echo(name)} is followed by nothing. Type it like this: ${usage}`,
  openQuotation: (start: string) => `The quotation mark before ${echo(start)} is never closed.`,
  strayMark: (word: string) => `There is a quotation mark in ${echo(word)} that has no partner.`,
  notADate: (name: string, value: string) =>
    `${echo(value)} is no date for ${name}: use 2018-12-20, 2018-12, 2018, or words such as “last week”.`,
  notATimeZone: (name: string, value: string, meant: readonly string[]) =>
    meant.length === 0
      ? `${echo(value)} is no time zone for ${name}: use one such as Europe/London or America/New_York.`
      : `${echo(value)} does not say whose clock is meant all year: use ${meant.join(' or ')}.`,
  fixedOffset: (value: string) =>
    `${echo(value)} would not follow summer time: name a place, such as Europe/London or America/New_York.`,
  notANumber: (name: string, value: string) => `${echo(value)} is no number for ${name}: use one such as 5.`,
  notAChannel: (name: string, value: string) =>
    `${echo(value)} is no channel for ${name}: type # and choose one from the list that opens.`,
  notADigest: (value: string) => `${echo(value)} is no digest’s id: /digest list shows them.`,
  notAnAddress: {
    none: (value: string) =>
      `${echo(value)} is no address: paste that of a feed, or of the site it belongs to, such as https://example.com/news.`,
    secret: () =>
      'That address has a name and a password in it, which others here would see: only addresses that are open to all can be followed.',
    long: () => 'That address is too long to be one.',
  },
  notAList: (name: string, value: string) =>
    `${echo(value)} is too much for ${name}: name at most 20, with commas between them, or “all”.`,
  notAChoice: (name: string, value: string, choices: readonly string[]) =>
    `${echo(value)} is none of the choices for ${name}: ${choices.join(', ')}.`,
  notManager: (mayEverybody: string) =>
    `Only managers may do that: on Slack admins and owners of the workspace, on Discord those with “Manage Server” or “Manage Messages”. ${mayEverybody}`,
  unknownManager: (group: string) =>
    `Only managers may do that, and in a mention I cannot see whether you are one: type it as a command that begins with /${group}.`,
  unknownAsker: 'Only managers may do that, and I cannot see who you are here.',
  notATopic: (value: string) => `${echo(value)} names no topic: use a word that carries meaning, such as “allies”.`,
  notUnderstood: (words: string, nearest: string | null) =>
    `I do not understand ${echo(words)}. ${nearest ? `Did you mean /${nearest}?` : 'Try “/quote mattis”, or ask “what did Mattis say about allies?”'}`,
  pointsNowhere:
    'I cannot see which words you mean. Reply to the message, use “Verify quotations” on it, or paste the quotation: is “…” real?',
  nothingQuoted: 'There are no words in quotation marks in that message. Paste the quotation: /verify “…”.',
  severalTitle: (quotations: number) => `${quotations} quotations, checked one by one`,
  severalColumns: ['', 'Quotation', 'Verdict'],
  severalLeft: (left: number) =>
    `${left} more ${left === 1 ? 'was' : 'were'} left out: paste ${left === 1 ? 'it' : 'them'} alone.`,
  lookCloser: (number: number) => `Look closer at ${number}`,
  wrongTitle: 'That was not understood',
  cannotTitle: 'That cannot be done',
  failedTitle: 'Something went wrong',
  failed: (id: string) => `Something went wrong (id ${id}). The log says more under that id.`,
  help: 'Help',
}

const MONTHS = `January February March April May June July August September October November December`.split(' ')

/** "20 December 2018" for an ISO 8601 date, or date and time, as written, in its own time zone; anything else as it is. */
export function sayDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(iso) ?? []
  const name = MONTHS[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : iso
}

const CHANNELS = { spoken: '', written: ', in writing', posted: ', in a post', reported: ', as reported' }
const VERDICTS = { same: 'Agreed', compatible: 'Compatible', conflict: 'Conflict' }

export const terminalPhrases = {
  channel: (channel: keyof typeof CHANNELS) => CHANNELS[channel],
  verdict: (verdict: keyof typeof VERDICTS) => VERDICTS[verdict],
  by: (author: string) => `By ${author}`,
  source: (outlet: string, published: string | null) => (published ? `${outlet}, ${sayDate(published)}` : outlet),
  picture: (alt: string) => `In short: ${alt}`,
  greeting: 'Crier answers with the words of articles, and with nothing else. Type, for example:',
  howToEnd: 'A number presses a button, Tab completes, “quit” ends.',
  prompt: 'crier› ',
  waiting: '…',
  noSuchButton: (number: string, most: number) =>
    most === 0 ? 'There is no button to press.' : `There is no button ${number}: they go from 1 to ${most}.`,
}

export const helpPhrases = {
  title: 'What Crier can do',
  promise: 'Every word of news that Crier shows stands in an article that it can name.',
  columns: ['Command', 'What it shows'],
  plainWords:
    'Plain words do, too: “what did Mattis say about allies?”, “how do they differ on Afghanistan?”, “who said “…”?”.',
  optionColumns: ['Type', 'For'],
  required: (summary: string) => `${summary} (needed)`,
  tryIt: 'Try',
  explain: 'Explain',
}
