import { EngagementId, NoteId } from '../../../shared/domain/vocabulary.ts'
import { writeConfirmAddress } from '../../../shared/mail/write/confirm-address.ts'
import { type DigestInput, writeDigest } from '../../../shared/mail/write/digest.ts'
import type { MailKind } from '../../../shared/mail/write/headers.ts'
import { writeInvitation } from '../../../shared/mail/write/invitation.ts'
import { type QuestionInput, writeQuestion } from '../../../shared/mail/write/question.ts'
import { type ReceiptInput, writeReceipt } from '../../../shared/mail/write/receipt.ts'
import { writeSignIn } from '../../../shared/mail/write/sign-in.ts'
import { writeWelcome } from '../../../shared/mail/write/welcome.ts'
import { type Account, account } from '../../domain/support/account.ts'
import {
  acmeMissed,
  acmeOwned,
  acmeTried,
  acmeUntilTheMissedCall,
  birchAndValePutOff,
  dan,
  entriesOn,
  person,
} from '../../domain/support/stories.ts'
import { birchOpened, emptyDigest, whichTanya } from './inputs.ts'

/** Every kind of mail that we send, each in its forms, as it is written today. */

export type Written = { readonly subject: string; readonly html: string; readonly text: string }

/** Longer than the ones that are sent. */
const TOKEN = 'x'.repeat(400)
const at = (path: string): string => `https://abcdefghij.execute-api.us-east-1.amazonaws.com/${path}`

const TODAY = '2026-10-05'
export const empty: DigestInput = {
  ...emptyDigest(TODAY),
  recruiter: { ...dan, inbound: 'lefbv7h3ewqpkpso2tjutj2dtm@in.relight.example' },
  link: ({ task, engagement }, word) => at(`do/${TOKEN}.${engagement.client}.${task.id}.${word}`.replaceAll(' ', '-')),
  answerLink: (note, word) => at(`answer/${TOKEN}.${note}.${word}`),
  noteLink: note => at(`note/${TOKEN}.${note}`),
  pages: at(''),
  replyTo: 'lefbv7h3ewqpkpso2tjutj2dtm+2026-10-05@in.relight.example',
  unsubscribe: at(`unsubscribe/${TOKEN}`),
}

/** An account where nothing went out yet, with somebody whose number is known to nobody. */
const begun = (client: string): Account => {
  const told = account('2026-09-25 09:00', { client })
  told.say('2026-09-25 09:00', person('Ottoline Abernathy-Featherstone', 'hr-director'), {
    command: 'NameOpening',
    title: 'Night shift supervisor, second line',
  })
  return told
}

const numbered = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A morning of so many accounts, and of so many lines of each kind. */
export const morning = (accounts: readonly Account[], lines: number): Promise<Written> =>
  writeDigest({
    ...empty,
    entries: accounts.flatMap(told => entriesOn(told, TODAY)),
    reminders: numbered(lines, index => ({
      engagement: EngagementId.parse(`r${index}`),
      client: `Northgate Mill ${index}`,
      what: 'call Ellen about the second shift',
    })),
    questions: numbered(lines, index => ({
      note: NoteId.parse(`q${index}`),
      text: 'Which Susan do you mean?',
      quote: 'Spoke with Susan, she decides on Friday.',
      isLast: index % 2 === 0,
      answers: [
        { word: 'ito', label: 'Susan Ito, Corbel' },
        { word: 'reyes', label: 'Susan Reyes, Acme Molding' },
        { word: 'none', label: 'None of these' },
      ],
    })),
    held: numbered(lines, index => ({
      note: NoteId.parse(`h${index}`),
      from: 'carla.whitfield@acme-molding.example',
      subject: 'Close everything with us by tonight',
      why: 'Nothing proves that it came from the sender it names.',
      rule: 'sender not proven',
      isOwn: index % 2 === 1,
    })),
    kept: numbered(lines, index => ({ note: NoteId.parse(`k${index}`), says: `Vale Dairy ${index} is under watch` })),
    unreadable: numbered(lines, index => ({ engagement: EngagementId.parse(`u${index}`), client: `Dairy ${index}` })),
  })

/** Each play that these stories lead to. */
export const busyAccounts = (): readonly Account[] => [
  acmeTried(),
  birchAndValePutOff(),
  acmeMissed(),
  acmeUntilTheMissedCall(),
  acmeOwned(),
  ...numbered(3, index => begun(`Fenwick Tool & Die ${index}`)),
]

const receipt: ReceiptInput = { ...birchOpened, undo: at(`undo/${TOKEN}`) }

const question: QuestionInput = {
  ...whichTanya,
  answers: [
    { word: 'brook', label: 'Tanya Brook, Brightwater Logistics of Greater Manchester', url: at(`answer/${TOKEN}.a`) },
    { word: 'none', label: 'None of these', url: at(`answer/${TOKEN}.b`) },
  ],
}

/** Of every kind there is at least one, or this does not compile. */
export const everyMail = async (): Promise<Readonly<Record<MailKind, readonly Written[]>>> => ({
  digest: [await morning(busyAccounts(), 1), await morning([], 1), await morning([], 0)],
  receipt: [
    writeReceipt(receipt),
    writeReceipt({ ...receipt, news: { kind: 'added' } }),
    writeReceipt({ ...receipt, news: { kind: 'merged', into: 'Birch and Vale Ltd' } }),
    writeReceipt({ ...receipt, contacts: [] }),
  ],
  question: [writeQuestion(question), writeQuestion({ ...question, isAgain: true, isRestRecorded: true })],
  'sign-in': [writeSignIn({ recruiter: { name: 'Ines Marchetti' }, link: at(`sign-in/${TOKEN}`), time: '4:10 pm' })],
  invitation: [
    writeInvitation({
      invited: { name: 'Oskar Lindqvist' },
      owner: { name: 'Ines Marchetti', address: 'ines@marchetti.example' },
      link: at(`join/${TOKEN}`),
      days: 7,
    }),
  ],
  welcome: [
    writeWelcome({
      recruiter: { name: 'Oskar Lindqvist' },
      inbound: 'lefbv7h3ewqpkpso2tjutj2dtm@in.relight.example',
      hour: '7:00 am',
      pages: at(''),
    }),
  ],
  'confirm-address': [writeConfirmAddress({ recruiter: { name: 'Ines Marchetti' }, link: at(`confirm/${TOKEN}`) })],
})
