import { describe, expect, it } from 'vitest'
import { describeApi, describeEvents } from '../../functions/api/describe.ts'
import { CommandBody, Opening } from '../../functions/api/engagements.ts'
import { parsed, Stopped } from '../../functions/api/request.ts'
import { Command } from '../../shared/domain/engagement/commands.ts'
import { WINDOWS } from '../../shared/domain/policy.ts'

const stopped = (work: () => unknown): Stopped => {
  try {
    work()
  } catch (error) {
    if (error instanceof Stopped) return error
    throw error
  }
  throw new Error('was not stopped')
}
const fieldsAtFault = (work: () => unknown) => stopped(work).problem.errors?.map(({ field }) => field)

describe('the description of the API', () => {
  const api = JSON.parse(JSON.stringify(describeApi()))

  it('has every call, with what it takes, what it answers and what can go wrong', () => {
    expect(
      Object.entries<object>(api.paths).flatMap(([path, calls]) => Object.keys(calls).map(call => `${call} ${path}`)),
    ).toEqual([
      'post /api/engagements',
      'get /api/engagements',
      'get /api/engagements/{id}',
      'post /api/engagements/{id}/commands',
      'get /api/tasks',
      'post /api/tasks/{id}/outcome',
      'get /api/notes',
    ])
    const settle = api.paths['/api/tasks/{id}/outcome'].post
    expect(settle.requestBody.content['application/json'].schema.required).toEqual(['outcome'])
    expect(Object.keys(settle.responses)).toEqual(['200', '400', '401', '404', '409', '413'])
  })

  it('has every command of the domain, each by its name', () => {
    const { oneOf } = api.paths['/api/engagements/{id}/commands'].post.requestBody.content['application/json'].schema
    expect(oneOf.map((one: { properties: { command: { const: string } } }) => one.properties.command.const)).toEqual(
      Command.options.map(option => [...option.shape.command.values][0]),
    )
  })

  it('has the windows that an account may have of its own, each with its bounds', () => {
    const { oneOf } = api.paths['/api/engagements/{id}/commands'].post.requestBody.content['application/json'].schema
    const { windows } = oneOf.find(
      (one: { properties: { command: { const: string } } }) => one.properties.command.const === 'OverridePolicy',
    ).properties
    expect(Object.keys(windows.properties)).toEqual(WINDOWS)
    expect(windows.properties.attemptsPerApproach).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 })
    expect(windows).not.toHaveProperty('required')
  })

  it('has each event of the bus, and its schema stands by itself beside it', () => {
    const { detailTypes } = JSON.parse(JSON.stringify(describeEvents()))
    expect(Object.keys(api.webhooks)).toEqual(Object.keys(detailTypes))
    expect(detailTypes['relight.engagement.task-raised.v1'].required).toContain('play')
  })
})

describe('what is sent to the API', () => {
  it('is refused by the name of a field that nobody knows, wherever it stands', () => {
    expect(
      fieldsAtFault(() =>
        parsed(Opening, {
          client: { name: 'Quarry & Sons', domain: 'quarry.example' },
          titel: 'Buyer',
          contacts: [{ name: 'Ida Quarry', email: 'ida@quarry.example' }],
        }),
      ),
    ).toEqual(['client.domain', 'contacts.0.email', 'titel'])
    expect(
      fieldsAtFault(() => parsed(CommandBody, { command: 'PutTaskOff', task: 'e1.1', untill: '2026-11-30' })),
    ).toEqual(['untill'])
  })

  it('is refused by the name of the window that cannot be', () => {
    const sent = (windows: object) => fieldsAtFault(() => parsed(CommandBody, { command: 'OverridePolicy', windows }))
    expect(sent({ replyDays: 0, offerDays: 2 })).toEqual(['windows.replyDays'])
    expect(sent({ patience: 3 })).toEqual(['windows.patience'])
    expect(fieldsAtFault(() => parsed(CommandBody, { command: 'OverridePolicy' }))).toEqual(['windows'])
  })

  it('may leave an id to us, give an instant with any offset, and a number without where it is from', () => {
    expect(
      parsed(CommandBody, { command: 'AddContact', name: 'Ida Quarry', role: 'hr', phones: ['020 7946 0991'] }),
    ).toEqual({
      command: 'AddContact',
      name: 'Ida Quarry',
      role: 'hr',
      emails: [],
      phones: [{ number: '020 7946 0991', from: 'your records' }],
    })
    expect(
      parsed(CommandBody, {
        command: 'BookMeeting',
        startsAt: '2026-11-30T10:00:00+05:30',
        endsAt: '2026-11-30T10:30:00+05:30',
        contacts: ['c1'],
        title: 'Intake',
      }),
    ).toMatchObject({ startsAt: '2026-11-30T04:30:00.000Z', endsAt: '2026-11-30T05:00:00.000Z' })
  })
})
