import { describe, expect, it } from 'vitest'
import type { Fact } from '../../shared/domain/engagement/events.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import type { Note } from '../../shared/domain/note.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { answerNote } from '../../shared/runtime/answer-note.ts'
import { type Client, forward, reply } from '../support/mail.ts'
import { BY, firm, INBOUND, type Office, openOffice, recruiter } from './support/office.ts'

const MONDAY = '2026-09-14T15:00:00Z'
const LATER = '2026-09-14T16:30:00Z'
const TUESDAY = '2026-09-15T15:00:00Z'

const twoTanyas = () =>
  openOffice({
    Brightwater: [{ name: 'Tanya Brook', email: 'tanya.brook@brightwater.example' }],
    'Fenwick Tools': [{ name: 'Tanya Osei', email: 'tosei@fenwicktools.example' }, { name: 'Ivo Marsh' }],
  })

/** Replies to the last question that went out, as a mail client does. */
const replies = (office: Office, words: string, client: Client = 'gmail', at = LATER): Promise<Note> => {
  const question = office.sent.findLast(mail => mail.headers['X-Relight-Mail'] === 'question')
  if (!question) throw new Error('nothing was asked')
  const to = question.replyTo ?? ''
  const quoted = {
    from: 'Relight <relight@watch.example>',
    to: BY,
    subject: question.subject,
    at: MONDAY,
    text: question.text,
  }
  return office.arrive(
    reply({ client, by: BY, to, at, words, quoted, messageId: `${at}${words.length}@vosstalent.example` }),
    at,
    to,
  )
}

/** Presses the button of an answer: its page records it, and gives a hint of it. */
const press = async (office: Office, { id, question }: Note, word: string): Promise<void> => {
  const answer = question?.answers.find(each => each.word === word)
  if (!id || !answer) throw new Error(`no button says ${word}`)
  const row = await office.views.recruiter(firm, recruiter)
  const policy = (await office.views.firm(firm))?.policy
  if (!row || !policy) throw new Error('no recruiter')
  const owner = { firm, recruiter, calendar: row.calendar, policy }
  const given = { word, commands: answer.commands, candidates: answer.candidate ? [answer.candidate] : [] }
  await answerNote(office.log, owner, id, given, { command: CommandId.parse('press.1'), now: TUESDAY, by: recruiter })
  await office.project()
  await office.readAgain({ firm, recruiter, note: id, now: TUESDAY })
}

const questions = (office: Office) => office.sent.filter(mail => mail.headers['X-Relight-Mail'] === 'question')
const standing = (facts: readonly Fact[]): readonly string[] => {
  const state = fold(facts)
  return state.stage === 'unopened'
    ? []
    : state.facts.flatMap(fact => (fact.type === 'TouchpointLogged' ? [`${fact.channel} ${fact.contact}`] : []))
}
const touched = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(fact => (fact.type === 'TouchpointLogged' ? [`${fact.channel} ${fact.outcome} ${fact.contact}`] : []))

