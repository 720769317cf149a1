/** Where the sentence around `at` begins, roughly: after the last full stop and space, or line break, no further back than `floor`. */
export function sentenceStart(text: string, at: number, floor: number): number {
  for (let index = at - 1; index > floor; index--) {
    const unit = text[index] ?? ''
    if (unit === '\n') return index + 1
    if (
      /[.!?]/u.test(unit) &&
      /\s/u.test(text[index + 1] ?? '') &&
      !/(?:^|\s)(?:\p{Lu}|Mrs?|Ms|Dr|Gen|Sen|Rep|Gov)$/u.test(text.slice(Math.max(0, index - 4), index))
    ) {
      return index + 1
    }
  }
  return floor
}
