import { localDate } from '../../shared/domain/calendar/days.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { foldNote, type Note, type NoteEvent, type PlannedCommand } from '../../shared/domain/note.ts'
import { printable, quotable } from '../../shared/domain/plays/words.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { engagementStream, noteStream } from '../../shared/log/streams.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Link } from '../../shared/runtime/links.ts'
import { type Owner, say } from '../../shared/runtime/say.ts'
import { notOurs, page, type Response, says } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
import { sayCommand } from './words.ts'
import { ownerOf, pressId, type World } from './world.ts'

type AnswerLink = Extract<Link, { kind: 'answer' }>

/** `/answer/TOKEN`: a GET states what an answer records, a POST records it; `seen` puts a held message aside. */
export const pressAnswer = async (
  request: Request,
  link: AnswerLink,
  secret: string,
  world: World,
): Promise<Response> => {
  const stream = noteStream(link.firm, link.recruiter, link.note)
  const [owner, { events }] = await Promise.all([ownerOf(world, link), world.log.load(stream)])
  const note = foldNote(events)
  const chosen = answerOf(note, link.word)
  if (!chosen) return notOurs()
  // An answer that was recorded and not yet carried out is carried out by pressing again.
  if (note.answered && note.applied)
    return says(200, 'Answered already', 'This question has its answer. Nothing more was recorded.')
  const told = await tell(chosen.commands, owner, world, localDate(owner.calendar, request.now))
  if (request.method !== 'POST' || !cameFromOurPage(secret, request))
    return page(
      request.method === 'POST' ? 403 : 200,
      chosen.question,
      html`<p>Your answer: <strong>${chosen.label}</strong>. Nothing is recorded yet.${told && ' The button records this:'}</p>
${told}
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(secret, request.token)}">
<button type="submit">${chosen.label}</button>
</form>`,
    )
  const refused = await answer(request, link, chosen, owner, world)
  if (refused)
    return says(
      409,
      'Not all of it could be recorded',
      'Something has changed since the question was asked. Reply to the mail in your own words, and it is read again.',
    )
  return page(
    200,
    'Thank you',
    html`<p>${chosen.question} ${chosen.label}.</p>
${told || html`<p>Nothing was recorded of it.</p>`}
<p>You can close this page.</p>`,
  )
}

type Chosen = {
  readonly word: string
  readonly question: string
  readonly label: string
  readonly commands: readonly PlannedCommand[]
}

const answerOf = (note: Note, word: string): Chosen | undefined => {
  if (note.status === 'held' && word === 'seen') {
    const subject = quotable(note.subject, 80)
    const question = `A message${subject ? `, "${subject}",` : ''} was held. Put it aside?`
    return { word, question, label: 'Put it aside', commands: [] }
  }
  const answer = note.question?.answers.find(candidate => candidate.word === word)
  if (!note.question || !answer) return undefined
  return { ...answer, question: printable(note.question.text, 400) ?? 'What did you mean?' }
}

const tell = async (
  commands: readonly PlannedCommand[],
  owner: Owner,
  { log }: World,
  today: string,
): Promise<Html | undefined> => {
  if (commands.length === 0) return undefined
  const sentences = await Promise.all(
    commands.map(async ({ command, engagement }) => {
      const state = fold((await log.load(engagementStream(owner.firm, owner.recruiter, engagement))).events)
      return sayCommand(command, { state, calendar: owner.calendar, today })
    }),
  )
  return html`<ul>
${sentences.map(
  sentence => html`<li>${sentence}.</li>
`,
)}</ul>`
}

/** Records the answer, then says it to the engagements, then records that it was said. Answers whether any was refused. */
const answer = async (
  request: Request,
  link: AnswerLink,
  { word, commands }: Chosen,
  owner: Owner,
  { log }: World,
): Promise<boolean> => {
  const stream = noteStream(link.firm, link.recruiter, link.note)
  const envelope = { at: request.now, recordedAt: request.now, by: link.recruiter }
  const answered = await execute(log, stream, foldNote, (note): NoteEvent[] =>
    note.answered
      ? []
      : [
          {
            type: 'NoteAnswered',
            ...envelope,
            command: CommandId.parse(pressId(request.token)),
            word,
            commands: [...commands],
          },
        ],
  )
  const refused: { command: CommandId; code: string }[] = []
  for (const [engagement, planned] of Map.groupBy(answered.state.commands, command => command.engagement)) {
    const outcome = await say(
      log,
      owner,
      engagement,
      planned.map(({ id, at, evidence, command }) => ({
        command,
        saying: { id, at, now: request.now, by: link.recruiter, source: 'note', evidence, note: link.note },
      })),
    )
    refused.push(...outcome.refused.map(({ command, refusal }) => ({ command, code: refusal.code })))
  }
  await execute(log, stream, foldNote, (note): NoteEvent[] =>
    note.applied
      ? []
      : [{ type: 'NoteApplied', ...envelope, command: CommandId.parse(`apply.${link.note}.2`), refused }],
  )
  return refused.length > 0
}
