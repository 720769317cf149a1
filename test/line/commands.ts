/** Commands for tests: one for each way in which options are typed. */
import { type Command, defineCommand } from '../../src/command.js'

async function run() {
  return { title: 'Done', blocks: [], actions: [] }
}

export const quote = defineCommand({
  name: 'quote',
  summary: 'What a person was quoted as saying',
  options: {
    who: { kind: 'speaker', summary: 'whose words', required: true, positional: true },
    about: { kind: 'topic', summary: 'only about this', keywords: ['about', 'on'] },
    outlet: { kind: 'outlet', summary: 'only from this outlet' },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    page: { kind: 'number', summary: 'which page' },
  },
  examples: ['/quote mattis'],
  run,
})

export const verify = defineCommand({
  name: 'verify',
  summary: 'Whether a quotation is real',
  options: {
    words: { kind: 'text', summary: 'the quotation', required: true, positional: true },
    speaker: { kind: 'speaker', summary: 'who is said to have said it', positional: true, keywords: ['by'] },
  },
  examples: [],
  run,
})

export const digest = defineCommand({
  name: 'digest',
  summary: 'News at an hour',
  options: {
    action: { kind: 'choice', choices: ['create', 'list'], summary: 'what to do', required: true, positional: true },
    when: { kind: 'text', summary: 'the hour' },
    channel: { kind: 'channel', summary: 'where' },
    timezone: { kind: 'timezone', summary: 'whose clock' },
  },
  examples: [],
  run,
})

const group = { name: 'letter', summary: 'Letters to the editor' }

export const letters = defineCommand({ name: 'letter list', group, summary: 'All', options: {}, examples: [], run })

export const letter = defineCommand({
  name: 'letter write',
  group,
  summary: 'A new one',
  options: {
    words: { kind: 'text', summary: 'what to say', required: true, positional: true },
    to: { kind: 'channel', summary: 'where' },
    after: { kind: 'digest', summary: 'which digest' },
    topics: { kind: 'topics', summary: 'what it is about' },
    outlets: { kind: 'outlets', summary: 'to whom' },
  },
  examples: [],
  run,
})

export const sources = defineCommand({ name: 'sources', summary: 'What is read', options: {}, examples: [], run })

export const commands: readonly Command[] = [quote, verify, digest, letters, letter, sources]
