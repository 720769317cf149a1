import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changesSince } from '../../src/answers/changed.js'
import { ferry, openPress, type Press } from './press.js'

const WILL = '“We will close the ferry in May,” said Mayor Ada Quill.'
const MAY = '“We may close the ferry in May,” said Mayor Ada Quill.'
const REED = '“Nobody asked the people of Skellen about any of this,” said Tom Reed.'

let press: Press
beforeEach(async () => {
  press = await openPress()
})
afterEach(() => press.close())

/** What became of what the Herald printed, with the time at which it stood last. */
async function became(...versions: readonly string[]): Promise<{ changed: string[]; gone: string[] }> {
  let id = ''
  for (const [hour, text] of versions.entries()) id = await press.prints(`1${hour}:05`, 'The Herald', text)
  const { changed, gone } = await changesSince(
    press.archive,
    await press.archive.quotationsReplaced({ articles: [id] }, 99),
  )
  const time = (until: string | null) => until?.slice(11, 16) ?? ''
  return {
    changed: changed.map((one) => `${time(one.until)} ${one.verdict}: ${one.earlier.text} → ${one.quotation.text}`),
    gone: gone.map((one) => `${time(one.until)} ${one.quotation.text}`),
  }
}

const nothing = { changed: [], gone: [] }

describe('what was changed in a quotation', () => {
  it('is told with the words of before and those of now', async () => {
    const changed = ['11:05 altered: “We will close the ferry in May,” → “We may close the ferry in May,”']
    expect(await became(ferry(WILL, REED), ferry(MAY, REED))).toEqual({ changed, gone: [] })
  })

  it('is told as it stood last, and still when something else was changed after it', async () => {
    const will = ferry(WILL)
    const could = ferry(WILL.replace('will', 'could'))
    const changed = ['12:05 altered: “We could close the ferry in May,” → “We may close the ferry in May,”']
    expect(await became(will, could, ferry(MAY), ferry(MAY, 'More follows.'))).toEqual({ changed, gone: [] })
  })

  it('is told where words were cut off, or added', async () => {
    const longer = WILL.replace('May,”', 'May, whatever they say,”')
    const cut =
      '11:05 trimmed: “We will close the ferry in May, whatever they say,” → “We will close the ferry in May,”'
    expect((await became(ferry(longer), ferry(WILL))).changed).toEqual([cut])
    const added =
      '11:05 trimmed: “We will close the ferry in May,” → “We will close the ferry in May, whatever they say,”'
    expect((await became(ferry(WILL), ferry(longer))).changed).toEqual([added])
  })

  it('is told of what came back, by the words in between', async () => {
    const changed = ['12:05 altered: “We may close the ferry in May,” → “We will close the ferry in May,”']
    expect(await became(ferry(WILL), ferry(MAY), ferry(WILL))).toEqual({ changed, gone: [] })
  })

  it('is told of what is gone, once', async () => {
    const gone = ['12:05 “Nobody asked anybody in Skellen about any of this,”']
    const asked = REED.replace('the people of', 'anybody in')
    expect(await became(ferry(WILL, REED), ferry(WILL, asked), ferry(WILL))).toEqual({ changed: [], gone })
  })
})

describe('no change', () => {
  it.each([
    ['another spelling', WILL.replace('close', 'organise'), WILL.replace('close', 'organize')],
    ['straight marks', WILL, WILL.replace(/[“”]/gu, '"')],
    ['other paragraphs', `${WILL}\n\nThe council meets on Monday.`, `A new lead.\n\n${WILL}`],
    ['a dateline', WILL, `WENDMOUTH (Meridian) — ${WILL}`],
    ['a name in the middle', WILL, '“We will close,” said Mayor Ada Quill, “the ferry in May.”'],
    ['a name at the end', '“We will close,” said Mayor Ada Quill, “the ferry in May.”', WILL],
    ['quoted no more, and printed all the same', WILL, 'We will close the ferry in May, said the mayor, Ada Quill.'],
    ['gone and back', `${WILL}\n\n${REED}`, WILL, `${WILL}\n\n${REED}\n\nMore follows.`],
    ['more said', WILL, `${WILL}\n\n${REED}`],
  ])('%s', async (_, ...versions) => {
    expect(await became(...versions.map((version) => ferry(version)))).toEqual(nothing)
  })

  it('a page that was cut short has not taken its quotations out', async () => {
    const body = Array.from({ length: 30 }, (_, n) => `Paragraph ${n} tells at some length of the ferry and its crew.`)
    expect(await became(ferry(...body, REED), ferry(...body.slice(0, 3)))).toEqual(nothing)
    expect((await became(ferry(...body, REED), ferry(...body.slice(0, 15)))).gone).toHaveLength(1)
  })

  it('what stands beside a statement like it that is gone has not changed', async () => {
    const market = '“We may close the market in May,” said Mayor Ada Quill.'
    const { changed, gone } = await became(ferry(MAY, market), ferry(market))
    expect(changed).toEqual([])
    expect(gone).toEqual(['11:05 “We may close the ferry in May,”'])
  })
})
