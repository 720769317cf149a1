import { type Command, defineCommand, firsts, type Group, groupUsage, optionUsage, usage } from '../src/command.js'
import { helpPhrases as say } from '../src/commandPhrases.js'
import { commandIn, isGroup, unknown } from '../src/line/names.js'
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
    const plain = name.replace(/^\//u, '')
    const { command } = commandIn(plain, commands)
    if (!command) throw unknown(plain, commands)
    if (command.group && isGroup(plain, commands)) return members(command.group, commands)
    return { title: usage(command), blocks: details(command), actions: tries(command.examples), private: true }
  },
})

function overview(commands: readonly Command[]): Block[] {
  const rows = firsts(commands).map((command) =>
    command.group ? [groupUsage(command.group, commands), command.group.summary] : [usage(command), command.summary],
  )
  return [
    { kind: 'text', text: say.promise },
    { kind: 'table', columns: say.columns, rows },
    { kind: 'text', text: say.plainWords },
  ]
}

function actions(commands: readonly Command[]): Action[] {
  return tries(
    firsts(commands)
      .filter(({ name }) => name !== 'help')
      .flatMap(({ examples }) => examples.slice(0, 1)),
  )
}

function members(group: Group, commands: readonly Command[]): Message {
  const own = commands.filter((command) => command.group?.name === group.name)
  const rows = own.map((command) => [usage(command), command.summary])
  return {
    title: groupUsage(group, commands),
    blocks: [
      { kind: 'text', text: `${group.summary}.` },
      { kind: 'table', columns: say.columns, rows },
    ],
    actions: own.map(({ name }) => ({ label: say.explain, line: `/help ${name}` })),
    private: true,
  }
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
