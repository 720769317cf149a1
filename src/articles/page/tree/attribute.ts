/** An attribute; classes with one space between them, and each once. */
export class Attribute {
  readonly name: string
  readonly value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = name === 'class' ? [...new Set(value.trim().split(/\s+/u))].join(' ') : value
  }

  cloneNode(): Attribute {
    return new Attribute(this.name, this.value)
  }
}

/** The rules of a `style` attribute by their names. */
export function rulesIn(style: string): Readonly<Record<string, string>> {
  const rules = style.split(';').flatMap((rule) => {
    const [key = '', ...rest] = rule.split(':')
    const value = rest.join(':').trim()
    return key.trim() !== '' && value !== '' ? [[key.trim(), value] as const] : []
  })
  return Object.fromEntries(rules)
}
