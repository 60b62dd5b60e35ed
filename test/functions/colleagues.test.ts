import { describe, expect, it } from 'vitest'
import { ContactId } from '../../shared/domain/vocabulary.ts'
import { type Firm, kyiv, leftMessageFor, openFirm, ownedTo, type Person, spokeWith, wroteTo } from './support/firm.ts'

/** Two recruiters of one firm at one client: each morning knows what the other has under way. */

const SUSAN = { name: 'Susanna Brandt', email: 's.brandt@brandtpumps.example' }
const MARKO = { name: 'Marko Hnatiuk', email: 'marko@brandtpumps.example' }

const OLHA = 'Olha Petrenko'
const ANA = 'Ana Lind'
const AT_BRANDT = ['brandtpumps.example']

const idOf = ({ name }: { name: string }) => ContactId.parse(name.toLowerCase().replaceAll(' ', '-'))
const withTwo = () => openFirm(kyiv, OLHA, ANA)
const opened = (
  firm: Firm,
  recruiter: string,
  client: string,
  domains: readonly string[],
  people: readonly Person[],
  at = '2026-09-01T08:00:00Z',
) => firm.account(recruiter, at, client, domains, people)

describe('a colleague’s contact with the client', () => {
  it('is named in the task for five working days: who, with whom, by what and when', async () => {
    const firm = await withTwo()
    const ours = await opened(firm, OLHA, 'Brandt', AT_BRANDT, [SUSAN])
    const theirs = await opened(firm, ANA, 'Brandt Pumps', AT_BRANDT, [MARKO], '2026-09-02T08:00:00Z')
    await ours.tell('2026-09-01T09:00:00Z', spokeWith(SUSAN.name))
    await theirs.tell('2026-09-03T09:00:00Z', spokeWith(MARKO.name))
    const text = await firm.morning(OLHA, '2026-09-04')
    expect(text).toContain('Call, then write.')
    expect(text).toContain('Ana Lind spoke with Marko Hnatiuk by phone on Thursday 3 September.')
    expect(await firm.morning(OLHA, '2026-09-10')).toContain('Ana Lind spoke with')
    expect(await firm.morning(OLHA, '2026-09-11')).not.toContain('Ana Lind spoke with')
  })

  it('is known by the registrable domain of the people’s addresses, and not by a mailbox provider’s', async () => {
    const firm = await withTwo()
    const ours = await opened(
      firm,
      OLHA,
      'Brandt',
      [],
      [{ name: 'Susanna Brandt', email: 'susanna@sales.brandtpumps.example' }],
    )
    const same = await opened(firm, ANA, 'Pumps of Brandt', [], [MARKO])
    await ours.tell('2026-09-01T09:00:00Z', spokeWith(SUSAN.name))
    await same.tell('2026-09-03T09:00:00Z', wroteTo(MARKO.name))
    const other = await opened(
      firm,
      OLHA,
      'Kovalenko',
      [],
      [{ name: 'Taras Kovalenko', email: 'taras.kovalenko@gmail.com' }],
    )
    const elsewhere = await opened(firm, ANA, 'Bondar', [], [{ name: 'Iryna Bondar', email: 'iryna.bondar@gmail.com' }])
    await other.tell('2026-09-01T09:30:00Z', spokeWith('Taras Kovalenko'))
    await elsewhere.tell('2026-09-03T09:30:00Z', spokeWith('Iryna Bondar'))
    const text = await firm.morning(OLHA, '2026-09-04')
    expect(text).toContain('Ana Lind wrote to Marko Hnatiuk by email on Thursday 3 September.')
    expect(text).toContain('Taras Kovalenko')
    expect(text).not.toContain('Iryna')
  })

  it('is none by a person who was taken back, nor by an address of the firm itself', async () => {
    const firm = await withTwo()
    const ownAddress = { name: 'Petro Hrytsenko', email: 'petro@dniprotalent.example' }
    const ours = await opened(firm, OLHA, 'Brandt', [], [SUSAN, ownAddress])
    const mistaken = await opened(firm, ANA, 'Sorokin', [], [MARKO, ownAddress])
    await ours.tell('2026-09-01T09:00:00Z', spokeWith(SUSAN.name))
    await mistaken.tell('2026-09-03T09:00:00Z', spokeWith(ownAddress.name))
    expect(await firm.morning(OLHA, '2026-09-04')).toContain('Ana Lind spoke with Petro')
    await mistaken.tell('2026-09-04T09:00:00Z', { command: 'RetractContact', contact: idOf(MARKO) })
    const text = await firm.morning(OLHA, '2026-09-07')
    expect(text).toContain('Susanna Brandt')
    expect(text).not.toContain(ANA)
  })
})

