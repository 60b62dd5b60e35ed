import { localDate, plusDays } from '../../shared/domain/calendar/days.ts'
import { type Engagement, fold, isKept } from '../../shared/domain/engagement/state.ts'
import { foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { engagementStream, firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { SAFE_HEADERS } from '../../shared/runtime/safe-headers.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import { calendarOf } from './feed-calendar.ts'
import { entriesOf } from './feed-entries.ts'
import { type Response, says } from './page.ts'
import type { Request } from './request.ts'
import type { World } from './world.ts'

/** The address of a calendar feed: whoever knows it may read it, and nobody can guess it. */
export const feedAddress = (base: string, token: string): string => `${base}/calendar/${token}.ics`
const ADDRESS = /^\/calendar\/([\w-]{32})\.ics$/

/** `/calendar/TOKEN.ics`, for calendar programs: what is coming, a day each. It needs no session. */
export const feed = async (request: Request, world: World): Promise<Response> => {
  const [, token] = ADDRESS.exec(request.path) ?? []
  const owner = token && request.method !== 'POST' ? await ownerOfFeed(token, world) : null
  if (!owner) return says(404, 'There is nothing here', 'Relight lives in your mail.')
  const accounts = await accountsOf(owner, request.now, world)
  return {
    statusCode: 200,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/calendar; charset=utf-8' },
    body: calendarOf(
      accounts.map(engagement => ({ engagement, entries: entriesOf(engagement, owner, request.now) })),
      world.publicUrl,
    ),
  }
}

/** The views find whose it is; the log says whether it still is, so that one that was replaced is over at once. */
const ownerOfFeed = async (token: string, { log, views }: World): Promise<Owner | null> => {
  const row = await views.recruiterByFeed(token)
  if (!row) return null
  const { firm, recruiter } = row
  const [ofFirm, ofRecruiter] = await Promise.all([
    log.load(firmStream(firm)),
    log.load(recruiterStream(firm, recruiter)),
  ])
  const known = foldRecruiter(ofRecruiter.events)
  return known?.feedToken === token
    ? { firm, recruiter, calendar: known.calendar, policy: foldFirm(ofFirm.events).policy }
    : null
}

/** Where nothing changes for longer than that nothing is looked into: calendars ask often, and each look costs a read. */
const DAYS_AHEAD = 14

const accountsOf = async (owner: Owner, now: string, { log, views }: World): Promise<readonly Engagement[]> => {
  const { firm, recruiter, calendar } = owner
  const today = localDate(calendar, now)
  const rows = await views.engagementsOf(firm, recruiter)
  const loaded = await Promise.all(
    rows
      .filter(row => isComing(row, today))
      .map(({ engagement }) => log.load(engagementStream(firm, recruiter, engagement))),
  )
  return loaded.flatMap(({ events }) => {
    const engagement = fold(events)
    return isKept(engagement) ? [engagement] : []
  })
}

const isComing = (row: EngagementRow, today: string): boolean => {
  if (!isKept(row)) return false
  if (row.openTasks.length > 0 || row.meetings.length > 0) return true
  if (row.reminders.some(({ due }) => due >= today)) return true
  // Of an account that rests until a day, that day is worth knowing however far it lies ahead.
  const isLeftUntil = row.status === 'paused' || row.status === 'closed'
  return row.wakeAt !== null && (isLeftUntil || row.wakeAt.slice(0, 10) <= plusDays(today, DAYS_AHEAD))
}
