import { Temporal } from 'temporal-polyfill'
import {
  digestInstant,
  isWorkingDay,
  localDate,
  nthWorkingDayAfter,
  plusDays,
} from '../../shared/domain/calendar/days.ts'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import type { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import type { Mailer } from '../../shared/mail/send.ts'
import { type DigestInput, type DigestMail, writeDigest } from '../../shared/mail/write/digest.ts'
import type { DigestRow } from '../../shared/views/rows.ts'
import type { Views } from '../../shared/views/views.ts'
import { createDigestRecord, nextStep } from './claim.ts'
import { firmNews } from './firm-news.ts'
import { dayBefore, type Findings, lookAt, remindersFor } from './look.ts'
import { openNotes, QUESTION_DAYS } from './open-notes.ts'
import type { Morning } from './whose.ts'

/** What a morning needs of the world. */
export type Deps = {
  readonly log: EventLog
  readonly views: Views
  readonly send: Mailer
  readonly links: (
    morning: Morning,
  ) => Promise<Pick<DigestInput, 'link' | 'answerLink' | 'noteLink' | 'pages' | 'unsubscribe'>>
  readonly inboundDomain: string
}

/**
 * One recruiter's morning: looks at the engagements, raises what is due, and sends the day's digest once. Safe to
 * repeat; a morning that was missed is held the same day, later. `now` is a UTC instant.
 */
export const holdMorning = async (
  deps: Deps,
  whose: { firm: FirmId; recruiter: RecruiterId },
  now: string,
): Promise<void> => {
  const [firm, recruiter] = await Promise.all([
    deps.views.firm(whose.firm),
    deps.views.recruiter(whose.firm, whose.recruiter),
  ])
  if (!firm || !recruiter) return
  const { calendar } = recruiter
  const today = localDate(calendar, now)
  const morning: Morning = { firm, recruiter, now, today }
  const isDue = isWorkingDay(calendar, today) && Date.parse(digestInstant(calendar, today)) <= Date.parse(now)
  // The mornings of somebody who was deactivated go by, so that the first one after they are back is held.
  if (isDue && !recruiter.deactivated && (await sendDigest(deps, morning)) === 'wait') return
  const next = isWorkingDay(calendar, today) && !isDue ? today : nthWorkingDayAfter(calendar, today, 1)
  await deps.views.setDue(recruiter, digestInstant(calendar, next))
}

/** `wait`: the morning comes round again in a quarter of an hour. */
const sendDigest = async (deps: Deps, morning: Morning): Promise<'done' | 'wait'> => {
  const record = createDigestRecord(deps.log, morning)
  const step = nextStep(await record.load(), morning.now)
  if (step !== 'send') return step
  const mail = await composeDigest(deps, morning)
  if (!mail) {
    await record.notNeeded()
    return 'done'
  }
  const address = morning.recruiter.addresses.find(candidate => !morning.recruiter.suppressed.includes(candidate))
  if (!address) {
    await record.notNeeded()
    return 'done'
  }
  if (!(await record.claim(mail.lines))) return 'wait'
  const sent = await deps.send({
    ...mail,
    to: address,
    tags: { recruiter: morning.recruiter.recruiter, firm: morning.firm.firm, date: morning.today },
  })
  if (sent.outcome === 'sent') await record.record({ type: 'DigestSent', messageId: sent.messageId })
  if (sent.outcome === 'refused') await record.record({ type: 'DigestRefused', why: sent.why.slice(0, 200) })
  return sent.outcome === 'sent' ? 'done' : 'wait'
}

const composeDigest = async (deps: Deps, morning: Morning): Promise<DigestMail | null> => {
  const { firm, recruiter, today } = morning
  const rows = await deps.views.engagementsOf(firm.firm, recruiter.recruiter)
  const earlier = await earlierDigests(deps.views, morning)
  const last = earlier.at(0)?.date
  const previous = last ?? dayBefore(morning)
  const since = last ? digestInstant(recruiter.calendar, last) : null
  const findings = await lookAt(rows, morning, since, deps.log, deps.views)
  const notes = await deps.views.notes(
    firm.firm,
    recruiter.recruiter,
    digestInstant(recruiter.calendar, plusDays(today, -QUESTION_DAYS)),
  )
  const waiting = await openNotes(deps.log, morning, notes, previous, earlier)
  const news = await firmNews(deps, morning, rows, previous)
  const inbound = recruiter.inboundToken ?? ''
  const input: DigestInput = {
    recruiter: {
      name: recruiter.name,
      ...(recruiter.phone ? { phone: recruiter.phone } : {}),
      inbound: `${inbound}@${deps.inboundDomain}`,
    },
    calendar: recruiter.calendar,
    policy: firm.policy,
    today,
    entries: entriesOf(findings, today),
    reminders: remindersFor(rows, morning, previous),
    questions: waiting.questions,
    held: waiting.held,
    kept: waiting.kept,
    news,
    unreadable: findings.unreadable.map(row => ({ engagement: row.engagement, client: row.client })),
    withinTime: 0,
    ...(await deps.links(morning)),
    replyTo: `${inbound}+${today}@${deps.inboundDomain}`,
  }
  const busy = new Set(input.entries.map(({ engagement }) => engagement.id))
  const withinTime = rows.filter(row => row.stage === 'open' && !busy.has(row.engagement)).length
  const holdsAnything =
    waiting.isNews || news.length > 0 || input.entries.length + input.reminders.length + input.unreadable.length > 0
  if (!holdsAnything && !isQuietWeek(morning, earlier)) return null
  return writeDigest({ ...input, withinTime })
}

const entriesOf = ({ looked }: Findings, today: string): DigestInput['entries'] =>
  looked.flatMap(({ engagement, assessment }) =>
    openTasks(engagement)
      .filter(task => task.due <= today && (task.putOffUntil ?? '') <= today)
      .map(task => ({ engagement, assessment, task })),
  )

/** Digests of this week and the one before it, up to this one, the newest first; those that never went out are none. */
const earlierDigests = async (views: Views, { firm, recruiter, today }: Morning): Promise<readonly DigestRow[]> => {
  const recent = await views.digests(firm.firm, recruiter.recruiter, plusDays(mondayOf(today), -7))
  return recent.filter(digest => digest.date < today && digest.stage !== 'refused')
}

/** A week whose mornings held nothing still gets one line on the next one's first working day: the watch is on. */
const isQuietWeek = (morning: Morning, earlier: readonly DigestRow[]): boolean => {
  const monday = mondayOf(morning.today)
  const lastWeek = earlier.filter(({ date }) => date < monday)
  return dayBefore(morning) < monday && lastWeek.length > 0 && !lastWeek.some(({ stage }) => stage === 'sent')
}

const mondayOf = (date: string): string => plusDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
