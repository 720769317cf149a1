import { describe } from 'vitest'
import { openStore } from '../../src/store/sqlite.js'
import { feedsContract } from '../contracts/feeds.js'

describe('feeds on SQLite', () => {
  feedsContract(() => openStore('sqlite::memory:'))
})
