#!/usr/bin/env node
import { once } from 'node:events'
import { Command, CommanderError, Option } from 'commander'
import { cliPhrases as say } from './cliPhrases.js'
import { CrierError, messageOf, UsageError } from './errors.js'
import { feedsCommands } from './feedsCommands.js'
import type { Surroundings } from './main.js'
import type { Message } from './message.js'
import { LOCAL } from './platform.js'

interface AskOptions {
  readonly json?: true
  readonly as: 'slack' | 'discord' | 'terminal'
  readonly articles?: string
  readonly picture?: string
}

interface Json {
  readonly json?: true
}

const { stdin, stdout, stderr } = process

const program = new Command('crier')
  .description('Answers from news articles in their own words: every word of news it shows stands in an article.')
  .showSuggestionAfterError()
  .configureOutput({ outputError: (text, write) => write(`${oneSentence(text)}\n`) })
  .exitOverride()

program
  .command('run')
  .description('start every platform whose tokens are set; with none set, the terminal chat')
  .option('--articles <path>', 'answer from these articles in the place of the samples')
  .action(run)

program
  .command('ask')
  .description('answer one line as a user would type it, and end')
  .argument('<line...>', "a command such as '/quote mattis', or plain words")
  .option('--json', 'print the message as JSON')
  .addOption(
    new Option('--as <platform>', 'draw it for a platform')
      .choices(['slack', 'discord', 'terminal'])
      .default('terminal'),
  )
  .option('--articles <path>', 'answer from these articles in the place of the samples')
  .option('--picture <file>', 'write the picture of the answer there as PNG, if it has one')
  .action(ask)

program
  .command('index')
  .description('read articles from files and folders (.txt, .md, .html, .jsonl) into the store')
  .argument('<path...>', 'files and folders')
  .option('--outlet <name>', 'the outlet of articles that name none')
  .option('--json', 'print the report as JSON')
  .action(index)

program
  .command('extract')
  .description('JSON Lines of articles on standard input to JSON Lines of their quotations on standard output')
  .action(extract)

const digests = program.command('digests').description('briefings at set times, as /digest makes them')

digests
  .command('list')
  .description('all digests of all workspaces and servers')
  .option('--json', 'print them as JSON')
  .action(listDigests)

digests
  .command('preview')
  .description('the next edition of a digest as it would be now; nothing is sent')
  .argument('<id>')
  .option('--json', 'print its messages as JSON')
  .action(previewDigest)

digests
  .command('run-due')
  .description('send what is due, print what became of each edition, and end; safe beside a running Crier')
  .option('--json', 'print what became of them as JSON')
  .action(runDue)

feedsCommands(program, { input: stdin, print, complain, readSurroundings })

program
  .command('check')
  .description('look at settings, store, tokens, scopes, intents and clock: each line is well, or says what to do')
  .option('--json', 'print the findings as JSON')
  .action(check)

async function run({ articles }: { readonly articles?: string }): Promise<void> {
  const main = await import('./main.js')
  const surroundings = await readSurroundings()
  const { slack, discord } = surroundings.config
  try {
    await main.run(surroundings, articles)
  } catch (error) {
    process.exitCode = codeFor(error)
  }
  // A platform's SDK may still be connecting, and nobody waits for that.
  if (slack || discord) process.exit()
}

async function ask(words: readonly string[], { json, as, articles, picture }: AskOptions): Promise<void> {
  const main = await import('./main.js')
  const surroundings = await readSurroundings()
  const around = main.nobodyAround(surroundings)
  let isHurried = false
  const hurry = (): void => {
    isHurried = true
  }
  await main.withBot(surroundings, articles, { ...around, feeds: { ...around.feeds, hurry } }, async (bot) => {
    const message = await bot.run({ ...LOCAL, line: words.join(' ') })
    if (picture !== undefined) await main.writePicture(message, picture)
    if (as !== 'terminal') return print(await drawnFor(as, message, json === true))
    if (json) return print(JSON.stringify(message, null, 2))
    return print(await drawnAsText(message))
  })
  // Perhaps nobody else is there to read what was followed just now.
  if (isHurried) await (await import('./feedsCli.js')).pollOnce(surroundings)
}

