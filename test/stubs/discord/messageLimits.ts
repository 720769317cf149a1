import { type Json, json, list, number, repeated, size, text } from './values.js'

const COMPONENTS_V2 = 1 << 15
const KNOWN_FLAGS = 4 | 64 | 4096 | 8192 | COMPONENTS_V2
const ROW = 1
const BUTTON = 2
const LINK_STYLE = 5
const CONTENT = 2000
const EMBED_CHARACTERS = 6000
const V2_CHARACTERS = 4000
/** More bytes of text than this have failed with status 500. */
const V2_BYTES = 10_170

/** What Discord does not take in a message though its specification lets it pass. `partial`: an edit, which may leave things out. */
export function messageProblems(body: Json, { partial, files }: { partial: boolean; files: number }): string[] {
  const parts = nested(body.components)
  const v2 = (number(body.flags) & COMPONENTS_V2) !== 0
  return [
    ...(size(body.content) > CONTENT ? [`content: ${size(body.content)} characters, at most ${CONTENT}`] : []),
    ...(isEmpty(body, files) && !partial ? ['body: an empty message'] : []),
    ...((number(body.flags) & ~KNOWN_FLAGS) !== 0 ? ['flags: a bit that a bot cannot set'] : []),
    ...(everyText(body).some((part) => /\p{Surrogate}/u.test(part)) ? ['body: half a character'] : []),
    ...mentionProblems(body),
    ...embedProblems(list(body.embeds)),
    ...componentProblems(parts),
    ...(v2 ? v2Problems(body, parts) : rowProblems(list(body.components))),
  ]
}

/** Every text at every depth. */
function everyText(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : []
}

function isEmpty({ content, embeds, components, sticker_ids, poll }: Json, files: number): boolean {
  const lists = [embeds, components, sticker_ids].filter((value) => Array.isArray(value) && value.length > 0)
  return text(content).trim() === '' && lists.length === 0 && !poll && files === 0
}

/** A bot's message pings everybody whom its text names, unless it says otherwise: Crier never pings. */
function mentionProblems(body: Json): string[] {
  const { parse, users, roles, replied_user } = json(body.allowed_mentions)
  const shows = ['content', 'embeds', 'components'].some((part) => body[part] !== undefined && body[part] !== null)
  return [
    ...(shows && !(Array.isArray(parse) && parse.length === 0) ? ['allowed_mentions: parse must be []'] : []),
    ...(isNone(users) && isNone(roles) && replied_user !== true ? [] : ['allowed_mentions: nobody may be pinged']),
  ]
}

function isNone(ids: unknown): boolean {
  return ids === undefined || ids === null || (Array.isArray(ids) && ids.length === 0)
}

function isBare(embed: Json): boolean {
  return Object.keys(embed).every((key) => ['color', 'type'].includes(key))
}

function embedProblems(embeds: readonly Json[]): string[] {
  const fields = embeds.flatMap((embed) => list(embed.fields))
  const texts = [
    ...embeds.flatMap((embed) => [embed.title, embed.description, json(embed.footer).text, json(embed.author).name]),
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]
  const total = texts.reduce((sum: number, part) => sum + size(part), 0)
  return [
    ...(total > EMBED_CHARACTERS ? [`embeds: ${total} characters over all, at most ${EMBED_CHARACTERS}`] : []),
    ...(embeds.some(isBare) ? ['embeds: an empty embed'] : []),
    ...fields.flatMap(({ name, value }) =>
      text(name).trim() && text(value).trim() ? [] : ['embeds: a field without name or value'],
    ),
  ]
}

/** Every component at every depth. */
function nested(components: unknown): readonly Json[] {
  return list(components).flatMap((component) => [
    component,
    ...nested(component.components),
    ...nested([component.accessory]),
  ])
}

function componentProblems(parts: readonly Json[]): string[] {
  const ids = parts.flatMap(({ custom_id }) => (custom_id === undefined || custom_id === null ? [] : [custom_id]))
  const numbers = parts.flatMap(({ id }) => (id === undefined || id === null || id === 0 ? [] : [id]))
  const rows = parts.filter(({ type }) => type === ROW).map(({ components }) => list(components))
  return [
    ...repeated(ids).map((id) => `components: custom_id "${String(id)}" stands more than once`),
    ...repeated(numbers).map((id) => `components: id ${String(id)} stands more than once`),
    ...rows
      .filter((row) => row.length > 1 && row.some(({ type }) => type !== BUTTON))
      .map(() => 'components: a row holds up to five buttons or one select'),
    ...parts.filter(({ type }) => type === BUTTON).flatMap(buttonProblems),
    ...parts.flatMap(({ options }) =>
      repeated(list(options).map(({ value }) => value)).map(
        (value) => `components: two options are "${String(value)}"`,
      ),
    ),
  ]
}

function buttonProblems({ style, label, emoji, custom_id, url }: Json): string[] {
  const link = style === LINK_STYLE
  return [
    ...(text(label).trim() || emoji ? [] : ['components: a button without a label']),
    ...(link && custom_id ? ['components: a link with a custom_id'] : []),
    ...(link || url === undefined ? [] : ['components: a url on a button that is no link']),
    ...(link || custom_id ? [] : ['components: a button without a custom_id']),
    ...(!link || (/^(?:https?|discord):\/\/\S+$/u.test(text(url)) && URL.canParse(text(url)))
      ? []
      : [`components: "${text(url)}" is no address`]),
  ]
}

function rowProblems(components: readonly Json[]): string[] {
  return [
    ...(components.length > 5 ? [`components: ${components.length} rows, at most 5`] : []),
    ...(components.some(({ type }) => type !== ROW) ? ['components: only rows without the flag IS_COMPONENTS_V2'] : []),
  ]
}

function v2Problems(body: Json, parts: readonly Json[]): string[] {
  const written = parts.map(({ type, content }) => (type === 10 ? text(content) : ''))
  const total = size(written.join(''))
  const bytes = Buffer.byteLength(written.join(''))
  return [
    ...['content', 'embeds', 'poll', 'sticker_ids']
      .filter((part) => (Array.isArray(body[part]) ? body[part].length > 0 : body[part]))
      .map((part) => `${part}: not with the flag IS_COMPONENTS_V2`),
    ...(parts.length > 40 ? [`components: ${parts.length} in all, at most 40`] : []),
    ...(total > V2_CHARACTERS ? [`components: ${total} characters over all, at most ${V2_CHARACTERS}`] : []),
    ...(bytes > V2_BYTES ? [`components: ${bytes} bytes of text, at most ${V2_BYTES}`] : []),
  ]
}
