import type { Command } from '../../../shared/domain/engagement/commands.ts'
import type { Engagement, Task } from '../../../shared/domain/engagement/state.ts'
import { openTasks } from '../../../shared/domain/engagement/state.ts'
import { plays } from '../../../shared/domain/plays/index.ts'
import type { CallSheet, Situation } from '../../../shared/domain/plays/play.ts'
import type { Assessment, PlayName } from '../../../shared/domain/silence/assessment.ts'
import { ContactId, MeetingId, type Role } from '../../../shared/domain/vocabulary.ts'
import { type Account, account, milestone, newYork, spoke, theyWrote, voicemail, wrote } from './account.ts'

/** Accounts told up to a certain morning, with people who have names and numbers: what call sheets are written from. */

export const dan = { name: 'Dan Ortiz', phone: '813 555 0107' }

export const person = (name: string, role: Role, phone?: string, introducedBy?: string): Command => ({
  command: 'AddContact',
  contact: ContactId.parse(idOf(name)),
  name,
  role,
  emails: [`${idOf(name)}@client.example`],
  phones: phone ? [{ number: phone, from: 'their signature' }] : [],
  ...(introducedBy ? { introducedBy: ContactId.parse(idOf(introducedBy)) } : {}),
})
const idOf = (name: string): string => name.split(' ')[0]?.toLowerCase() ?? name

export const meeting = (start: string, people: readonly string[], title: string, id = 'm1'): Command => ({
  command: 'BookMeeting',
  meeting: MeetingId.parse(id),
  startsAt: start,
  endsAt: new Date(Date.parse(start) + 30 * 60_000).toISOString(),
  contacts: people.map(name => ContactId.parse(name)),
  title,
})
export const missed = (who: string, missedBy: 'client' | 'us' = 'client', id = 'm1'): Command => ({
  command: 'RecordMeetingMissed',
  meeting: MeetingId.parse(id),
  missedBy,
  contact: ContactId.parse(who),
})
export const tense = (who: string, observed?: string, story?: string): Command => ({
  command: 'ReportTension',
  contact: ContactId.parse(who),
  ...(observed ? { observed } : {}),
  ...(story ? { story } : {}),
})

/** What a morning's digest would be written from: each open task with its engagement and assessment. */
export const entriesOn = (
  told: Account,
  date: string,
): { engagement: Engagement; assessment: Assessment; task: Task }[] => {
  told.morning(date)
  const assessment = told.assess(`${date} 07:00`)
  return openTasks(told.state()).map(task => ({ engagement: told.state(), assessment, task }))
}

export const situationOn = (told: Account, date: string, play: PlayName, recruiter = dan): Situation => {
  const entry = entriesOn(told, date).find(({ task }) => task.play === play)
  if (!entry) throw new Error(`${play} is not due on ${date}`)
  const contact = entry.engagement.contacts.find(({ id }) => id === entry.task.contact)
  return { ...entry, contact, recruiter, calendar: newYork, today: date }
}

export const sheetOn = (told: Account, date: string, play: PlayName): CallSheet =>
  plays[play].sheet(situationOn(told, date, play))

/** What a sheet has the recruiter say, under a label. */
export const said = (sheet: CallSheet, label: RegExp): string =>
  sheet.say.find(line => label.test(line.label))?.text ?? ''

/** Every sentence of a sheet, one after the other. */
export const allWords = (sheet: CallSheet): string =>
  [
    ...sheet.why,
    ...sheet.before.flatMap(line => [line.label, line.text]),
    ...sheet.say.flatMap(line => [line.label, line.text]),
    sheet.write?.subject,
    sheet.write?.body,
    ...sheet.leaveOut,
    sheet.notInWriting,
    sheet.otherWay,
  ]
    .filter(text => text !== undefined)
    .join('\n')

/** Warm until the call on 21 September 2026 that Susan missed. */
export const acmeUntilTheMissedCall = (): Account => {
  const acme = account('2026-09-08 10:12')
  acme.say(
    '2026-09-08 10:12',
    person('Carla Whitfield', 'hr-director', '918 555 0100'),
    person('Susan Reyes', 'hr', '918 555 0142', 'Carla'),
    theyWrote('carla'),
    milestone('introduced', 'susan'),
  )
  acme.morning('2026-09-09')
  acme.say('2026-09-09 15:00', spoke('susan', 'walked her through our process'))
  acme.morning('2026-09-10')
  acme.say('2026-09-10 12:00', spoke('susan'), {
    command: 'SetExpectation',
    topic: 'reply time',
    text: 'Susan answers within 3 days',
    replyWithin: 'P3D',
    contact: ContactId.parse('susan'),
  })
  acme.say('2026-09-11 16:00', milestone('fee-agreed', 'susan'))
  acme.morning('2026-09-14')
  acme.say('2026-09-14 11:00', theyWrote('susan'), milestone('job-description-received', 'susan'))
  acme.say('2026-09-14 14:00', wrote('susan'), milestone('agreement-sent', 'susan'))
  acme.say(
    '2026-09-16 09:00',
    person('Mike Tran', 'other'),
    meeting('2026-09-21T14:00:00Z', ['susan', 'mike'], 'Intro call'),
  )
  acme.morning('2026-09-21')
  return acme
}

