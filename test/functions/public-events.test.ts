import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { describe, expect, it } from 'vitest'
import { describeEvents } from '../../functions/api/describe.ts'
import { createEventBridgeBus } from '../../shared/bus/eventbridge.ts'
import { publicEvents } from '../../shared/bus/public-events.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { type Account, theyRang } from '../domain/support/account.ts'
import { acmeLateInNovember, acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { misfits } from '../support/json-schema.ts'

const described: Readonly<Record<string, object>> = JSON.parse(JSON.stringify(describeEvents())).detailTypes

type Told = {
  readonly EventBusName: string
  readonly Source: string
  readonly DetailType: string
  readonly Detail: string
}

/** What stands on the bus after an account's whole story was told to it. */
const onTheBus = async (story: Account): Promise<readonly Told[]> => {
  const told: Told[] = []
  const client = {
    send: async ({ input }: PutEventsCommand) => {
      told.push(...((input.Entries ?? []) as Told[]))
      return { FailedEntryCount: 0, Entries: [] }
    },
  }
  const stream = engagementStream(FirmId.parse('f1'), RecruiterId.parse('r1'), EngagementId.parse('acme'))
  await createEventBridgeBus(client as unknown as EventBridgeClient, 'relight-bus').publish(
    publicEvents(stream, story.facts()),
  )
  return told
}

const handOver: Command = { command: 'HandOverEngagement', to: RecruiterId.parse('r2') }
const STORIES: Readonly<Record<string, () => Account>> = {
  'a silence that goes dark, and ends': () => {
    const acme = acmeOwned()
    acme.morning('2026-11-06')
    acme.say('2026-11-09 10:00', theyRang('susan'))
    acme.morning('2026-11-10')
    return acme
  },
  'a tension, handed over': () => {
    const birch = birchAndVale()
    birch.morning('2026-09-21')
    birch.say('2026-09-22 10:00', handOver)
    return birch
  },
  'a story that was told late': () => {
    const acme = acmeLateInNovember()
    acme.morning('2026-11-25')
    return acme
  },
}

describe('what is put on the bus', () => {
  it.each(Object.keys(STORIES))('is what its schema says, by a type that is described: %s', async name => {
    const told = await onTheBus((STORIES[name] ?? expect.fail())())
    expect(told).not.toEqual([])
    for (const { Source, DetailType, Detail } of told) {
      expect(Source).toBe(describeEvents().source)
      expect(
        await misfits(described[DetailType] ?? expect.fail(`${DetailType} is not described`), JSON.parse(Detail)),
      ).toEqual([])
    }
  })

  it('is each of the described types, in one story or another', async () => {
    const told = (await Promise.all(Object.values(STORIES).map(story => onTheBus(story())))).flat()
    expect([...new Set(told.map(({ DetailType }) => DetailType))].toSorted()).toEqual(Object.keys(described).toSorted())
  })

  it('names nobody: no detail holds a name, an address, a number or a word of the account', async () => {
    const told = (await Promise.all(Object.values(STORIES).map(story => onTheBus(story())))).flat()
    const said = told.map(({ Detail }) => Detail).join('\n')
    for (const word of ['Susan', 'Carla', 'Priya', 'Acme Molding', 'Birch', 'client.example', '555', 'resents']) {
      expect(JSON.stringify(Object.values(STORIES).map(story => story().facts())), word).toContain(word)
      expect(said, word).not.toContain(word)
    }
  })

  it('is told from what does not fit its schema', async () => {
    const [{ DetailType, Detail } = expect.fail()] = await onTheBus(
      (STORIES['a tension, handed over'] ?? expect.fail())(),
    )
    const schema = described[DetailType] ?? expect.fail()
    expect(await misfits(schema, { ...JSON.parse(Detail), at: 'yesterday' })).not.toEqual([])
    expect(await misfits(schema, {})).not.toEqual([])
  })
})
