import { expect, test } from 'vitest'
import { statementsOf, type Tied } from '../../src/store/statements.js'

const by = (name: string) => ({ name, kind: 'person' as const })
const WHOLE = 'Every ferry on the river will be repaired, and nobody in Harrow Bend will pay a penny more.'
const FIRST = 'every ferry on the river will be repaired'
const SECOND = 'nobody in Harrow Bend will pay a penny more'
const tied = (statementId: number, text: string, name = 'Ada Quill'): Tied => ({ statementId, text, speaker: by(name) })

test('the same words of what can be the same person are one statement', () => {
  expect(statementsOf({ text: FIRST, speaker: by('Quill') }, [tied(7, FIRST)])).toEqual([7])
  expect(statementsOf({ text: FIRST, speaker: null }, [tied(7, FIRST)])).toEqual([7])
  expect(statementsOf({ text: FIRST, speaker: by('Tom Quill') }, [tied(7, FIRST)])).toEqual([])
})

test('changed words tie only where the speaker is known', () => {
  const changed = WHOLE.replace('repaired', 'replaced')
  expect(statementsOf({ text: changed, speaker: by('Ada Quill') }, [tied(7, WHOLE)])).toEqual([7])
  expect(statementsOf({ text: changed, speaker: null }, [tied(7, WHOLE)])).toEqual([])
})

test('what carries several statements makes them one', () => {
  expect(statementsOf({ text: WHOLE, speaker: by('Quill') }, [tied(3, FIRST), tied(5, SECOND)])).toEqual([3, 5])
})

test('a part that stands in several statements belongs to the likeliest', () => {
  const others = [tied(3, WHOLE), tied(5, `${SECOND}, and the toll house will be sold`)]
  expect(statementsOf({ text: SECOND, speaker: by('Quill') }, others)).toEqual([3])
})

test('a statement is known by its longest wording, not by a part that others share', () => {
  const other = `The market moves to the quay in June, and ${SECOND}.`
  const ties = statementsOf({ text: other, speaker: by('Quill') }, [tied(3, WHOLE), tied(3, SECOND), tied(4, FIRST)])
  expect(ties).not.toContain(4)
})
