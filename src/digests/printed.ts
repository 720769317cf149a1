/** What the command line prints of digests, as data. */
import type { Outcome } from './deliver.js'

/** A digest as `crier digests list --json` prints it. */
export interface ListedDigest {
  readonly id: string
  /** `slack`, `discord` or `terminal`. */
  readonly platform: string
  readonly channel: string
  readonly when: string
  readonly timezone: string
  readonly topics: readonly string[]
  /** ISO 8601. */
  readonly next: string | null
  readonly paused: boolean
}

/** What became of one slot of a digest. */
export interface Ran {
  readonly digest: string
  readonly due: string
  readonly state: Outcome['state']
  readonly why: string | null
  readonly stories: number | null
}