describe('a reply to a question', () => {
  it.each(['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird'] as const)(
    'answers it, whatever the mail program quotes: %s',
    async client => {
      const office = await twoTanyas()
      const asked = await office.tells('Spoke with Tanya, she sends the job description on Friday.', MONDAY)
      expect(asked.status).toBe('asked')
      const answer = await replies(office, 'The second one.', client)
      expect(answer).toMatchObject({ status: 'nothing', rule: 'an answer to a question' })
      expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'understood', answered: true, applied: true })
      expect(touched(await office.facts('Fenwick Tools'))).toEqual(['call reached tanya-osei'])
      expect(touched(await office.facts('Brightwater'))).toEqual([])
      expect(questions(office)).toHaveLength(1)
    },
  )

  it('is known by its references where it came to the plain address', async () => {
    const office = await twoTanyas()
    await office.tells('Left Tanya a voicemail.', MONDAY)
    const question = questions(office)[0]
    const quoted = { from: 'relight@watch.example', to: BY, subject: question?.subject ?? '', at: MONDAY, text: '' }
    const reference = (question?.headers['References'] ?? '').slice(1, -1)
    await office.arrive(
      reply({
        client: 'gmail',
        by: BY,
        to: INBOUND,
        at: LATER,
        words: 'Brook',
        quoted,
        quotedId: reference,
        messageId: 'r@vosstalent.example',
      }),
      LATER,
    )
    expect(touched(await office.facts('Brightwater'))).toEqual(['voicemail left-message tanya-brook'])
  })

  it('says the answer and more', async () => {
    const office = await twoTanyas()
    await office.tells('Emailed Tanya the fee agreement.', MONDAY)
    await replies(office, 'Tanya Osei - and left her a vm just now')
    expect(touched(await office.facts('Fenwick Tools'))).toEqual([
      'email sent tanya-osei',
      'voicemail left-message tanya-osei',
    ])
  })

  it('says that it was somebody else, who was not offered', async () => {
    const office = await twoTanyas()
    const asked = await office.tells('Spoke with Tanya.', MONDAY)
    await replies(office, 'neither, it was Ivo')
    expect(await office.note(asked.id ?? '')).toMatchObject({ answered: true })
    expect(touched(await office.facts('Fenwick Tools'))).toEqual(['call reached ivo-marsh'])
  })

  it('says that it was none of them, and nothing is recorded', async () => {
    const office = await twoTanyas()
    const asked = await office.tells('Spoke with Tanya.', MONDAY)
    await replies(office, 'None of these')
    expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'nothing', answered: true })
    expect(touched([...(await office.facts('Brightwater')), ...(await office.facts('Fenwick Tools'))])).toEqual([])
  })

  it('is read as a new note where it answers nothing, and the question stays', async () => {
    const office = await twoTanyas()
    const asked = await office.tells('Spoke with Tanya.', MONDAY)
    const other = await replies(office, 'Left Ivo a voicemail.')
    expect(other.status).toBe('understood')
    expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'asked', answered: false })
    expect(touched(await office.facts('Fenwick Tools'))).toEqual(['voicemail left-message ivo-marsh'])
  })

  it('that stays unclear is asked once more, and never a third time', async () => {
    const office = await twoTanyas()
    const asked = await office.tells('Spoke with Tanya.', MONDAY)
    await replies(office, 'Tanya')
    expect(questions(office)).toHaveLength(2)
    expect(questions(office)[1]?.text).toMatch(/your answer left this open/)
    await replies(office, 'Tanya of course', 'gmail', TUESDAY)
    await replies(office, 'hm, Tanya', 'gmail', '2026-09-15T17:00:00Z')
    expect(questions(office)).toHaveLength(2)
    expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'asked', answered: false })
    await replies(office, 'Brook', 'gmail', '2026-09-15T18:00:00Z')
    expect(touched(await office.facts('Brightwater'))).toEqual(['call reached tanya-brook'])
  })

  it('that gives another answer than before takes the first one back', async () => {
    const office = await twoTanyas()
    await office.tells('Spoke with Tanya.', MONDAY)
    await replies(office, 'Brook')
    await replies(office, 'Sorry, it was the other one: Osei', 'gmail', TUESDAY)
    expect(standing(await office.facts('Brightwater'))).toEqual([])
    expect(standing(await office.facts('Fenwick Tools'))).toEqual(['call tanya-osei'])
    const again = await replies(office, 'Osei', 'gmail', '2026-09-15T16:00:00Z')
    expect(standing(await office.facts('Fenwick Tools'))).toEqual(['call tanya-osei'])
    expect(again.status).not.toBe('asked')
    expect(questions(office)).toHaveLength(1)
  })

  it('that says thanks and no more brings no mail', async () => {
    const office = await twoTanyas()
    await office.tells('Spoke with Tanya.', MONDAY)
    await replies(office, 'Thanks!')
    expect(questions(office)).toHaveLength(1)
  })

  it('changes nothing where nothing proves whose it is', async () => {
    const office = await twoTanyas()
    const asked = await office.tells('Spoke with Tanya.', MONDAY)
    const to = questions(office)[0]?.replyTo ?? ''
    const quoted = { from: 'relight@watch.example', to: BY, subject: 'One question', at: MONDAY, text: '' }
    const forged = reply({
      client: 'gmail',
      by: 'Eve <eve@elsewhere.example>',
      to,
      at: LATER,
      words: '2',
      quoted,
      messageId: 'f@e.example',
    })
    expect((await office.arrive(forged, LATER, to)).status).toBe('held')
    expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'asked', answered: false })
  })
})

