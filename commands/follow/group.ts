import { followPhrases as say } from '../../src/feedCommandPhrases.js'

/** Commands about feeds. */
export const group = { name: 'follow', summary: say.group }
