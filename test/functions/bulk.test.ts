import { describe, expect, it } from 'vitest'
import { fingerprintOf, withoutBulk } from '../../functions/inbound/bulk.ts'
import { type EngagementId, NoteId } from '../../shared/domain/vocabulary.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { ana, engagementRow, firmRow, noteRow, recruiterRow } from '../contract/support/rows.ts'
import { bytes, mail } from '../support/mail.ts'

const arrivedAt = '2026-09-14T15:00:00Z'
const occasion = { note: NoteId.parse('fifth'), sentAt: arrivedAt, arrivedAt }
const whose = { firm: firmRow(), recruiter: recruiterRow(ana), inboundDomain: 'in.northgate.example' }
const opening = (engagement: string): Extract<Reading, { status: 'understood' }> => ({
  status: 'understood',
  rule: 'mail to a client',
  commands: [
    {
      id: 'c' as never,
      engagement: engagement as EngagementId,
      at: arrivedAt,
      evidence: 'reported',
      command: {
        command: 'OpenEngagement',
        engagement: engagement as EngagementId,
        client: engagement,
        domains: [],
        origin: 'mpc',
      },
    },
  ],
})

/** Views after so many earlier mails of one text, each of which opened an account. */
const afterMails = async (count: number, text: string, at = '2026-09-14T14:00:00Z') => {
  const views = createMemoryViews()
  for (let n = 0; n < count; n++) {
    await views.write(noteRow(`n${n}`, at, { fingerprint: text, opened: [`e${n}` as EngagementId] }))
    await views.write(engagementRow(`e${n}`, { stage: 'open', ball: n === 0 ? 'ours' : 'theirs' }))
  }
  return views
}

const messageOf = async (text: string) => {
  const message = await readMessage(bytes(mail({ from: 'ana@northgate.example', text })))
  if (message.kind === 'too-much') throw new Error('too much')
  return message
}

describe('one text to many companies', () => {
  it('is one text whoever it greets', async () => {
    const ann = fingerprintOf(await messageOf('Hi Ann,\n\nI have a controller who halved a plant close.\n\nDan'))
    const bob = fingerprintOf(await messageOf('Dear Mr Sloan,\n\nI have a controller who halved a plant close.\n\nDan'))
    const other = fingerprintOf(await messageOf('Hi Ann,\n\nI have a buyer who knows resin.\n\nDan'))
    expect(bob).toBe(ann)
    expect(other).not.toBe(ann)
  })

  it('opens an account with each of four', async () => {
    const reading = opening('new')
    expect(await withoutBulk(reading, 'text', whose, occasion, await afterMails(3, 'text'))).toEqual(reading)
  })

  it('opens nothing with the fifth, and takes back the others save where somebody answered', async () => {
    const reading = await withoutBulk(opening('new'), 'text', whose, occasion, await afterMails(4, 'text'))
    expect(reading).toMatchObject({ status: 'understood', rule: 'one text to many companies' })
    const commands = 'commands' in reading ? reading.commands : []
    expect(commands.map(({ engagement, command }) => `${command.command} ${engagement}`)).toEqual([
      'RetractEngagement e1',
      'RetractEngagement e2',
      'RetractEngagement e3',
    ])
  })

  it('is still a mail to those of an account that is known', async () => {
    const fifth = opening('new')
    const reading: Reading = {
      ...fifth,
      commands: [
        ...fifth.commands,
        {
          id: 'k' as never,
          engagement: 'known' as EngagementId,
          at: arrivedAt,
          evidence: 'reported',
          command: {
            command: 'LogTouchpoint',
            direction: 'outbound',
            channel: 'email',
            outcome: 'sent',
            contact: 'c' as never,
          },
        },
      ],
    }
    const read = await withoutBulk(reading, 'text', whose, occasion, await afterMails(4, 'text'))
    const commands = 'commands' in read ? read.commands : []
    expect(commands.map(({ engagement, command }) => `${command.command} ${engagement}`)).toContain(
      'LogTouchpoint known',
    )
    expect(commands.map(({ command }) => command.command)).not.toContain('OpenEngagement')
  })

  it('is counted within one of the recruiter’s days', async () => {
    const reading = opening('new')
    const yesterday = await afterMails(4, 'text', '2026-09-13T18:00:00Z')
    expect(await withoutBulk(reading, 'text', whose, occasion, yesterday)).toEqual(reading)
  })
})
