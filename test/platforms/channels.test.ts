import { expect, test } from 'vitest'
import { sentence } from '../../src/message.js'
import { runs } from '../../src/platforms/channels.js'
import { renderDiscord } from '../../src/platforms/discord/render.js'
import { renderSlack } from '../../src/platforms/slack/render.js'
import { problemsIn } from '../stubs/slack/limits.js'

const view = { id: () => 'crier:x', isPrivate: true }
const shown = (block: Parameters<typeof renderSlack>[0]['blocks'][number]) => ({
  title: 'Digests',
  blocks: [block],
  actions: [],
})

test('A channel is an id that is told, after a #, and nothing else', () => {
  expect(runs('To #C1 and #C12, not #C123 or C1.', ['C1', 'C12'])).toEqual([
    { text: 'To ' },
    { channel: 'C1' },
    { text: ' and ' },
    { channel: 'C12' },
    { text: ', not #C123 or C1.' },
  ])
  expect(runs('#C1', [])).toEqual([{ text: '#C1' }])
  expect(runs('', ['C1'])).toEqual([])
})

test('A sentence names a channel as chats do', () => {
  expect(sentence('I may not post in <#C1>: /invite @crier there.')).toEqual({
    kind: 'text',
    text: 'I may not post in #C1: /invite @crier there.',
    channels: ['C1'],
  })
  expect(sentence('Nothing.')).toEqual({ kind: 'text', text: 'Nothing.' })
})

test('On Slack a channel is shown as one, in text and in a table, and nowhere else', () => {
  const [text] = renderSlack(shown({ kind: 'text', text: 'To #C1 about #C2.', channels: ['C1'] }), view)
  expect(text?.blocks[1]).toMatchObject({
    elements: [
      { elements: [{ text: 'To ' }, { type: 'channel', channel_id: 'C1' }, { type: 'text', text: ' about #C2.' }] },
    ],
  })
  const rows = [['#C1', 'ferry']]
  const [table] = renderSlack(shown({ kind: 'table', columns: ['Channel', 'Topic'], rows, channels: ['C1'] }), view)
  expect(table?.blocks[1]).toMatchObject({ rows: [{}, [{ type: 'rich_text' }, { type: 'raw_text', text: 'ferry' }]] })
  expect([text, table].flatMap(problemsIn)).toEqual([])
})

test('On Discord a channel is shown as one, in text and in rows, and nowhere else', () => {
  const [text] = renderDiscord(shown({ kind: 'text', text: 'To #11 about #22 <#33>.', channels: ['11'] }), view)
  expect(JSON.stringify(text)).toContain(String.raw`To <#11> about \\#22 \\<\\#33\\>.`)
  const rows = [['7', '#11']]
  const [table] = renderDiscord(shown({ kind: 'table', columns: ['Id', 'Channel'], rows, channels: ['11'] }), view)
  expect(JSON.stringify(table)).toContain('**7** <#11>')
})
