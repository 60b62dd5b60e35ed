import { describe, expect, test } from 'vitest'
import { HOSTILE } from '../bench/hostile/cases.ts'
import { judge } from '../bench/hostile/judge.ts'
import { openOffice, stored } from '../bench/office.ts'

/** How long each takes and how much memory it holds is measured by `npm run hostile`, in a process for each. */

describe.each(Object.entries(HOSTILE))('hostile mail, %s', (_, mails) => {
  test.each(mails)('$name: $status', async mail => {
    const office = await openOffice()
    const outcome = await office.arrive(stored(mail.raw(), mail.vouched))
    expect(judge(mail, outcome)).toEqual([])
  })
})

describe('mail that is held', () => {
  const held = Object.values(HOSTILE)
    .flat()
    .filter(({ status }) => status === 'held')

  test('says why in a sentence, tells nothing, and is answered to nobody', async () => {
    for (const mail of held) {
      const { why, commands, sent } = await (await openOffice()).arrive(stored(mail.raw(), mail.vouched))
      expect(why).toMatch(/^[A-Z].* .*[.]$/)
      expect({ commands, sent }).toEqual({ commands: [], sent: [] })
    }
  })
})
