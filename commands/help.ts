import { type Command, defineCommand, optionUsage, usage } from '../src/command.js'
import { commandPhrases, helpPhrases as say } from '../src/commandPhrases.js'
import { UsageError } from '../src/errors.js'
import { commandNamed, nearest } from '../src/line/parse.js'
import type { Action, Block, Message } from '../src/message.js'

export default defineCommand({
  name: 'help',
  summary: 'What can be asked, and how one command is typed',
  options: {
    command: { kind: 'text', summary: 'the command to explain', positional: true, placeholder: 'COMMAND' },
  },
  examples: ['/help', '/help quote'],
  async run({ command: name }, { commands }): Promise<Message> {
    if (name === undefined)
      return { title: say.title, blocks: overview(commands), actions: actions(commands), private: true }
    const command = commandNamed(name, commands)
    if (!command) throw new UsageError(commandPhrases.unknownCommand(name, nearest(name, commands)))
    return { title: usage(command), blocks: details(command), actions: tries(command.examples), private: true }
  },
})

function overview(commands: readonly Command[]): Block[] {
  const rows = commands.map((command) => [usage(command), command.summary])
  return [
    { kind: 'text', text: say.promise },
    { kind: 'table', columns: say.columns, rows },
    { kind: 'text', text: say.plainWords },
  ]
}

function actions(commands: readonly Command[]): Action[] {
  return tries(commands.filter(({ name }) => name !== 'help').flatMap(({ examples }) => examples.slice(0, 1)))
}

function details(command: Command): Block[] {
  const rows = Object.entries(command.options).map(([name, option]) => [
    optionUsage(name, option),
    option.required ? say.required(option.summary) : option.summary,
  ])
  return [
    { kind: 'text', text: `${command.summary}.` },
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns: say.optionColumns, rows }] : []),
  ]
}

function tries(lines: readonly string[]): Action[] {
  return lines.map((line) => ({ label: say.tryIt, line }))
}
