import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** A recruiter starts two months late and forwards the whole story at once, in no order. */

const recruiter: Recruiter = {
  name: 'Dan Ortiz',
  address: 'dan@ortizsearch.example',
  zone: 'America/New_York',
  region: 'US',
}
const me = 'Dan Ortiz <dan@ortizsearch.example>'
const carla = 'Carla Whitfield <carla.whitfield@acmemolding.example>'
const susan = 'Susan Reyes <susan.reyes@acmemolding.example>'
const at = (date: string, time: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(recruiter.zone).toInstant().toString()

let desk: Desk
afterEach(async () => desk.stack.stop())

const today = '2026-11-23'
type Piece = (time: string) => Promise<void>
const mine =
  (to: string, subject: string, date: string, text: string): Piece =>
  time =>
    desk.forwards(today, time, { from: me, to, subject, at: at(date, '10:00'), text })

const story: readonly Piece[] = [
  time =>
    desk.forwards(today, time, {
      from: carla,
      to: me,
      cc: susan,
      subject: 'Introduction',
      at: at('2026-09-08', '09:40'),
      text: 'Dan, introducing Susan, who looks after our Tulsa plant. Her number is 918 555 0142.\n\nCarla Whitfield\nDirector of HR, Acme Molding',
    }),
  time => desk.notes(today, time, 'Spoke with Susan on 9 September, she sees the value.'),
  time => desk.notes(today, time, 'Sept 11: fee agreed at 22% with Susan.'),
  time =>
    desk.forwards(
      today,
      time,
      {
        from: susan,
        to: me,
        subject: 'JD',
        at: at('2026-09-14', '10:30'),
        text: 'Dan, job description attached.\n\nSusan',
      },
      { client: 'outlook', attachments: [{ name: 'JD plant controller.docx' }] },
    ),
  mine(susan, 'Recruitment agreement for signature', '2026-09-14', 'Susan, here is the agreement for your signature.'),
  time => desk.notes(today, time, 'Susan missed our 10am call on 21 September.'),
  mine(susan, 'Our call', '2026-09-22', 'Susan, I had us down for ten yesterday. What would suit you?'),
  time => desk.notes(today, time, '6 Oct: left Susan a voicemail.'),
  mine(susan, 'The agreement', '2026-10-20', 'Susan, is there anything you need from my side?'),
  time => desk.notes(today, time, '3 Nov: left Susan a voicemail.'),
  mine(carla, 'Tulsa', '2026-10-07', 'Carla, I have not managed to reach Susan. Is all well at the plant?'),
  time => desk.notes(today, time, 'Left Carla a voicemail on 28 October.'),
]

const tell = async (order: readonly number[]): Promise<string> => {
  desk = await openDesk(recruiter, today)
  for (const [index, piece] of order.entries()) await story[piece]?.(`09:${String(10 + index)}`)
  expect((await desk.stack.notes()).filter(note => note.status === 'asked').map(note => note.question)).toEqual([])
  const digest = await desk.morning('2026-11-24')
  const link = /https?:\/\/\S+/g
  return `${digest?.subject}\n${digest?.text.replace(link, 'LINK').replaceAll(desk.stack.inbound, 'INBOUND')}`
}

describe('a story told two months late', () => {
  it('asks for the one call that is left, and tells a fifth message to wait for it', async () => {
    const text = await tell([...story.keys()])
    expect(await desk.due('2026-11-24')).toEqual(['own-the-dropped-ball Susan Reyes'])
    expect(text).toMatch(/Susan Reyes/)
    expect(text).toMatch(/21 September/)
    await desk.copies('2026-11-24', '15:00', { to: susan, subject: 'One more', text: 'Susan, are you still there?' })
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({ channel: 'email', outcome: 'sent' })
    expect(await desk.due('2026-11-25')).toEqual(['own-the-dropped-ball Susan Reyes'])
  })

  it('is the same digest in any order of arrival', async () => {
    const forwards = await tell([...story.keys()])
    await desk.stack.stop()
    const backwards = await tell([...story.keys()].reverse())
    expect(backwards).toBe(forwards)
    await desk.stack.stop()
    const mixed = await tell([5, 7, 0, 9, 3, 1, 11, 4, 10, 2, 8, 6])
    expect(mixed).toBe(forwards)
  })
})
