import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { Note } from '../../../shared/domain/note.ts'
import { oneLine, printable, timeOfDay, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { whatToDo } from '../../../shared/mail/write/waiting.ts'
import { linkAddress } from '../../../shared/runtime/links.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import type { World } from '../world.ts'
import { type SaidLine, whatItSaid } from './said.ts'

/** One note: how it came, how it was read, by which rule, and what it says. */

/** What a page may offer beside each thing that a note said. */
export type Offers = (line: SaidLine) => Html | undefined

export const aboutNote = async (
  note: Note,
  owner: Owner,
  world: World,
  now: string,
  offers: Offers = () => undefined,
): Promise<Html> => {
  const said = await whatItSaid(world, owner, note, now)
  const today = localDate(owner.calendar, now)
  const came = `${weekdayAndDate(localDate(owner.calendar, note.arrivedAt), today)}, ${timeOfDay(note.arrivedAt, owner.calendar)}`
  return html`<dl class="facts">
<dt>Came</dt><dd>${came}</dd>
<dt>From</dt><dd>${oneLine(note.from) || 'no sender'}</dd>
<dt>How it was read</dt><dd>${statusOf(note)}</dd>
<dt>By the rule</dt><dd>${note.rule}</dd>
</dl>
${said.length > 0 && html`<h2>What it says</h2><ul class="rows">${said.map(line => lineOf(line, offers))}</ul>`}
${await openQuestion(note, owner, world, now)}
${note.status === 'held' && !note.answered && html`<p>${await advice(note, owner, world)}</p>`}
<h2>As it came</h2>
${await asItCame(note, world)}`
}

const advice = async (note: Note, owner: Owner, world: World): Promise<string> =>
  (await isOwn(note, owner, world))
    ? 'If it was you, have it read all the same; that takes a sign-in.'
    : whatToDo({ rule: note.rule, isOwn: false })

const lineOf = (line: SaidLine, offers: Offers): Html => {
  const { sentence, day, standing, engagement } = line
  const where = oneLine(engagement.client)
  return html`<li>
<p>${standing === 'taken-back' ? html`<s>${sentence}</s> <span class="hint">taken back</span>` : sentence}${standing === 'not-taken' && html` <span class="hint">changed nothing: it was so already, or the account had moved on</span>`}</p>
<p class="faint">${where}, ${day}</p>
${standing === 'stands' && offers(line)}</li>
`
}

/** The status of a note, in a sentence. */
export const statusOf = (note: Pick<Note, 'status' | 'answered' | 'why'>): string => {
  switch (note.status) {
    case 'understood':
      return note.answered ? 'Understood, after a question' : 'Understood'
    case 'asked':
      return 'A question is open'
    case 'held':
      return `Held${note.answered ? ' and put aside' : ''}. ${note.why}`
    case 'nothing':
      return note.why === '' ? 'Nothing was recorded of it' : `Nothing was recorded of it. ${note.why}`
    case null:
      return 'Not read yet'
  }
}

const openQuestion = async (note: Note, owner: Owner, world: World, now: string): Promise<Html | undefined> => {
  if (note.status !== 'asked' || note.answered || !note.question || !note.id) return undefined
  const { id, question } = note
  const [key] = await world.keyRing.keys()
  const { firm, recruiter } = owner
  const answers = await Promise.all(
    question.answers.map(async ({ word, label }) => ({
      label,
      // The same link all day, so that what was pressed once is known to have been.
      url: await linkAddress(
        '',
        key,
        { kind: 'answer', firm, recruiter, note: id, word },
        `${now.slice(0, 10)}T00:00:00Z`,
      ),
    })),
  )
  return html`<h2>${printable(question.text, 500) ?? 'What did you mean?'}</h2>
<p>${answers.map(({ label, url }) => html`<a class="button" href="${url}">${oneLine(label)}</a> `)}</p>`
}

export const isOwn = async ({ from }: Note, owner: Owner, { views }: World): Promise<boolean> => {
  const row = await views.recruiter(owner.firm, owner.recruiter)
  return row?.addresses.includes(from.toLowerCase()) === true
}

const MOST_SHOWN = 20_000

/** The words as they came; never their markup, and no attachment is opened. */
const asItCame = async ({ object }: Note, { fetch }: World): Promise<Html> => {
  // All that reads mail is loaded when somebody looks: the pages behind a press start without it.
  const { readMessage } = await import('../../../shared/mail/read/message.ts')
  const message = await readMessage(await fetch(object))
  if (message.kind === 'too-much') return html`<p>It is too large to show (${message.limit}). It is kept.</p>`
  const text = message.text.slice(0, MOST_SHOWN).trim()
  const files = message.attachments.map(({ name }) => name).filter(name => name !== '')
  return html`${text === '' ? html`<p>It holds no words.</p>` : html`<blockquote class="as-written">${text}</blockquote>`}
${message.text.length > MOST_SHOWN && html`<p class="hint">The rest is left out here, and kept.</p>`}
${files.length > 0 && html`<p>With it: ${files.map(oneLine).join(', ')}</p>`}`
}
