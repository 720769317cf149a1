/** The ids of the buttons of a message, by label. */
export function buttonsIn(body: unknown): Map<string, string> {
  const found = new Map<string, string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('action_id' in value && 'text' in value) {
      const { text, action_id: id } = value
      const label = typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : ''
      found.set(label, String(id))
    }
    for (const inner of Object.values(value)) look(inner)
  }
  look(body)
  return found
}
