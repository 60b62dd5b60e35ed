import { createAnswer } from '../../functions/inbound/answer.ts'
import { takeIn } from '../../functions/inbound/inbound.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import type { NoteEvent } from '../../shared/domain/note.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import type { Commit } from '../../shared/log/codec.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import type { StreamName } from '../../shared/log/streams.ts'
import type { Outgoing } from '../../shared/mail/send.ts'
import { say } from '../../shared/runtime/say.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { ana, engagementRow, firmRow, recruiterRow } from '../contract/support/rows.ts'

/** A recruiter's office in memory that takes messages in as the function does: what it records, and what it sends. */

export const INBOUND = `${recruiterRow(ana).inboundToken}@in.watch.example`
export const ARRIVED = '2026-10-14T16:00:00Z'
/** The recruiter's own address, and a client's. */
export const ANA = 'Ana Brandt <ana@northgate.example>'
export const RUTH = 'Ruth Avila <ruth.avila@harborcastings.example>'

/** DynamoDB takes no larger item. */
const LARGEST_COMMIT = 400 * 1024

export type Outcome = {
  readonly status: 'understood' | 'asked' | 'held' | 'nothing'
  readonly rule: string
  readonly why: string
  readonly commands: readonly string[]
  /** Commands that no engagement took. */
  readonly refused: number
  readonly sent: readonly Outgoing[]
  readonly largestCommit: number
}

export const openOffice = async () => {
  const commits = new Map<StreamName, Commit[]>()
  const views = createMemoryViews()
  for (const row of [firmRow(), recruiterRow(ana), engagementRow('e1')]) await views.write(row)
  const log = createMemoryLog(commits)
  await openHarbor(log)
  let sent: Outgoing[] = []
  const send = async (mail: Outgoing) => {
    sent.push(mail)
    return { outcome: 'sent', messageId: String(sent.length) } as const
  }
  const answer = createAnswer(log, send, 'https://watch.example', async () => 'a secret of thirty-two letters..')

  /** Takes in a message as it was stored, and answers what is on record. Throws where the function would. */
  const arrive = async (raw: Uint8Array, recipient = INBOUND): Promise<Outcome> => {
    sent = []
    const before = new Set(commits.keys())
    const deps = { log, views, fetch: async () => raw, answer, inboundDomain: 'in.watch.example' }
    await takeIn(deps, { object: 'inbox/1', arrivedAt: ARRIVED, recipients: [recipient] })
    const note = [...commits.keys()].find(stream => stream.includes('/note/') && !before.has(stream))
    if (!note) throw new Error('nothing is on record')
    const events = (await log.load(note)).events as readonly NoteEvent[]
    const sizes = [...commits.values()].flat().map(commit => Buffer.byteLength(commit.events))
    const largestCommit = Math.max(...sizes)
    if (largestCommit > LARGEST_COMMIT) throw new Error(`a commit of ${largestCommit} bytes does not fit into the log`)
    return { ...outcomeOf(events), sent, largestCommit }
  }
  return { arrive }
}

/** The account of the row, in the log too. */
const openHarbor = async (log: EventLog): Promise<void> => {
  const { engagement, client, domains, contacts } = engagementRow('e1')
  const { calendar } = recruiterRow(ana)
  const { firm, policy } = firmRow()
  const at = '2026-10-01T15:00:00Z'
  const commands: Command[] = [
    { command: 'OpenEngagement', engagement, client, domains: [...domains], origin: 'other' },
    ...contacts.map(({ id, name, role, emails, phones }): Command => {
      return { command: 'AddContact', contact: id, name, role, emails: [...emails], phones: [...phones] }
    }),
  ]
  const sayings = commands.map((command, index) => ({
    command,
    saying: {
      id: CommandId.parse(`open.${index}`),
      at,
      now: at,
      by: ana,
      source: 'api' as const,
      evidence: 'reported' as const,
    },
  }))
  const { refused } = await say(log, { firm, recruiter: ana, calendar, policy }, engagement, sayings)
  if (refused.length > 0) throw new Error('the account could not be opened')
}

const outcomeOf = (events: readonly NoteEvent[]): Omit<Outcome, 'sent' | 'largestCommit'> => {
  const applied = events.find(event => event.type === 'NoteApplied')
  if (!applied) throw new Error('the note is not finished')
  const refused = applied.refused.length
  for (const event of events) {
    if (event.type === 'NoteUnderstood')
      return {
        status: event.status,
        rule: event.rule,
        why: event.why ?? '',
        commands: event.commands.map(({ command }) => command.command),
        refused,
      }
    if (event.type === 'NoteAsked')
      return {
        status: 'asked',
        rule: event.rule,
        why: event.question.text,
        commands: event.commands.map(({ command }) => command.command),
        refused,
      }
    if (event.type === 'NoteHeld') return { status: 'held', rule: event.rule, why: event.why, commands: [], refused }
  }
  throw new Error('the note has no outcome')
}

/** What SES writes above a message, with the domain that vouches for it; nobody vouches where none is given. */
export const stored = (raw: string | Uint8Array, domain: string | null = 'northgate.example'): Uint8Array => {
  const results =
    domain === null
      ? 'amazonses.com; spf=none; dkim=none; dmarc=none'
      : `amazonses.com; spf=pass smtp.mailfrom=${domain}; dkim=pass header.i=@${domain}; dmarc=pass header.from=${domain}`
  return Buffer.concat([
    Buffer.from(`X-SES-Spam-Verdict: PASS\r\nAuthentication-Results: ${results};\r\nX-SES-RECEIPT: AEFBQUFB\r\n`),
    typeof raw === 'string' ? Buffer.from(raw) : raw,
  ])
}
