import { describe, expect, it } from 'vitest'
import { foldRecruiter, RecruiterEvent, suppressionsOf } from '../../shared/domain/recruiter.ts'
import { foldSignIn, takesSignInMail } from '../../shared/domain/sign-in.ts'
import { newYork } from './support/account.ts'

const ADDRESS = 'ayo@bell.example'
const told = (...events: readonly object[]) =>
  [
    { type: 'RecruiterJoined', firm: 'bell', recruiter: 'ayo', name: 'Ayo Bell', region: 'US', calendar: newYork },
    { type: 'AddressConfirmed', address: ADDRESS },
    ...events,
  ].map((event, position) => {
    const at = `2026-09-0${position + 1}T08:00:00Z`
    const said = { at, recordedAt: at, by: 'system', source: 'page', command: `c${position}` }
    return { ...RecruiterEvent.parse({ ...event, ...said }), position }
  })

describe('a recruiter who is deactivated', () => {
  const gone = told(
    { type: 'ApiTokenGiven', hash: '0'.repeat(64) },
    { type: 'CalendarFeedGiven', token: 'f'.repeat(32) },
    { type: 'SignInAsked', session: 'late', address: ADDRESS, from: 'x' },
    { type: 'SignInAsked', session: 'open', address: ADDRESS, from: 'x' },
    { type: 'SignedIn', session: 'open' },
    { type: 'RecruiterDeactivated' },
  )

  it('has no token, no feed, no session, and no link that begins one', () => {
    expect(foldRecruiter(gone)).toMatchObject({ deactivated: true, apiTokenHashes: [], addresses: [ADDRESS] })
    expect(foldRecruiter(gone)).not.toHaveProperty('feedToken')
    const { open, asked } = foldSignIn(gone)
    expect([open.size, asked.size]).toEqual([0, 0])
    expect(takesSignInMail(gone, ADDRESS)).toBe(false)
  })

  it('may sign in again once they are back, and gets none of it back by itself', () => {
    const [last] = told({ type: 'RecruiterReactivated' }).slice(-1)
    const back = [...gone, ...(last ? [{ ...last, position: gone.length }] : [])]
    expect(takesSignInMail(back, ADDRESS)).toBe(true)
    expect(foldRecruiter(back)).not.toHaveProperty('deactivated')
    expect(foldRecruiter(back)?.apiTokenHashes).toEqual([])
    expect(foldSignIn(back).open.size).toBe(0)
  })
})

it('an address that no mail goes to is told by the last reason, until it is confirmed anew', () => {
  const bounced = told(
    { type: 'AddressSuppressed', address: ADDRESS, why: 'unsubscribed' },
    { type: 'AddressConfirmed', address: ADDRESS },
    { type: 'AddressSuppressed', address: ADDRESS, why: 'bounced' },
  )
  const known = foldRecruiter(bounced) ?? expect.fail('nobody joined')
  expect(suppressionsOf(known, bounced)).toMatchObject([{ why: 'bounced', at: '2026-09-05T08:00:00Z' }])
  const again = told(
    { type: 'AddressSuppressed', address: ADDRESS, why: 'bounced' },
    { type: 'AddressConfirmed', address: ADDRESS },
  )
  expect(suppressionsOf(foldRecruiter(again) ?? expect.fail('nobody joined'), again)).toEqual([])
})
