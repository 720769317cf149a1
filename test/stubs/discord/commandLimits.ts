import { Locale } from 'discord.js'
import { type Json, json, list, number, repeated, size, text } from './values.js'

const CHAT = 1
/** How many of each kind (chat, user, message) an application may have, globally and again in each server. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }
const CHARACTERS = 8000
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u
const LOCALES = new Set<string>(Object.values(Locale))

/** What Discord does not take in application commands though its specification lets it pass. `partial`: an edit of one. */
export function commandProblems(commands: readonly Json[], { partial }: { partial: boolean }): string[] {
  const names = commands.map((command) => `${kind(command)} ${text(command.name)}`)
  return [
    ...repeated(names).map((name) => `commands: two are called "${String(name).slice(2)}"`),
    ...Object.entries(MOST).flatMap(([type, most]) => {
      const count = commands.filter((command) => kind(command) === Number(type)).length
      return count > most ? [`commands: ${count} of type ${type}, at most ${most}`] : []
    }),
    ...commands.flatMap((command) => [
      ...(kind(command) === CHAT ? chatProblems(command, partial) : menuProblems(command)),
      ...localeProblems(command),
      ...(characters(command) > CHARACTERS
        ? [`${text(command.name)}: ${characters(command)} characters in all, at most ${CHARACTERS}`]
        : []),
    ]),
  ]
}

function kind({ type }: Json): number {
  return typeof type === 'number' ? type : CHAT
}

/** A command of a menu shows nothing but its name. */
function menuProblems({ name, description, options }: Json): string[] {
  return [
    ...(description ? [`${text(name)}: only a chat command has a description`] : []),
    ...(list(options).length > 0 ? [`${text(name)}: only a chat command has options`] : []),
  ]
}

function chatProblems({ name, description, options }: Json, partial: boolean): string[] {
  const left = partial && name === undefined
  const undescribed = partial && description === undefined
  return [
    ...(left ? [] : nameProblems(name)),
    ...(undescribed || text(description).trim() ? [] : [`${text(name)}: no description`]),
    ...optionProblems(list(options)).map((problem) => `${text(name)} ${problem}`),
  ]
}

function nameProblems(name: unknown): string[] {
  const good = NAME.test(text(name)) && text(name) === text(name).toLowerCase()
  return good ? [] : [`"${text(name)}": a name is 1 to 32 lower-case letters, digits, - and _`]
}

function optionProblems(options: readonly Json[]): string[] {
  const firstOptional = options.findIndex(({ required }) => required !== true)
  const late = firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true)
  return [
    ...repeated(options.map(({ name }) => name)).map((name) => `two options are called "${String(name)}"`),
    ...(late ? ['a required option stands after one that is not'] : []),
    ...options.flatMap((option) => {
      const { choices, autocomplete } = option
      const called = text(option.name)
      return [
        ...nameProblems(option.name),
        ...(text(option.description).trim() ? [] : [`${called}: no description`]),
        ...(list(choices).length > 0 && autocomplete === true ? [`${called}: choices and autocomplete`] : []),
        ...repeated(list(choices).map((choice) => choice.name)).map(
          (name) => `two choices are called "${String(name)}"`,
        ),
        ...(number(option.min_value ?? -Infinity) > number(option.max_value ?? Infinity)
          ? [`${called}: min_value over max_value`]
          : []),
        ...localeProblems(option),
        ...optionProblems(list(option.options)),
      ]
    }),
  ]
}

function localeProblems(named: Json): string[] {
  return ['name_localizations', 'description_localizations']
    .flatMap((part) => Object.keys(json(named[part])))
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => `${text(named.name)}: Discord has no language "${locale}"`)
}

/** What Discord counts of a command: names, descriptions and values, each in its longest translation. */
function characters(part: Json): number {
  const longest = (of: string) =>
    Math.max(size(part[of]), ...Object.values(json(part[`${of}_localizations`])).map((value) => size(value)))
  const within = [...list(part.options), ...list(part.choices)].reduce((sum, each) => sum + characters(each), 0)
  return longest('name') + longest('description') + size(part.value) + within
}
