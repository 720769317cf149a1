import type { Outcome } from '../digests/deliver.js'
import type { Feeds } from '../feeds/feed.js'
import type { Polled } from '../feeds/polled.js'
import type { Bot, CommandInfo, Place, Postman } from '../platform.js'

/** What the answering thread offers. */
export type Answering = Pick<Bot, 'answer' | 'complete' | 'suggest'>

/** What it says of itself when it is ready. */
export interface Answerer {
  readonly commands: readonly CommandInfo[]
  readonly examples: readonly string[]
}

/** What it may ask of the thread that started it. */
export type AroundAnswering = {
  readonly mayPost: (place: Place) => Promise<string | null>
  readonly hurry: () => Promise<void>
  readonly findFeeds: Feeds['find']
  readonly hurryFeeds: () => Promise<void>
}

/** What the digests thread offers. */
export type Sending = {
  readonly isAlive: () => Promise<void>
  /** See `Runner`; resolves at once. */
  readonly hurry: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What became of a slot, to be counted. */
export interface SlotOutcome {
  readonly platform: string
  readonly state: Outcome['state']
  /** Milliseconds between its time and its end. */
  readonly took: number
}

/** What it may ask of the thread that started it. */
export type AroundDigests = {
  readonly send: Postman['send']
  readonly tell: Postman['tell']
  readonly settled: (outcome: SlotOutcome) => Promise<void>
}

/** What the feeds thread offers. */
export type Following = {
  readonly isAlive: () => Promise<void>
  readonly find: Feeds['find']
  /** See `Feeds`; resolves at once. */
  readonly hurry: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What it may ask of the thread that started it. */
export type AroundFeeds = {
  readonly tell: Postman['tell']
  /** Is told of each feed that was looked at. */
  readonly polled: (polled: Polled) => Promise<void>
}
