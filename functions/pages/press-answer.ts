import { localDate } from '../../shared/domain/calendar/days.ts'
import { sayCommand } from '../../shared/domain/engagement/in-words.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { foldNote, type Note, type PlannedCommand } from '../../shared/domain/note.ts'
import { printable, quotable } from '../../shared/domain/plays/words.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { engagementStream, noteStream } from '../../shared/log/streams.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { answerNote } from '../../shared/runtime/answer-note.ts'
import type { Link } from '../../shared/runtime/links.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import { notOurs, page, type Response, says } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
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
    return says(
      200,
      'Answered already',
      'This question has its answer, and nothing more was recorded. If it was wrong, reply to the mail with the right one.',
    )
  const told = await tell(chosen, owner, world, localDate(owner.calendar, request.now))
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
  const { applied } = await answerNote(world.log, owner, link.note, chosen, {
    command: CommandId.parse(pressId(request.token)),
    now: request.now,
    by: link.recruiter,
  })
  // What it tells may answer other notes that ask the same.
  if (chosen.commands.length > 0 || chosen.candidates.length > 0)
    await world.readAgain({ firm: link.firm, recruiter: link.recruiter, note: link.note, now: request.now })
  if (applied.refused.length > 0)
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
  /** Addresses of people who are candidates by this answer. */
  readonly candidates: readonly string[]
}

const answerOf = (note: Note, word: string): Chosen | undefined => {
  if (note.status === 'held' && word === 'seen') {
    const subject = quotable(note.subject, 80)
    const question = `A message${subject ? `, "${subject}",` : ''} was held. Put it aside?`
    return { word, question, label: 'Put it aside', commands: [], candidates: [] }
  }
  // The buttons of a question that was asked before stay in the mailbox, and still say what they said.
  const asked = [note.question, ...note.askedBefore.toReversed()].filter(question => question !== null)
  const question = asked.find(({ answers }) => answers.some(answer => answer.word === word))
  const answer = question?.answers.find(candidate => candidate.word === word)
  if (!question || !answer) return undefined
  return {
    ...answer,
    question: printable(question.text, 400) ?? 'What did you mean?',
    candidates: answer.candidate ? [answer.candidate] : [],
  }
}

const tell = async (
  { commands, candidates }: Chosen,
  owner: Owner,
  { log }: World,
  today: string,
): Promise<Html | undefined> => {
  if (candidates.length > 0)
    return html`<p>Mail of ${candidates.join(', ')} is left alone, and not asked about again.</p>`
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
