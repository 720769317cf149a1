import { describe, expect, test } from 'vitest'
import { robotsRules } from '../../src/web/robotsRules.js'

function allows(text: string, path: string): boolean {
  return robotsRules(text, 'Crier').allows(path)
}

describe('whose rules', () => {
  test.each([
    ['nothing', '', true],
    ['a page of HTML', '<!doctype html><title>Wendmouth: the paper</title>', true],
    ['all', 'User-agent: *\nDisallow: /', false],
    ['others', 'User-agent: GPTBot\nDisallow: /', true],
    ['names that only begin so', 'User-agent: CrierBot\nDisallow: /', true],
    ['its own, in another case and with a version', 'user-agent: CRIER/2.0\ndisallow: /', false],
    ['its own before those for all', 'User-agent: *\nDisallow: /\n\nUser-agent: Crier\nAllow: /', true],
    ['its own, though they say nothing', 'User-agent: *\nDisallow: /\n\nUser-agent: Crier\nDisallow:', true],
    ['several agents of one group', 'User-agent: Crier\nUser-agent: Other\nDisallow: /', false],
    [
      'several groups',
      'User-agent: Crier\nDisallow: /b\nUser-agent: x\nAllow: /\nUser-agent: Crier\nDisallow: /a',
      false,
    ],
    ['a sitemap in between', 'User-agent: Crier\nSitemap: https://wend.example/s.xml\nDisallow: /', false],
    ['comments, odd line ends and spaces', '\ufeff User-Agent :\tCrier # us\r\rDisallow :/ # all\r\n', false],
    ['rules before any agent', 'Disallow: /', true],
  ])('%s', (_, text, isAllowed) => expect(allows(text, '/a')).toBe(isAllowed))
})

describe('which paths', () => {
  test.each([
    ['/a', '/a/b', false],
    ['/a/', '/a', true],
    ['/A', '/a', true],
    ['/*.pdf', '/x/y.pdf?z=1', false],
    ['/*.pdf$', '/x/y.pdf?z=1', true],
    ['/*.pdf$', '/x.pdf/y.pdf', false],
    ['/a$', '/a', false],
    ['/a$', '/ab', true],
    ['/a*b*c', '/a-b-b-c-d', false],
    ['/a*b*c', '/a-c-b', true],
    ['/ab*bc$', '/abc', true],
    ['*', '/a', false],
    ['/*?', '/a', true],
    ['/*?print=', '/a?print=1', false],
    ['/caf%c3%A9', '/caf%C3%A9', false],
    ['/café', '/caf%C3%A9', false],
    ['/%62%61z', '/baz', false],
    ['/a%2Fb', '/a/b', true],
    ['/file-%2A', '/file-*', false],
    ['/a$b', '/a$b', true],
    ['a', '/a', true],
  ])('%s, %s: %s', (pattern, path, isAllowed) => {
    expect(allows(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(isAllowed)
  })

  test('the longest decides, and of two as long the one that allows', () => {
    const text = 'User-agent: *\nAllow: /news\nDisallow: /news/private\nDisallow: /x\nAllow: /x'
    expect(allows(text, '/news/private/1')).toBe(false)
    expect(allows(text, '/news/1')).toBe(true)
    expect(allows(text, '/x')).toBe(true)
  })
})

test.each([
  ['Crawl-delay: 5', 5000],
  ['Crawl-delay: 0.5', 500],
  ['Crawl-delay: 3600', 30_000],
  ['Crawl-delay: -1', 0],
  ['Crawl-delay: soon', 0],
  ['Disallow: /a', 0],
])('%s', (line, pause) => expect(robotsRules(`User-agent: Crier\n${line}`, 'Crier').pause).toBe(pause))

test('hostile ones take neither time nor space', () => {
  const path = `/${'a'.repeat(2000)}`
  const texts = [
    'User-agent: Crier\n'.repeat(14_000) + 'Allow: /\n'.repeat(28_000),
    'User-agent: a\n'.repeat(18_000) + 'Allow: /\n'.repeat(28_000),
    `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}b$`,
    `User-agent: *\n${`Disallow: /${'*a'.repeat(100)}b\n`.repeat(2400)}`,
    ...['a', ' ', ':', '#', '%', '\r', 'User-agent', '\ud800'].map((piece) => piece.repeat(500_000 / piece.length)),
  ]
  expect(texts.filter((text) => !allows(text, path))).toEqual([])
})
