import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/articles/refusal.js'
import { decodeWeb } from '../../src/articles/webText.js'

function page(declared: string, words: string, encoding: string): Uint8Array {
  return iconv.encode(`<html><head><meta charset="${declared}"></head><body>${words}</body></html>`, encoding)
}

describe('text from the web', () => {
  test.each([
    ['utf-8', 'utf-8', 'Größe'],
    ['ISO-8859-1', 'windows-1252', 'The “last” ferry – 5 €'],
    ['us-ascii', 'windows-1252', 'The “last” ferry'],
    ['windows-1251', 'windows-1251', 'Паром'],
    ['x-sjis', 'shift_jis', '連絡船'],
    ['ks_c_5601-1987', 'euc-kr', '연락선'],
    ['x-mac-cyrillic', 'maccyrillic', 'Паром'],
    ['cp437', 'cp437', 'Größe'],
    ['ujis', 'euc-jp', '連絡船'],
    ['ptcp154', 'pt154', 'Паром'],
  ])('that says %s is read as what browsers take that for', (declared, encoding, words) => {
    expect(decodeWeb(page(declared, words, encoding), null)).toContain(words)
  })

  test('in ISO-2022-JP is read, though iconv does not know it', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><a>\u001b$B4A;z\u001b(B</a>')
    expect(decodeWeb(bytes, null)).toContain('<a>漢字</a>')
  })

  test('believes the byte order mark, then the header, then itself', () => {
    const russian = page('koi8-r', 'Паром', 'windows-1251')
    expect(decodeWeb(russian, 'text/html; charset=windows-1251')).toContain('Паром')
    expect(decodeWeb(russian, 'text/html')).not.toContain('Паром')
    const marked = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), page('koi8-r', 'Паром', 'utf-8')])
    expect(decodeWeb(marked, 'text/html; charset=windows-1251')).toMatch(/^<html>.*Паром/u)
  })

  test('that is not what the header says is what it says itself', () => {
    expect(decodeWeb(page('koi8-r', 'Паром', 'koi8-r'), 'text/html; charset=utf-8')).toContain('Паром')
    expect(decodeWeb(page('shift_jis', '連絡船', 'shift_jis'), 'text/html; charset=euc-jp')).toContain('連絡船')
    expect(decodeWeb(page('utf-8', 'Größe', 'utf-8'), 'text/html; charset=iso-8859-1')).toContain('Größe')
  })

  test('that says nothing is UTF-8, or else windows-1252', () => {
    expect(decodeWeb(iconv.encode('Größe “x”', 'utf-8'), null)).toBe('Größe “x”')
    expect(decodeWeb(iconv.encode('Größe “x”', 'windows-1252'), null)).toBe('Größe “x”')
  })

  test('keeps its other characters where one is broken, or cut in two at the end', () => {
    const bytes = iconv.encode('Größe – “Käse”', 'utf-8')
    expect(decodeWeb(bytes.subarray(0, -2), null)).toBe('Größe – “Käse\uFFFD')
  })

  test('of two bytes a character needs no mark where it is markup', () => {
    expect(decodeWeb(iconv.encode('<?xml version="1.0"?><a>Паром</a>', 'utf-16le'), null)).toContain('Паром')
    expect(decodeWeb(iconv.encode('<a>Паром</a>', 'utf-16be'), 'text/xml; charset=utf-16')).toContain('Паром')
  })

  test('is refused where it is empty, or is UTF-7', () => {
    expect(() => decodeWeb(new Uint8Array(), null)).toThrow(new Refusal('It is empty.'))
    expect(() => decodeWeb(Buffer.from('<a/>'), 'text/html; charset=utf-7')).toThrow(Refusal)
  })
})
