/** What may be asked of the web, and what comes back. One implementation goes out to the network: `createWeb`. */

/** Milliseconds since 1970 throughout, durations in milliseconds. */
export interface Web {
  /**
   * Fetches an address politely: redirects followed, everything bounded, nothing that is not public unless that was allowed. Never rejects:
   * what goes wrong comes back as a sentence.
   */
  get(url: string, asked: Asked): Promise<Got>
}

export interface Asked {
  /** Pages are for robots.txt to allow; a feed is there to be fetched. */
  readonly as: 'feed' | 'page'
  /** What came with the last content, so that the same is not sent again. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly signal?: AbortSignal
}

export type Got = Content | Unchanged | Failed

interface Told {
  /** Where it is from now on, if every redirect on the way there was a permanent one. */
  readonly movedTo: string | null
  /** For how long the answer calls itself fresh (Cache-Control, Expires: RFC 9111); null where it does not say. */
  readonly freshFor: number | null
}

export interface Content extends Told {
  readonly kind: 'content'
  /** The address that answered, after redirects. */
  readonly url: string
  /** Decompressed. */
  readonly bytes: Uint8Array
  /** Content-Type as it was sent. */
  readonly type: string | null
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface Unchanged extends Told {
  readonly kind: 'unchanged'
}

export interface Failed {
  readonly kind: 'failed'
  /** What went wrong, as one sentence for a person, without the address. */
  readonly why: string
  /**
   * `gone`: never to be asked again (410). `refused`: asking again soon is useless (robots.txt, a private address, 403, a page's 404). `passing`:
   * later it may work, as for a feed's 404, since feeds vanish for the hour that a site is mended. `resting`: nobody asked, since its host wants
   * to be left alone.
   */
  readonly cause: 'gone' | 'refused' | 'passing' | 'resting'
  readonly status: number | null
  /** Not before so long from now (Retry-After: RFC 9110, 10.2.3). */
  readonly retryAfter: number | null
}