/** The body, or where the answer needs several messages the bodies, as JSON; without `--json`, a body a line. */
async function drawnFor(as: 'slack' | 'discord', message: Message, isJson: boolean): Promise<string> {
  const { bodiesFor } = await import('./bodies.js')
  const bodies = await bodiesFor(as, message)
  return isJson
    ? JSON.stringify(bodies.length === 1 ? bodies[0] : bodies, null, 2)
    : bodies.map((body) => JSON.stringify(body)).join('\n')
}

async function index(paths: readonly string[], { outlet, json }: { readonly outlet?: string; readonly json?: true }) {
  const main = await import('./main.js')
  const { config } = await readSurroundings()
  const report = await main.withStore(config, false, (store) => main.index(store, paths, 'files', outlet))
  for (const refused of report.refused) complain(say.refused(refused))
  await print(json ? JSON.stringify(report, null, 2) : say.report(report))
  if (report.refused.length > 0) process.exitCode = 1
}

async function listDigests({ json }: Json): Promise<void> {
  const cli = await import('./digestsCli.js')
  const { config } = await readSurroundings()
  const listed = await cli.listDigests(config)
  if (json) return print(JSON.stringify(listed, null, 2))
  await print(listed.length === 0 ? say.noDigests : listed.map((one) => say.digest(one)).join('\n'))
}

async function previewDigest(id: string, { json }: Json): Promise<void> {
  const cli = await import('./digestsCli.js')
  const { config } = await readSurroundings()
  const edition = await cli.previewDigest(config, id)
  if (json) return print(JSON.stringify(edition, null, 2))
  const drawn = await Promise.all([edition.summary, ...edition.details].map((message) => drawnAsText(message)))
  await print(drawn.join('\n\n'))
}

async function runDue({ json }: Json): Promise<void> {
  const cli = await import('./digestsCli.js')
  const show = async (message: Message) =>
    json ? complain(await drawnAsText(message)) : print(await drawnAsText(message))
  const ran = await cli.runDue(await readSurroundings(), show)
  if (json) await print(JSON.stringify(ran, null, 2))
  else await print(ran.length === 0 ? say.nothingDue : ran.map((one) => say.ran(one)).join('\n'))
  if (ran.some(({ state }) => state === 'failed' || state === 'postponed')) process.exitCode = 1
}

async function drawnAsText(message: Message): Promise<string> {
  const [{ renderText }, { lookFor }] = await Promise.all([
    import('./platforms/terminal/render.js'),
    import('./platforms/terminal/look.js'),
  ])
  return renderText(message, lookFor(stdout, process.env))
}

async function check({ json }: Json): Promise<void> {
  const { check: findings } = await import('./check.js')
  const found = await findings(await readSurroundings())
  await print(json ? JSON.stringify(found, null, 2) : found.map((finding) => say.finding(finding)).join('\n'))
  if (found.some(({ ok }) => !ok)) process.exitCode = 1
}

async function extract(): Promise<void> {
  const [{ extractLines }, { extractQuotations }] = await Promise.all([
    import('./extractLines.js'),
    import('./quotations/extract.js'),
  ])
  const isWell = await extractLines({ input: stdin, write: print, complain }, extractQuotations)
  if (!isWell) process.exitCode = 1
}

async function readSurroundings(): Promise<Surroundings> {
  const [{ readConfig }, { environmentWith }, { createLog }] = await Promise.all([
    import('./config.js'),
    import('./environment.js'),
    import('./log.js'),
  ])
  const environment = environmentWith('.env', process.env)
  const config = readConfig(environment)
  return { config, environment, log: createLog({ ...config, output: stderr }), tell: complain }
}

async function print(line: string): Promise<void> {
  if (!stdout.write(`${line}\n`)) await once(stdout, 'drain')
}

function complain(sentence: string): void {
  stderr.write(`${sentence}\n`)
}

function oneSentence(text: string): string {
  return text
    .replace(/^error: /u, '')
    .trim()
    .replace(/\s*\n\s*/gu, ' ')
}

/** 2 where the request was wrong, 1 where it could not be met; commander has said already what it found wrong. */
function codeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (isBrokenPipe(error)) return 0
  complain(error instanceof CrierError ? error.message : say.unexpected(messageOf(error)))
  return error instanceof UsageError ? 2 : 1
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

// Whoever reads may leave before the end, as `head` does.
stdout.on('error', (error) => {
  process.exit(isBrokenPipe(error) ? 0 : codeFor(new CrierError(say.notWritten(messageOf(error)))))
})
stderr.on('error', () => {})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = codeFor(error)
}
