import { afterEach, describe, expect, test, vi } from 'vitest'
import { matches } from '../../infra/local/aws/bus.ts'
import type { Clock } from '../../infra/local/clock.ts'
import { createFaults, Fault } from '../../infra/local/faults.ts'
import { nextTick } from '../../infra/local/schedule.ts'
import { settingsFrom } from '../../infra/local/settings.ts'
import { resolveTemplate } from '../../infra/local/template.ts'
import { createTimetable } from '../../infra/local/timetable.ts'
import { countWork } from '../../infra/local/work.ts'

describe('a template is read as CloudFormation reads it', () => {
  const site = {
    region: 'eu-west-1',
    account: '111122223333',
    door: 'http://127.0.0.1:9',
    publicUrl: 'http://localhost:8',
  }
  const read = (value: unknown, parameters: Record<string, string> = {}) => {
    const template = {
      Parameters: { Domain: { Default: 'relight.example' } },
      Resources: {
        Notes: { Type: 'AWS::SQS::Queue' },
        Raw: { Type: 'AWS::S3::Bucket' },
        Web: { Type: 'AWS::ApiGatewayV2::Api' },
        Reader: { Type: 'AWS::Lambda::Function', Properties: { value }, Metadata: { 'aws:cdk:path': 'A/b/Resource' } },
      },
    }
    const resources = resolveTemplate(JSON.stringify(template), parameters, site)
    return resources.find(({ id }) => id === 'Reader')
  }

  test('references become what the service would be called by', () => {
    expect(read({ Ref: 'Notes' })?.properties['value']).toBe('http://127.0.0.1:9/111122223333/Notes')
    expect(read({ Ref: 'Raw' })?.properties['value']).toBe('raw')
    expect(read({ 'Fn::GetAtt': ['Notes', 'Arn'] })?.properties['value']).toBe(
      'arn:aws:sqs:eu-west-1:111122223333:Notes',
    )
    expect(read({ 'Fn::GetAtt': ['Web', 'ApiEndpoint'] })?.properties['value']).toBe('http://localhost:8')
    expect(read({ 'Fn::Sub': '${Raw}-in-${AWS::Region}' })?.properties['value']).toBe('raw-in-eu-west-1')
  })

  test('a parameter has its default unless it is given', () => {
    const address = { 'Fn::Join': ['', ['in.', { Ref: 'Domain' }]] }
    expect(read(address)?.properties['value']).toBe('in.relight.example')
    expect(read(address, { Domain: 'agency.example' })?.properties['value']).toBe('in.agency.example')
    expect(() => read(address, { Domian: 'agency.example' })).toThrow(/no parameter Domian/)
  })

  test('a reference to nothing and an unknown intrinsic function are errors, not silence', () => {
    expect(() => read({ Ref: 'Nobody' })).toThrow(/Nobody/)
    expect(() => read({ 'Fn::ImportValue': 'other' })).toThrow(/Fn::ImportValue/)
  })

  test('a construct is called by its path below the stack', () => {
    expect(read('x')?.path).toBe('b')
  })
})

describe('a schedule', () => {
  const next = (expression: string, after: string): string =>
    new Date(nextTick(expression, Date.parse(after))).toISOString()

  test('fires strictly after the instant it is asked about', () => {
    expect(next('cron(0/15 * * * ? *)', '2026-09-08T14:00:00Z')).toBe('2026-09-08T14:15:00.000Z')
    expect(next('cron(0/15 * * * ? *)', '2026-09-08T14:14:59.999Z')).toBe('2026-09-08T14:15:00.000Z')
    expect(next('cron(0/15 * * * ? *)', '2026-12-31T23:50:00Z')).toBe('2027-01-01T00:00:00.000Z')
  })

  test('knows days of the week, lists and ranges', () => {
    expect(next('cron(30 6,18 ? * 2-6 *)', '2026-09-11T18:30:00Z')).toBe('2026-09-14T06:30:00.000Z')
  })

  test('that is none is an error', () => {
    expect(() => next('rate(15 minutes)', '2026-09-08T14:00:00Z')).toThrow(/rate/)
    expect(() => next('cron(0 0 31 FEB ? *)', '2026-09-08T14:00:00Z')).toThrow(/FEB/)
  })
})

