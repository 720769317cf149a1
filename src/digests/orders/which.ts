import type { Option } from '../../command.js'

/** The digest that a command is about. */
export const WHICH = {
  kind: 'digest',
  summary: 'which digest, as /digest list shows them',
  required: true,
  positional: true,
} as const satisfies Option
