/** Digests and their slots in memory, as far as commands see them. */
import type { Digest, DigestBook, Slot } from '../../src/digests/digest.js'
import { UsageError } from '../../src/errors.js'

export function memoryBook(most = 99): DigestBook {
  const digests = new Map<string, Digest>()
  const slots: Slot[] = []
  let last = 0

  function set(id: string, change: Partial<Digest>): void {
    const digest = digests.get(id)
    if (digest) digests.set(id, { ...digest, ...change })
  }
  const none = async (): Promise<never> => {
    throw new Error('No command asks for this.')
  }

  return {
    async create(order, { by, at, next }) {
      if ([...digests.values()].filter(({ desk }) => desk === order.desk).length >= most)
        throw new UsageError(`A desk may have ${most} digests.`)
      last += 1
      const made = { id: String(last), createdBy: by, createdAt: at, paused: null, next, toldUntil: null }
      const digest: Digest = { ...order, ...made }
      digests.set(digest.id, digest)
      return digest
    },
    async find(desk, id) {
      const digest = digests.get(id)
      return digest?.desk === desk ? digest : null
    },
    list: async (desk) => [...digests.values()].filter((digest) => desk === undefined || digest.desk === desk),
    change: async (id, order, next) => set(id, { ...order, next }),
    pause: async (id, paused) => set(id, { paused, next: null }),
    resume: async (id, next) => set(id, { paused: null, next }),
    async remove(id) {
      digests.delete(id)
    },
    history: async (id, limit) =>
      slots
        .filter(({ digestId }) => digestId === id)
        .toReversed()
        .slice(0, limit),
    told: async () => new Map(),
    async order(id, now) {
      const open = { why: null, attempts: 0, settledAt: null, messageId: null, stories: null }
      const slot: Slot = { ...open, id: slots.length + 1, digestId: id, due: now, isByHand: true, state: 'due' }
      slots.push(slot)
      return slot
    },
    overdue: none,
    plan: none,
    claim: none,
    renew: none,
    keepEdition: none,
    keepPosted: none,
    settle: none,
    postpone: none,
    scheduled: none,
    setBack: none,
    freeAfter: none,
    forget: none,
  }
}
