import { expect, test } from 'vitest'
import { storeError } from '../../src/store/failures.js'

test.each([
  ['SQLITE_FULL', 'the disk is full; nothing that was stored before is lost'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'no permission'],
  ['SQLITE_NOTADB', 'is not a database'],
  ['SQLITE_CORRUPT_VTAB', 'is damaged'],
  ['SQLITE_BUSY', 'another process'],
  ['SQLITE_IOERR_WRITE', 'the disk failed'],
  ['SQLITE_MISUSE', 'failed: bad luck'],
])('%s is told in one sentence', (code, meaning) => {
  const { message } = storeError(Object.assign(new Error('bad luck'), { code }), 'data/crier.db')
  expect(message).toMatch(/^The store data\/crier\.db [^.]+\.$/u)
  expect(message).toContain(meaning)
})
