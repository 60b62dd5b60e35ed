import { describe, expect, it } from 'vitest'
import { FirmEvent, foldFirm, InvitationId, standingOf } from '../../shared/domain/firm.ts'

const said = (at: string) => ({ at, recordedAt: at, by: 'ulla', source: 'page', command: `c.${at}` })
const NEWCOMER = { name: 'Teo Marin', address: 'Teo@Fjordtalent.example', zone: 'Europe/Oslo', region: 'NO' }
const [first, second] = [InvitationId.parse('first'), InvitationId.parse('second')]

const firm = (...told: readonly (readonly [at: string, event: object])[]) =>
  foldFirm(
    [
      [
        '2026-09-01T08:00:00Z',
        { type: 'FirmFounded', firm: 'fjord', name: 'Fjord Talent', owner: 'ulla', domains: [] },
      ] as const,
      ...told,
    ].map(([at, event], position) => ({ ...FirmEvent.parse({ ...event, ...said(at) }), position })),
  )
const invited = (at: string, invitation: InvitationId, recruiter = 'teo') =>
  [at, { type: 'RecruiterInvited', invitation, recruiter, ...NEWCOMER }] as const

describe('an invitation', () => {
  it('makes nobody a recruiter before it is accepted', () => {
    const open = firm(invited('2026-09-02T08:00:00Z', first))
    expect(open.recruiters).toEqual(['ulla'])
    expect(open.invitations).toMatchObject([{ address: 'teo@fjordtalent.example', standing: 'open' }])
    const accepted = [
      '2026-09-03T08:00:00Z',
      { type: 'InvitationAccepted', recruiter: 'teo', invitation: first },
    ] as const
    const joined = firm(invited('2026-09-02T08:00:00Z', first), accepted)
    expect(joined.recruiters).toEqual(['ulla', 'teo'])
    expect(standingOf(joined, first, '2026-10-30T08:00:00Z')).toBe('accepted')
  })

  it('runs out after seven days of 24 hours, to the second', () => {
    const open = firm(invited('2026-09-02T08:00:00Z', first))
    expect(standingOf(open, first, '2026-09-09T07:59:59Z')).toBe('open')
    expect(standingOf(open, first, '2026-09-09T08:00:00Z')).toBe('expired')
  })

  it('is replaced by a newer one for the same person, and leaves those of others alone', () => {
    const third = InvitationId.parse('third')
    const known = firm(
      invited('2026-09-02T08:00:00Z', first),
      invited('2026-09-02T08:00:00Z', third, 'somebody else'),
      invited('2026-09-04T08:00:00Z', second),
    )
    const now = '2026-09-05T08:00:00Z'
    expect([first, second, third].map(id => standingOf(known, id, now))).toEqual(['replaced', 'open', 'open'])
  })

  it('that was withdrawn stays so, and one that nobody made is unknown', () => {
    const withdrawn = ['2026-09-03T08:00:00Z', { type: 'InvitationWithdrawn', recruiter: 'teo' }] as const
    const known = firm(invited('2026-09-02T08:00:00Z', first), withdrawn)
    expect(standingOf(known, first, '2026-10-30T08:00:00Z')).toBe('withdrawn')
    expect(standingOf(known, second, '2026-09-03T08:00:00Z')).toBe('unknown')
  })
})
