import * as z from 'zod'
import { CommandBody, listEngagements, Opening, openEngagement, sayCommand, showEngagement } from './engagements.ts'
import { listNotes } from './notes.ts'
import type { Answer, Call } from './request.ts'
import { listTasks, On, Outcome, settleTask } from './tasks.ts'

/** What the API can be asked, once: the handler routes by it and its description is made of it. */
export type ApiRoute = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly does: string
  /** What may stand in the query, or must in the body. */
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly status: 200 | 201
  readonly answer: z.ZodType
  readonly work: (call: Call) => Promise<Answer>
}

const Event = z.looseObject({ type: z.string(), at: z.iso.datetime(), recordedAt: z.iso.datetime() })
const Appended = z.object({ position: z.int(), events: z.array(Event) })
const Contact = z.looseObject({ id: z.string(), name: z.string(), role: z.string() })
const Board = z.looseObject({
  id: z.string(),
  client: z.string(),
  stage: z.string(),
  status: z.string(),
  ball: z.enum(['ours', 'theirs']).nullable(),
  silentSince: z.iso.datetime().nullable(),
  wakeAt: z.iso.datetime().nullable(),
  contacts: z.array(Contact),
})
const Task = z.looseObject({
  id: z.string(),
  play: z.string(),
  due: z.iso.date(),
  engagement: z.string(),
  client: z.string(),
  contactName: z.string().nullable(),
})
const Note = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  from: z.string(),
  subject: z.string(),
  status: z.enum(['understood', 'asked', 'held', 'nothing']).nullable(),
  rule: z.string(),
  why: z.string(),
  question: z.string().nullable(),
  open: z.boolean(),
})

export const routes: readonly ApiRoute[] = [
  {
    method: 'POST',
    path: '/api/engagements',
    does: 'Opens an engagement with its people',
    body: Opening,
    status: 201,
    answer: z.object({
      id: z.string(),
      position: z.int(),
      contacts: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    work: openEngagement,
  },
  {
    method: 'GET',
    path: '/api/engagements',
    does: "The board's rows",
    status: 200,
    answer: z.object({ engagements: z.array(Board) }),
    work: listEngagements,
  },
  {
    method: 'GET',
    path: '/api/engagements/{id}',
    does: 'State, assessment and history of one engagement',
    status: 200,
    answer: z.looseObject({
      id: z.string(),
      client: z.string(),
      assessment: z.looseObject({}),
      history: z.array(Event),
    }),
    work: showEngagement,
  },
  {
    method: 'POST',
    path: '/api/engagements/{id}/commands',
    does: 'Says something about an engagement. What it refuses is 409 with its code',
    body: CommandBody,
    status: 200,
    answer: Appended,
    work: sayCommand,
  },
  {
    method: 'GET',
    path: '/api/tasks',
    does: 'The tasks open and due on a day, today where none is named',
    query: On,
    status: 200,
    answer: z.object({ on: z.iso.date(), tasks: z.array(Task) }),
    work: listTasks,
  },
  {
    method: 'POST',
    path: '/api/tasks/{id}/outcome',
    does: 'Settles a task as its button would',
    body: Outcome,
    status: 200,
    answer: Appended,
    work: settleTask,
  },
  {
    method: 'GET',
    path: '/api/notes',
    does: 'What arrived in the last ninety days and how it was read, the newest first',
    status: 200,
    answer: z.object({ notes: z.array(Note) }),
    work: listNotes,
  },
]