describe('what an answer taught', () => {
  it('is known the next time: whom a short name means, in a note and in what follows it', async () => {
    const office = await openOffice({
      'Corbel Foods': [{ name: 'Eleanor Wright', email: 'eleanor@corbelfoods.example' }],
    })
    await office.tells('Spoke with Nell about the plant role.', MONDAY)
    await replies(office, "That's Eleanor Wright")
    expect(touched(await office.facts('Corbel Foods'))).toEqual(['call reached eleanor-wright'])
    const again = await office.tells('Left Nell a voicemail.', TUESDAY)
    expect(again.status).toBe('understood')
    expect(touched(await office.facts('Corbel Foods'))).toHaveLength(2)
  })

  it('is known the next time: which account a short name means', async () => {
    const office = await openOffice({
      'Consolidated Freight of Ohio': [{ name: 'Eleanor Wright' }],
      Brightwater: [{ name: 'Ana Cole' }],
    })
    const asked = await office.tells('Spoke with Confreight about the dispatchers.', MONDAY)
    expect(asked.status).toBe('asked')
    await replies(office, "that's Consolidated Freight of Ohio")
    expect(touched(await office.facts('Consolidated Freight of Ohio'))).toEqual(['call reached eleanor-wright'])
    expect((await office.tells('Left a voicemail at Confreight.', TUESDAY)).status).toBe('understood')
    expect(touched(await office.facts('Consolidated Freight of Ohio'))).toHaveLength(2)
  })

  it('is forgotten where the note had the wrong name', async () => {
    const office = await openOffice({ 'Corbel Foods': [{ name: 'Eleanor Wright' }, { name: 'Piet Bakker' }] })
    await office.tells('Spoke with Nell about the plant role.', MONDAY)
    await replies(office, 'Sorry, no, I meant Piet')
    expect(touched(await office.facts('Corbel Foods'))).toEqual(['call reached piet-bakker'])
    expect((await office.tells('Left Nell a voicemail.', TUESDAY)).status).toBe('asked')
  })
})

