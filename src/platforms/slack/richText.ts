/** Slack's blocks as Crier uses them, each with what it says in plain words. No I/O. */
import type {
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  RichTextSection,
  RichTextText,
} from '@slack/types'
import type { Channels } from '../../message.js'
import type { Excerpt } from '../../model.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { runs } from '../channels.js'
import { safeUrl } from '../harmless.js'
import type { Piece } from '../parts.js'
import { clip, mrkdwn, size, sizeOf } from './text.js'

/** A block, and what notifications and screen readers read for it. */
export interface Drawn {
  readonly block: KnownBlock
  readonly plain: string
}

type Style = NonNullable<RichTextText['style']>

const LONGEST_NAME = 100
const LONGEST_LABEL = 75
/** Longer links, escaped, are shown as words alone. */
const LONGEST_LINK = 1200
const LONGEST_SOURCES = 1400

export function pieceOf(drawn: readonly Drawn[], isHeading = false): Piece<Drawn> {
  const text = drawn.reduce((sum, { block }) => sum + sizeOf(block), 0)
  return { drawn, text, count: drawn.length, isHeading }
}

/** Text that Slack formats in no way: no mention, link, style or emoji by name. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

export function styled(text: string, style?: Style): RichTextText {
  return style ? { type: 'text', text, style } : { type: 'text', text }
}

export function section(text: string, style?: Style, channels: Channels = []): Drawn {
  return { block: { type: 'rich_text', elements: [inSection(text, style, channels)] }, plain: text }
}

/** Words in which channels stand as links to them, which ping nobody. */
export function inSection(text: string, style?: Style, channels: Channels = []): RichTextSection {
  const known = channels.filter((id) => /^[CDG][A-Z0-9]+$/u.test(id))
  const elements = runs(text, known).map((run) =>
    'channel' in run ? { type: 'channel' as const, channel_id: run.channel } : styled(run.text, style),
  )
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [styled(text, style)] }
}

export function quote(elements: RichTextText[], plain: string): Drawn {
  return { block: { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }, plain }
}

export function header(text: string): Drawn {
  const block: HeaderBlock = { type: 'header', text: plainText(text) }
  return { block, plain: text }
}

export function note(text: string): Drawn {
  return { block: { type: 'context', elements: [plainText(text)] }, plain: text }
}

export function button(id: string, label: string): Button {
  return { type: 'button', action_id: id, text: plainText(clip(label, LONGEST_LABEL) || '…') }
}

/** An outlet's name, short enough for any line. */
export function nameOf(outlet: string): string {
  return clip(outlet, LONGEST_NAME)
}

/** Outlet and date of each excerpt, once each, with its address behind them; in as many lines as they need. */
export function sources(excerpts: readonly Excerpt[]): Drawn[] {
  const named = new Map(excerpts.map(source).map((each) => [each.shown, each]))
  const lines: { shown: string; plain: string }[] = []
  for (const { shown, plain } of named.values()) {
    const last = lines.at(-1)
    if (!shown) continue
    if (last && size(`${last.shown} · ${shown}`) <= LONGEST_SOURCES)
      lines[lines.length - 1] = { shown: `${last.shown} · ${shown}`, plain: `${last.plain} · ${plain}` }
    else lines.push({ shown, plain })
  }
  return lines.map(({ shown, plain }) => {
    // Without `verbatim`, Slack would link addresses and names of channels that stand in a name.
    const block: ContextBlock = { type: 'context', elements: [{ type: 'mrkdwn', text: shown, verbatim: true }] }
    return { block, plain }
  })
}

function source({ outlet, published, url }: Excerpt): { shown: string; plain: string } {
  const date = published === null ? '' : clip(say.date(published), LONGEST_NAME)
  const plain = [nameOf(outlet), date].filter(Boolean).join(', ')
  const address = safeUrl(url)
  const words = mrkdwn(plain)
  const link = address && plain ? `<${address.replace(/&/gu, '&amp;')}|${words.replaceAll('|', '∣')}>` : words
  return { shown: size(link) <= LONGEST_LINK ? link : words, plain }
}
