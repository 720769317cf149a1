/** What Crier says when it sends editions of its own accord. */
export const runnerPhrases = {
  tooMany: (most: number) =>
    `There are ${most} digests here already, and a workspace or server may have no more: \`/digest delete ID\` makes room.`,
}
