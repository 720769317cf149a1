/** Draws a form for a command from what its options are; pure. */
import type { InputBlock, InputBlockElement, ModalView } from '@slack/types'
import type { CommandInfo } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Form, Opened } from './form.js'
import { plainText } from './richText.js'
import { clip } from './text.js'

/** What tells a form of ours. */
export const FORM = 'crier_form'

const LONGEST_TITLE = 24
const LONGEST_VALUE = 3000

/** The options that must be given first, each with what was said already. */
export function renderForm({ command, given }: Form, opened: Opened): ModalView {
  const options = Object.entries(command.options).toSorted(
    ([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false),
  )
  return {
    type: 'modal',
    callback_id: FORM,
    title: plainText(clip(`/${command.name}`, LONGEST_TITLE)),
    submit: plainText(say.submit),
    close: plainText(say.close),
    private_metadata: JSON.stringify(opened),
    blocks: options.map(([name, option]) => inputFor(name, option, given.get(name), opened.channel)),
  }
}

type Option = CommandInfo['options'][string]

function inputFor(name: string, option: Option, said: string | undefined, channel: string): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(labelOf(name)),
    hint: plainText(option.summary),
    optional: option.required !== true,
    element: elementFor(name, option, said, channel),
  }
}

/** "if-late" is "If late". */
function labelOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function elementFor(name: string, option: Option, said: string | undefined, here: string): InputBlockElement {
  switch (option.kind) {
    case 'channel': {
      const initial = [/^<#(\w+)/u.exec(said ?? '')?.[1], here].find((id) => id !== undefined && /^[CG]/u.test(id))
      return {
        type: 'conversations_select',
        action_id: name,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(initial === undefined ? {} : { initial_conversation: initial }),
      }
    }
    case 'choice': {
      const options = option.choices.map((choice) => ({ text: plainText(choice), value: choice }))
      const initial = options.find(({ value }) => value === said)
      return { type: 'static_select', action_id: name, options, ...(initial ? { initial_option: initial } : {}) }
    }
    case 'speaker':
    case 'topic':
    case 'outlet':
    case 'date':
    case 'since':
    case 'text':
    case 'number':
    case 'article':
    case 'timezone':
    case 'digest':
    case 'address':
    case 'feed':
    case 'topics':
    case 'speakers':
    case 'outlets': {
      const initial = said === undefined || said === '' ? {} : { initial_value: clip(said, LONGEST_VALUE) }
      return { type: 'plain_text_input', action_id: name, ...initial }
    }
    default:
      return option satisfies never
  }
}
