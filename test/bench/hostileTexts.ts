/** Units of text that a reader of news never meets so often, each to be repeated: they must take no longer than news does. */
const UNITS = [
  `"|“|”|„|«|»|‹|›|''|\`\`|'|‘|’|“a” |"a" |“a|a”|a'|'a |A|a|A |a |word |WORD |Word |e\u0301|\u0301|漢|😀|\ud83d|İ|1|1 |5'11" `,
  ',|, |.|. |…|—|: |a: |(|)|()|[|]|@|a-|a.|U.S. |A. |\t|\u00a0|\n|a\n|“\n|“a\n|He said “A b c d.”\n|Anna Reed said “A b c d.” She said “E f g h.”\n',
  'He said |he said, |said |said (|), |to say |saying |is said by |quoted by |according to |“A b c d.” |“a b c d,” he said. ',
  'the official said, “A b c d.” |a spokesman for Mr. X said “a b c d.” |Mr. X |Mr. Tom Reed |Tom Reed, the mayor, |Mayor of |Jr. |Gen ',
  'the |The |who |of |for |and |X, X said, |(X) |his letter |Tom Reed wrote a letter. “A b c d.” |the mayor |with saying |on Monday ',
  'On Monday the harbour board of Wendmouth met for two hours, and Anna Reed, its chair, said little of the old pier ',
].flatMap((line) => line.split('|'))

/** Paragraphs without quotations are not read as closely as others. */
const QUOTATION = ' “A b c d,” he said.'

/** What a text is made of where it means nothing but keeps every rule busy. */
const WORDS = [
  'he she it said says told Anna Reed the mayor Mr. General “ ” " \' ‘ ’ , . : — ( ) who with to by for of and letter his 5 U.S. tweeted',
].flatMap((line) => line.split(' '))

/** Texts of `length` UTF-16 units, each with what it is made of. The same ones every time. */
export function* hostileTexts(length: number): Generator<readonly [name: string, text: string]> {
  for (const unit of UNITS) {
    const text = textOf(length, () => unit)
    yield [JSON.stringify(unit), text]
    yield [`${JSON.stringify(unit)} and a quotation`, `${text.slice(0, -QUOTATION.length)}${QUOTATION}`]
  }
  yield ['words and marks without order, in one line', textOf(length, wordAt)]
  yield ['words and marks without order', textOf(length, (index) => `${wordAt(index)}${index % 12 === 0 ? '\n' : ''}`)]
  yield ['people', textOf(length, (index) => speaking(`Tom ${nameAt(index)}`))]
  yield ['people of one surname', textOf(length, (index) => speaking(`Mr. ${nameAt(index)} Reed`))]
}

function textOf(length: number, part: (index: number) => string): string {
  const parts: string[] = []
  for (let made = 0; made < length; made += parts.at(-1)?.length ?? 0) parts.push(part(parts.length))
  return parts.join('').slice(0, length)
}

/** Seems to follow no order, but is the same every time. */
function wordAt(index: number): string {
  const hash = Math.imul(index ^ (index >>> 7), 0x9e37_79b1) >>> 0
  return `${WORDS[(hash >>> 8) % WORDS.length] ?? ''}${hash % 5 === 0 ? '' : ' '}`
}

function nameAt(index: number): string {
  return `A${index.toString(26).replace(/\d/gu, (digit) => String.fromCodePoint(0x71 + Number(digit)))}`
}

function speaking(name: string): string {
  return `${name}, the mayor, said: “A b c d.” He said “E f g h.” “I j k l,” the official said.\n`
}
