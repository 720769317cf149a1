import { describe, expect, test } from 'vitest'
import { lookFor } from '../../../src/platforms/terminal/look.js'

const terminal = { isTTY: true, columns: 72 }
const pipe = {}

describe('colour', () => {
  test.each([
    ['on a terminal', terminal, {}, true],
    ['not in a pipe', pipe, {}, false],
    ['not with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['not on a dumb terminal', terminal, { TERM: 'dumb' }, false],
    ['in a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false],
  ])('%s', (_, output, env, color) => {
    expect(lookFor(output, env).color).toBe(color)
  })
})

test('links where the terminal is known to have them', () => {
  expect(lookFor(terminal, {}).links).toBe(false)
  expect(lookFor(terminal, { VTE_VERSION: '6003' }).links).toBe(true)
  expect(lookFor(terminal, { TERM_PROGRAM: 'WezTerm' }).links).toBe(true)
  expect(lookFor(pipe, { TERM_PROGRAM: 'WezTerm' }).links).toBe(false)
})

test('the width of the terminal, up to what can be read', () => {
  expect(lookFor(terminal, {}).width).toBe(72)
  expect(lookFor(pipe, {}).width).toBe(80)
  expect(lookFor(pipe, { COLUMNS: '60' }).width).toBe(60)
  expect(lookFor({ isTTY: true, columns: 300 }, {}).width).toBe(100)
})
