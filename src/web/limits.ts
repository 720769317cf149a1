const MEGABYTE = 1024 * 1024

/** Milliseconds and bytes. */
export interface Limits {
  /** From asking to the last header, of each redirect anew. */
  readonly firstByte: number
  /** All redirects and the body; waiting for other requests to the same host does not count. */
  readonly total: number
  /** Of a body, as sent and decompressed. */
  readonly body: number
  /** More of a robots.txt is not read (RFC 9309, 2.5). */
  readonly robots: number
  readonly headers: number
  readonly redirects: number
  readonly perHost: number
  readonly atOnce: number
}

export const LIMITS: Limits = {
  firstByte: 10_000,
  total: 30_000,
  body: 10 * MEGABYTE,
  robots: 500 * 1024,
  headers: 64 * 1024,
  redirects: 5,
  perHost: 2,
  atOnce: 32,
}

/** An address may be so long. UTF-16 units. */
export const LONGEST_ADDRESS = 2048
