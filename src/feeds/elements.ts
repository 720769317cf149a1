import { LONGEST, type OpenTag, readTags } from './tags.js'

/** Deeper or further elements are no elements of their own: they stay in the markup of the one around them. */
const DEEPEST = 100
const MOST_HELD = 50_000

export interface Element {
  /** As it is written, in lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Element | null
  readonly children: readonly Element[]
  /** What stands directly in it, references and CDATA as characters. */
  readonly text: string
  /** The markup inside it: offsets into the source; `end` is −1 while it is open. */
  readonly start: number
  readonly end: number
}

interface Open extends Element {
  readonly children: Open[]
  text: string
  end: number
}

export interface ReadElements {
  /** The first element of a name that may be the root; null where there is none. Records are not among its children. */
  readonly root: Element | null
  /** The source ends while the root is open. */
  readonly isCut: boolean
  /** The name of the first element of all. */
  readonly first: string | null
}

export interface Wanted {
  /** Local names. */
  readonly roots: ReadonlySet<string>
  readonly records: ReadonlySet<string>
  /** A record is complete. Gives whether more are wanted. */
  readonly record: (record: Element) => boolean
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/**
 * Reads XML as a stream of records (items, entries) within a root; what stands before the root is passed over. An end tag closes all that is
 * open within its element; a record ends where the next one begins; one that the source breaks off in is none.
 */
export function readElements(source: string, { roots, records, record }: Wanted): ReadElements {
  const stack: Open[] = []
  /** How often each name is open, so that end tags of what is not are cheap. */
  const names = new Map<string, number>()
  let root: Open | null = null
  let current: Open | null = null
  let first: string | null = null
  let held = 0
  let ignored = 0
  let isDone = false

  const text = (words: string): void => {
    const element = stack.at(-1)
    if (element && ignored === 0 && element.text.length < LONGEST.text) element.text += words
  }
  readTags(source, 'xml', (stop) => {
    const closeDownTo = (depth: number, end: number): void => {
      for (let open = stack.length > depth ? stack.pop() : undefined; open; ) {
        open.end = end
        names.set(open.name, (names.get(open.name) ?? 1) - 1)
        if (open === current) finish(open)
        open = stack.length > depth ? stack.pop() : undefined
      }
    }
    const finish = (complete: Open): void => {
      current = null
      held = 0
      ignored = 0
      if (!record(complete)) {
        isDone = true
        stop()
      }
    }
    const open = ({ name, attributes, start, end }: OpenTag, isEmpty: boolean): void => {
      first ??= name
      // Within a record, what is named alike in another vocabulary is part of it.
      const isRecord = root !== null && records.has(localName(name)) && (current === null || current.name === name)
      if (isRecord && current !== null) closeDownTo(stack.indexOf(current), start)
      if (isDone) return
      if (root === null && !roots.has(localName(name))) return
      if (!isRecord && (stack.length >= DEEPEST || held >= MOST_HELD)) {
        if (!isEmpty) ignored += 1
        return
      }
      const parent = stack.at(-1) ?? null
      const element: Open = { name, attributes, parent, children: [], text: '', start: end, end: -1 }
      root ??= element
      held += 1
      if (isRecord) current = element
      else parent?.children.push(element)
      stack.push(element)
      names.set(name, (names.get(name) ?? 0) + 1)
      if (isEmpty) closeDownTo(stack.length - 1, end)
    }
    const close = (name: string, start: number): void => {
      if (ignored > 0 && name !== current?.name) {
        ignored -= 1
        return
      }
      if ((names.get(name) ?? 0) > 0) {
        closeDownTo(
          stack.findLastIndex((each) => each.name === name),
          start,
        )
      }
    }
    return { open, close, text }
  })
  return { root, isCut: stack.length > 0 && !isDone, first }
}
