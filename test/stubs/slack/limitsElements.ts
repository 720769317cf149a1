/** What a person presses or picks, and images: https://docs.slack.dev/reference/block-kit/block-elements */
import {
  BOTH,
  isNode,
  kindOf,
  length,
  listOf,
  type Node,
  PLAIN,
  problemsOf,
  shape,
  textObject,
  wordsOf,
} from './limitsNodes.js'

const optionProblems = (option: unknown): string[] =>
  isNode(option)
    ? problemsOf([
        ...shape('option', option, ['text', 'value'], ['description', 'url']),
        ...textObject('option', option['text'], 75, BOTH),
        length('value of an option', option['value'], 150),
      ])
    : ['an option that is none']

const optionsProblems = (options: unknown, most: number, least: number): string[] =>
  problemsOf([length('options', options, most, least), ...listOf(options).flatMap(optionProblems)])

export function imageProblems(image: Node, more: readonly string[] = []): string[] {
  const { alt_text, image_url, slack_file } = image
  return problemsOf([
    ...shape('image', image, ['alt_text'], ['image_url', 'slack_file', ...more]),
    length('alt_text', alt_text, 2000),
    (image_url === undefined) === (slack_file === undefined) && 'image has no one source',
    image_url !== undefined && length('image_url', image_url, 3000),
  ])
}

const ELEMENTS: Readonly<Record<string, (element: Node) => string[]>> = {
  image: imageProblems,
  button: (button) =>
    problemsOf([
      ...shape('button', button, ['text', 'action_id'], ['value', 'url', 'style', 'confirm', 'accessibility_label']),
      ...textObject('button', button['text'], 75, PLAIN),
      length('action_id', button['action_id'], 255),
      button['value'] !== undefined && length('value', button['value'], 2000),
      button['url'] !== undefined && length('url', button['url'], 3000),
      ![undefined, 'primary', 'danger'].some((known) => known === button['style']) &&
        `style ${String(button['style'])}`,
      button['accessibility_label'] !== undefined && length('accessibility_label', button['accessibility_label'], 75),
    ]),
  static_select: (select) =>
    problemsOf([
      ...shape(
        'select',
        select,
        ['action_id', 'options'],
        ['placeholder', 'initial_option', 'confirm', 'focus_on_load'],
      ),
      length('action_id', select['action_id'], 255),
      ...(select['placeholder'] === undefined ? [] : textObject('placeholder', select['placeholder'], 150, PLAIN)),
      ...optionsProblems(select['options'], 100, 1),
      select['initial_option'] !== undefined &&
        !listOf(select['options']).some((one) => JSON.stringify(one) === JSON.stringify(select['initial_option'])) &&
        'an initial option that is none of the options',
    ]),
  conversations_select: (select) =>
    problemsOf([
      ...shape(
        'select',
        select,
        ['action_id'],
        ['placeholder', 'initial_conversation', 'default_to_current_conversation', 'filter', 'focus_on_load'],
      ),
      length('action_id', select['action_id'], 255),
      select['initial_conversation'] !== undefined &&
        !/^[CDG][A-Z0-9]+$/u.test(wordsOf(select['initial_conversation'])) &&
        `initial conversation ${wordsOf(select['initial_conversation'])}`,
    ]),
  overflow: (overflow) =>
    problemsOf([
      ...shape('overflow', overflow, ['action_id', 'options'], ['confirm']),
      length('action_id', overflow['action_id'], 255),
      ...optionsProblems(overflow['options'], 5, 2),
    ]),
  plain_text_input: (input) =>
    problemsOf([
      ...shape(
        'input',
        input,
        ['action_id'],
        ['placeholder', 'initial_value', 'multiline', 'min_length', 'max_length', 'focus_on_load'],
      ),
      length('action_id', input['action_id'], 255),
      ...(input['placeholder'] === undefined ? [] : textObject('placeholder', input['placeholder'], 150, PLAIN)),
    ]),
}

/** All that is wrong with an element; `kinds` may stand where it stands. */
export function elementProblems(value: unknown, kinds: readonly string[]): string[] {
  const kind = kindOf(value)
  const check = kinds.includes(kind) ? ELEMENTS[kind] : undefined
  return isNode(value) && check ? check(value) : [`element of kind ${kind}`]
}
