import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { createApi } from '../../functions/api/answer.ts'
import { describeApi } from '../../functions/api/describe.ts'
import { routes } from '../../functions/api/routes.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { FirmId, NoteId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { account, spoke, voicemail, wrote } from '../domain/support/account.ts'
import { meeting, person } from '../domain/support/stories.ts'
import { lisbon, openOffice } from '../pages/support/office.ts'
import { misfits } from '../support/json-schema.ts'

const NOW = '2026-10-12T15:00:00Z'
const firm = FirmId.parse('salgado')
const recruiter = RecruiterId.parse('noa')
const TOKEN = 'token-of-noa'

type Asked = { readonly method?: string; readonly body?: unknown; readonly token?: string; readonly query?: string }
let ask: (path: string, asked?: Asked) => Promise<{ readonly status: number; readonly body: unknown }>

const held = (note: string, status: 'asked' | 'held' | null) => ({
  kind: 'note' as const,
  firm,
  recruiter,
  note: NoteId.parse(note),
  position: 2,
  from: 'noa@salgado.example',
  subject: 'Vale',
  arrivedAt: '2026-10-12T08:00:00Z',
  status,
  rule: 'note',
  why: 'More than one Rui is known',
  question: status === 'asked' ? 'Which Rui?' : null,
  unknownName: null,
  fingerprint: null,
  opened: [],
  kept: [],
  open: status !== null,
})

beforeAll(async () => {
  const office = await openOffice()
  await office.join('salgado', 'noa', 'Noa Salgado', 'noa@salgado.example')
  const hash = createHash('sha256').update(TOKEN).digest('hex')
  const given = { type: 'ApiTokenGiven', hash, at: NOW, recordedAt: NOW, by: 'system', source: 'api', command: 'given' }
  await office.append(recruiterStream(firm, recruiter), [RecruiterEvent.parse(given)])
  const vale = account('2026-10-01 10:00', { calendar: lisbon })
  vale.say('2026-10-01 10:05', person('Rui Vale', 'hr', '+351 21 555 0190'), {
    command: 'NameOpening',
    title: 'Fitter',
  })
  vale.say('2026-10-01 10:10', person('Olga Serra', 'hiring-manager', undefined, 'Rui Vale'))
  vale.say('2026-10-02 11:00', spoke('rui'), { command: 'ReachMilestone', milestone: 'fee-agreed' })
  vale.say('2026-10-05 11:00', { ...voicemail('rui'), play: 'call-and-write' } as Command, wrote('rui'))
  vale.say('2026-10-06 11:00', meeting('2026-10-20T13:00:00Z', ['olga'], 'Tour of the works'))
  vale.say('2026-10-06 12:00', { command: 'NoteReminder', what: 'Send the safety sheet', due: '2026-10-19' })
  vale.morning('2026-10-12')
  await office.keep('salgado', 'noa', 'vale', 'Vale & Filhos', vale)
  const due = account('2026-10-01 10:00', { calendar: lisbon })
  due.say('2026-10-01 10:05', person('Ivo Pinho', 'hr'), { command: 'NameOpening', title: 'Planner' })
  due.say('2026-10-05 11:00', voicemail('ivo'), wrote('ivo'))
  due.morning('2026-10-12')
  // The id of a task begins with its account's.
  await office.keep('salgado', 'noa', due.state().id, 'Pinho', due)
  const { log, views } = office.world
  for (const note of [held('n1', 'asked'), held('n2', 'held'), held('n3', null)]) await views.write(note)
  const answer = createApi({ log, views })
  ask = async (path, { method = 'GET', body, token = TOKEN, query } = {}) => {
    const { statusCode, body: text } = await answer({
      version: '2.0',
      rawPath: path,
      headers: { authorization: `Bearer ${token}` },
      queryStringParameters: query ? Object.fromEntries(new URLSearchParams(query)) : {},
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      requestContext: { timeEpoch: Date.parse(NOW), http: { method, path } },
    } as never)
    return { status: statusCode, body: JSON.parse(text) }
  }
})

const api = JSON.parse(JSON.stringify(describeApi()))
/** Where an answer is not what the description says of the call. */
const unlikeDescribed = async (method: string, path: string, { status, body }: { status: number; body: unknown }) => {
  const { content } =
    api.paths[path][method.toLowerCase()].responses[status] ?? expect.fail(`${status} is not described`)
  const [{ schema }] = Object.values<{ schema: { $ref?: string } }>(content) as [{ schema: { $ref?: string } }]
  return misfits(schema.$ref ? api.components.schemas.Problem : schema, body)
}

const SAID: Readonly<Record<string, Asked & { readonly path: string }>> = {
  openEngagement: {
    path: '/api/engagements',
    method: 'POST',
    body: { client: { name: 'Duarte' }, contacts: [{ name: 'Ana Duarte' }] },
  },
  listEngagements: { path: '/api/engagements' },
  showEngagement: { path: '/api/engagements/vale' },
  sayCommand: {
    path: '/api/engagements/vale/commands',
    method: 'POST',
    body: { command: 'NameOpening', title: 'Welder' },
  },
  listTasks: { path: '/api/tasks', query: 'on=2026-10-12' },
  settleTask: {
    path: '',
    method: 'POST',
    body: { outcome: 'spoke', words: 'Wants two by Friday', replyWithin: 'P2D' },
  },
  listNotes: { path: '/api/notes' },
}

describe('what the API answers', () => {
  it.each(routes.map(route => [route.name, route] as const))(
    'is what its description says: %s',
    async (name, route) => {
      const said = SAID[name] ?? expect.fail('nothing is said')
      const { tasks } = (await ask('/api/tasks')).body as { tasks: { id: string }[] }
      const path = said.path || `/api/tasks/${tasks[0]?.id}/outcome`
      const answer = await ask(path, said)
      expect(answer.status).toBe(route.status)
      expect(await unlikeDescribed(route.method, route.path, answer)).toEqual([])
      // A list that is empty would fit whatever is said of what it holds.
      const described = Object.keys((route.answer as z.ZodObject).shape)
      for (const [name, value] of Object.entries(answer.body as object))
        if (described.includes(name)) expect(value, name).not.toEqual([])
    },
  )

  it.each<[string, number, string, Asked & { path: string; route: string }]>([
    ['no token', 401, 'unauthorized', { path: '/api/notes', route: '/api/notes', token: 'none' }],
    ['a day that is none', 400, 'invalid', { path: '/api/tasks', route: '/api/tasks', query: 'on=2026-02-30' }],
    ['no JSON', 400, 'not-json', { path: '/api/engagements', route: '/api/engagements', method: 'POST', body: '{' }],
    ['an id of nobody', 404, 'unknown-engagement', { path: '/api/engagements/x', route: '/api/engagements/{id}' }],
    [
      'a stranger',
      409,
      'unknown-contact',
      {
        path: '/api/engagements/vale/commands',
        route: '/api/engagements/{id}/commands',
        method: 'POST',
        body: { command: 'OptContactOut', contact: 'nobody' },
      },
    ],
    [
      'a book',
      413,
      'too-large',
      { path: '/api/engagements', route: '/api/engagements', method: 'POST', body: 'x'.repeat(300_000) },
    ],
  ])('is a problem as described, where it is asked with %s', async (_, status, code, { route, path, ...asked }) => {
    const answer = await ask(path, asked)
    expect(answer).toMatchObject({ status, body: { code, status } })
    expect(await unlikeDescribed(asked.method ?? 'GET', route, answer)).toEqual([])
  })
})
