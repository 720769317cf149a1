const PATIENCE = 1000
const INTERVAL = 100

interface Options {
  readonly output: NodeJS.WritableStream & { isTTY?: boolean }
  /** Milliseconds that only grow. */
  readonly now: () => number
}

export interface Progress {
  readonly step: (count: number) => void
  readonly end: () => void
}

/** A line on a terminal that counts articles, once that has taken more than a second. */
export function createProgress({ output, now }: Options): Progress {
  const started = now()
  let shown: number | null = null
  return {
    step(count) {
      const time = now()
      if (!output.isTTY || time - started < PATIENCE || (shown !== null && time - shown < INTERVAL)) return
      shown = time
      output.write(`\r\u001B[K${count.toLocaleString('en')} articles read …`)
    },
    end() {
      if (shown !== null) output.write('\r\u001B[K')
    },
  }
}
