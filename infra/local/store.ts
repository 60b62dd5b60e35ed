import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

/**
 * What the stack on one machine must remember beside the tables, queues and objects. A write is on disk, as far as the
 * process is concerned, before the call returns: a process killed after it loses nothing.
 */
export type Store = {
  readonly run: (sql: string, ...values: SQLInputValue[]) => void
  readonly all: (sql: string, ...values: SQLInputValue[]) => readonly Record<string, unknown>[]
  /** One value by its name, as JSON. */
  readonly get: (name: string) => unknown
  readonly set: (name: string, value: unknown) => void
  readonly close: () => void
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS delivered (stream TEXT PRIMARY KEY, position INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE NOT NULL,
    mail TEXT NOT NULL,
    tags TEXT NOT NULL,
    reported INTEGER NOT NULL DEFAULT 0
  );
`

export const openStore = (data: string): Store => {
  // It holds other people's mail.
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(data, 'stack.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
  database.exec(SCHEMA)
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const all: Store['all'] = (sql, ...values) => statement(sql).all(...values)
  const run: Store['run'] = (sql, ...values) => {
    statement(sql).run(...values)
  }
  return {
    run,
    all,
    get: name => {
      const [row] = all('SELECT value FROM facts WHERE name = ?', name)
      return row ? JSON.parse(String(row['value'])) : undefined
    },
    set: (name, value) => run('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)', name, JSON.stringify(value)),
    close: () => database.close(),
  }
}
