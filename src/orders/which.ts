import type { Option } from '../command.js'

/** The digest that a command is about; where there is only one, that is clear. */
export const WHICH = {
  kind: 'digest',
  summary: 'which digest, as /digest list shows them; where there is one alone, it is that',
  positional: true,
} as const satisfies Option
