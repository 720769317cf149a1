import { styleText } from 'node:util'

export interface Look {
  /** Columns that no line exceeds, addresses aside: a broken address leads nowhere. */
  readonly width: number
  readonly color: boolean
  /** Whether the terminal knows hyperlinks (OSC 8). */
  readonly links: boolean
}

type Style = Parameters<typeof styleText>[0]

/** Writes text in a style where there is colour, and as it is where there is none. */
export type Pen = (style: Style, text: string) => string

export function penFor({ color }: Look): Pen {
  return (style, text) => (color && text ? styleText(style, text, { validateStream: false }) : text)
}

/**
 * Text that leads to an address when pressed.
 * See "Hyperlinks in terminal emulators", https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
export function hyperlink(text: string, url: string): string {
  return `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007`
}
