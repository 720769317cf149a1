/** Every command, in the order in which help lists them. */
import type { Command } from '../src/command.js'
import brief from './brief.js'
import compare from './compare.js'
import createDigest from './digest/create.js'
import deleteDigest from './digest/delete.js'
import editDigest from './digest/edit.js'
import digestHistory from './digest/history.js'
import listDigests from './digest/list.js'
import pauseDigest from './digest/pause.js'
import previewDigest from './digest/preview.js'
import resumeDigest from './digest/resume.js'
import sendDigest from './digest/sendNow.js'
import addFeed from './follow/add.js'
import listFeeds from './follow/list.js'
import removeFeed from './follow/remove.js'
import help from './help.js'
import quote from './quote.js'
import source from './source.js'
import sources from './sources.js'
import verify from './verify.js'

export const commands: readonly Command[] = [
  quote,
  compare,
  verify,
  brief,
  listDigests,
  createDigest,
  previewDigest,
  editDigest,
  pauseDigest,
  resumeDigest,
  deleteDigest,
  digestHistory,
  sendDigest,
  listFeeds,
  addFeed,
  removeFeed,
  source,
  sources,
  help,
]
