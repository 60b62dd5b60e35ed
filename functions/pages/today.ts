import { localDate } from '../../shared/domain/calendar/days.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import { capitalised, counted, oneLine, weekdayAndDate } from '../../shared/domain/plays/words.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { telephone } from '../../shared/mail/write/telephone.ts'
import { linkAddress } from '../../shared/runtime/links.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import type { Response } from './page.ts'
import type { Visit } from './visit.ts'
import type { World } from './world.ts'

/** `/`: what is due by today, the longest due first. What to say stands in the mail of the morning. */
export const today = async (visit: Visit, world: World): Promise<Response> => {
  const { owner, request } = visit
  const date = localDate(owner.calendar, request.now)
  const rows = await world.views.engagementsOf(owner.firm, owner.recruiter)
  const due = rows
    .flatMap(row => row.openTasks.map(task => ({ row, task })))
    .filter(({ task }) => task.due <= date && (task.putOffUntil ?? '') <= date)
    .toSorted((one, other) => one.task.due.localeCompare(other.task.due))
  const [key] = await world.keyRing.keys()
  const items = await Promise.all(due.map(item => itemOf(item, date, visit, key)))
  const watched = rows.filter(({ stage }) => stage === 'open').length
  return visit.page(
    200,
    capitalised(weekdayAndDate(date, date)),
    html`<p>${due.length === 0 ? 'Nothing is due.' : `${capitalised(counted(due.length, 'task'))} due.`} ${watched > 0 && `Relight watches over ${counted(watched, 'account')} of yours.`}</p>
${
  items.length > 0 &&
  html`<ul class="rows">
${items}</ul>`
}`,
  )
}

type Due = { readonly row: EngagementRow; readonly task: EngagementRow['openTasks'][number] }

const itemOf = async ({ row, task }: Due, date: string, { owner, request }: Visit, key: string): Promise<Html> => {
  const contact = row.contacts.find(({ id }) => id === task.contact)
  const play = playNamed(task.play)
  const phone = play?.for === 'contact' ? contact?.phones[0]?.number : undefined
  const { firm, recruiter } = owner
  const link = { kind: 'do', firm, recruiter, engagement: row.engagement, task: task.id, word: ALREADY_DID } as const
  const address = await linkAddress('', key, link, request.now)
  return html`<li>
<h2>${contact && `${oneLine(contact.name)}, `}<a href="/account/${row.engagement}">${oneLine(row.client)}</a></h2>
<p>${play?.title}, due ${task.due === date ? 'today' : html`<span class="late">since ${weekdayAndDate(task.due, date)}</span>`}</p>
${phone && html`<p><a href="${telephone(phone)}">${phone}</a></p>`}
<p><a class="button" href="${address}">Say what you did</a></p>
</li>
`
}
