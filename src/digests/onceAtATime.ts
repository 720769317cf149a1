/** The same work, never twice at the same time: asked for while it is under way, it is done once more after that. */
export function onceAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isWanted = false

  async function run(): Promise<void> {
    try {
      while (isWanted) {
        isWanted = false
        await work()
      }
    } finally {
      running = null
    }
  }

  return () => {
    isWanted = true
    running ??= run()
    return running
  }
}
