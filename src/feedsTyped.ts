/** What is typed of feeds on the command line. All throw a UsageError where it is wrong. */
import { UsageError } from './errors.js'
import { feedsCliPhrases as say } from './feedsCliPhrases.js'
import { addressIn } from './line/addresses.js'

const LONGEST_OUTLET = 200

export function addressOf(typed: string): string {
  const read = addressIn(typed)
  if ('wrong' in read) throw new UsageError(say.notAnAddress[read.wrong](typed))
  return read.address
}

export function outletNamed(typed: string): string {
  const name = typed.replace(/\s+/gu, ' ').trim()
  if (name === '' || name.length > LONGEST_OUTLET) throw new UsageError(say.notAnOutlet)
  return name
}

/** Desks come to be by being asked for, so that a mistyped one would be nobody's. */
export function deskNamed(desk: string): string {
  if (!/^(?:local|slack:\w+|discord:@?\d+)$/u.test(desk)) throw new UsageError(say.notADesk(desk))
  return desk
}
