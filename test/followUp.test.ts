import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.js'
import { followUp } from '../src/followUp.js'

const now = new Date('2018-12-24T09:00:00Z')
const known = { commands, now, isSpeaker: async (name: string) => ['pelosi', 'mara holt'].includes(name.toLowerCase()) }

const QUOTE = '/quote mattis about syria'

describe('after a question, words go on from it', () => {
  test.each([
    [QUOTE, 'and about allies?', '/quote who:mattis about:allies'],
    [QUOTE, 'about NATO allies', '/quote who:mattis about:"NATO allies"'],
    [QUOTE, 'What about Pelosi?', '/quote who:Pelosi about:syria'],
    [QUOTE, 'and Mara Holt, please', '/quote who:"Mara Holt" about:syria'],
    [QUOTE, 'what about Afghanistan?', '/quote who:mattis about:Afghanistan'],
    [QUOTE, '@crier compare that', '/compare syria'],
    [QUOTE, 'How do they differ?', '/compare syria'],
    ['/quote mattis', 'compare them', '/compare mattis'],
    [QUOTE, 'only in CNN', '/quote who:mattis about:syria outlet:CNN'],
    [QUOTE, 'and since 2018-12-20?', '/quote who:mattis about:syria since:2018-12-20'],
    [QUOTE, 'more', '/quote who:mattis about:syria page:2'],
    ['/quote mattis page:2', 'show me more', '/quote who:mattis page:3'],
    ['/quote mattis page:2', 'and about syria?', '/quote who:mattis about:syria'],
    [QUOTE, 'what else did he say?', '/quote mattis'],
    [QUOTE, 'and what did she say about allies?', '/quote mattis about allies'],
    ['/compare afghanistan', 'what about syria?', '/compare topic:syria'],
    ['/compare afghanistan', 'what about pelosi?', '/compare topic:pelosi'],
    ['/brief', 'and about the ferry?', `/brief about:"the ferry"`],
    ['/brief syria since 2018-12', 'and about the ferry?', '/brief about:"the ferry" since:2018-12-01'],
    ['/brief syria', 'since 2018-12?', '/brief about:syria since:2018-12'],
    [
      '/brief since:"last 2019-01-01T00:00:00.000Z"',
      'and about the ferry?',
      '/brief about:"the ferry" since:"last 2019-01-01T00:00:00.000Z"',
    ],
    [
      '/verify words:"a devoted patriot" speaker:Trump',
      'what about Pelosi?',
      '/verify words:"a devoted patriot" speaker:Pelosi',
    ],
  ])('%s, then “%s”', async (previous, words, line) => {
    expect(await followUp(words, previous, known)).toBe(line)
  })
})

describe('words that stand on their own do not go on from anything', () => {
  test.each([
    [QUOTE, 'what did Pelosi say about the wall?'],
    [QUOTE, 'and what did Pelosi say?'],
    [QUOTE, 'help'],
    [QUOTE, 'what is new?'],
    [QUOTE, 'more '.repeat(200)],
    ['/sources', 'and about allies?'],
    ['/sources', 'compare that'],
    ['/gone mattis', 'and about allies?'],
    ['', 'more'],
  ])('%s, then “%s”', async (previous, words) => {
    expect(await followUp(words, previous, known)).toBeNull()
  })
})
