/** Milliseconds on the clock, and of those that the processor worked for this process: on a busy machine only the second tell. */
export interface Time {
  readonly clock: number
  readonly processor: number
}

/** Starts to measure; what it gives ends that. */
export function timer(): () => Time {
  const begun = performance.now()
  const used = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { clock: performance.now() - begun, processor: (user + system) / 1000 }
  }
}

/** The median and what is beyond, on the clock and of the processor. */
export function figures(times: readonly Time[]): string {
  const clock = times.map((time) => time.clock)
  return `${spread(clock)} (of the processor ${spread(times.map(({ processor }) => processor))})`
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms`
}
