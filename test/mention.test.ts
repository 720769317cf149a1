import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointing, pointsAway, toLine } from '../src/mention.js'

/** What people ask, and the line that they mean. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  '/quote holt about bridges': [
    'what did holt say about bridges?',
    'What did Holt say about bridges',
    'what has holt said on bridges',
    'what does Holt say about bridges?',
    '@crier what did holt say about bridges, please',
    'hey crier, can you tell me what holt said about bridges?',
    'did holt say anything about bridges?',
    'quotes from holt on bridges',
    'show me quotes by holt about bridges',
    'quote holt about bridges',
  ],
  '/quote holt': [
    'quote holt',
    'what did holt say?',
    'what is holt saying?',
    'show me holt quotes',
    'what has holt been saying',
  ],
  '/quote harbour master about ferries since monday': ['what has the harbour master said on ferries since monday'],
  '/quote holt about ferries since today': ['what did holt say about ferries today?'],
  '/compare bridges': [
    'compare bridges',
    'how do they differ on bridges?',
    'how do the papers report on bridges?',
    'what do outlets say about bridges?',
    'Where do they disagree about bridges?',
    'compare the outlets on bridges',
    'how was bridges covered by the papers?',
    'who is silent on bridges?',
  ],
  '/verify “we will rebuild”': [
    'is this real: “we will rebuild”',
    'is this quote real? "we will rebuild"',
    'Is “we will rebuild” real?',
    'who said “we will rebuild”?',
    'who said we will rebuild?',
    'did he really say «we will rebuild»?',
    'verify “we will rebuild”',
    '“we will rebuild”',
    'is it real: “we will rebuild',
  ],
  '/verify “we will rebuild” holt': [
    'did holt really say “we will rebuild”?',
    'did holt actually say we will rebuild?',
    'is "we will rebuild" by holt?',
    '“we will rebuild” — did holt say that?',
    'is it true that holt said “we will rebuild”?',
  ],
  '/brief ferries': [
    'brief me on ferries',
    'what is new about ferries?',
    'latest on ferries',
    'tell me about ferries',
    'any news about ferries?',
  ],
  '/brief since:last': [
    'what is new since I last asked?',
    "what's new since you last asked",
    'brief me since my last briefing',
    'anything new since last time?',
    'news since the last time I asked',
  ],
  '/brief ferries since:last': ['what is new about ferries since I last asked?', 'brief me on ferries since last time'],
  '/digest list': [
    'list the digests',
    'which digests are there?',
    'show me all digests',
    'digests',
    'when is the next digest?',
    'when does the next edition come?',
    'what time is the next briefing',
  ],
  '/follow list': [
    'what do you follow?',
    'which feeds do we follow here?',
    'list our feeds',
    'show the feeds that we follow',
    'which feeds are failing?',
    'what is followed here?',
  ],
  '/follow add https://herald.example/feed': [
    'follow https://herald.example/feed',
    'please follow https://herald.example/feed for us',
    'can you subscribe to https://herald.example/feed?',
    'add https://herald.example/feed',
    'add the rss feed of https://herald.example/feed',
    'start following the feed at https://herald.example/feed, please',
  ],
  '/follow add herald.example': ['follow herald.example', 'subscribe to the feed of herald.example'],
  '/follow add <https://herald.example/feed|the feed>': ['follow <https://herald.example/feed|the feed>'],
  '/follow add the herald': ['follow the herald'],
  '/follow remove herald': [
    'stop following the feed of herald',
    'unfollow herald',
    'unsubscribe from herald please',
    'do not follow herald any more',
    'remove the feed herald',
  ],
  '/follow remove the herald': ['stop following the herald'],
  '/follow remove 3': ['unfollow feed 3', 'delete feed 3'],
  '/digest pause 7': ['pause the digest 7', 'please pause digest #7', 'can you stop digest number 7?'],
  '/digest resume 7': ['resume digest 7', 'continue the digest 7'],
  '/digest preview 7': ['preview digest 7', 'show me the next edition of digest 7', 'show digest 7'],
  '/digest send-now 7': ['send digest 7 now', 'send out digest 7'],
  '/digest history 7': ['what became of digest 7?', 'show the history of digest 7'],
  '/digest delete 7': ['delete digest 7', 'remove the digest no. 7'],
  '/digest pause': ['pause the digest'],
  '/digest create weekdays at 08:30': ['create a digest weekdays at 08:30', 'set up a new digest weekdays at 08:30'],
  '/digest create daily at 9': ['make a daily digest at 9', 'brief us daily at 9'],
  '/digest create every day at 9': ['please brief me every day at 9'],
  '/brief': ['brief me', "what's new?", 'What’s new', 'news', 'catch me up'],
  '/sources': ['which outlets do you have?', 'what sources are there', 'where do you get your news?', 'outlets'],
  '/help': ['help', 'hi', 'Hey Crier!', 'hello there', '@crier', 'what can you do?', 'how does this work?', 'thanks'],
  '/help quote': ['help quote'],
}

describe('plain words become the line that is meant', () => {
  test.each(Object.entries(MEANT).flatMap(([line, asked]) => asked.map((words) => [words, line])))(
    '%s',
    (words, line) => {
      expect(toLine(words)?.toLowerCase()).toBe(line)
    },
  )

  test('a quotation in pieces is one, and marks inside it do no harm', () => {
    expect(toLine('“We will,” Holt said, “rebuild”')).toBe('/verify “We will, rebuild”')
    expect(toLine('is this real: “he said “no” to it”')).toBe('/verify “he said no to it”')
  })

  test.each(['the weather is nice', 'tell me a joke', 'how many bridges are there?'])(
    '%j is not understood',
    (words) => {
      expect(toLine(words)).toBeNull()
    },
  )
})

describe('hostile words', () => {
  test('never throw', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('what did ', 'say ', ' about ', '“', '”', '"', 'is this ', 'compare '),
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 20 }), (parts) => {
        expect(toLine(parts.join('')) ?? '/').toMatch(/^\//u)
      }),
    )
  })

  test.each(['what did ', 'did x say ', '“', 'a" ', 'what is new ', 'compare the outlets on '])(
    '%j for a megabyte',
    (words) => {
      expect(toLine(words.repeat(1_000_000 / words.length))).toBeNull()
      expect(() => toLine(words.repeat(9_000 / words.length))).not.toThrow()
    },
  )
})

describe('words that point at another message', () => {
  test.each([
    ['is this real?', null],
    ['@crier verify this', null],
    ['fact check that quote, please', null],
    ['real or fake?', null],
    ['Is that quotation true', null],
    ['did he really say that?', null],
    ['did Mara Holt actually say this?', 'Mara Holt'],
  ])('%j, said to be of %j', (words, speaker) => {
    expect(pointing(words)).toEqual({ speaker })
    expect(pointsAway(words)).toBe(true)
  })

  test.each([
    'is “we will rebuild” real?',
    'verify "we will rebuild"',
    'is this the end of the ferry?',
    'what is new?',
    '',
  ])('%j points at none', (words) => {
    expect(pointing(words)).toBeNull()
  })
})
