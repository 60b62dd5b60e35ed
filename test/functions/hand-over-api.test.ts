import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createApi } from '../../functions/api/answer.ts'
import { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { acmeOwned } from '../domain/support/stories.ts'
import { openOffice } from '../pages/support/office.ts'

const NOW = '2026-10-12T15:10:00Z'
const firm = FirmId.parse('lisgo')
const [maren, jonas] = [RecruiterId.parse('maren'), RecruiterId.parse('jonas')]

type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

const firmOfTwo = async () => {
  const office = await openOffice()
  await office.join('lisgo', 'maren', 'Maren Lis', 'maren@lisgo.example')
  await office.admit('lisgo', 'jonas', 'Jonas Go', 'jonas@lisgo.example')
  const said = { at: NOW, recordedAt: NOW, by: 'system', source: 'page', command: 'given' }
  const tell = (who: RecruiterId, event: object) =>
    office.append(recruiterStream(firm, who), [RecruiterEvent.parse({ ...event, ...said })])
  for (const who of [maren, jonas])
    await tell(who, { type: 'ApiTokenGiven', hash: createHash('sha256').update(`token-of-${who}`).digest('hex') })
  const told = acmeOwned()
  told.morning('2026-10-05')
  await office.keep('lisgo', 'maren', 'acme', 'Acme Molding', told)
  const answer = createApi(office.world)
  const ask = async (who: RecruiterId, path: string, body?: object, key?: string): Promise<Answered> => {
    const response = await answer({
      version: '2.0',
      rawPath: path,
      headers: { authorization: `Bearer token-of-${who}`, ...(key ? { 'idempotency-key': key } : {}) },
      queryStringParameters: {},
      ...(body ? { body: JSON.stringify(body) } : {}),
      requestContext: { timeEpoch: Date.parse(NOW), http: { method: body ? 'POST' : 'GET', path } },
    } as never)
    return { status: response.statusCode, body: JSON.parse(response.body) }
  }
  const give = (to: string, key?: string) =>
    ask(maren, '/api/engagements/acme/commands', { command: 'HandOverEngagement', to }, key)
  return { ask, give, tell }
}

describe('an account that is handed over by the API', () => {
  it('is the receiver’s at once, tasks and all, and for the giver there is none', async () => {
    const { ask, give } = await firmOfTwo()
    const [task] = (await ask(maren, '/api/tasks')).body['tasks'] as { id: string }[]
    const path = `/api/tasks/${task?.id}/outcome`
    expect(await give('jonas')).toMatchObject({ status: 200, body: { events: [{ type: 'TaskSettled' }, {}] } })
    expect(await ask(jonas, '/api/engagements/acme')).toMatchObject({ status: 200, body: { stage: 'open' } })
    expect((await ask(jonas, '/api/engagements')).body).toMatchObject({ engagements: [{ id: 'acme' }] })
    expect((await ask(jonas, '/api/tasks')).body).toMatchObject({ tasks: [{ id: task?.id }] })
    for (const [at, body] of [
      ['/api/engagements/acme', undefined],
      ['/api/engagements/acme/commands', { command: 'RestEngagement' }],
      [path, { outcome: 'voicemail' }],
    ] as const)
      expect((await ask(maren, at, body)).status, at).toBe(404)
    expect((await ask(maren, '/api/engagements')).body).toEqual({ engagements: [] })
    expect((await ask(maren, '/api/tasks')).body).toMatchObject({ tasks: [] })
    expect(await ask(jonas, path, { outcome: 'voicemail' })).toMatchObject({ status: 200 })
  })

  it('is answered the same where the call is repeated under its key', async () => {
    const { give } = await firmOfTwo()
    const first = await give('jonas', 'once')
    expect(await give('jonas', 'once')).toEqual(first)
    expect((await give('jonas', 'another')).status).toBe(404)
  })

  it('goes to nobody but a colleague who is here', async () => {
    const { give, tell } = await firmOfTwo()
    await tell(jonas, { type: 'RecruiterDeactivated' })
    for (const to of ['jonas', 'maren', 'somebody'])
      expect(await give(to)).toMatchObject({ status: 409, body: { code: 'unknown-recruiter' } })
  })
})
