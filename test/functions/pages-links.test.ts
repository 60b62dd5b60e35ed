import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EngagementId, FirmId, NoteId, RecruiterId, TaskId } from '../../shared/domain/vocabulary.ts'
import { type Link, linkAddress, openLink, signLink } from '../../shared/runtime/links.ts'

const secret = 'kept by the firm, and long enough to sign links with'
const now = '2026-10-01T11:00:00Z'
const whose = { firm: FirmId.parse('f1'), recruiter: RecruiterId.parse('r1') }
const link: Link = {
  kind: 'do',
  ...whose,
  engagement: EngagementId.parse('e1'),
  task: TaskId.parse('e1.4'),
  word: 'spoke',
}

const anyLink: fc.Arbitrary<Link> = fc.oneof(
  fc.constant(link),
  fc
    .string({ minLength: 1, maxLength: 60 })
    .map((word): Link => ({ kind: 'answer', ...whose, note: NoteId.parse('n1'), word })),
  fc.constant<Link>({ kind: 'unsubscribe', ...whose }),
  fc.constant<Link>({
    kind: 'undo',
    ...whose,
    engagement: EngagementId.parse('e1'),
    undo: [{ command: 'RetractEngagement' }],
  }),
)

describe('a signed link', () => {
  it('opens as what it was made of, for thirty days and not a second longer', async () => {
    await fc.assert(
      fc.asyncProperty(anyLink, async made => {
        const token = await signLink(secret, made, now)
        expect(await openLink([secret], token, now)).toEqual(made)
        expect(await openLink([secret], token, '2026-10-31T10:59:59Z')).toEqual(made)
        expect(await openLink([secret], token, '2026-10-31T11:00:00Z')).toBe('expired')
      }),
      { numRuns: 25 },
    )
  })

  it('is forged once a character of it was changed, or another secret signed it', async () => {
    const token = await signLink(secret, link, now)
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom('A', 'z', '0', '-', '.'), async (at, other) => {
        fc.pre(token[at] !== other)
        expect(await openLink([secret], `${token.slice(0, at)}${other}${token.slice(at + 1)}`, now)).toBe('forged')
      }),
      { numRuns: 100 },
    )
    expect(await openLink(['another secret that is as long as the first one'], token, now)).toBe('forged')
  })

  it('cannot claim that it needs no signature', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(await openLink([secret], `${part({ alg: 'none' })}.${part({ ...link, exp: 9_999_999_999 })}.`, now)).toBe(
      'forged',
    )
  })

  it('takes back only what can be taken back', async () => {
    const closing = {
      kind: 'undo',
      ...whose,
      engagement: EngagementId.parse('e1'),
      undo: [{ command: 'CloseEngagement' }],
    }
    expect(await openLink([secret], await signLink(secret, closing as Link, now), now)).toBe('forged')
  })

  it('is the same address whenever it is made for the same morning', async () => {
    const address = await linkAddress('https://relight.example', secret, link, now)
    expect(address).toMatch(/^https:\/\/relight\.example\/do\/[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await linkAddress('https://relight.example', secret, link, now)).toBe(address)
  })
})
