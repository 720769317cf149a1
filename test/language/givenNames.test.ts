import { describe, expect, test } from 'vitest'
import { genderOfGivenName, isGivenName } from '../../src/language/givenNames.js'

describe('given names', () => {
  test('most tell a gender, mixed ones do not', () => {
    expect(genderOfGivenName('Hillary')).toBe('female')
    expect(genderOfGivenName('JIM')).toBe('male')
    expect(genderOfGivenName('Taylor')).toBeNull()
    expect(isGivenName('Taylor')).toBe(true)
  })

  test('a common word is no name', () => {
    expect(isGivenName('Senate')).toBe(false)
  })
})
