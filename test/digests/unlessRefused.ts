import { UsageError } from '../../src/errors.js'

/** What is read, or null where it is refused in words. Throws any other error. */
export function unlessRefused<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof UsageError) return null
    throw error
  }
}
