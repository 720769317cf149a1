import { CrierError, messageOf, StoreError } from '../errors.js'

/**
 * What each family of SQLite's and the file system's codes means for the person who runs Crier, after "The store
 * <path>".
 */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u, 'could not grow: the disk is full; nothing that was stored before is lost'],
  [/^(?:SQLITE_READONLY|EROFS|SQLITE_PERM)/u, 'cannot be written: the file or its folder is read-only'],
  [/^(?:EACCES|EPERM|SQLITE_AUTH)/u, 'cannot be opened: no permission to its file or folder'],
  [/^SQLITE_NOTADB/u, 'is not a database: the file holds something else'],
  [/^SQLITE_CORRUPT/u, 'is damaged; put back a copy of the file, or remove it and index the articles again'],
  [/^SQLITE_(?:BUSY|LOCKED)/u, 'is being written by another process for too long; try again'],
  [
    /^(?:SQLITE_CANTOPEN|EISDIR|ENOTDIR|ENOENT|EEXIST|ENAMETOOLONG)/u,
    'cannot be opened: its file or folder cannot be made there',
  ],
  [/^SQLITE_IOERR/u, 'could not be read or written: the disk failed; nothing that was stored before is lost'],
  [/^SQLITE_TOOBIG/u, 'cannot hold something so large'],
]

/** What went wrong with the store at this path, as one sentence. */
export function storeError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const meaning = MEANINGS.find(([family]) => family.test(code))?.[1] ?? `failed: ${messageOf(error)}`
  return new StoreError(`The store ${path} ${meaning}.`, { cause: error })
}

/** The same object, whose methods fail with a CrierError only: a StoreError, unless they say something else themselves. */
export function failingReadably<T extends object>(methods: T, path: string): T {
  return new Proxy(methods, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...given: unknown[]): unknown => {
        const result: unknown = Reflect.apply(method, target, given)
        return result instanceof Promise
          ? result.catch((error: unknown) =>
              Promise.reject(error instanceof CrierError ? error : storeError(error, path)),
            )
          : result
      }
    },
  })
}