describe('two recruiters with one person', () => {
  const both = async () => {
    const firm = await withTwo()
    const anas = await opened(firm, ANA, 'Brandt Pumps', AT_BRANDT, [SUSAN])
    const olhas = await opened(firm, OLHA, 'Brandt', AT_BRANDT, [SUSAN], '2026-09-03T08:00:00Z')
    await anas.tell('2026-09-01T09:00:00Z', spokeWith(SUSAN.name))
    await olhas.tell('2026-09-03T09:00:00Z', spokeWith(SUSAN.name))
    return { firm, anas, olhas }
  }

  it('are not both sent to her: the earlier task stands, the later waits for a word with the colleague', async () => {
    const { firm, anas, olhas } = await both()
    expect(await firm.morning(ANA, '2026-09-04')).toContain('Call, then write.')
    await firm.morning(OLHA, '2026-09-04')
    const text = await firm.morning(OLHA, '2026-09-08')
    expect(await olhas.open()).toContain('speak-to-a-colleague susanna-brandt')
    expect(await olhas.open()).not.toContain('call-and-write susanna-brandt')
    expect(text).toContain('Speak to a colleague first.')
    expect(text).toMatch(/Ana Lind has had this open since Friday 4 September: to \w+/)
    expect(text).toContain('+380 44 555 0130 (from Ana, your colleague)')
    expect(text).not.toContain(SUSAN.email)
    expect(text).toContain('Reply: 1 done / 1 not-today / 1 let-go')
    const { subject, html } = firm.mails.at(-1) ?? { subject: '', html: '' }
    expect(subject).toBe('1 word with a colleague: Susanna Brandt')
    expect(html).toContain('href="tel:+380445550130"')
    expect(html).not.toContain('mailto:')
    await firm.morning(ANA, '2026-09-08')
    expect(await anas.open()).toContain('call-and-write susanna-brandt')
  })

  it('who both had a task before either saw the other’s are told apart on the next morning', async () => {
    const firm = await withTwo()
    // Neither account knows her address yet, so nothing tells that she is one person.
    const NAMELESS = { name: 'Susanna' }
    const anas = await opened(firm, ANA, 'Brandt Pumps', [], [NAMELESS])
    const olhas = await opened(firm, OLHA, 'Brandt', [], [NAMELESS])
    for (const account of [anas, olhas]) await account.tell('2026-09-01T09:00:00Z', spokeWith('Susanna'))
    for (const name of [ANA, OLHA]) await firm.morning(name, '2026-09-04')
    for (const account of [anas, olhas]) {
      expect(await account.open()).toContain('call-and-write susanna')
      await account.tell('2026-09-04T10:00:00Z', {
        command: 'ChangeContact',
        contact: ContactId.parse('susanna'),
        emails: [SUSAN.email],
      })
    }
    for (const date of ['2026-09-07', '2026-09-08', '2026-09-09']) {
      for (const name of [OLHA, ANA]) await firm.morning(name, date)
      expect(await anas.open()).toContain('call-and-write susanna')
      expect(await olhas.open()).toContain('speak-to-a-colleague susanna')
      expect(await olhas.open()).not.toContain('call-and-write susanna')
    }
  })

  it('are free again once the colleague’s task is settled', async () => {
    const { firm, anas, olhas } = await both()
    await firm.morning(ANA, '2026-09-04')
    await firm.morning(OLHA, '2026-09-08')
    await anas.tell('2026-09-08T09:00:00Z', leftMessageFor(SUSAN.name), wroteTo(SUSAN.name))
    for (const task of await anas.open())
      if (!task.startsWith('call')) await anas.settle('2026-09-08T10:00:00Z', task.split(' ')[0] ?? '', 'done')
    const text = await firm.morning(OLHA, '2026-09-09')
    expect(await olhas.open()).toContain('call-and-write susanna-brandt')
    expect(text).toContain('Ana Lind wrote to Susanna by email on Tuesday 8 September.')
  })

  it('go on once they spoke, or leave her to the colleague, as was said', async () => {
    for (const [how, expected] of [
      ['done', ['call-and-write susanna-brandt']],
      ['let-go', []],
    ] as const) {
      const { firm, olhas } = await both()
      await firm.morning(ANA, '2026-09-04')
      await firm.morning(OLHA, '2026-09-08')
      await olhas.settle('2026-09-08T09:00:00Z', 'speak-to-a-colleague', how)
      await firm.morning(OLHA, '2026-09-09')
      expect(
        (await olhas.open()).filter(task => task.startsWith('call-and-write')),
        how,
      ).toEqual(expected)
      expect(
        (await olhas.open()).filter(task => task.startsWith('speak-to')),
        how,
      ).toEqual([])
    }
  })

  it('speak first for thirty days after one of them owned the dropped ball to her, and no longer', async () => {
    const { firm, anas, olhas } = await both()
    await anas.tell('2026-09-07T09:00:00Z', ownedTo(SUSAN.name))
    const text = await firm.morning(OLHA, '2026-09-08')
    expect(text).toContain('Ana Lind owned the dropped ball to Susanna on Monday 7 September.')
    await firm.morning(OLHA, '2026-10-06')
    expect((await olhas.open()).join()).toContain('speak-to-a-colleague')
    await firm.morning(OLHA, '2026-10-07')
    expect((await olhas.open()).join()).not.toContain('speak-to-a-colleague')
  })

  it('speak first where both come to owning the dropped ball; after that word the firm has owned it', async () => {
    const { firm, anas, olhas } = await both()
    await anas.tell('2026-09-07T09:00:00Z', ownedTo(SUSAN.name))
    await olhas.tell('2026-09-08T09:00:00Z', leftMessageFor(SUSAN.name), wroteTo(SUSAN.name))
    for (let day = 9; day <= 18; day++) await firm.morning(OLHA, `2026-09-${String(day).padStart(2, '0')}`)
    expect(await olhas.open()).toEqual(['speak-to-a-colleague susanna-brandt'])
    await olhas.settle('2026-09-18T09:00:00Z', 'speak-to-a-colleague', 'done')
    await firm.morning(OLHA, '2026-09-21')
    expect(await olhas.open()).toContain('participate-or-disengage susanna-brandt')
    expect((await olhas.open()).join()).not.toMatch(/own-the-dropped-ball|speak-to/)
  })

  it('know for a year of a ball that was owned, since an account’s own window may bar another for so long', async () => {
    const { anas } = await both()
    await anas.tell('2026-09-07T09:00:00Z', ownedTo(SUSAN.name))
    await anas.tell('2027-09-06T09:00:00Z', wroteTo(SUSAN.name))
    expect((await anas.row())?.owned).toEqual([{ contact: idOf(SUSAN), at: '2026-09-07T09:00:00Z' }])
    await anas.tell('2027-09-09T09:00:00Z', wroteTo(SUSAN.name))
    expect((await anas.row())?.owned).toEqual([])
  })

  it('need not speak to somebody who has left the firm', async () => {
    const { firm, olhas } = await both()
    await firm.morning(ANA, '2026-09-04')
    await firm.changeRecruiter(ANA, '2026-09-07T09:00:00Z', { type: 'RecruiterDeactivated' })
    await firm.morning(OLHA, '2026-09-08')
    expect(await olhas.open()).toContain('call-and-write susanna-brandt')
  })
})

