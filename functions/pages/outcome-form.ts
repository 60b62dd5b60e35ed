import type { Command } from '../../shared/domain/engagement/commands.ts'
import { sayCommand } from '../../shared/domain/engagement/in-words.ts'
import { contactOf, type Engagement, type Task } from '../../shared/domain/engagement/state.ts'
import type { Play, PlayOutcome } from '../../shared/domain/plays/play.ts'
import { firstName, oneLine, spokenDuration } from '../../shared/domain/plays/words.ts'
import { policyFor } from '../../shared/domain/policy.ts'
import { CONVERSATIONS } from '../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import { choiceField, wrongs } from './fields.ts'
import { type Asked, fieldsFor, type Pressed, REASONS } from './form.ts'
import { page, type Response } from './page.ts'
import { nonceOf, type Request } from './request.ts'
import type { Wrong } from './typed.ts'

/** What a link leads to, looked up: the task is open, and the outcome is one of its play's. */
export type Standing = {
  readonly owner: Owner
  readonly engagement: Engagement
  readonly task: Task
  readonly play: Play
  readonly outcomes: readonly PlayOutcome[]
  readonly today: string
  /** The page of the same task with all its outcomes, where this one has but one of them. */
  readonly allOutcomes: string | undefined
}

/** Outcomes that say nothing about a talk: no day and no line is asked for. */
const BARE: ReadonlySet<string> = new Set(['not-today', 'let-go', 'rest'])
export const isBare = ({ word, bare }: PlayOutcome): boolean => bare === true || BARE.has(word)

export const heading = (engagement: Engagement, task: Task): string => {
  const contact = contactOf(engagement, task.contact)
  return [contact?.name, engagement.client].flatMap(name => (name ? [oneLine(name)] : [])).join(', ')
}

/** What the outcomes themselves ask for, and what a talk is asked once: why it was quiet, and how soon they answer. */
const askedIn = ({ engagement, task, play, outcomes }: Standing): ReadonlySet<Asked> => {
  const talk = outcomes.some(outcome => outcome.commands(task, engagement).some(isTalk))
  return new Set<Asked>([
    ...outcomes.flatMap(({ asks }) => (asks ? [asks] : [])),
    ...(talk && engagement.announced ? (['reason'] as const) : []),
    ...(talk && task.contact && play.name !== 'set-expectations' && !isAgreedWith(engagement, task)
      ? (['reply-within'] as const)
      : []),
  ])
}

const isTalk = (command: Command): boolean =>
  command.command === 'RecordMeetingHeld' || (command.command === 'LogTouchpoint' && CONVERSATIONS.has(command.outcome))

const isAgreedWith = ({ facts }: Engagement, { contact }: Task): boolean =>
  facts.some(fact => fact.type === 'ExpectationSet' && (fact.contact === undefined || fact.contact === contact))

/** All that a press says: the outcome's own commands, then what was agreed, then why it was quiet, which may close. */
export const commandsOf = (
  standing: Standing,
  chosen: PlayOutcome,
  { said, reason }: Pick<Pressed, 'said' | 'reason'>,
): readonly Command[] => {
  const { engagement, task } = standing
  const asks = askedIn(standing)
  const { contact } = task
  const { replyWithin } = said
  const own = chosen.commands(task, engagement, said)
  const agreed: readonly Command[] =
    replyWithin && contact && asks.has('reply-within') && !own.some(({ command }) => command === 'SetExpectation')
      ? [
          {
            command: 'SetExpectation',
            topic: 'reply time',
            text: `answers within ${spokenDuration(replyWithin)}`,
            contact,
            replyWithin,
          },
        ]
      : []
  const learned = asks.has('reason')
    ? REASONS.find(({ word }) => word === reason)?.commands(task, engagement, said)
    : []
  return [...own, ...agreed, ...(learned ?? [])]
}

export const recordedList = ({ engagement, owner, today }: Standing, commands: readonly Command[]): Html =>
  html`<ul>
${commands.map(
  command => html`<li>${sayCommand(command, { state: engagement, calendar: owner.calendar, today })}.</li>
`,
)}</ul>`

/** States what the button records, and asks for what else is known. */
export const outcomePage = (
  statusCode: number,
  standing: Standing,
  { token, form }: Request,
  secret: string,
  wrong?: Wrong,
): Response => {
  const { owner, engagement, task, play, outcomes, today, allOutcomes } = standing
  const [only, ...others] = outcomes
  const contact = contactOf(engagement, task.contact)
  const who = contact ? firstName(oneLine(contact.name)) : 'they'
  return page(
    statusCode,
    heading(engagement, task),
    html`${wrongs(wrong?.wrong)}
<p>${play.title}. ${others.length > 0 ? 'What did you do? Nothing is recorded before you press the button.' : 'Nothing is recorded yet. The button records this:'}</p>
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(secret, token)}">
${
  others.length === 0 && only
    ? recordedList(standing, only.commands(task, engagement))
    : choiceField(
        { name: 'word', label: 'What you did', value: form.get('word') ?? '', wrong: wrongOf('word', wrong) },
        outcomes.map(({ word, label }) => ({ value: word, label })),
      )
}
${!outcomes.every(isBare) && fieldsFor(askedIn(standing), form, { today, who, revisitDays: policyFor(owner.policy, engagement).revisitDays }, wrong)}
<button type="submit">Record it</button>
</form>
${allOutcomes && html`<p><a href="${allOutcomes}">Something else happened</a></p>`}`,
  )
}

const wrongOf = (field: string, wrong: Wrong | undefined): string | undefined =>
  wrong?.field === field ? wrong.wrong : undefined
