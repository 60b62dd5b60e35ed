import { describe, expect, test } from 'vitest'
import { Founders, firmFounded, idsOf, recruiterJoined } from '../../functions/found/founding.ts'

const STACK = 'arn:aws:cloudformation:eu-west-2:111122223333:stack/Relight/one'
const NOW = '2026-03-02T09:00:00Z'
const TOKEN = 'abcdefghijklmnopqrstuvwx23'

const founding = (said: Partial<Record<'Owner' | 'Zone' | 'Region' | 'ApiTokenHash', string>> = {}) => {
  const founders = Founders.parse({
    Owner: 'Nuala Byrne <Nuala@ByrneSearch.example>',
    Zone: 'Europe/London',
    Region: '',
    ApiTokenHash: '',
    ...said,
  })
  return { ...idsOf(STACK, founders), founders, now: NOW }
}

describe('a firm is founded with its owner', () => {
  test('who works Monday to Friday, reads at seven, and keeps the holidays of the zone', () => {
    const [joined, ...others] = recruiterJoined(founding(), TOKEN)
    expect(joined).toMatchObject({
      type: 'RecruiterJoined',
      name: 'Nuala Byrne',
      region: 'GB-ENG',
      at: NOW,
      calendar: { zone: 'Europe/London', workingDays: [1, 2, 3, 4, 5], digestAt: '07:00' },
    })
    expect(joined).toHaveProperty('calendar.holidays', expect.arrayContaining(['2026-04-03', '2026-04-06']))
    expect(others.map(event => event.type)).toEqual(['AddressConfirmed', 'InboundAddressGiven'])
    expect(others[0]).toHaveProperty('address', 'nuala@byrnesearch.example')
  })

  test('whose holidays are another region of choice, where one is given', () => {
    const [joined] = recruiterJoined(founding({ Region: 'US' }), TOKEN)
    expect(joined).toHaveProperty('calendar.holidays', expect.arrayContaining(['2026-07-03', '2026-11-26']))
    expect(() => recruiterJoined(founding({ Region: 'Atlantis' }), TOKEN)).toThrow(/Atlantis/)
  })

  test('with an API token where its hash is given', () => {
    const hash = '0'.repeat(64)
    expect(recruiterJoined(founding({ ApiTokenHash: hash }), TOKEN).at(-1)).toMatchObject({
      type: 'ApiTokenGiven',
      hash,
    })
    expect(() => founding({ ApiTokenHash: 'the token itself' })).toThrow()
  })

  test('and owns the domain of its mail, unless that is a mailbox provider', () => {
    expect(firmFounded(founding())).toMatchObject([{ name: 'byrnesearch.example', domains: ['byrnesearch.example'] }])
    expect(firmFounded(founding({ Owner: 'Nuala Byrne <nuala.byrne@gmail.com>' }))).toMatchObject([
      { name: 'Nuala Byrne', domains: [] },
    ])
  })

  test('under the same ids when the same deployment is tried again', () => {
    expect(founding().firm).toBe(founding().firm)
    expect(founding().recruiter).toBe(founding().recruiter)
    expect(founding().recruiter).not.toContain('nuala')
  })

  test('and an owner without a name or an address is refused', () => {
    for (const Owner of ['nuala@byrnesearch.example', 'Nuala Byrne', 'Nuala Byrne <nuala>', ''])
      expect(() => founding({ Owner })).toThrow()
  })
})
