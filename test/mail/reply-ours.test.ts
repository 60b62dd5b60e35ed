import { describe, expect, test } from 'vitest'
import { writtenAnswers, writtenPart } from '../../shared/mail/read/reply.ts'
import { type QuestionInput, writeQuestion } from '../../shared/mail/write/question.ts'
import { writeReceipt } from '../../shared/mail/write/receipt.ts'
import { ourDigest } from '../support/mail/our-digest.ts'
import { answer, type OurMail, quotings } from '../support/mail/quotations.ts'

/** Our own mails, as they are written today, in answers by every program: only the recruiter's words count. */

const digest = await ourDigest()
const asked: QuestionInput = {
  recruiter: { name: 'Dan Ortiz' },
  arrived: 'Monday 28 September',
  quote: 'Left Susan a voicemail.',
  question: 'Which Susan do you mean?',
  isRestRecorded: false,
  isAgain: false,
  answers: [
    { word: 'a', label: 'Susan Reyes, Acme Molding', url: 'https://watch.example/answer/n.a' },
    { word: 'none', label: 'None of these', url: 'https://watch.example/answer/n.none' },
  ],
  reference: '<n@watch.example>',
  replyTo: 'token+q.n@in.watch.example',
}
const question = writeQuestion(asked)
const again = writeQuestion({ ...asked, isAgain: true, answers: asked.answers.slice(1) })
const receipt = writeReceipt({
  recruiter: { name: 'Dan Ortiz' },
  client: 'Acme Molding',
  contacts: [{ name: 'Susan Reyes', phone: '918 555 0142' }],
  news: { kind: 'opened' },
  undo: 'https://watch.example/undo/n',
  replyTo: 'token@in.watch.example',
})
const SIGNATURE = 'Dan Ortiz\nPartner, Ortiz Search\nM: (813) 555-0107\nwww.ortizsearch.example'
const DISCLAIMER =
  'This e-mail and any attachments are confidential and intended only for the addressee.\nIf you are not that person, delete it.'
const programs = (ours: OurMail) => quotings(ours.subject).map(quoting => [quoting.program, quoting] as const)

describe.each(programs(digest))('an answer to the digest by %s', (_, quoting) => {
  test.each([
    ['one line', '2 voicemail'],
    ['several tasks', 'Susan: left vm. Tom: let it go.\nEllen not today'],
    ['a list with numbers and dots', '1. spoke, he was swamped\n2. not today'],
    [
      'paragraphs',
      'Morning.\n\n1 spoke Tuesday: he says on Monday we meet at 10:00.\n\nFrom now on he answers within 3 days.',
    ],
  ])('above it: %s', (_what, top) => {
    expect(writtenPart(answer(quoting, digest, { top }))).toBe(top)
    expect(writtenAnswers(answer(quoting, digest, { top }))).toBe(top)
  })

  test('loses signature and disclaimer', () => {
    const top = `1 spoke\n\n${SIGNATURE}\n\n${DISCLAIMER}`
    expect(writtenAnswers(answer(quoting, digest, { top }))).toBe('1 spoke')
  })

  test('below each task knows under which it stands', () => {
    const below = { 1: 'Tom: spoke to him, he was swamped.\nHe calls back on Friday.', 2: '2 not today' }
    expect(writtenAnswers(answer(quoting, digest, { below }))).toBe(
      '1: spoke to him, he was swamped.\nHe calls back on Friday.\n\n2 not today',
    )
    const signed = { top: `Morning, see my answers.\n\n-- \n${SIGNATURE}`, below: { 2: 'left a vm' } }
    expect(writtenAnswers(answer(quoting, digest, signed))).toBe('Morning, see my answers.\n\n2: left a vm')
  })

  test('below it all is of no one task', () => {
    const bottom = 'Susan: left vm.\nTom not today.'
    expect(writtenAnswers(answer(quoting, digest, { bottom }))).toBe(bottom)
    expect(writtenAnswers(answer(quoting, digest, { bottom: `${bottom}\n\n-- \n${SIGNATURE}` }))).toBe(bottom)
  })

  test.each(['We spoke', 'Not today'])('below a task may be the words of one of its buttons: %s', words => {
    const read = writtenAnswers(answer(quoting, digest, { below: { 1: words } }))
    expect(read).toBe(`1: ${words}`)
  })

  test('without a word is empty', () => {
    expect(writtenAnswers(answer(quoting, digest, {}))).toBe('')
  })

  test('does not count an older answer that stands below, quoted in its turn', () => {
    const older = ['On Mon, Sep 28, 2026 at 9:00 AM Dan Ortiz <dan@ortizsearch.example> wrote:', '', '> 1 voicemail']
    expect(writtenAnswers(answer(quoting, digest, { top: '2 spoke', bottom: older.join('\n') }))).toBe('2 spoke')
  })
})

describe.each([
  ['a question', question],
  ['a question asked once more', again],
  ['a receipt', receipt],
] as const)('an answer to %s', (_, ours) => {
  test.each(programs(ours))('by %s holds what was written, above or below', (_program, quoting) => {
    const words = 'The second one: Susan at Acme.'
    expect(writtenPart(answer(quoting, ours, { top: words }))).toBe(words)
    expect(writtenPart(answer(quoting, ours, { bottom: words }))).toBe(words)
    expect(writtenPart(answer(quoting, ours, {}))).toBe('')
  })
})

test('a mail of somebody else that looks like ours is not read between its lines', () => {
  const theirs =
    'From: Ann Lee <ann@acme.example>\nSent: Tuesday, September 29, 2026 7:00 AM\nTo: Dan\nSubject: Points\n'
  const text = `Fine.\n\n${theirs}\n1. Pay\nOr: less\nwe pay more\n2. Days\n`
  expect(writtenPart(text)).toBe('Fine.')
})
