import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** Lines that are sent one by one, each only when the one before is answered. */
const ONE_BY_ONE = 1_000
const POINTS = 8

interface Streamed {
  /** Memory of the process in MB, each with how many MB of input it had answered. */
  readonly memory: readonly { readonly read: number; readonly resident: number }[]
  readonly seconds: number
  /** Each of the first lines was answered before the next was sent. */
  readonly oneByOne: number
}

/** Sends lines again and again through the built `crier extract` until `bytes` are read. Throws where lines and answers differ in number. */
export async function stream(lines: readonly string[], bytes: number): Promise<Streamed> {
  const child = spawn(process.execPath, ['dist/bin/cli.js', 'extract'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const answers = createInterface({ input: child.stdout })
  const memory: { read: number; resident: number }[] = []
  const began = performance.now()
  let sent = 0
  let answered = 0
  let read = 0
  const sizes = lines.map((line) => Buffer.byteLength(line) + 1)
  const lineAt = (index: number): string => `${lines[index % lines.length]}\n`
  const isAnswered = new EventTarget()
  answers.on('line', () => {
    read += sizes[answered++ % lines.length] ?? 0
    if (read >= (bytes * (memory.length + 1)) / POINTS) memory.push({ read: read / 1e6, resident: resident(child.pid) })
    isAnswered.dispatchEvent(new Event('answer'))
  })
  const write = async (line: string): Promise<void> => {
    sent++
    if (!child.stdin.write(line)) await once(child.stdin, 'drain')
  }
  for (let index = 0; index < ONE_BY_ONE; index++) {
    const answer = once(isAnswered, 'answer')
    await write(lineAt(sent))
    await answer
  }
  const oneByOne = answered
  for (let given = read; given < bytes; given += sizes[(sent - 1) % lines.length] ?? 0) await write(lineAt(sent))
  child.stdin.end()
  await Promise.all([exit, once(answers, 'close')])
  if (answered !== sent) throw new Error(`${sent} lines got ${answered} answers.`)
  return { memory, oneByOne, seconds: (performance.now() - began) / 1000 }
}

/** The resident memory of a process in MB; NaN where the system does not tell it. */
function resident(pid: number | undefined): number {
  const status = `/proc/${pid}/status`
  const told = existsSync(status) ? /VmRSS:\s+(\d+)/u.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Math.round(Number(told) / 1024)
}
