/** Runs acceptance scripts: readable text files of whole commands and what they print. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const NOW = '2019-04-01T09:00:00Z'
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export interface Step {
  readonly line: number
  readonly command: string
  readonly input: string
  /** The expected output; `...` stands for any words, or alone on a line for any lines. */
  readonly expected: { readonly exit: number; readonly stdout: string; readonly stderr: string }
}

export interface Result {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * The steps of a script. `$ COMMAND` begins one; below it stand the lines of standard input (`< `), of standard error (`! `) and of
 * standard output (as they are), and `exit N` where that is not 0. Settings stand before a command, such as `CRIER_NOW=TIME`, its clock. `# ` begins a remark; empty lines before a `$` count for nothing.
 */
export function parseScript(script: string): Step[] {
  return script.split(/^(?=\$ )/mu).flatMap((part, index, parts) => {
    if (!part.startsWith('$ ')) return []
    const line = parts.slice(0, index).join('').split('\n').length
    const [command = '', ...below] = part.trimEnd().split('\n')
    const after = (mark: string): string[] =>
      below.filter((each) => each.startsWith(mark) || `${each} ` === mark).map((each) => each.slice(mark.length))
    const exit = below.map((each) => /^exit (\d+)$/u.exec(each)?.[1]).find(Boolean)
    const stdout = below.filter((each) => !/^(?:< ?|! ?|# |#$|exit \d+$)/u.test(each))
    const expected = { exit: Number(exit ?? 0), stdout: stdout.join('\n').trim(), stderr: after('! ').join('\n') }
    return [
      {
        line,
        command: command.slice(2),
        input: after('< ')
          .map((each) => `${each}\n`)
          .join(''),
        expected,
      },
    ]
  })
}

/** A folder for one script, and a function that runs its commands there. */
export function openSandbox(): { run: (step: Step) => Promise<Result>; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'crier-'))
  return {
    run: (step) => runStep(step, folder),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function runStep({ command, input }: Step, folder: string): Promise<Result> {
  const [before = ''] = /^(?:[A-Z_]+=\S+ )*/u.exec(command) ?? []
  const settings = Object.fromEntries([...before.matchAll(/([A-Z_]+)=(\S+)/gu)].map(([, name, value]) => [name, value]))
  const [name = '', ...given] = words(command.slice(before.length).replace(/^npx (?=crier )/u, ''))
  if (name === 'crier') return spawned(given, input, folder, settings)
  const file = join(folder, given[0] ?? '')
  mkdirSync(dirname(file), { recursive: true })
  const done = { exit: 0, stdout: '\n', stderr: '\n' }
  if (name === 'write') writeFileSync(file, input)
  else if (name === 'bytes') writeFileSync(file, Buffer.from(given.slice(1).join(''), 'hex'))
  else if (name === 'megabytes') writeFileSync(file, Buffer.alloc(Number(given[1]) * 2 ** 20, 'a line of text\n'))
  else if (name === 'folder') mkdirSync(file, { recursive: true })
  else if (name === 'chmod') chmodSync(file, Number.parseInt(given[1] ?? '', 8))
  else throw new Error(`An acceptance script has no command ${name}`)
  return done
}

/** The words of a command line; single and double quotation marks keep some together. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
}

function spawned(
  given: readonly string[],
  input: string,
  cwd: string,
  settings: Readonly<Record<string, string>>,
): Promise<Result> {
  const env = { PATH: process.env['PATH'], CRIER_NOW: NOW, COLUMNS: '100', ...settings }
  const child = spawn(process.execPath, ['--import', TSX, CLI, ...given], { cwd, env })
  const outputs = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      outputs[name] += text
    })
  }
  // A command that reads no input may end before it is written.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) =>
      resolve({ exit: exit ?? -1, stdout: ended(outputs.stdout), stderr: ended(outputs.stderr) }),
    )
  })
}

/** Output with one line end after its last line, so that patterns are of whole lines. */
function ended(output: string): string {
  return `${output.trim()}\n`
}

/** The pattern that expected output stands for. */
export function patternOf(expected: string): RegExp {
  const lines = expected
    .split('\n')
    .map((line) => (line.trim() === '...' ? String.raw`(?:.*\n)*?` : `${line.split('...').map(escaped).join('.*')}\n`))
  return new RegExp(`^${lines.join('')}$`, 'u')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
}
