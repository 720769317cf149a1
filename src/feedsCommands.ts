/** `crier feeds …`: what can be typed of it, and how it is printed. */
import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { CrierError, messageOf } from './errors.js'
import { feedsCliPhrases as say } from './feedsCliPhrases.js'
import { deskNamed, outletNamed } from './feedsTyped.js'
import type { Surroundings } from './main.js'
import { LOCAL } from './platform.js'

interface Parts {
  readonly input: NodeJS.ReadableStream
  /** Takes a line of the result. */
  readonly print: (line: string) => Promise<void>
  /** Takes a sentence on what went wrong. */
  readonly complain: (sentence: string) => void
  readonly readSurroundings: () => Promise<Surroundings>
}

interface ForDesk {
  readonly desk: string
}

interface OfDesk {
  readonly desk?: string
  readonly json?: true
}

function forDesk(): Option {
  return new Option('--desk <desk>', 'for whom: slack:TEAM, discord:SERVER, or local, whoever uses the terminal')
    .argParser(deskNamed)
    .default(LOCAL.desk)
}

function ofDesk(): Option {
  return new Option('--desk <desk>', 'those of one desk alone').argParser(deskNamed)
}

export function feedsCommands(program: Command, { input, print, complain, readSurroundings }: Parts): void {
  const feeds = program.command('feeds').description('the feeds that are followed, as /follow has them in chat')

  feeds
    .command('add')
    .description('follow feeds, or the feeds of sites, and read what they have')
    .argument('<address...>', 'of feeds, or of sites that have one')
    .addOption(
      new Option('--outlet <name>', 'whose articles these are, instead of what the feed calls itself').argParser(
        outletNamed,
      ),
    )
    .addOption(forDesk())
    .action(async (addresses: readonly string[], options: ForDesk & { readonly outlet?: string }) => {
      const { addFeeds } = await import('./feedsCli.js')
      failUnless(await addFeeds(await readSurroundings(), addresses, options, { print, complain }))
    })

  feeds
    .command('remove')
    .description('follow feeds no longer; what was read of them stays in the store')
    .argument('<feed...>', 'ids or addresses')
    .addOption(forDesk())
    .action(async (names: readonly string[], { desk }: ForDesk) => {
      const { removeFeeds } = await import('./feedsCli.js')
      const { config } = await readSurroundings()
      failUnless(await removeFeeds(config, names, desk, { print, complain }))
    })

  feeds
    .command('list')
    .description('the feeds that are followed: how each is doing, and when it is read next')
    .addOption(ofDesk())
    .option('--json', 'print them as JSON')
    .action(async ({ desk, json }: OfDesk) => {
      const { feedLines, listFeeds } = await import('./feedsCli.js')
      const { config } = await readSurroundings()
      if (json) return print(JSON.stringify(await listFeeds(config, desk), null, 2))
      const lines = await feedLines(config, desk)
      await print(lines.length === 0 ? say.none : lines.join('\n'))
    })

  feeds
    .command('import')
    .description('follow all feeds of an OPML file; they are read when feeds are polled next')
    .argument('<file>', 'the file, or - for standard input')
    .addOption(forDesk())
    .action(async (file: string, { desk }: ForDesk) => {
      const { importFeeds } = await import('./feedsOpml.js')
      const { config } = await readSurroundings()
      const report = await importFeeds(config, await bytesOf(file, input), desk)
      for (const refused of report.refused) complain(say.refused(refused))
      await print(say.imported(report))
      failUnless(report.refused.length === 0)
    })

  feeds
    .command('export')
    .description('print the feeds that are followed as OPML')
    .addOption(ofDesk())
    .action(async ({ desk }: OfDesk) => {
      const { exportFeeds } = await import('./feedsOpml.js')
      const { config } = await readSurroundings()
      await print((await exportFeeds(config, desk)).trimEnd())
    })

  feeds
    .command('poll')
    .description('read feeds as they fall due, and print what became of each; safe beside a running Crier')
    .option('--once', 'read what is due now, and end')
    .option('--json', 'print what became of them as JSON: a list, or without --once a line each')
    .action(async ({ once, json }: { readonly once?: true; readonly json?: true }) => {
      const { pollOnce, pollUntil, polledLine } = await import('./feedsCli.js')
      const surroundings = await readSurroundings()
      if (!once) {
        const told = new AbortController()
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told.abort())
        return pollUntil(surroundings, told.signal, (one) => void print(json ? JSON.stringify(one) : polledLine(one)))
      }
      const polled = await pollOnce(surroundings)
      if (json) await print(JSON.stringify(polled, null, 2))
      else await print(polled.length === 0 ? say.nothingDue : polled.map(polledLine).join('\n'))
      failUnless(polled.length === 0 || polled.some(({ fetched }) => fetched !== 'failed'))
    })
}

function failUnless(isWell: boolean): void {
  if (!isWell) process.exitCode = 1
}

async function bytesOf(file: string, input: NodeJS.ReadableStream): Promise<Uint8Array> {
  try {
    if (file !== '-') return readFileSync(file)
    const chunks: Buffer[] = []
    for await (const chunk of input) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  } catch (error) {
    throw new CrierError(say.noFile(file, messageOf(error)), { cause: error })
  }
}
