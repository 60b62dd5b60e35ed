import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { Policy } from '../../shared/domain/policy.ts'
import type { ContactId, FirmId } from '../../shared/domain/vocabulary.ts'
import { addressHash } from '../../shared/views/keys.ts'
import type { Views } from '../../shared/views/views.ts'
import { ana, bo, digestRow, engagementRow, firmId, firmRow, noteRow, recruiterRow } from './support/rows.ts'

/** What all views do, whatever they are kept in. */
export const viewsContract = (bench: () => Promise<Views>): void => {
  let views: Views
  beforeEach(async () => {
    views = await bench()
  })

  const dueAt = async (now: string): Promise<[string, string][]> => {
    const found: [string, string][] = []
    for await (const { recruiter, dueAt } of views.due(now)) found.push([recruiter, dueAt])
    return found.toSorted()
  }

  describe('rows', () => {
    it('come back as they were written, empty fields and all', async () => {
      const full = engagementRow('e1', {
        tense: ['ruth' as ContactId],
        reminders: [{ due: '2026-10-19', what: 'call Ruth' }],
        owned: [{ contact: 'ruth' as ContactId, at: '2026-09-01T15:00:00Z' }],
        ball: 'theirs',
        silentSince: '2026-10-01T15:00:00Z',
        lastTouch: {
          contact: 'tom' as ContactId,
          at: '2026-10-02T15:00:00Z',
          direction: 'inbound',
          channel: 'email',
          outcome: 'received',
        },
      })
      const bare = engagementRow('e2', {
        domains: [],
        openings: [],
        contacts: [],
        meetings: [],
        openTasks: [],
        wakeAt: null,
      })
      const recruiter = recruiterRow(ana, { phone: '+1 312 555 0100', suppressed: ['ana@old.example'] })
      await Promise.all([full, bare, recruiter, firmRow()].map(views.write))
      expect(
        (await views.engagementsOf(firmId, ana)).toSorted((a, b) => a.engagement.localeCompare(b.engagement)),
      ).toEqual([full, bare])
      expect(await views.recruiter(firmId, ana)).toEqual(recruiter)
      expect(await views.firm(firmId)).toEqual(firmRow())
    })

    it('that nobody wrote are not there', async () => {
      expect(await views.firm(firmId)).toBeNull()
      expect(await views.recruiter(firmId, ana)).toBeNull()
      expect(await views.engagementsOf(firmId, ana)).toEqual([])
      expect(await views.notes(firmId, ana, '2026-01-01T00:00:00Z')).toEqual([])
    })

    it('of an older position, or of the same, change nothing', async () => {
      await views.write(engagementRow('e1', { position: 5, client: 'fifth' }))
      await views.write(engagementRow('e1', { position: 4, client: 'fourth' }))
      await views.write(engagementRow('e1', { position: 5, client: 'fifth again' }))
      expect((await views.engagementsOf(firmId, ana)).map(row => row.client)).toEqual(['fifth'])
    })

    it('end up the same in whatever order and however often they are written', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), async order => {
          const id = `e${++run}`
          for (const position of order) await views.write(engagementRow(id, { position, client: `as of ${position}` }))
          const row = (await views.engagementsOf(firmId, ana)).find(({ engagement }) => engagement === id)
          expect(row?.client).toBe(`as of ${Math.max(...order)}`)
        }),
        { numRuns: 15 },
      )
    })

    it('are written anew over the same position where that is asked for, and never over a later one', async () => {
      await views.write(firmRow({ position: 5, name: 'old code' }))
      await views.rewrite(firmRow({ position: 5, name: 'new code' }))
      expect((await views.firm(firmId))?.name).toBe('new code')
      await views.rewrite(firmRow({ position: 4, name: 'older log' }))
      expect((await views.firm(firmId))?.name).toBe('new code')
    })

    it('of one recruiter or firm are not seen from another', async () => {
      const other = 'northgate-2' as FirmId
      await views.write(engagementRow('e1'))
      await views.write(engagementRow('e2', { recruiter: bo }))
      await views.write(engagementRow('e3', { firm: other }))
      expect((await views.engagementsOf(firmId, ana)).map(row => row.engagement)).toEqual(['e1'])
      expect((await views.engagementsOf(firmId, bo)).map(row => row.engagement)).toEqual(['e2'])
      expect((await views.engagementsOf(other, ana)).map(row => row.engagement)).toEqual(['e3'])
    })

    it('of a firm say when its policy changed, where it did', async () => {
      await views.write(firmRow({ policyChangedAt: '2026-10-02T15:00:00Z' }))
      expect(await views.firm(firmId)).toEqual(firmRow({ policyChangedAt: '2026-10-02T15:00:00Z' }))
    })

    it('that a policy lacks a newer rule for read with the default of that rule', async () => {
      const { replyDays: _unknownThen, ...older } = Policy.parse({})
      await views.write(firmRow({ policy: older as Policy }))
      expect((await views.firm(firmId))?.policy).toEqual(Policy.parse({}))
    })
  })

  describe('notes and digests', () => {
    it('are listed from an instant on, the newest first', async () => {
      const notes = [
        noteRow('n1', '2026-10-12T08:00:00Z'),
        noteRow('n2', '2026-10-12T08:00:00.250Z'),
        noteRow('n3', '2026-10-13T08:00:00Z', {
          status: 'asked',
          open: true,
          question: 'Which Susan?',
          unknownName: 'Susan',
        }),
      ]
      await Promise.all(notes.map(views.write))
      const since = async (instant: string) => (await views.notes(firmId, ana, instant)).map(row => row.note)
      expect(await since('2026-10-12T08:00:00.000Z')).toEqual(['n3', 'n2', 'n1'])
      expect(await since('2026-10-12T08:00:00.100Z')).toEqual(['n3', 'n2'])
      expect(await since('2026-10-14T00:00:00Z')).toEqual([])
      expect((await views.notes(firmId, ana, '2026-10-13T00:00:00Z'))[0]).toEqual(notes[2])
    })

    it('keep to themselves', async () => {
      await views.write(noteRow('n1', '2026-10-12T08:00:00Z'))
      await views.write(digestRow('2026-10-12'))
      await views.write(digestRow('2026-10-13', { stage: 'refused' }))
      await views.write(engagementRow('e1'))
      expect((await views.digests(firmId, ana, '2026-10-12')).map(row => row.date)).toEqual([
        '2026-10-13',
        '2026-10-12',
      ])
      expect(await views.digests(firmId, ana, '2026-10-13')).toEqual([digestRow('2026-10-13', { stage: 'refused' })])
      expect(await views.digests(firmId, bo, '2026-10-01')).toEqual([])
      expect(await views.notes(firmId, ana, '2026-10-01T00:00:00Z')).toHaveLength(1)
    })
  })

  describe('a recruiter', () => {
    const token = 'abcdefghijklmnopqrstuvwxyz'
    const newer = 'zyxwvutsrqponmlkjihgfedcba'
    const hash = 'a'.repeat(64)

    it('is found by the inbound address in force, and not by the one before', async () => {
      await views.write(recruiterRow(ana, { position: 3, inboundToken: token }))
      expect((await views.recruiterByInbound(token))?.recruiter).toBe(ana)
      await views.write(recruiterRow(ana, { position: 4, inboundToken: newer }))
      expect((await views.recruiterByInbound(newer))?.recruiter).toBe(ana)
      expect(await views.recruiterByInbound(token)).toBeNull()
      expect(await views.recruiterByInbound('never-given')).toBeNull()
    })

    it('is found by an API token until it is revoked', async () => {
      await views.write(recruiterRow(ana, { position: 3, apiTokenHashes: [hash] }))
      expect((await views.recruiterByApiToken(hash))?.recruiter).toBe(ana)
      await views.write(recruiterRow(ana, { position: 4, apiTokenHashes: [] }))
      expect(await views.recruiterByApiToken(hash)).toBeNull()
    })

    it('is found by the calendar feed in force, and not by the one before nor after it was removed', async () => {
      const [feed, next] = ['f'.repeat(32), 'n'.repeat(32)]
      await views.write(recruiterRow(ana, { position: 3, feedToken: feed }))
      expect((await views.recruiterByFeed(feed))?.recruiter).toBe(ana)
      await views.write(recruiterRow(ana, { position: 4, feedToken: next }))
      expect(await views.recruiterByFeed(feed)).toBeNull()
      expect((await views.recruiterByFeed(next))?.feedToken).toBe(next)
      await views.write(recruiterRow(ana, { position: 5 }))
      expect(await views.recruiterByFeed(next)).toBeNull()
      expect(await views.recruiterByFeed('never-given')).toBeNull()
    })

    it('is found by each of their confirmed addresses, in every firm where it is one', async () => {
      const addresses = ['ana@northgate.example', 'ana.lima@mail.example']
      const elsewhere = recruiterRow(bo, { firm: 'southgate' as FirmId, addresses: ['ana.lima@mail.example'] })
      await views.write(recruiterRow(ana, { position: 3, addresses }))
      await views.write(elsewhere)
      const found = async (address: string) => (await views.recruitersByAddress(address)).map(row => row.recruiter)
      expect(await found(' Ana@Northgate.example ')).toEqual(['ana'])
      expect((await found('ana.lima@mail.example')).toSorted()).toEqual(['ana', 'bo'])
      expect(await found('nobody@northgate.example')).toEqual([])
      await views.write(recruiterRow(ana, { position: 4, addresses: ['ana@northgate.example'] }))
      expect(await found('ana.lima@mail.example')).toEqual(['bo'])
    })

    it('is found by a token even where its row was written before the way to it', async () => {
      await views.write(recruiterRow(ana, { position: 4, inboundToken: newer, apiTokenHashes: [hash] }))
      await views.write(recruiterRow(ana, { position: 3, inboundToken: token }))
      expect((await views.recruiterByInbound(newer))?.position).toBe(4)
    })
  })

  describe('addresses', () => {
    const ruth = addressHash('ruth.avila@harborcastings.example')

    it('lead to every engagement of the firm in which they are a contact, whatever their case', async () => {
      const mine = engagementRow('e1')
      const theirs = engagementRow('e2', { recruiter: bo })
      const elsewhere = engagementRow('e3', { firm: 'southgate' as FirmId })
      for (const row of [mine, theirs, elsewhere]) {
        await views.write(row)
        await views.listAddresses(row)
      }
      expect(addressHash(' Ruth.Avila@HarborCastings.example ')).toBe(ruth)
      const found = await views.colleagues(firmId, [ruth, addressHash('nobody@x.example')])
      expect(found.toSorted((a, b) => a.row.recruiter.localeCompare(b.row.recruiter))).toEqual([
        { address: ruth, contact: 'ruth', row: mine },
        { address: ruth, contact: 'ruth', row: theirs },
      ])
    })

    it('need listing once: what happens later is read from the row', async () => {
      await views.write(engagementRow('e1', { position: 5 }))
      await views.listAddresses(engagementRow('e1', { position: 5 }))
      await views.write(
        engagementRow('e1', { position: 6, owned: [{ contact: 'ruth' as ContactId, at: '2026-10-01T15:00:00Z' }] }),
      )
      const [found] = await views.colleagues(firmId, [ruth])
      expect(found?.row.owned).toHaveLength(1)
    })

    it('whose engagement has no row yet lead nowhere', async () => {
      await views.listAddresses(engagementRow('e1'))
      expect(await views.colleagues(firmId, [ruth])).toEqual([])
    })
  })

  describe('clients', () => {
    const eastgate = 'eastgate' as FirmId

    it('lead by each of their domains to the engagements of those recruiters of the firm who are asked about', async () => {
      const [mine, theirs] = [engagementRow('e1'), engagementRow('e2', { recruiter: bo })]
      for (const row of [mine, theirs, engagementRow('e3', { firm: eastgate, recruiter: bo })]) {
        await views.write(row)
        await views.listClient(row, ['harborcastings.example', 'harbor.example'])
      }
      expect(await views.atClient(firmId, ['harbor.example', 'harborcastings.example'], [bo])).toEqual([theirs])
      expect(await views.atClient(firmId, ['harborcastings.example'], [ana])).toEqual([mine])
      expect(await views.atClient(firmId, ['castings.example'], [ana, bo])).toEqual([])
      expect(await views.atClient(firmId, [], [ana, bo])).toEqual([])
    })

    it('need listing once: what happens later is read from the row, and without a row they lead nowhere', async () => {
      await views.listClient(engagementRow('e1', { recruiter: bo }), ['harborcastings.example'])
      expect(await views.atClient(firmId, ['harborcastings.example'], [bo])).toEqual([])
      const later = engagementRow('e1', { recruiter: bo, position: 15, status: 'dark' })
      await views.write(later)
      expect(await views.atClient(firmId, ['harborcastings.example'], [bo])).toEqual([later])
    })
  })

  describe('who is due', () => {
    it('nobody, until a morning is set', async () => {
      await views.write(recruiterRow(ana))
      expect(await dueAt('2099-01-01T00:00:00Z')).toEqual([])
    })

    it('is everybody whose instant has come, that very instant included, however it is spelt', async () => {
      await views.write(recruiterRow(ana))
      await views.write(recruiterRow(bo))
      await views.setDue(recruiterRow(ana), '2026-10-12T12:00:00Z')
      await views.setDue(recruiterRow(bo), '2026-10-12T12:15:00.000Z')
      expect(await dueAt('2026-10-12T11:59:59.999Z')).toEqual([])
      expect(await dueAt('2026-10-12T12:00:00.000Z')).toEqual([['ana', '2026-10-12T12:00:00.000Z']])
      expect((await dueAt('2026-10-12T12:15:00Z')).map(([recruiter]) => recruiter)).toEqual(['ana', 'bo'])
    })

    it('is found among many, each once', async () => {
      const many = Array.from({ length: 30 }, (_, n) => recruiterRow(`r${n}` as typeof ana))
      await Promise.all(many.map(views.write))
      await Promise.all(
        many.map((row, n) => views.setDue(row, n < 25 ? '2026-10-12T12:00:00Z' : '2026-10-13T12:00:00Z')),
      )
      const due = await dueAt('2026-10-12T12:00:00Z')
      expect(new Set(due.map(([recruiter]) => recruiter))).toEqual(new Set(many.slice(0, 25).map(row => row.recruiter)))
      expect(due).toHaveLength(25)
    })

    it('changes when it is set again, and outlives a newer row', async () => {
      await views.write(recruiterRow(ana))
      await views.setDue(recruiterRow(ana), '2026-10-12T12:00:00Z')
      await views.setDue(recruiterRow(ana), '2026-10-13T12:00:00Z')
      await views.write(recruiterRow(ana, { position: 9 }))
      await views.rewrite(recruiterRow(ana, { position: 9 }))
      expect(await dueAt('2026-10-12T23:00:00Z')).toEqual([])
      expect(await dueAt('2026-10-13T12:00:00Z')).toHaveLength(1)
    })

    it('does not change for whoever read older settings', async () => {
      await views.write(recruiterRow(ana, { position: 3 }))
      await views.setDue(recruiterRow(ana, { position: 3 }), '2026-10-12T12:00:00Z')
      await views.write(recruiterRow(ana, { position: 4 }))
      await views.setDue(recruiterRow(ana, { position: 3 }), '2026-10-13T12:00:00Z')
      expect(await dueAt('2026-10-12T12:00:00Z')).toHaveLength(1)
    })

    it('comes forward to an earlier instant and never goes back to a later one', async () => {
      await views.write(recruiterRow(ana))
      await views.bringDueForward(recruiterRow(ana), '2026-10-13T12:00:00Z')
      await views.bringDueForward(recruiterRow(ana), '2026-10-13T15:00:00Z')
      expect(await dueAt('2026-10-13T12:00:00Z')).toHaveLength(1)
      await views.bringDueForward(recruiterRow(ana), '2026-10-12T12:00:00Z')
      expect(await dueAt('2026-10-12T12:00:00Z')).toHaveLength(1)
    })

    it('is nobody without a row', async () => {
      await views.setDue(recruiterRow(ana), '2026-10-12T12:00:00Z')
      await views.bringDueForward(recruiterRow(ana), '2026-10-12T12:00:00Z')
      expect(await dueAt('2026-10-12T12:00:00Z')).toEqual([])
      expect(await views.recruiter(firmId, ana)).toBeNull()
    })
  })
}
