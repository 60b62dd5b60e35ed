import * as z from 'zod'
import { instantOn, localDate } from '../../shared/domain/calendar/days.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { EngagementId, LocalDate } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { type Answer, AnyInstant, atFault, type Call, parsed, Stopped } from './request.ts'
import { saidBefore, sayFor } from './say-for.ts'

/** GET /api/tasks?on=DATE: the tasks open and due on a day, today where none is named. Lines are no tasks. */
export const listTasks = async (call: Call): Promise<Answer> => {
  const { on } = parsed(On, call.query)
  const day = on ?? localDate(call.owner.calendar, call.now)
  const rows = await call.deps.views.engagementsOf(call.owner.firm, call.owner.recruiter)
  const tasks = rows.flatMap(row =>
    row.openTasks
      .filter(task => task.due <= day && playNamed(task.play)?.shape === 'task')
      .map(task => ({
        ...task,
        engagement: row.engagement,
        client: row.client,
        contactName: row.contacts.find(contact => contact.id === task.contact)?.name ?? null,
      })),
  )
  return { status: 200, body: { on: day, tasks } }
}

export const On = z.strictObject({ on: LocalDate.optional() })

export const Outcome = z.strictObject({
  /** One of the play's outcomes by its word: `voicemail`, `spoke`, `not-today`, `let-go`. */
  outcome: z.string().trim().min(1).max(60),
  /** What was said, in a line. */
  words: z.string().trim().min(1).max(2000).optional(),
  replyWithin: z.string().max(20).optional(),
  revisitOn: LocalDate.optional(),
  startsAt: AnyInstant.optional(),
  /** The local day on which it was done, where it was not today. */
  on: LocalDate.optional(),
  /** The instant at which it was done; now where both are left out. */
  at: AnyInstant.optional(),
})

/** POST /api/tasks/{id}/outcome: settles one as its button would. */
export const settleTask = async (call: Call): Promise<Answer> => {
  const { outcome: word, at, on, ...said } = parsed(Outcome, call.body)
  const id = call.path['id'] ?? ''
  const engagement = EngagementId.safeParse(id.slice(0, id.lastIndexOf('.')))
  const state = engagement.success
    ? fold((await call.deps.log.load(engagementStream(call.owner.firm, call.owner.recruiter, engagement.data))).events)
    : null
  const isOurs = state && state.stage !== 'unopened' && state.stage !== 'handed-over'
  const task = isOurs ? state.tasks.find(candidate => candidate.id === id) : undefined
  if (!isOurs || !task)
    throw new Stopped(
      atFault(404, 'unknown-task', 'No task of yours has this id', 'id', 'must be the id of a task of yours'),
    )
  const before = await saidBefore(call, state.id)
  if (before) return { status: 200, body: { position: before.position, events: before.events } }
  const outcomes = playNamed(task.play)?.outcomes ?? []
  const outcome = outcomes.find(candidate => candidate.word === word)
  if (!outcome)
    throw new Stopped(
      atFault(
        400,
        'invalid',
        'What was sent is not valid',
        'outcome',
        `must be one of ${outcomes.map(candidate => candidate.word).join(', ')}`,
      ),
    )
  if (task.settled)
    throw new Stopped(
      atFault(409, 'task-settled', 'The task is already settled', 'id', `was settled before (${task.settled.how})`),
    )
  const commands = outcome.commands(task, state, said as Parameters<typeof outcome.commands>[2])
  const { position, events } = await sayFor(
    call,
    state.id,
    commands,
    at ?? instantOn(call.owner.calendar, on, call.now),
  )
  return { status: 200, body: { position, events } }
}
