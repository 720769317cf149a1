import { describe, expect, test } from 'vitest'
import { couldBeSamePerson, parseName, speakerKey } from '../../src/quotations/people.js'

describe('one person under many names', () => {
  test('a short form, a middle initial and an accent make no other person', () => {
    expect(speakerKey('Jim Mattis', 'person')).toBe(speakerKey('James N. Mattis', 'person'))
    expect(speakerKey('José Núñez', 'person')).toBe(speakerKey('Jose Nunez', 'person'))
  })

  test('a father and a son are two', () => {
    expect(speakerKey('Donald Trump', 'person')).not.toBe(speakerKey('Donald Trump Jr.', 'person'))
  })

  test('two people of one surname are two', () => {
    expect(couldBeSamePerson('Jeh Johnson', 'Gary Johnson')).toBe(false)
    expect(couldBeSamePerson('Johnson', 'Gary Johnson')).toBe(true)
    expect(couldBeSamePerson('J. Johnson', 'Gary Johnson')).toBe(false)
  })

  test('small words belong to the surname', () => {
    expect(parseName('Ursula von der Leyen').surname).toBe('von der leyen')
  })

  test('a surname with small words needs no given name', () => {
    expect(parseName('de Wend')).toEqual({ given: '', surname: 'de wend', suffix: '' })
    expect(couldBeSamePerson('de Wend', 'Bill de Wend')).toBe(true)
    expect(parseName('Van Quill')).toEqual({ given: 'van', surname: 'quill', suffix: '' })
  })

  test('an initial before the name somebody goes by makes no other person', () => {
    expect(speakerKey('J. Samir Haddad', 'person')).toBe(speakerKey('Samir Haddad', 'person'))
    expect(couldBeSamePerson('H.R. Pell', 'Helen Pell')).toBe(true)
    expect(couldBeSamePerson('H.R. Pell', 'Tom Pell')).toBe(false)
  })

  test('two spellings of one given name make no other person', () => {
    expect(speakerKey('Mohamed Haddad', 'person')).toBe(speakerKey('Mohammad Haddad', 'person'))
    expect(speakerKey('Phillip Quill', 'person')).toBe(speakerKey('Philip Quill', 'person'))
  })

  test('an article makes no other organization', () => {
    expect(speakerKey('The Wend Line', 'organization')).toBe(speakerKey('the Wend Line', 'organization'))
  })
})
