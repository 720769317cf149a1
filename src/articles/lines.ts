const NEWLINE = 0x0a

/**
 * The lines of a stream of bytes, counted from 1, each without its line end; `bytes` is null for a line longer than `limit` bytes.
 * No more than one line is held at a time. A line end after the last line begins no other.
 */
export async function* lines(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<{ line: number; bytes: Buffer | null }> {
  let line = 1
  let held: Uint8Array[] = []
  let length = 0
  const take = (): { line: number; bytes: Buffer | null } => {
    const bytes = length > limit ? null : Buffer.concat(held)
    held = []
    length = 0
    return { line: line++, bytes: bytes?.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes }
  }
  for await (const chunk of source) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield take()

  function hold(bytes: Uint8Array): void {
    length += bytes.length
    if (length > limit) held = []
    else if (bytes.length > 0) held.push(bytes)
  }
}

/** Whether a line holds nothing but blanks. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
