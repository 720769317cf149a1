import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Block, Message } from '../../src/message.js'
import type { Excerpt } from '../../src/model.js'
import type { Bot } from '../../src/platform.js'

/** A person at a platform. */
export interface Seat {
  /** Types a line, presses “More” to the end, and gives all the words that can be read. */
  ask(line: string): Promise<string>
  /** Types a line, presses the first button with this label, and gives the words of the answer to that. */
  press(line: string, label: string): Promise<string>
  /** Asks in a conversation of its own, one after the other, and gives the words of each answer. */
  talk(...lines: readonly string[]): Promise<string[]>
  close(): Promise<void>
}

const QUESTIONS = [
  '/quote tresidder',
  '/quote penhale',
  '/quote tresidder about ferry outlet:albion since:2019-01',
  '/quote nobody',
  '/compare pumps',
  '/compare ferry',
  '/compare strike',
  '/verify "I would rather apologise to a thousand people than bury one"',
  '/verify "We will build a bridge to the moon"',
  '/brief',
  '/brief flood since 2019',
  '/sources',
  '/help',
  '/help quote',
  '/quot tresidder',
  '/quote',
]

/** What every platform must do: the same question has the same facts in its answer on each. `sit` starts one for a bot. */
export function platformContract(bot: () => Bot, sit: (bot: Bot) => Promise<Seat>): void {
  let seat: Seat
  beforeEach(async () => {
    seat = await sit(bot())
  })
  afterEach(() => seat.close())

  test.each(QUESTIONS)('%s: each fact of the answer can be read', async (line) => {
    const message = await bot().answer({ desk: 'local', line })
    const read = plain(await seat.ask(line))
    expect(factsOf(message).filter((fact) => !read.includes(plain(fact)))).toEqual([])
  })

  test('a whole article can be read to its end', async () => {
    const { data } = await bot().answer({ desk: 'local', line: '/quote tresidder' })
    const { statements } = Object(data)
    const { articleId } = statements[0].quotations[0]
    const { data: article } = await bot().answer({ desk: 'local', line: `/source ${articleId}` })
    const read = plain(await seat.ask(`/source ${articleId}`))
    const paragraphs: string[] = String(Object(article).text).split('\n\n')
    expect(paragraphs.filter((paragraph) => !read.includes(plain(paragraph)))).toEqual([])
  })

  test.each([
    ['/quote penhale', 'Ruth Penhale', 'Ruth Penhale, quoted'],
    ['/quote penhale', 'David Penhale', 'David Penhale, quoted'],
    ['/quote tresidder', 'In context', 'As it stands in'],
    ['/quote tresidder', 'More', 'Showing 6 to 8 of 8'],
    ['/quote tresidder about pumps', 'Compare outlets', 'How outlets tell of “pumps”'],
    ['/sources', 'What is new', 'Told by'],
  ])('%s, then the button “%s”', async (line, label, told) => {
    expect(plain(await seat.press(line, label))).toContain(plain(told))
  })

  describe('in a conversation', () => {
    test('words go on from the question before', async () => {
      const [first, second, third] = await seat.talk(
        'what did tresidder say about the ferry?',
        'and about the pumps?',
        'compare that',
      )
      expect(first).toContain('Helen Tresidder, quoted about “the ferry”')
      expect(second).toContain('Helen Tresidder, quoted about “the pumps”')
      expect(third).toContain('How outlets tell of “the pumps”')
    })
  })
}

/** All that an answer says and shows: Crier's sentences, labels and cells, each excerpt, its outlet. */
export function factsOf({ title, blocks }: Message): string[] {
  return [title, ...blocks.flatMap(factsOfBlock)].filter((fact) => plain(fact) !== '')
}

function factsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text]
    case 'statement':
      return [block.speaker, block.quotation.text, ...[block.quotation, ...block.carriedBy].map(outletOf)]
    case 'excerpts':
      return [block.label ?? '', ...block.excerpts.flatMap((excerpt) => [excerpt.text, outletOf(excerpt)])]
    case 'figures':
      return [block.what, ...block.values.flatMap(({ outlet, figure, excerpt }) => [outlet, figure.text, excerpt.text])]
    case 'wording':
      return [block.label, ...block.changes.map(({ text }) => text), outletOf(block.quotation)]
    case 'article':
      return [block.author ?? '', outletOf(block.body), ...block.body.text.split('\n\n')]
    case 'table':
      // A cell that is wrapped beside others is read word by word.
      return [block.columns, ...block.rows].flat().flatMap((cell) => cell.split(' '))
    case 'image':
      return [block.alt]
    default:
      return block satisfies never
  }
}

function outletOf({ outlet }: Excerpt): string {
  return outlet
}

/** Words alone, so that marks, line ends and cases of a platform make no difference. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
