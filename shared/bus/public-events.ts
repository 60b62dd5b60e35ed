import * as z from 'zod'
import type { EngagementEvent, Recorded } from '../domain/engagement/events.ts'
import { ContactId, EngagementId, FirmId, Instant, LocalDate, RecruiterId, TaskId } from '../domain/vocabulary.ts'
import { type StreamName, streamParts } from '../log/streams.ts'

/**
 * What Relight tells other programs, by EventBridge detail type. A detail says who and what by id alone, never by name,
 * address or word: whoever may know more asks the API. An event may arrive twice: its `id` is the same both times.
 */
const about = {
  /** The event's place in the log: `stream@position`. */
  id: z.string(),
  firm: FirmId,
  recruiter: RecruiterId,
  engagement: EngagementId,
  /** When it happened. */
  at: Instant,
  contact: ContactId.exactOptional(),
}

const detail = <Shape extends z.ZodRawShape>(meaning: string, shape: Shape) =>
  z.object({ ...about, ...shape }).describe(meaning)

export const publicDetails = {
  'relight.engagement.went-quiet.v1': detail('A silence of theirs has outlasted its window', { since: Instant }),
  'relight.engagement.went-dark.v1': detail(
    'Owning the dropped ball has failed, or the silence has outlasted the window after which an account is dark',
    { since: Instant },
  ),
  'relight.engagement.came-back.v1': detail('They are back after a silence that was told of', {
    after: z.enum(['quiet', 'dark']),
  }),
  'relight.engagement.task-raised.v1': detail(
    'A play is due for a person, or for the recruiter where no contact is named',
    { task: TaskId, play: z.string(), due: LocalDate },
  ),
  'relight.engagement.task-settled.v1': detail(
    'A task was done, let go or overtaken by what happened; taken back it is open again, which the API tells',
    {
      task: TaskId,
      how: z.enum(['done', 'let-go', 'overtaken']),
    },
  ),
  'relight.engagement.handed-over.v1': detail(
    'The account is a colleague’s now, with its history and under the same id; what was due is told as overtaken for the giver, and due with the colleague, which the API tells',
    {
      to: RecruiterId,
    },
  ),
} as const

type DetailType = keyof typeof publicDetails
export type PublicEvent = {
  [Type in DetailType]: { readonly type: Type; readonly detail: z.infer<(typeof publicDetails)[Type]> }
}[DetailType]

/** Takes public events, all or an error: those that were taken before it are taken again. */
export type Bus = { readonly publish: (events: readonly PublicEvent[]) => Promise<void> }

/** The public events among those of a commit. Only engagements have any; what came with a handover was told before. */
export const publicEvents = (
  stream: StreamName,
  events: readonly Recorded<{ readonly type: string }>[],
): readonly PublicEvent[] => {
  const { kind, firm, recruiter, id } = streamParts(stream)
  if (kind !== 'engagement' || !recruiter || !id) return []
  const engagement = EngagementId.parse(id)
  return (events as readonly Recorded<EngagementEvent>[])
    .filter(({ handedOver }) => !handedOver)
    .flatMap(event => told(event, { id: `${stream}@${event.position}`, firm, recruiter, engagement, at: event.at }))
}

type About = Pick<
  z.infer<(typeof publicDetails)['relight.engagement.went-quiet.v1']>,
  'id' | 'firm' | 'recruiter' | 'engagement' | 'at'
>

const told = (event: EngagementEvent, about: About): readonly PublicEvent[] => {
  const whom = 'contact' in event && event.contact ? { contact: event.contact } : {}
  switch (event.type) {
    case 'WentQuiet':
      return [{ type: 'relight.engagement.went-quiet.v1', detail: { ...about, ...whom, since: event.since } }]
    case 'WentDark':
      return [{ type: 'relight.engagement.went-dark.v1', detail: { ...about, ...whom, since: event.since } }]
    case 'CameBack':
      return [{ type: 'relight.engagement.came-back.v1', detail: { ...about, ...whom, after: event.after } }]
    case 'TaskRaised': {
      const { task, play, due } = event
      return [{ type: 'relight.engagement.task-raised.v1', detail: { ...about, ...whom, task, play, due } }]
    }
    case 'TaskSettled': {
      const { task, how } = event
      return [{ type: 'relight.engagement.task-settled.v1', detail: { ...about, task, how } }]
    }
    case 'EngagementHandedOver':
      return [{ type: 'relight.engagement.handed-over.v1', detail: { ...about, to: event.to } }]
    default:
      return []
  }
}
