/** Every command, in the order in which help lists them. */
import type { Command } from '../src/command.js'
import brief from './brief.js'
import compare from './compare.js'
import help from './help.js'
import quote from './quote.js'
import source from './source.js'
import sources from './sources.js'
import verify from './verify.js'

export const commands: readonly Command[] = [quote, compare, verify, brief, source, sources, help]
