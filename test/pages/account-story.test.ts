import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { ContactId } from '../../shared/domain/vocabulary.ts'
import { type Account, account, spoke, theyWrote } from '../domain/support/account.ts'
import { person } from '../domain/support/stories.ts'
import { openOffice, signedIn } from './support/office.ts'

const ADDRESS = 'noor.haddad@haddadsearch.example'
const NOW = '2026-10-12T15:10:00Z'

const harrow = (): Account => {
  const told = account('2026-09-28 09:00')
  told.say('2026-09-28 09:00', person('Anja Lind', 'hr', '+46 8 555 0143'), theyWrote('anja'))
  return told
}

const pageOf = async (told: Account): Promise<string> => {
  const office = await openOffice()
  await office.join('haddad', 'noor', 'Noor Haddad', ADDRESS)
  await office.keep('haddad', 'noor', 'harrow', 'Harrow Castings', told)
  return (await (await signedIn(office, ADDRESS, NOW)).get('/account/harrow')).body
}

/** The entries of an account's story, as they are read. */
const storyOf = async (told: Account): Promise<readonly string[]> => {
  const body = await pageOf(told)
  return [...body.matchAll(/<li id="fact-\d+">([\s\S]*?)<\/li>/g)].map(([, entry = '']) =>
    entry
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
}

const away = (detail?: string): Command => ({
  command: 'RecordContactAway',
  contact: ContactId.parse('anja'),
  until: '2026-10-19',
  ...(detail ? { detail } : {}),
})

it('is drawn above in one picture, which says the same in words', async () => {
  const body = await pageOf(harrow())
  expect(body).toMatch(
    /<svg class="timeline"[^>]* role="img" aria-labelledby="drawn">\s*<title id="drawn">Harrow Castings since 28 September: one mark from them, the last on 28 September; nothing from you; ten working days of silence\.<\/title>/,
  )
})

describe('the story of an account', () => {
  it('says of what has no certain day that it was about then, and why', async () => {
    const told = harrow()
    told.say('2026-10-06 11:00', { ...theyWrote('anja'), undated: true } as Command)
    expect(await storyOf(told)).toContain(
      'Anja Lind wrote to you About Tuesday 6 October, told by mail; its own day could not be read for certain',
    )
  })

  it('says of what has a day nothing of the kind', async () => {
    const told = harrow()
    told.say('2026-10-06 11:00', spoke('anja', 'wants two more'))
    expect(await storyOf(told)).toContain('You spoke with Anja Lind Tuesday 6 October, told by mail wants two more')
  })

  it('says until when somebody is away, and whose words the rest are', async () => {
    const told = harrow()
    told.say('2026-10-07 09:00', away('Ask Per Holm in the meantime'))
    expect(await storyOf(told)).toContain(
      'Anja Lind is away until Monday 19 October Wednesday 7 October, told by mail As you were told: Ask Per Holm in the meantime',
    )
  })

  it('puts no words into a reply that had none', async () => {
    const told = harrow()
    told.say('2026-10-07 09:00', away())
    expect(await storyOf(told)).toContain('Anja Lind is away until Monday 19 October Wednesday 7 October, told by mail')
  })
})
