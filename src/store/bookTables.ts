import type { Kysely } from 'kysely'

/** The tables of the book. Times are milliseconds since 1970. */
export interface BookSchema {
  claims: { key: string; holder: string; until: number; done_at: number | null }
  lines: { conversation: string; line: string; until: number }
  buttons: {
    id: string
    desk: string
    asker: string
    kind: 'ask' | 'share'
    line: string
    part: number
    made_at: number
  }
  entries: { kind: string; key: string; value: string }
}

/** As the store's list: a step that has been released never changes. */
export const BOOK_MIGRATIONS: readonly ((db: Kysely<BookSchema>) => Promise<void>)[] = [createTables]

async function createTables({ schema }: Kysely<BookSchema>): Promise<void> {
  await schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .execute()
  await schema.createIndex('claims_done').on('claims').column('done_at').execute()
  await schema
    .createTable('lines')
    .addColumn('conversation', 'text', (column) => column.primaryKey())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('lines_until').on('lines').column('until').execute()
  await schema
    .createTable('buttons')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('entries')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entries_key', ['kind', 'key'])
    .execute()
}
