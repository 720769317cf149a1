/** What is said of addresses that cannot be fetched: one sentence each, without the address and what it may hide. */

const size = (bytes: number): string =>
  bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.ceil(bytes / 1024)} KB`

function time(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour']
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}

const beginSmall = (sentence: string): string =>
  sentence.replace(/^(?:It|Its|The|No|What)\b/u, (word) => word.toLowerCase())

/** Statuses that say more than their class does. */
const STATUSES: Readonly<Record<number, string>> = {
  204: 'It answered that there is nothing to send (204).',
  206: 'It sent only a part, though all was asked for (206).',
  304: 'It says that nothing has changed, though it was never read (304).',
  401: 'It asks for a password (401), and Crier sends none.',
  402: 'It is for those who pay (402).',
  403: 'Its server does not let Crier read it (403).',
  404: 'It is not there (404).',
  410: 'It is gone for good (410).',
  429: 'Its server asks for fewer requests (429).',
  451: 'It is withheld for legal reasons (451).',
  503: 'Its server is not available for now (503).',
}

function ofStatus(status: number): string {
  if (status >= 500) return `Its server has an error of its own (${status}).`
  if (status >= 400) return `Its server refuses the request (${status}).`
  return `Its server answered in a way that Crier does not know (${status}).`
}

export const webPhrases = {
  status: (status: number) => STATUSES[status] ?? ofStatus(status),
  notWeb: 'It is not an address of the web: one begins with http:// or https:// and a name.',
  tooLong: (limit: number) => `The address is longer than ${limit} characters.`,
  badPort: (port: number) => `Port ${port} belongs to another service than the web, so Crier does not fetch it.`,
  notPublic: (ip: string) =>
    `${ip} is not a public address, so Crier does not fetch it; CRIER_ALLOW_ADDRESSES=${ip} would allow it.`,
  // Its number is for those who run the network, and not for whoever asks in chat.
  notPublicHost: (host: string) =>
    `${host} does not lead to a public address, so Crier does not fetch it; CRIER_ALLOW_ADDRESSES=${host} would allow it.`,
  unknownHost: 'No server of that name is known; the name may be mistyped.',
  nameService: 'The name of its server cannot be looked up for now.',
  notConnected: 'Its server takes no connections.',
  unreachable: 'Its server cannot be reached.',
  brokenOff: 'The connection broke off before all had come.',
  notHttp: 'What its server sends is not HTTP, the language of the web.',
  largeHeaders: (limit: number) => `Its server sends more than ${size(limit)} of headers.`,
  certificate: (code: string) => `Its certificate is not valid (${code}), so that it may be somebody else’s server.`,
  noAnswer: (limit: number) => `It did not begin to answer within ${time(limit)}.`,
  tooSlow: (limit: number) => `It did not send all within ${time(limit)}.`,
  tooLarge: (limit: number) => `It is larger than ${size(limit)}.`,
  empty: 'It sent nothing.',
  notDecompressed: 'What it sent is compressed, and cannot be decompressed.',
  unknownCoding: 'What it sent is compressed in a way that Crier did not ask for.',
  noLocation: 'It redirects without saying where to.',
  badLocation: 'It redirects to what is no address of the web.',
  loop: 'It redirects in a circle.',
  tooManyRedirects: (limit: number) => `It redirects more than ${limit} times.`,
  downgraded: 'It redirects from https to http, where anybody on the way could change what is read.',
  robots: 'Its site’s robots.txt does not let Crier read it.',
  noRobots: (why: string) =>
    `Its site’s robots.txt cannot be read, so Crier reads nothing there for now: ${beginSmall(why)}`,
  resting: (left: number) => `Its server asked to be left alone for another ${time(left)}.`,
  stopped: 'It was given up, since Crier is stopping.',
  failed: (code: string) => `It could not be fetched (${code}).`,
}
