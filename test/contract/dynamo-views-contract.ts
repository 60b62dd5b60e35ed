import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import type { Views } from '../../shared/views/views.ts'
import { countCalls } from './support/counting.ts'
import { ana, engagementRow, firmId, noteRow, recruiterRow } from './support/rows.ts'
import { createTable } from './support/tables.ts'
import { viewsContract } from './views-contract.ts'

/** The contract on a DynamoDB, with what is true of that store alone: calls, units, pages. */
export const dynamoViewsContract = (
  start: () => Promise<{ client: DynamoDBClient; stop: () => Promise<void> }>,
): void => {
  let client: DynamoDBClient
  let stop: () => Promise<void>
  let calls: ReturnType<typeof countCalls>
  beforeAll(async () => {
    const started = await start()
    client = started.client
    stop = started.stop
    calls = countCalls(client)
  })
  afterAll(() => stop())

  viewsContract(async () => createDynamoViews(client, await createTable(client, 'views')))

  describe('cost', () => {
    let views: Views
    beforeEach(async () => {
      views = createDynamoViews(client, await createTable(client, 'views'))
    })

    it('the row of an ordinary engagement is one write of one unit', async () => {
      await views.write(engagementRow('e1'))
      calls.take()
      await views.write(engagementRow('e1', { position: 15 }))
      expect(calls.take()).toEqual({ operations: ['UpdateItem'], read: 0, written: 1 })
    })

    it('forty engagements are read in one call of five units', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, n) => views.write(engagementRow(`eng-${n}`))))
      await Promise.all(Array.from({ length: 40 }, (_, n) => views.write(noteRow(`n${n}`, '2026-10-12T08:00:00Z'))))
      calls.take()
      expect(await views.engagementsOf(firmId, ana)).toHaveLength(40)
      const { operations, read } = calls.take()
      expect(operations).toEqual(['Query'])
      expect(read).toBeLessThanOrEqual(5.5)
    })

    it('asking who is due costs the same when everything else has grown tenfold', async () => {
      const fill = async (from: number, to: number) => {
        for (let n = from; n < to; n++) {
          const row = recruiterRow(`r${n}` as typeof ana)
          await views.write(row)
          await views.setDue(row, n < 3 ? '2026-10-12T12:00:00Z' : '2026-10-13T12:00:00Z')
          await views.write(engagementRow(`e${n}`, { recruiter: row.recruiter }))
        }
      }
      const ask = async () => {
        calls.take()
        let due = 0
        for await (const _ of views.due('2026-10-12T12:00:00Z')) due++
        expect(due).toBe(3)
        return calls.take()
      }
      await fill(0, 12)
      const before = await ask()
      await fill(12, 120)
      expect(await ask()).toEqual(before)
      expect(new Set(before.operations)).toEqual(new Set(['Query']))
    })

    it('a page of one megabyte is a limit that is read beyond', async () => {
      const wordy = { why: 'x'.repeat(20_000) }
      await Promise.all(
        Array.from({ length: 70 }, (_, n) => views.write(noteRow(`n${n}`, '2026-10-12T08:00:00Z', wordy))),
      )
      calls.take()
      expect(await views.notes(firmId, ana, '2026-10-01T00:00:00Z')).toHaveLength(70)
      expect(calls.take().operations.length).toBeGreaterThan(1)
    })
  })
}
