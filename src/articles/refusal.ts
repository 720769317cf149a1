/** Why something cannot be read, as one sentence for a person; the file and line are told beside it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

export const refusals = {
  missing: 'There is no such file or folder.',
  unreadable: (code: string) => `It cannot be read (${code}).`,
  notAFile: 'It is neither a file nor a folder.',
  unknownKind: 'This kind of file is not read; .txt, .md, .html and .jsonl are.',
  emptyFolder: 'The folder holds nothing that can be read (.txt, .md, .html or .jsonl).',
  tooLarge: (limit: number) => `It is larger than ${limit / 2 ** 20} MB, which is the most that is read.`,
  empty: 'It is empty.',
  noText: 'No text is left when what is no article is taken away.',
  binary: (byte: number) => `It holds binary bytes, not text (a zero at byte ${byte}).`,
  brokenUtf8: (byte: number) => `It is broken UTF-8: no character begins at byte ${byte}.`,
  brokenUtf16: 'It is broken UTF-16.',
  utf7: 'It is written in UTF-7, which is not read.',
  notJson: 'It is not JSON.',
  notAnObject: 'It is JSON, but not an object with a "text".',
  noTextField: 'It has no "text".',
  wrongField: (name: string) => `Its "${name}" is not a text.`,
  noDate: (value: string) =>
    `Its date “${value.slice(0, 40)}” is none: write it as 2018-12-20 or 2018-12-20T09:30:00Z.`,
  openFrontMatter: 'Its front matter is never closed by a line of ---.',
  badFrontMatter: 'Its front matter is not YAML with a name and a value on each line.',
  badManifest: 'The manifest.json beside it is not JSON with a list of "articles".',
  failed: (message: string) => `It could not be worked through: ${message}.`,
  notAPage: 'It cannot be read as a web page.',
  paywall: 'The page shows only the beginning to who does not subscribe.',
  consentWall: 'The page asks for consent to cookies first, and shows no article without it.',
  loginWall: 'The page asks who reads it to log in, and shows no article before that.',
  needsScript: 'The page shows nothing to who does not run its scripts (“enable JavaScript”).',
  robotCheck: 'The page checks whether a person asks for it, and shows no article.',
  errorPage: 'The page says that there is nothing at this address.',
  listPage: 'The page is a list of articles, and none itself.',
  noWords: 'The page shows a video, sound or pictures, and no text.',
}
