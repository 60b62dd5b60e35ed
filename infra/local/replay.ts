import type { Change, Tables } from './aws/dynamodb.ts'
import type { StreamRecord } from './sources.ts'
import type { Store } from './store.ts'

/**
 * DynamoDB keeps a stream's records for a day; here they live in memory. So it is remembered how far each stream of the
 * log was delivered, and a process that starts gives out the rest.
 */

type Keys = { readonly stream: { readonly S: string }; readonly position: { readonly N: string } }

export const rememberDelivered =
  (store: Store) =>
  (records: readonly StreamRecord[]): void => {
    for (const { dynamodb } of records) {
      const { stream, position } = dynamodb.Keys as Keys
      store.run(
        `INSERT INTO delivered (stream, position) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
        stream.S,
        Number(position.N),
      )
    }
  }

/**
 * The changes to give out at the start: of every stream what was not delivered, or its last commit, so that every
 * stream is projected again whatever the views went through.
 */
export const replayed = async (tables: Tables, table: string, store: Store): Promise<Change[]> => {
  const streams = new Map<string, Keys[]>()
  for await (const item of tables.scan(table)) {
    const commit = item as Keys
    streams.set(commit.stream.S, [...(streams.get(commit.stream.S) ?? []), commit])
  }
  const delivered = new Map(
    store.all('SELECT stream, position FROM delivered').map(row => [String(row['stream']), Number(row['position'])]),
  )
  return [...streams].flatMap(([stream, commits]) => {
    const inOrder = commits.toSorted((one, other) => Number(one.position.N) - Number(other.position.N))
    const rest = inOrder.filter(({ position }) => Number(position.N) > (delivered.get(stream) ?? -1))
    return (rest.length > 0 ? rest : inOrder.slice(-1)).map(
      (commit): Change => ({
        table,
        eventName: 'INSERT',
        keys: { stream: commit.stream, position: commit.position },
        newImage: commit,
        oldImage: undefined,
      }),
    )
  })
}
