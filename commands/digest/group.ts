import { digestPhrases as say } from '../../src/digestCommandPhrases.js'

/** Commands about digests. */
export const group = { name: 'digest', summary: say.group }
