import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/errors.js'
import { parseLine } from '../../src/line/parse.js'
import { commands } from './commands.js'

const NOW = new Date('2019-07-17T12:00:00Z')
const parse = (line: string) => {
  const { command, options } = parseLine(line, commands, NOW)
  return { command: command.name, ...options }
}
const mistake = (line: string) => {
  try {
    parse(line)
  } catch (error) {
    return error instanceof UsageError ? error.message : error
  }
  return 'no mistake'
}
const topic = (text: string) => expect.objectContaining({ text })

describe('a line is read forgivingly', () => {
  test.each([
    '/quote mattis',
    'quote mattis',
    '/QUOTE   mattis ',
    '/crier quote mattis',
    'Crier /quote mattis',
    '／ｑｕｏｔｅ mattis',
    '/quote “mattis”',
    '/quote who:mattis',
    '/quote speaker: mattis',
    '/quote --who=mattis',
    '/quote\u200B mattis?\n',
  ])('%j asks for Mattis', (line) => {
    expect(parse(line)).toEqual({ command: 'quote', who: 'mattis' })
  })

  test('options follow a keyword or their name, in any order', () => {
    const asked = {
      command: 'quote',
      who: 'jim mattis',
      about: topic('allies in europe'),
      outlet: 'The Herald',
      since: '2018-12-01',
    }
    expect(parse('/quote jim mattis about allies in europe outlet:"The Herald" since 2018-12')).toEqual(asked)
    expect(parse('/quote since:2018-12 outlet:«The Herald» jim mattis on allies in europe')).toEqual(asked)
    expect(parse('/quote jim mattis outlet：The Herald since 2018-12 about: “allies in europe”')).toEqual(asked)
  })

  test('words after a named option are its own only where nothing else waits for words', () => {
    const asked = { command: 'quote', who: 'jim mattis', outlet: 'Herald' }
    expect(parse('/quote outlet:Herald jim mattis')).toEqual(asked)
    expect(parse('/quote jim mattis outlet:Herald Post')).toEqual({ ...asked, outlet: 'Herald Post' })
  })

  test('quoted words are the quotation, and the rest is the speaker', () => {
    const asked = { command: 'verify', words: 'a new day', speaker: 'mattis' }
    for (const line of [
      '“a new day” mattis',
      '"a new day" mattis',
      '«a new day» mattis',
      '„a new day“ mattis',
      '「a new day」 mattis',
    ]) {
      expect(parse(`/verify ${line}`)).toEqual(asked)
    }
    expect(parse('/verify “a new day” — said mattis.')).toMatchObject({ speaker: 'mattis.' })
    expect(parse('/verify mattis "a new day"')).toEqual(asked)
    expect(parse('/verify "a new day"by mattis')).toEqual(asked)
  })

  test('marks inside and pieces of a quotation', () => {
    expect(parse('/verify “he said “no” to it” holt')).toEqual({
      command: 'verify',
      words: 'he said “no” to it',
      speaker: 'holt',
    })
    expect(parse('/verify "he said "no" to it" holt')).toMatchObject({ words: 'he said "no" to it', speaker: 'holt' })
    expect(parse('/verify “we must,” said mattis, “go”')).toEqual({
      command: 'verify',
      words: 'we must, go',
      speaker: 'mattis',
    })
  })

  test('without marks everything pasted is the quotation', () => {
    const words = 'we stand by allies note:this http://a.example since 2018'
    expect(parse(`/verify ${words}`)).toEqual({ command: 'verify', words })
  })

  test('a date is what people call one', () => {
    const since = (words: string) => parse(`/quote mattis since ${words}`)
    expect(since('2018')).toMatchObject({ since: '2018-01-01' })
    expect(since('last week')).toMatchObject({ since: '2019-07-10' })
    expect(since('friday')).toMatchObject({ since: '2019-07-12' })
    expect(since('december')).toMatchObject({ since: '2018-12-01' })
    expect(parse('/quote mattis since:yesterday')).toMatchObject({ since: '2019-07-16' })
  })

  test('a choice takes one word, and named options any characters', () => {
    expect(parse('/digest create when:"weekdays at 08:30" timezone:Europe/London channel:<#C123|news>')).toEqual({
      command: 'digest',
      action: 'create',
      when: 'weekdays at 08:30',
      timezone: 'Europe/London',
      channel: 'C123',
    })
  })
})

