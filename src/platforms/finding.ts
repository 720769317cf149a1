/** What the doctor found of one thing: how it is, or what is wrong and what to do about it, in one sentence. */
export interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly told: string
  /** It can run without it, though something will not work. */
  readonly isBearable?: boolean
}
