import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectChanges } from '../../functions/project/changes.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { decide } from '../../shared/domain/engagement/decide.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { foldNote, type NoteEvent } from '../../shared/domain/note.ts'
import { CommandId, EngagementId, FirmId, NoteId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import {
  engagementStream,
  firmStream,
  noteStream,
  recruiterStream,
  type StreamEvent,
  type StreamName,
} from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import type { Views } from '../../shared/views/views.ts'
import { countCalls } from './support/counting.ts'
import { createTable } from './support/tables.ts'

const firm = FirmId.parse('f3a1c95be20d47886c1e')
const recruiter = RecruiterId.parse('9be20d47886c1ef3a1c5')
const engagement = EngagementId.parse('e5c1f0a97d3b24e68b1c7f03d')
const plantHr = 'c81f5a7be093d24c6e1fa5b07'
const director = 'c27be093d24c6e1fa5b0781f5'
const stream = engagementStream(firm, recruiter, engagement)

/** What a touchpoint costs in write units, in the log and in the views and their index, with ids as long as real ones. */
export const touchpointCost = (start: () => Promise<{ client: DynamoDBClient; stop: () => Promise<void> }>): void => {
  let client: DynamoDBClient
  let stop: () => Promise<void>
  let calls: ReturnType<typeof countCalls>
  let log: EventLog
  let views: Views
  let logTable: string
  const seen = new Set<string>()

  beforeAll(async () => {
    const started = await start()
    client = started.client
    stop = started.stop
    calls = countCalls(client)
    logTable = await createTable(client, 'log')
    log = createDynamoLog(client, logTable)
    views = createDynamoViews(client, await createTable(client, 'views'))
    await found()
    await open()
    await project()
  })
  afterAll(() => stop())

  const at = (day: number, minute = 0) =>
    `2026-09-${String(day).padStart(2, '0')}T15:${String(minute).padStart(2, '0')}:00Z`

  const found = async (): Promise<void> => {
    const envelope = { at: at(1), recordedAt: at(1), by: recruiter, source: 'api', command: 'found' }
    const joined = {
      ...envelope,
      type: 'RecruiterJoined',
      firm,
      recruiter,
      name: 'Owen Castellano',
      region: 'US',
      calendar: { zone: 'America/Denver', workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26'], digestAt: '07:00' },
    }
    const founded = {
      ...envelope,
      type: 'FirmFounded',
      firm,
      name: 'Castellano Partners',
      owner: recruiter,
      domains: [],
    }
    await put(firmStream(firm), founded)
    await put(recruiterStream(firm, recruiter), joined)
  }
  const put = async (name: StreamName, event: object): Promise<void> => {
    await log.append((await log.load(name)).version, [event as StreamEvent<StreamName>])
  }

  const say = async (command: Command, when: string, id: string): Promise<void> => {
    const saying = {
      id: CommandId.parse(id),
      at: when,
      now: when,
      by: recruiter,
      source: 'api',
      evidence: 'reported',
    } as const
    const outcome = await execute(log, stream, fold, state => decide(command, saying, state))
    expect(outcome.refused).toBe(false)
  }

  const open = async (): Promise<void> => {
    const commands = [
      {
        command: 'OpenEngagement',
        engagement,
        client: 'Three Rivers Packaging',
        domains: ['threeriverspack.example'],
        origin: 'mpc',
      },
      { command: 'NameOpening', title: 'Maintenance manager' },
      {
        command: 'AddContact',
        contact: director,
        name: 'Gwen Tillman',
        role: 'hr-director',
        emails: ['gwen.tillman@threeriverspack.example'],
        phones: [{ number: '+1 505 555 0110', from: 'her signature' }],
      },
      {
        command: 'AddContact',
        contact: plantHr,
        name: 'Luis Ferrer',
        role: 'hr',
        emails: ['luis.ferrer@threeriverspack.example'],
        phones: [],
        introducedBy: director,
      },
    ] as unknown as Command[]
    for (const [index, command] of commands.entries()) await say(command, at(2), `api.open${index}`)
  }

  const touchpoint = (n: number): Command =>
    ({
      command: 'LogTouchpoint',
      touchpoint: `t5c1f0a97d3b24e68b1c7f0${n}`,
      direction: n % 3 ? 'outbound' : 'inbound',
      channel: n % 3 ? 'voicemail' : 'call',
      outcome: n % 3 ? 'left-message' : 'reached',
      contact: n % 2 ? plantHr : director,
      summary:
        'left word that the shift supervisor from Reno could start in three weeks, and asked for a time on Thursday',
    }) as unknown as Command

  /** Projects every change since the last time, each in a batch of its own, as a quiet stream delivers them. */
  const project = async (): Promise<void> => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: logTable }))
    const fresh = Items.filter(item => !seen.has(keyOf(item)))
    for (const item of fresh) {
      seen.add(keyOf(item))
      const { stream: name, position } = item
      const dynamodb = {
        SequenceNumber: keyOf(item),
        ApproximateCreationDateTime: Date.parse(at(20)) / 1000,
        Keys: { stream: name, position },
        NewImage: item,
      }
      const bus = { publish: async () => undefined }
      const Records = [{ eventName: 'INSERT', dynamodb }]
      expect(await projectChanges({ log, views, bus }, { Records }, { function: 'project' })).toEqual({
        batchItemFailures: [],
      })
    }
  }
  const keyOf = (item: Record<string, AttributeValue>): string => `${item['stream']?.S}@${item['position']?.N}`

  it('by the API is at most 2.5', async () => {
    const each: number[] = []
    for (let n = 0; n < 6; n++) {
      calls.take()
      await say(touchpoint(n), at(3 + n), `api.9d0b2f1c77a4e6583c1db09f${n}`)
      await project()
      each.push(calls.take().written)
    }
    expect(mean(each)).toBeLessThanOrEqual(2.5)
  })

  it('by mail is at most 6.5, the note and how it was read among them', async () => {
    const each: number[] = []
    for (let n = 10; n < 16; n++) {
      calls.take()
      await byMail(n)
      await project()
      each.push(calls.take().written)
    }
    expect(mean(each)).toBeLessThanOrEqual(6.5)
  })

  const byMail = async (n: number): Promise<void> => {
    const note = NoteId.parse(`7d3b24e68b1c7f03d5c1f0a97d3b24${n}`)
    const envelope = { at: at(n), recordedAt: at(n, 1), by: recruiter }
    const id = CommandId.parse(`note.${note}.0`)
    const events = [
      {
        ...envelope,
        type: 'NoteReceived',
        command: `receive.${note}`,
        id: note,
        object: `raw/${note}${note}`,
        from: 'owen@castellanopartners.example',
        subject: 'Three Rivers',
        arrivedAt: at(n, 1),
      },
      {
        ...envelope,
        type: 'NoteUnderstood',
        command: `read.${note}`,
        status: 'understood',
        rule: 'a sentence about one person',
        commands: [{ id, engagement, at: at(n), evidence: 'reported', command: touchpoint(n) }],
      },
    ] as unknown as NoteEvent[]
    const name = noteStream(firm, recruiter, note)
    await execute(log, name, foldNote, () => events)
    await say(touchpoint(n), at(n), id)
    const command = CommandId.parse(`apply.${note}`)
    await execute(log, name, foldNote, () => [{ ...envelope, type: 'NoteApplied', command, refused: [] }])
  }
}

const mean = (units: readonly number[]): number => units.reduce((sum, unit) => sum + unit, 0) / units.length
