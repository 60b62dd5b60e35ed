import * as z from 'zod'
import { Channel, Milestone, Phone, Role } from '../../shared/domain/vocabulary.ts'
import { CommandBody, listEngagements, Opening, openEngagement, sayCommand, showEngagement } from './engagements.ts'
import { EXAMPLES, type Example } from './examples.ts'
import { listNotes } from './notes.ts'
import type { Answer, Call } from './request.ts'
import { listTasks, On, Outcome, settleTask } from './tasks.ts'

/** What the API can be asked, once: the handler routes by it and its description is made of it. */
export type ApiRoute = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly about: 'engagements' | 'tasks' | 'notes'
  /** What programs made from the description call it. */
  readonly name: string
  readonly does: string
  /** What may stand in the query, or must in the body. */
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly status: 200 | 201
  readonly answer: z.ZodType
  readonly example: Example
  readonly work: (call: Call) => Promise<Answer>
}

const Event = z.looseObject({ type: z.string(), at: z.iso.datetime(), recordedAt: z.iso.datetime() })
const Appended = z.object({ position: z.int(), events: z.array(Event) })
const Contact = z.looseObject({
  id: z.string(),
  name: z.string(),
  role: Role,
  emails: z.array(z.string()),
  phones: z.array(Phone),
  introducedBy: z.string().optional(),
})
const OpenTask = z.looseObject({
  id: z.string(),
  play: z.string(),
  contact: z.string().optional(),
  due: z.iso.date(),
  because: z.array(z.int()),
})
const Meeting = z.looseObject({
  id: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  contacts: z.array(z.string()),
  title: z.string(),
})
const Stage = z.enum(['open', 'closed', 'retracted', 'merged', 'handed-over'])
const Status = z.enum([
  'resting',
  'on-track',
  'waiting',
  'our-turn',
  'quiet',
  'dark',
  'backed-away',
  'paused',
  'closed',
])
const Ball = z.enum(['ours', 'theirs']).nullable()

const Board = z.looseObject({
  id: z.string(),
  client: z.string(),
  stage: Stage,
  status: Status,
  ball: Ball,
  silentSince: z.iso.datetime().nullable(),
  wakeAt: z.iso.datetime().nullable(),
  domains: z.array(z.string()),
  openings: z.array(z.string()),
  contacts: z.array(Contact),
  meetings: z.array(Meeting),
  openTasks: z.array(OpenTask),
  reminders: z.array(z.looseObject({ due: z.iso.date(), what: z.string() })),
  position: z.int(),
})
const Whole = z.looseObject({
  id: z.string(),
  client: z.string(),
  stage: Stage,
  openedAt: z.iso.datetime(),
  openings: z.array(z.string()),
  contacts: z.array(Contact),
  milestones: z.array(Milestone),
  assessment: z.looseObject({
    status: Status,
    ball: Ball,
    silentSince: z.iso.datetime().nullable(),
    silentContact: z.string().nullable(),
    workingDaysSilent: z.int(),
    attempts: z.array(z.looseObject({ contact: z.string(), channel: Channel, play: z.string(), at: z.iso.datetime() })),
    due: z.array(z.looseObject({ play: z.string(), contact: z.string().optional(), due: z.iso.date() })),
    wakeAt: z.iso.datetime().nullable(),
  }),
  plays: z.array(
    z.object({
      play: z.string(),
      contact: z.string().nullable(),
      at: z.iso.datetime(),
      result: z.enum(['returned', 'not-returned', 'open']),
    }),
  ),
  history: z.array(Event),
})
const Task = OpenTask.extend({ engagement: z.string(), client: z.string(), contactName: z.string().nullable() })
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
    about: 'engagements',
    name: 'openEngagement',
    does: 'Opens an engagement with its people',
    body: Opening,
    status: 201,
    answer: z.object({
      id: z.string(),
      position: z.int(),
      contacts: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    example: EXAMPLES.openEngagement,
    work: openEngagement,
  },
  {
    method: 'GET',
    path: '/api/engagements',
    about: 'engagements',
    name: 'listEngagements',
    does: "The board's rows",
    status: 200,
    answer: z.object({ engagements: z.array(Board) }),
    example: EXAMPLES.listEngagements,
    work: listEngagements,
  },
  {
    method: 'GET',
    path: '/api/engagements/{id}',
    about: 'engagements',
    name: 'showEngagement',
    does: 'State, assessment and history of one engagement',
    status: 200,
    answer: Whole,
    example: EXAMPLES.showEngagement,
    work: showEngagement,
  },
  {
    method: 'POST',
    path: '/api/engagements/{id}/commands',
    about: 'engagements',
    name: 'sayCommand',
    does: 'Says something about an engagement. What it refuses is 409 with its code',
    body: CommandBody,
    status: 200,
    answer: Appended,
    example: EXAMPLES.sayCommand,
    work: sayCommand,
  },
  {
    method: 'GET',
    path: '/api/tasks',
    about: 'tasks',
    name: 'listTasks',
    does: 'The tasks open and due on a day, today where none is named',
    query: On,
    status: 200,
    answer: z.object({ on: z.iso.date(), tasks: z.array(Task) }),
    example: EXAMPLES.listTasks,
    work: listTasks,
  },
  {
    method: 'POST',
    path: '/api/tasks/{id}/outcome',
    about: 'tasks',
    name: 'settleTask',
    does: 'Settles a task as its button would',
    body: Outcome,
    status: 200,
    answer: Appended,
    example: EXAMPLES.settleTask,
    work: settleTask,
  },
  {
    method: 'GET',
    path: '/api/notes',
    about: 'notes',
    name: 'listNotes',
    does: 'What arrived in the last ninety days and how it was read, the newest first',
    status: 200,
    answer: z.object({ notes: z.array(Note) }),
    example: EXAMPLES.listNotes,
    work: listNotes,
  },
]
