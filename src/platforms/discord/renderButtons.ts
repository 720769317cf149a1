/** Draws what can be pressed; pure. */
import { ComponentType } from 'discord.js'
import type { Message } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { drawnButtons, type View } from '../buttons.js'
import { type Button, type ButtonRow, button, type Component, row, sizeOf } from './components.js'

const BUTTONS_IN_ROW = 5
/** So many leave room for the answer. */
const MOST_BUTTONS = 20
const MOST_TEXT = 1000

/** The buttons of a part in rows; where there are too many, the last ones before the very last are left out. */
export function drawButtons(message: Message, view: View, part: number, parts: number): ButtonRow[] {
  const next = say.nextPart(part + 1, parts)
  const all = drawnButtons(message, view, part, parts).map(({ id, label }) => button(id, label, label === next))
  const last = all.slice(-1)
  let size = sizeOf(last)
  const fitting = all.slice(0, -1).filter((each, index) => {
    size += sizeOf(each)
    return index < MOST_BUTTONS - 1 && size <= MOST_TEXT
  })
  const drawn = [...fitting, ...last]
  return Array.from({ length: Math.ceil(drawn.length / BUTTONS_IN_ROW) }, (_, at) =>
    row(drawn.slice(at * BUTTONS_IN_ROW, (at + 1) * BUTTONS_IN_ROW)),
  )
}

/** Discord refuses a message in which two buttons have one id; the same button is offered where it stands first. */
export function withoutTwins(components: readonly Component[]): Component[] {
  const seen = new Set<string>()
  const isNew = ({ custom_id: id }: Button) => {
    const isFirst = !seen.has(id)
    seen.add(id)
    return isFirst
  }
  return components.flatMap((component): Component[] => {
    if (component.type === ComponentType.Section)
      return isCustom(component.accessory) && !isNew(component.accessory) ? component.components : [component]
    if (component.type !== ComponentType.ActionRow) return [component]
    const kept = component.components.filter((each) => !isCustom(each) || isNew(each))
    return kept.length > 0 ? [{ ...component, components: kept }] : []
  })
}

function isCustom(component: object): component is Button {
  return 'custom_id' in component
}
