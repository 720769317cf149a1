import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/articles/page/dom.js'
import { written } from '../../../src/articles/page/tree/written.js'

const bodyOf = (html: string) => parse(`<html><body>${html}</body></html>`).body
const idsOf = (html: string, selector: string): string =>
  bodyOf(html)
    .querySelectorAll(selector)
    .map(({ id }) => id)
    .join(' ')

describe('a document', () => {
  test('has a head and a body, whatever the page has', () => {
    const document = parse('<p>Fog.</p>')
    expect(document.head.nextElementSibling).toBe(document.body)
    expect(written(document)).toBe('<html><head></head><body><p>Fog.</p></body></html>')
    expect(parse('<html><head><title>A &amp; B</title></head></html>').title).toBe('A & B')
    expect(() => parse('<!doctype html><!-- <body > -->').body).toThrow('no element')
  })

  test.each([
    '<p>One<br>two &amp; <b class="a b" title="&quot;">three</b></p><!--x--><hr>',
    '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>after',
    '<div><div></div></div><img src="x">',
  ])('is written as it was read: %s', (html) => {
    const body = bodyOf(html)
    expect(body.innerHTML).toBe(html)
    body.innerHTML = `<p>Fog.</p>${html}`
    expect(body.innerHTML).toBe(`<p>Fog.</p>${html}`)
  })

  test('is read and written however deep it is', () => {
    const deep = 20_000
    expect(bodyOf('<b>'.repeat(deep)).innerHTML).toHaveLength(7 * deep)
  })
})

describe('an element', () => {
  test('moves to where it is put, with what it holds', () => {
    const body = bodyOf('<p>1</p><div><i>2</i>3</div><p>4</p>')
    const [first, div, last] = body.children
    if (!first || !div || !last) throw new Error('They are not there')
    body.insertBefore(last, first)
    expect(body.innerHTML).toBe('<p>4</p><p>1</p><div><i>2</i>3</div>')
    const inner = div.firstElementChild
    if (inner) body.replaceChild(inner, div)
    expect(body.innerHTML).toBe('<p>4</p><p>1</p><i>2</i>')
    expect([body.lastChild, first.nextSibling, inner?.previousElementSibling]).toEqual([inner, inner, first])
    first.remove()
    expect([body.textContent, last.nextSibling]).toEqual(['42', inner])
    body.textContent = ''
    expect([body.firstChild, body.lastChild]).toEqual([null, null])
  })

  test('has each class once, and the rules of its style', () => {
    const [element] = bodyOf('<p class=" a  b a" style="color:red; display : none">x</p>').children
    expect(element?.className).toBe('a b')
    expect(element?.style.display).toBe('none')
    element?.setAttribute('id', 'x')
    element?.removeAttribute('class')
    expect([element?.getAttribute('class'), element?.hasAttribute('style'), element?.id]).toEqual([null, true, 'x'])
  })
})

describe('a selector finds', () => {
  const page =
    '<p id="a" class="x y">1</p><div id="b"><p id="c" data-k="v">2</p></div><template id="t"><p id="d"></p></template>'
  test.each([
    ['p', 'a c'],
    ['div, P,template', 'a b c t'],
    ['.x.y', 'a'],
    ['div > p[data-k="v"]', 'c'],
    ['p:not(.x)', 'c'],
    ['div:has(p)', 'b'],
    ['#a + div', 'b'],
    ['[class*="X" i]', 'a'],
    ['p:contains(2)', 'c'],
  ])('%s', (selector, ids) => expect(idsOf(page, selector)).toBe(ids))

  test('nothing, and throws, where it is no selector', () => expect(() => idsOf(page, '[')).toThrow('Expected name'))
})