export const acmeMissed = (): Account => {
  const acme = acmeUntilTheMissedCall()
  acme.hear('2026-09-21 11:05', '2026-09-21 10:00', missed('susan'))
  return acme
}

export const acmeTried = (): Account => {
  const acme = acmeMissed()
  acme.morning('2026-09-22')
  acme.say('2026-09-22 09:30', voicemail('susan'), wrote('susan'))
  return acme
}

export const acmeOwned = (): Account => {
  const acme = acmeTried()
  acme.morning('2026-09-29')
  acme.say('2026-09-29 10:00', voicemail('susan'))
  return acme
}

/** Two months of the same follow-ups, the whole story told in one afternoon. */
export const acmeLateInNovember = (): Account => {
  const acme = account('2026-11-23 14:00')
  const tell = (when: string, ...commands: Command[]) => acme.hear('2026-11-23 15:00', when, ...commands)
  acme.say(
    '2026-11-23 14:00',
    person('Carla Whitfield', 'hr-director', '918 555 0100'),
    person('Susan Reyes', 'hr', '918 555 0142', 'Carla'),
    person('Mike Tran', 'other'),
  )
  tell('2026-11-03 10:00', voicemail('susan'))
  tell('2026-09-08 10:12', theyWrote('carla'), milestone('introduced', 'susan'))
  tell('2026-09-09 15:00', spoke('susan', 'walked her through our process'))
  tell('2026-09-11 16:00', milestone('fee-agreed', 'susan'))
  tell('2026-09-14 11:00', theyWrote('susan'), milestone('job-description-received', 'susan'))
  tell('2026-09-14 14:00', wrote('susan'), milestone('agreement-sent', 'susan'))
  tell('2026-09-16 09:00', meeting('2026-09-21T14:00:00Z', ['susan', 'mike'], 'Intro call'))
  tell('2026-09-21 10:00', missed('susan'))
  tell('2026-09-22 09:00', wrote('susan'))
  tell('2026-09-29 11:00', wrote('carla'))
  tell('2026-10-06 10:00', voicemail('susan'))
  tell('2026-10-20 09:00', wrote('susan'))
  tell('2026-10-27 16:00', voicemail('carla'))
  return acme
}

/** Tension with Priya in HR, while Tom, the hiring manager, still talks. */
export const birchAndVale = (): Account => {
  const birch = account('2026-09-01 09:00', { client: 'Birch & Vale' })
  birch.say(
    '2026-09-01 09:00',
    person('Priya Nair', 'hr', '617 555 0120'),
    person('Tom Okafor', 'hiring-manager', '617 555 0119'),
    { command: 'NameOpening', title: 'Plant controller' },
    spoke('tom', 'took the order'),
  )
  birch.morning('2026-09-02')
  for (const task of openTasks(birch.state()))
    birch.say('2026-09-02 09:00', { command: 'SettleTask', task: task.id, how: 'done' })
  birch.say('2026-09-14 17:00', spoke('priya'), tense('priya', 'was short on the phone', 'resents me going to Tom'))
  return birch
}

export const putOff = (told: Account, when: string, play: PlayName): void => {
  const task = openTasks(told.state()).find(open => open.play === play)
  if (!task) throw new Error(`${play} is not open`)
  told.say(when, { command: 'PutTaskOff', task: task.id })
}

/** Its tension in three digests, put off in each. */
export const birchAndValePutOff = (): Account => {
  const birch = birchAndVale()
  for (const day of ['16', '17', '18']) {
    birch.morning(`2026-09-${day}`)
    putOff(birch, `2026-09-${day} 08:00`, 'ask-the-hiring-manager')
  }
  return birch
}

/** An account with one person and an opening, and what more was said of it on its first morning. */
export const corbelFoods = (...more: readonly Command[]): Account => {
  const corbel = account('2026-09-01 09:00', { client: 'Corbel Foods' })
  const opening: Command = { command: 'NameOpening', title: 'Planner' }
  corbel.say('2026-09-01 09:00', person('Marta Lindqvist', 'hr'), opening, ...more)
  return corbel
}