describe('the clock', () => {
  const QUARTERS = 'cron(0/15 * * * ? *)'
  const AT = Date.parse('2026-09-08T14:05:00Z')
  const timetableOf = (clock: Clock) => {
    const fired: string[] = []
    const fire = async (scheduled: string): Promise<void> => {
      await Promise.resolve()
      fired.push(scheduled)
    }
    return { fired, timetable: createTimetable(clock, [{ expression: QUARTERS, fire }], countWork()) }
  }
  const standing = (): Clock => {
    let time = AT
    const set = (to: number): void => {
      time = to
    }
    return { time: () => time, set, running: false }
  }
  afterEach(() => {
    vi.useRealTimers()
  })

  test('that stands still fires all that it is moved past, in order', async () => {
    const { fired, timetable } = timetableOf(standing())
    await Promise.all([timetable.moveTo(AT + 20 * 60_000), timetable.moveTo(AT + 40 * 60_000)])
    expect(fired).toEqual(['2026-09-08T14:15:00Z', '2026-09-08T14:30:00Z', '2026-09-08T14:45:00Z'])
    await expect(timetable.moveTo(AT)).rejects.toThrow(RangeError)
  })

  test('that runs fires in real time', async () => {
    vi.useFakeTimers({ now: AT })
    const { fired, timetable } = timetableOf({ time: () => Date.now(), set: () => {}, running: true })
    timetable.run()
    await vi.advanceTimersByTimeAsync(26 * 60_000)
    expect(fired).toEqual(['2026-09-08T14:15:00Z', '2026-09-08T14:30:00Z'])
    timetable.stop()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(fired).toHaveLength(2)
  })

  test('of a machine that slept gives the last of what was missed, as EventBridge would', async () => {
    vi.useFakeTimers({ now: AT })
    let slept = 0
    const { fired, timetable } = timetableOf({ time: () => Date.now() + slept, set: () => {}, running: true })
    timetable.run()
    slept = 5 * 60 * 60_000
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(fired).toEqual(['2026-09-08T19:15:00Z'])
    timetable.stop()
  })
})

describe('a rule of the bus', () => {
  const report = { source: 'aws.ses', detail: { mail: { tags: { 'ses:configuration-set': ['ours'] } } } }

  test('matches what has all that its pattern names', () => {
    expect(matches({ source: ['aws.ses'] }, report)).toBe(true)
    expect(matches({ source: [{ prefix: 'aws.' }] }, report)).toBe(true)
    expect(matches({ detail: { mail: { tags: { 'ses:configuration-set': ['ours'] } } } }, report)).toBe(true)
  })

  test('matches nothing else', () => {
    expect(matches({ source: ['relight'] }, report)).toBe(false)
    expect(matches({ detail: { mail: { tags: { 'ses:configuration-set': ['theirs'] } } } }, report)).toBe(false)
    expect(matches({ detail: { bounce: { bounceType: ['Permanent'] } } }, report)).toBe(false)
  })
})

describe('a fault', () => {
  test('meets the n-th call of its kind and then no more', () => {
    const faults = createFaults()
    faults.add(Fault.parse({ service: 'dynamodb', operation: 'PutItem', nth: 2 }))
    const met = ['PutItem', 'Query', 'PutItem', 'PutItem'].map(operation => faults.meets('dynamodb', operation))
    expect(met.map(one => one?.error)).toEqual([undefined, undefined, 'InternalServerError', undefined])
    expect(faults.list()).toEqual([])
  })

  test('without a number meets every such call until it is cleared', () => {
    const faults = createFaults()
    faults.add(Fault.parse({ service: 's3', operation: 'GetObject', error: 'SlowDown', when: 'after' }))
    expect(faults.meets('s3', 'GetObject')).toEqual({ when: 'after', error: 'SlowDown', status: 400, drops: false })
    expect(faults.meets('s3', 'GetObject')).toBeDefined()
    faults.clear()
    expect(faults.meets('s3', 'GetObject')).toBeUndefined()
  })

  test.each(['ECONNRESET', 'ETIMEDOUT', 'TimeoutError'])('called %s leaves its caller without any answer', error => {
    const faults = createFaults()
    faults.add(Fault.parse({ service: 'sesv2', operation: 'SendEmail', when: 'after', error }))
    expect(faults.meets('sesv2', 'SendEmail')?.drops).toBe(true)
  })
})

test('work has settled only when what it began has settled too', async () => {
  const work = countWork()
  const ended: string[] = []
  work.track(async () => {
    await Promise.resolve()
    work.track(async () => {
      await new Promise(resolve => setTimeout(resolve, 5))
      ended.push('second')
    })
    ended.push('first')
  })
  await work.settled()
  expect(ended).toEqual(['first', 'second'])
  expect(work.inFlight()).toBe(0)
})

test('a setting that is not what it must be is named', () => {
  expect(settingsFrom({}).port).toBe(8787)
  expect(settingsFrom({ PORT: '', RELIGHT_DEMO: '0' })).toMatchObject({ port: 8787, demo: false })
  expect(() => settingsFrom({ RELIGHT_NOW: 'yesterday' })).toThrow(/RELIGHT_NOW/)
  expect(() => settingsFrom({ PORT: '99999' })).toThrow(/PORT/)
})
