import { describe, expect, test } from 'vitest'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { bookWithDigest, readingOf } from '../support/book.ts'
import { answer, type OurMail, quotings } from '../support/mail/quotations.ts'
import { mail } from '../support/mail.ts'

/** What becomes of the tasks of a digest that an answer speaks of, wherever in it the words stand. */

const ME = 'Dan Ortiz <dan@ortizsearch.example>'
const ADDRESS = 'abc+2026-09-29@in.watch.example'
const NOW = '2026-09-29T14:00:00Z'
const PEOPLE = [
  ['Susan Brandt', 'Acme Molding', 'own-the-dropped-ball'],
  ['Jim Dace', 'Pine Works', 'call-and-write'],
  ['Ellen Moss', 'Larkspur', 'call-and-write'],
] as const

const owner = {
  name: 'Dan Ortiz',
  address: 'dan@ortizsearch.example',
  zone: 'America/New_York',
  inbound: 'abc@in.watch.example',
}
const book = bookWithDigest(owner, '2026-09-29', PEOPLE)

const heading = ([name, client]: (typeof PEOPLE)[number], index: number) =>
  `${index + 1}. ${name}, ${client}\n918 555 0142\nWhy today: nothing was heard for six working days.\nReply: ${index + 1} spoke / ${index + 1} not-today\nOr press: https://watch.example/do/t${index + 1}.already-did\n`
const text = ['Dan, three calls today. Susan first.\n', ...PEOPLE.map(heading)]
const closing = 'Nothing else is due.\n\nNo more of these mails: https://watch.example/unsubscribe/t\n'
const ours: OurMail = { subject: '3 calls: Susan Brandt, then Jim Dace', text: [...text, closing].join('\n'), html: '' }
const plain = quotings(ours.subject).filter(({ form }) => form === 'text')

const read = async (body: string, subject = `Re: ${ours.subject}`): Promise<Reading> => {
  const raw = mail({ from: ME, to: ADDRESS, subject, at: NOW, text: body })
  return readingOf(raw, book, NOW)
}
const told = (reading: Reading) =>
  'commands' in reading
    ? reading.commands.map(({ command }) => {
        if (command.command === 'LogTouchpoint') return `${command.contact} ${command.channel} ${command.outcome}`
        if (command.command === 'SettleTask') return `${command.task} ${command.how}`
        return command.command === 'PutTaskOff' ? `${command.task} put off` : command.command
      })
    : [reading.status]
const EACH = ['Susan voicemail left-message', 't2 let-go', 't3 put off']

describe.each(plain.map(quoting => [quoting.program, quoting] as const))('an answer by %s', (_, quoting) => {
  test.each([
    'Susan: left vm. Jim: let it go. Ellen not today',
    '1 vm, 2 let it go, 3 not today',
    '1. left a voicemail\n2. let it go\n3. not today',
    'Ellen not today.\n\nLeft Susan a vm.\n\nJim: let it go.',
  ])('settles each task it speaks of: %j', async top => {
    expect(told(await read(answer(quoting, ours, { top }))).sort()).toEqual([...EACH].sort())
  })

  test('settles the task under which it stands', async () => {
    const below = { 1: 'Left a vm.', 2: 'let it go', 3: 'Ellen: not today' }
    expect(told(await read(answer(quoting, ours, { below })))).toEqual(EACH)
  })

  test('settles what stands below it all by name', async () => {
    const bottom = 'Susan: left vm. Jim: let it go. Ellen not today'
    expect(told(await read(answer(quoting, ours, { bottom })))).toEqual(EACH)
  })

  test('without a word says nothing', async () => {
    expect(told(await read(answer(quoting, ours, {})))).toEqual(['nothing'])
  })
})

test.each(['RE', 'AW', 'SV', 'VS', 'Antw', 'R', 'RV', 'Odp', 'Ynt', '回复', 'Re[2]'])(
  'the subject of an answer says nothing, in whatever language it begins: %s',
  async prefix => {
    const [quoting] = plain.slice(-1)
    if (!quoting) throw new Error('no program')
    const subject = `${prefix}: ${ours.subject}`
    expect(told(await read(answer(quoting, ours, { top: '1 vm' }), subject))).toEqual(['Susan voicemail left-message'])
    expect(told(await read(answer(quoting, ours, {}), subject))).toEqual(['nothing'])
  },
)

test('a client’s mail that was forwarded to the address of an answer is a forward all the same', async () => {
  const forwarded =
    'From: Jim Dace <jim@client1.example>\nSent: Monday, September 28, 2026 9:00 AM\nTo: Dan Ortiz\nSubject: Pay\n\nFine.'
  expect(told(await read(`See below.\n\n${forwarded}`, 'FW: Pay'))).toEqual(['Jim email received'])
})

test('a digest that was forwarded back to us says no more than the words above it', async () => {
  const digest = `---------- Forwarded message ---------\nFrom: Relight <relight@in.watch.example>\nDate: Tue, Sep 29, 2026 at 7:00 AM\nSubject: ${ours.subject}\nTo: ${ME}\n\n\n${ours.text}`
  expect(told(await read(digest, `Fwd: ${ours.subject}`))).toEqual(['nothing'])
  expect(told(await read(`1 vm\n\n${digest}`, `Fwd: ${ours.subject}`))).toEqual(['Susan voicemail left-message'])
})
