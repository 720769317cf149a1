/** What Crier says on chat platforms beside its answers; what only one of them needs is in a file of its own. */
import { sayDate, terminalPhrases } from './commandPhrases.js'

export const platformPhrases = {
  nextPart: (part: number, parts: number) => `More (${part} of ${parts})`,
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,
  share: 'Share in the channel',
  shared: (by: string) => `Shared by ${by}`,
  mayNotShare: 'Only who asked, or a manager of this place, may share that.',
  around: 'In context',
  buttonGone: 'That button is not known any more. Ask again, please.',
  tooLong: (characters: number) =>
    `This is too long to show here in one piece (${characters.toLocaleString('en')} characters), and Crier cuts no quotation.`,
  channel: terminalPhrases.channel,
  verdict: terminalPhrases.verdict,
  by: terminalPhrases.by,
  date: sayDate,
  verify: 'Verify quotations',
  overtaken: 'This took so long that another process may be at it: try again in a minute.',
  stopping: 'Crier is being restarted. Ask again in a minute, please.',
}