describe('what it costs', () => {
  it('is no look-up where nothing is due, nor for a firm of one', async () => {
    const firm = await withTwo()
    for (const n of ['a', 'b', 'c']) {
      const ivan = { name: 'Ivan Melnyk', email: `ivan@works-${n}.example` }
      const works = await opened(firm, OLHA, `Works ${n}`, [`works-${n}.example`], [ivan])
      await works.tell('2026-09-01T09:00:00Z', spokeWith(ivan.name))
    }
    const lookUps = () => firm.calls.filter(call => call === 'atClient' || call === 'colleagues').length
    await firm.morning(OLHA, '2026-09-01')
    expect(lookUps()).toBe(0)

    const alone = await openFirm(kyiv, OLHA)
    const account = await opened(alone, OLHA, 'Brandt', AT_BRANDT, [SUSAN])
    await account.tell('2026-09-01T09:00:00Z', spokeWith(SUSAN.name))
    expect(await alone.morning(OLHA, '2026-09-04')).toContain('Call, then write.')
    expect(alone.calls.filter(call => call === 'atClient' || call === 'colleagues')).toEqual([])
  })

  it('is one look-up by domain for each account with a task, whatever the firm has besides', async () => {
    const firm = await withTwo()
    for (const n of ['a', 'b', 'c', 'd']) {
      const ivan = { name: 'Ivan Melnyk', email: `ivan@works-${n}.example` }
      const works = await opened(firm, OLHA, `Works ${n}`, [`works-${n}.example`], [ivan])
      if (n < 'c') await works.tell('2026-09-01T09:00:00Z', spokeWith(ivan.name))
      await opened(firm, ANA, `Mill ${n}`, [`mill-${n}.example`], [SUSAN])
    }
    await firm.morning(OLHA, '2026-09-04')
    expect(firm.calls.filter(call => call === 'atClient')).toHaveLength(2)
  })
})
