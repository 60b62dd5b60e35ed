import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { Bus } from './public-events.ts'

/** Entries that EventBridge takes in one call. */
const PER_CALL = 10

/** The bus on EventBridge. Throws where an entry is not taken: the answer to the call says so and is no error itself. */
export const createEventBridgeBus = (client: EventBridgeClient, name: string): Bus => ({
  publish: async events => {
    for (let from = 0; from < events.length; from += PER_CALL) {
      const { FailedEntryCount, Entries } = await client.send(
        new PutEventsCommand({
          Entries: events.slice(from, from + PER_CALL).map(({ type, detail }) => ({
            EventBusName: name,
            Source: 'relight',
            DetailType: type,
            Detail: JSON.stringify(detail),
            Time: new Date(detail.at),
          })),
        }),
      )
      if (FailedEntryCount)
        throw new Error(`not taken by the bus: ${Entries?.find(entry => entry.ErrorCode)?.ErrorCode}`)
    }
  },
})
