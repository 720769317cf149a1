import { describe, expect, it } from 'vitest'
import { quotationsIn, severalTyped } from '../src/pasted.js'

const MILL = 'The mill will close in March'
const FERRY = 'nobody will pay a penny more for the ferry'

describe('several quotations behind a command', () => {
  it.each([
    ['in marks', `“${MILL}” “${FERRY}”`, [null, null]],
    ['in straight marks', `"${MILL}" "${FERRY}"`, [null, null]],
    ['as printed', `“${MILL},” Ada Quill said. “${FERRY},” Tom Reed said.`, ['Ada Quill', 'Tom Reed']],
    ['with one name', `“${MILL}” “${FERRY}” Quill`, ['Quill', 'Quill']],
    ['in an option', ` words:"“${MILL}” and “${FERRY}”"`, [null, null]],
  ])('%s', (_, typed, speakers) => {
    const found = severalTyped(typed)
    expect(found.map(({ words }) => words.replace(/,$/u, ''))).toEqual([MILL, FERRY])
    expect(found.map(({ speaker }) => speaker)).toEqual(speakers)
  })

  it.each([
    ['one', `“${MILL}” Quill`],
    ['one in two pieces', `“${MILL},” Quill said, “and ${FERRY}.”`],
    ['one with marks inside', `“${MILL}, said ‘the owner of it’ today”`],
    ['one with a word in marks for its speaker', `“${MILL}” “Quill”`],
    ['none', `${MILL} ${FERRY}`],
  ])('but not %s', (_, typed) => expect(severalTyped(typed)).toEqual([]))

  it.each(['"a b" ', 'words:" ', '“a b, ', '" ,'])('comes to an end with %s over and over', (piece) => {
    expect(severalTyped(piece.repeat(2000)).length).toBeGreaterThanOrEqual(0)
  })
})

it('a message without marks is a quotation itself', () => {
  expect(quotationsIn(MILL)).toEqual([{ words: MILL, speaker: null }])
  expect(quotationsIn('Really?')).toEqual([])
})
