import { describe, expect, test } from 'vitest'
import { createSeal } from '../src/seal.js'

const { seal, open } = createSeal('a state secret')

describe('a sealed value', () => {
  test('opens with its secret and context, and shows nothing of itself', () => {
    const sealed = seal('xoxb-a-token', 'T1')
    expect(sealed).not.toContain('xoxb')
    expect(open(sealed, 'T1')).toBe('xoxb-a-token')
    expect(seal('xoxb-a-token', 'T1')).not.toBe(sealed)
    expect(open(seal('', ''), '')).toBe('')
  })

  test('does not open with another secret, for another context, or changed', () => {
    const sealed = seal('xoxb-a-token', 'T1')
    expect(createSeal('another secret').open(sealed, 'T1')).toBeNull()
    expect(open(sealed, 'T2')).toBeNull()
    for (let at = 3; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      const bytes = [changed, sealed].map((one) => Buffer.from(one.slice(3), 'base64url').toString('hex'))
      // The last letter may hold bits that stand for nothing.
      expect(open(changed, 'T1')).toBe(bytes[0] === bytes[1] ? 'xoxb-a-token' : null)
    }
  })

  test.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'nonsense', '.'.repeat(10_000)])(
    '%#: nonsense does not open',
    (nonsense) => {
      expect(open(nonsense, 'T1')).toBeNull()
    },
  )
})
