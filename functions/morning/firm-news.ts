import { isKept } from '../../shared/domain/engagement/state.ts'
import { counted, list, oneLine } from '../../shared/domain/plays/words.ts'
import { type Suppression, suppressionsOf } from '../../shared/domain/recruiter.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import type { EngagementRow, RecruiterRow } from '../../shared/views/rows.ts'
import type { Views } from '../../shared/views/views.ts'
import { digestBefore } from './open-notes.ts'
import type { Morning } from './whose.ts'

type Deps = { readonly log: EventLog; readonly views: Views }

/**
 * What happened at the firm since the digest before: accounts that came from a colleague, and for the firm's owner whom
 * mail no longer reaches and what came for those who are gone. `previous` is the date of the digest before.
 */
export const firmNews = async (
  deps: Deps,
  morning: Morning,
  rows: readonly EngagementRow[],
  previous: string,
): Promise<readonly string[]> => {
  const { firm, recruiter } = morning
  const came = rows.filter(row => row.takenOver && isKept(row))
  const colleagues = firm.owner === recruiter.recruiter ? await colleaguesOf(deps.views, morning) : []
  const unreached = colleagues.filter(({ deactivated, suppressed }) => !deactivated && suppressed.length > 0)
  const gone = colleagues.filter(({ deactivated }) => deactivated)
  if (came.length + unreached.length + gone.length === 0) return []
  const since = await digestBefore(deps.log, morning, previous)
  const told = await Promise.all([
    handedOver(came, since, deps.views, morning),
    ...unreached.map(colleague => bounced(colleague, since, deps.log)),
    ...gone.map(colleague => heldFor(colleague, since, deps.views)),
  ])
  return told.flat()
}

const colleaguesOf = async (views: Views, { firm, recruiter }: Morning): Promise<readonly RecruiterRow[]> => {
  const others = firm.recruiters.filter(each => each !== recruiter.recruiter)
  const rows = await Promise.all(others.map(each => views.recruiter(firm.firm, each)))
  return rows.filter(row => row !== null)
}

const isAfter = (instant: string, since: string): boolean => Date.parse(instant) > Date.parse(since)

const MOST_NAMED = 5

const handedOver = async (
  came: readonly EngagementRow[],
  since: string,
  views: Views,
  { firm }: Morning,
): Promise<readonly string[]> => {
  const fresh = came.flatMap(({ takenOver, client }) =>
    takenOver && isAfter(takenOver.at, since) ? [{ from: takenOver.from, client: oneLine(client) }] : [],
  )
  const givers = [...Map.groupBy(fresh, ({ from }) => from)]
  return Promise.all(
    givers.map(async ([from, accounts]) => {
      const giver = (await views.recruiter(firm.firm, from))?.name
      const whose = giver ? `${oneLine(giver)}’s` : 'A colleague’s'
      const named = accounts.slice(0, MOST_NAMED).map(({ client }) => client)
      const more = accounts.length - named.length
      const names = list(more > 0 ? [...named, `${more} more`] : named)
      return accounts.length === 1
        ? `${whose} account ${names} is yours now, with its whole story.`
        : `${whose} accounts ${names} are yours now, each with its whole story.`
    }),
  )
}

const bounced = async (
  { firm, recruiter, name, suppressed }: RecruiterRow,
  since: string,
  log: EventLog,
): Promise<readonly string[]> => {
  const { events } = await log.load(recruiterStream(firm, recruiter))
  return suppressionsOf({ suppressed }, events)
    .filter(({ why, recordedAt }) => why !== 'unsubscribed' && isAfter(recordedAt, since))
    .map(told => `${sayWhy(told)}: ${oneLine(name)} gets none there until the address is confirmed anew.`)
}

const sayWhy = ({ why, address }: Suppression): string =>
  why === 'complained' ? `Mail to ${address} was reported as spam` : `Mail to ${address} came back`

const heldFor = async (
  { firm, recruiter, name }: RecruiterRow,
  since: string,
  views: Views,
): Promise<readonly string[]> => {
  const came = (await views.notes(firm, recruiter, since)).filter(({ status }) => status === 'held')
  return came.length === 0
    ? []
    : [
        `For ${oneLine(name)}, who is no longer here, came ${counted(came.length, 'message')}. Held, to be read on the page of your team.`,
      ]
}