describe('commands of two words', () => {
  test('are named by both, and the first of them by the group alone', () => {
    expect(parse('/letter list')).toEqual({ command: 'letter list' })
    expect(parse('/Letter  LIST.')).toEqual({ command: 'letter list' })
    expect(parse('/letter')).toEqual({ command: 'letter list' })
    expect(parse('/crier letter write “Dear editor”')).toEqual({ command: 'letter write', words: 'Dear editor' })
  })

  test.each([
    ['C123', 'C123'],
    ['<#C123|news>', 'C123'],
    ['<#C123>', 'C123'],
    ['<#4711>', '4711'],
    ['#news', 'news'],
  ])('a channel %s is %s', (typed, id) => {
    expect(parse(`/letter write hello to:${typed}`)).toMatchObject({ words: 'hello', to: id })
  })

  test.each(['7', '#7', 'digest 7', 'No. 7'])('a digest is meant by “%s”', (typed) => {
    expect(parse(`/letter write hello after:"${typed}"`)).toMatchObject({ after: '7' })
  })

  test('several are parted by commas, each once; “all” is none in particular', () => {
    const topics = (typed: string) => parse(`/letter write hello topics:${typed}`)
    expect(topics('ferry,pumps')).toMatchObject({ topics: ['ferry', 'pumps'] })
    expect(topics('"the ferry, pumps,, pumps"')).toMatchObject({ topics: ['the ferry', 'pumps'] })
    expect(topics('ferry, pumps')).toMatchObject({ topics: ['ferry', 'pumps'] })
    expect(topics('all')).toMatchObject({ topics: [] })
  })

  test('a channel in other words is read as people see it', () => {
    expect(parse('/quote mattis about <#C123|syria>')).toMatchObject({ about: topic('#syria') })
  })

  test.each(['in #news', '<#C123|news>', 'in <#C123|news>', 'to #news'])(
    'a channel may stand anywhere: %s',
    (where) => {
      const to = where.includes('C123') ? 'C123' : 'news'
      expect(parse(`/letter write say hello ${where} topics:ferry`)).toMatchObject({ words: 'say hello', to })
      expect(parse(`/letter write ${where} say hello`)).toMatchObject({ words: 'say hello', to })
    },
  )

  test('the stars of a cron line are words', () => {
    expect(parse('/letter write 30 8 * * 1-5')).toMatchObject({ words: '30 8 * * 1-5' })
  })
})

describe('a mistake is told in one sentence', () => {
  test.each([
    ['', 'Type a command'],
    ['/quot mattis', 'There is no command “quot”. Did you mean /quote?'],
    ['/xyzzy', 'There is no command “xyzzy”. /help lists them all.'],
    ['/quote', 'Type it like this: /quote WHO [about TOPIC] [outlet:NAME] [since DATE] [page:NUMBER]'],
    ['/quote mattis colour:red', '/quote has no option “colour”; it has: who, about, outlet, since, page.'],
    ['/quote mattis --loud', 'no option “loud”'],
    ['/quote "jim mattis', 'The quotation mark before “jim mattis” is never closed.'],
    ['/quote mattis outlet:"The', 'never closed'],
    ['/quote mattis"', 'There is a quotation mark in “mattis"” that has no partner.'],
    ['/quote mattis since the flood', '“the flood” is no date for since'],
    ['/quote mattis since:2018-02-30', '“2018-02-30” is no date'],
    ['/quote mattis page:two', '“two” is no number for page'],
    ['/quote mattis about the', '“the” names no topic'],
    ['/quote mattis outlet:a outlet:b', '“outlet” is given twice'],
    ['/quote mattis about', '“about” is followed by nothing'],
    [
      '/letter wriet',
      'There is no /letter “wriet”. Did you mean /letter write? There are: /letter list, /letter write.',
    ],
    ['/letter words:hello', 'There is no /letter “words:hello”. There are:'],
    ['/lettre', 'Did you mean /letter?'],
    ['/letter write hello to:"a b"', '“a b” is no channel for to: type # and choose one'],
    ['/letter write hello after:x!', '“x!” is no digest’s id'],
    ['/letter write hello topics:"ferry,the"', '“the” names no topic'],
    [`/letter write hello outlets:"${Array.from({ length: 21 }, (_, at) => at).join()}"`, 'name at most 20'],
    ['/digest destroy', '“destroy” is none of the choices for action: create, list.'],
    ['/digest list all', 'It is unclear what “all” is for.'],
    ['/sources of the nile', 'It is unclear what “of” is for. Type it like this: /sources'],
  ])('%j', (line, sentence) => {
    expect(mistake(line)).toContain(sentence)
  })

  test('a line of 20,000 characters is not read', () => {
    expect(mistake(`/quote ${'a'.repeat(20_000)}`)).toBe('That line is too long: 10,000 characters are the most.')
  })

  test('nothing but a UsageError comes out of any line', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '“', '”', '«', ' ', ':', 'about ', 'outlet:', '--', 'since ', '__proto__:1 '),
    )
    const line = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.constantFrom('/quote ', '/verify ', '/digest ', ''), line, (command, rest) => {
        expect(mistake(command + rest)).toBeTypeOf('string')
      }),
    )
  })
})