describe('a question about a name', () => {
  const forwarded = (name: string, at: string) =>
    forward({
      client: 'gmail',
      by: BY,
      to: INBOUND,
      at,
      original: {
        from: `${name} <${name.toLowerCase().replace(' ', '.')}@harborline.example>`,
        to: BY,
        subject: 'Welder roles',
        at: MONDAY,
        text: `Hi Mara,\n\nWe need two welders.\n\n${name}\nHarborline`,
      },
      messageId: `fwd-${at}@vosstalent.example`,
    })

  it('answers itself when mail brings in one such person, in every note that asked', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    const first = await office.tells('Left Wanda a voicemail.', MONDAY)
    const second = await office.tells('Spoke with Wanda.', LATER)
    expect([first.status, second.status]).toEqual(['asked', 'asked'])
    await office.arrive(forwarded('Wanda Lutz', TUESDAY), TUESDAY)
    expect(await office.note(first.id ?? '')).toMatchObject({ answered: true, status: 'understood' })
    expect(await office.note(second.id ?? '')).toMatchObject({ answered: true, status: 'understood' })
  })

  it('answers itself in every note that asked it, once one of them is answered by a reply', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Annelise Cole' }] })
    const first = await office.tells('Left Lise a voicemail.', MONDAY)
    const second = await office.tells('Spoke with Lise about the terms.', LATER)
    expect([first.status, second.status]).toEqual(['asked', 'asked'])
    await replies(office, 'Lise is Annelise', 'gmail', TUESDAY)
    expect(await office.note(first.id ?? '')).toMatchObject({ answered: true, status: 'understood' })
    expect(await office.note(second.id ?? '')).toMatchObject({ answered: true, status: 'understood' })
    expect(touched(await office.facts('Brightwater'))).toEqual([
      expect.stringMatching(/^(call reached|voicemail left-message) annelise-cole$/),
      expect.stringMatching(/^(call reached|voicemail left-message) annelise-cole$/),
    ])
  })

  it('answers itself in every note that asked it, once one of them is answered by a button', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Lotta Cole' }] })
    const first = await office.tells('Left Lottie a voicemail.', MONDAY)
    const second = await office.tells('Spoke with Lottie about the terms.', LATER)
    const other = await office.tells('Spoke with Hanno about the terms.', LATER)
    await press(office, first, 'Lotta Cole')
    expect(await office.note(second.id ?? '')).toMatchObject({ answered: true, status: 'understood' })
    expect(await office.note(other.id ?? '')).toMatchObject({ answered: false })
    expect(touched(await office.facts('Brightwater'))).toHaveLength(2)
  })

  it('does not answer itself where two of that name are known', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    const asked = await office.tells('Left Wanda a voicemail.', MONDAY)
    await office.command('brightwater', {
      command: 'AddContact',
      contact: 'w' as never,
      name: 'Wanda Ruiz',
      role: 'other',
      emails: [],
      phones: [],
    })
    await office.project()
    await office.arrive(forwarded('Wanda Lutz', TUESDAY), TUESDAY)
    expect(await office.note(asked.id ?? '')).toMatchObject({ answered: false, status: 'asked' })
  })
})

describe('somebody at a mailbox provider', () => {
  const fromHome = (at: string, subject: string) =>
    forward({
      client: 'apple',
      by: BY,
      to: INBOUND,
      at,
      original: {
        from: 'Jules Ferro <jules.ferro@gmail.com>',
        to: BY,
        subject,
        at,
        text: 'Hi Mara,\n\nCan we talk?\n\nJules',
      },
      messageId: `home-${at}@vosstalent.example`,
    })

  it('is a candidate once the recruiter has said so by a reply, and never asked about again', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    const asked = await office.arrive(fromHome(MONDAY, 'My search'), MONDAY)
    expect(asked.status).toBe('asked')
    await replies(office, "He's a candidate")
    expect(await office.note(asked.id ?? '')).toMatchObject({ status: 'nothing', answered: true })
    expect((await office.arrive(fromHome(TUESDAY, 'References'), TUESDAY)).status).toBe('nothing')
    expect(questions(office)).toHaveLength(1)
  })

  it('is a candidate once a button said so, in what had come before as well', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    const asked = await office.arrive(fromHome(MONDAY, 'My search'), MONDAY)
    const before = await office.arrive(fromHome(LATER, 'My CV'), LATER)
    expect(before.status).toBe('asked')
    await press(office, asked, 'candidate')
    expect(await office.note(before.id ?? '')).toMatchObject({ status: 'nothing', answered: true })
  })

  it('belongs to the account that the recruiter names, offered or not, from then on', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    await office.arrive(fromHome(MONDAY, 'Your note'), MONDAY)
    await replies(office, 'Brightwater')
    expect(touched(await office.facts('Brightwater'))).toHaveLength(1)
    expect((await office.arrive(fromHome(TUESDAY, 'Again'), TUESDAY)).status).toBe('understood')
    expect(touched(await office.facts('Brightwater'))).toHaveLength(2)
  })
})
