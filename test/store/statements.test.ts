import { expect, test } from 'vitest'
import { type Said, statementsOf, type Tied } from '../../src/store/statements.js'

const WHOLE = 'Every ferry on the river will be repaired, and nobody in Harrow Bend will pay a penny more.'
const FIRST = 'every ferry on the river will be repaired'
const SECOND = 'nobody in Harrow Bend will pay a penny more'
const said = (text: string, name: string | null, second = 0): Said => {
  return { text, second, speaker: name === null ? null : { name, kind: 'person' } }
}
const tied = (statementId: number, text: string): Tied => ({ statementId, ...said(text, 'Ada Quill') })

test('the same words of what can be the same person are one statement', () => {
  expect(statementsOf(said(FIRST, 'Quill'), [tied(7, FIRST)])).toEqual([7])
  expect(statementsOf(said(FIRST, null), [tied(7, FIRST)])).toEqual([7])
  expect(statementsOf(said(SECOND, 'Tom Quill', 8 * 86_400), [tied(7, SECOND)])).toEqual([])
})

test('changed words tie where the speaker is known', () => {
  const changed = FIRST.replace('repaired', 'painted blue')
  expect(statementsOf(said(changed, 'Ada Quill'), [tied(7, FIRST)])).toEqual([7])
  expect(statementsOf(said(changed, null), [tied(7, FIRST)])).toEqual([])
})

test('what nobody says twice ties in the same days, whoever is said to have spoken', () => {
  const changed = WHOLE.replace('repaired', 'replaced')
  expect(statementsOf(said(changed, null), [tied(7, WHOLE)])).toEqual([7])
  expect(statementsOf(said(changed, 'Tom Reed'), [tied(7, WHOLE)])).toEqual([7])
  expect(statementsOf(said(changed, 'Tom Reed', 8 * 86_400), [tied(7, WHOLE)])).toEqual([])
})

test('a short sentence ties where nobody is said to have spoken it, a part of one does not', () => {
  expect(statementsOf(said('I was sorry about the toll,', null), [tied(7, 'I was sorry about the toll')])).toEqual([7])
  expect(statementsOf(said('disgraceful tolls', null), [tied(7, 'We will have no disgraceful tolls')])).toEqual([])
})

test('a few words are one statement only of one speaker in the same days', () => {
  expect(statementsOf(said('“disgraceful tolls”', 'Quill'), [tied(7, 'disgraceful tolls')])).toEqual([7])
  expect(statementsOf(said('“disgraceful tolls”', null), [tied(7, 'disgraceful tolls')])).toEqual([])
  expect(statementsOf(said('“disgraceful tolls”', 'Quill', 8 * 86_400), [tied(7, 'disgraceful tolls')])).toEqual([])
})

test('what carries several statements makes them one', () => {
  expect(statementsOf(said(WHOLE, 'Quill'), [tied(3, FIRST), tied(5, SECOND)])).toEqual([3, 5])
})

test('a part that stands in several statements belongs to the likeliest', () => {
  const others = [tied(3, WHOLE), tied(5, `${SECOND}, and the toll house will be sold`)]
  expect(statementsOf(said('pay a penny more', 'Quill'), others)).toEqual([3])
})

test('a part that nobody says twice makes the statements that it stands in one', () => {
  const others = [tied(3, WHOLE), tied(5, `${SECOND}, and the toll house will be sold`)]
  expect(statementsOf(said(SECOND, 'Quill'), others)).toEqual([3, 5])
})

test('a statement is known by its longest wording, not by a part that others share', () => {
  const other = `The market moves to the quay in June, and ${SECOND}.`
  const ties = statementsOf(said(other, 'Quill'), [tied(3, WHOLE), tied(3, SECOND), tied(4, FIRST)])
  expect(ties).not.toContain(4)
})
