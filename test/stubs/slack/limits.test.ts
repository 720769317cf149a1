import { describe, expect, test } from 'vitest'
import { problemsIn, problemsInView, refusalOf } from './limits.js'
import { actions, body, button, section, table } from './samples.js'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const richSection = (...elements: readonly object[]) => ({
  type: 'rich_text_section',
  elements: elements.length > 0 ? elements : [{ type: 'text', text: 'x', style: { bold: true } }],
})
const rich = (element: object) => ({ type: 'rich_text', elements: [richSection(element)] })
const menu = (type: string, count: number) => ({
  type,
  action_id: type,
  options: Array.from({ length: count }, (_, at) => ({ text: plain(`${at}`), value: `${at}` })),
})
const input = { type: 'input', label: plain('Who?'), element: { type: 'plain_text_input', action_id: 'who' } }

describe('what Slack refuses is found', () => {
  test('nothing in a message that is well', () => {
    expect(
      problemsIn(body(section('News'), actions(button('a'), button('b')), table([['Outlet'], ['Ledger']]))),
    ).toEqual([])
  })

  test.each([
    ['a section that is too long', body(section('x'.repeat(3001)))],
    ['a header that is too long', body({ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } })],
    ['51 blocks', body(...Array.from({ length: 51 }, () => section('x')))],
    ['26 buttons in a row', body(actions(...Array.from({ length: 26 }, (_, at) => button(`b${at}`))))],
    ['a label that is too long', body(actions(button('a', 'x'.repeat(76))))],
    ['one id twice', body(actions(button('a')), actions(button('a')))],
    ['a live ping', body(section('<!channel>'))],
    ['a ping in the text', { ...body(), text: '<@U1>' }],
    ['no text', { ...body(section('x')), text: '' }],
    ['links that unfurl', { ...body(section('x')), unfurl_links: true }],
    ['11 fields', body({ type: 'section', fields: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'x' })) })],
    ['an image without alt text', body({ type: 'image', image_url: 'https://example.org/a.png' })],
    ['101 rows', body(table(Array.from({ length: 101 }, () => ['x'])))],
    ['rows of several lengths', body(table([['a', 'b'], ['c']]))],
    ['an empty cell', body(table([['']]))],
    ['an unknown property', body({ ...section('x'), colour: 'red' })],
    ['an unknown block', body({ type: 'carousel' })],
    ['blocks that are no list', { ...body(), blocks: 'x' }],
    ['metadata without a payload', { ...body(section('x')), metadata: { event_type: 'news' } }],
    [
      'metadata whose payload is words',
      { ...body(section('x')), metadata: { event_type: 'news', event_payload: 'x' } },
    ],
    ['a thread that is no time stamp', { ...body(section('x')), thread_ts: 'yesterday' }],
    ['an answer for nobody Slack knows', { ...body(section('x')), response_type: 'secret' }],
    ['a person named in rich text', body(rich({ type: 'user', user_id: 'U1' }))],
    ['everybody named in rich text', body(rich({ type: 'broadcast', range: 'here' }))],
    ['a link that runs a script', body(rich({ type: 'link', url: 'javascript:alert(1)' }))],
    ['a style that there is not', body(rich({ type: 'text', text: 'x', style: { blink: true } }))],
    ['an unknown property in rich text', body(rich({ type: 'text', text: 'x', colour: 'red' }))],
    [
      'a list of no style',
      body({ type: 'rich_text', elements: [{ type: 'rich_text_list', elements: [richSection()] }] }),
    ],
    ['a menu of 101 choices', body(actions(menu('static_select', 101)))],
    ['an overflow of one choice', body(actions(menu('overflow', 1)))],
    ['a person named in the words around a picture', body({ type: 'context', elements: [mrkdwn('<@U1>')] })],
    [
      'a picture in a context without alt text',
      body({ type: 'context', elements: [{ type: 'image', image_url: 'x' }] }),
    ],
    ['two tables', body(table([['a']]), table([['b']]))],
    ['21 columns', body(table([Array.from({ length: 21 }, () => 'x')]))],
    ['an input', body(input)],
    ['too much in all', body(...Array.from({ length: 5 }, () => section('x'.repeat(2500))))],
  ])('%s', (_, message) => {
    expect(problemsIn(message)).not.toEqual([])
  })

  test.each([
    [
      'rich text, a quotation and a list',
      body({
        type: 'rich_text',
        elements: [
          richSection(),
          { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://example.org', text: 'Ledger' }] },
          { type: 'rich_text_list', style: 'bullet', elements: [richSection()] },
        ],
      }),
    ],
    ['menus at their limits', body(actions(menu('static_select', 100)), actions(menu('overflow', 5)))],
    ['metadata', { ...body(section('x')), metadata: { event_type: 'news', event_payload: { key: 'a' } } }],
  ])('nothing in %s', (_, message) => {
    expect(problemsIn(message)).toEqual([])
  })

  test('a modal has a short title, and may ask', () => {
    const modal = (title: string, more: object = {}) =>
      problemsInView({ type: 'modal', title: plain(title), submit: plain('Send'), blocks: [input], ...more })
    expect(modal('x'.repeat(24))).toEqual([])
    expect(modal('x'.repeat(25))).not.toEqual([])
    expect(modal('x', { private_metadata: 'x'.repeat(3001) })).not.toEqual([])
    expect(modal('x', { colour: 'red' })).not.toEqual([])
    expect(modal('x', { submit: undefined })).toEqual(['inputs and no submit'])
  })

  test.each([
    ['no_text', { ...body(), text: '' }],
    ['msg_too_long', { ...body(), text: 'x'.repeat(4001) }],
    ['msg_blocks_too_long', body(...Array.from({ length: 5 }, () => section('x'.repeat(2500))))],
    ['invalid_blocks', body({ type: 'carousel' })],
  ])('the code is %s', (code, message) => {
    expect(refusalOf(message, problemsIn(message))).toBe(code)
  })

  test('a view takes 100 blocks and no table', () => {
    const home = (blocks: readonly object[]) => problemsInView({ type: 'home', blocks })
    expect(home(Array.from({ length: 100 }, () => section('x')))).toEqual([])
    expect(home(Array.from({ length: 101 }, () => section('x')))).not.toEqual([])
    expect(home([table([['a']])])).not.toEqual([])
  })
})
