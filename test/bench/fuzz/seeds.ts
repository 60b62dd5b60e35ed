import { bounce, type Client, forward, ics, invitation, mail, note, outOfOffice, reply } from '../../support/mail.ts'
import { ANA, INBOUND, RUTH } from '../office.ts'

/** Messages as they really come, of every kind there is: what the fuzz begins from. */

const TOM = 'Tom Okafor <t.okafor@harborcastings.example>'
const LENA = 'Lena Brandt <lena@kilnworks.example>'
const AT = '2026-10-14T15:50:00Z'
const CLIENTS: readonly Client[] = ['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird']

const fromRuth = {
  from: RUTH,
  to: ANA,
  cc: TOM,
  subject: 'Foundry supervisor',
  at: '2026-10-13T19:20:00Z',
  text: 'Hi Ana,\n\nTom can talk on Thursday at 10. The fee is fine with us.\n\nRuth Avila\nHR Director\nHarbor Castings\n(918) 555-0117',
}
const fromLena = {
  from: LENA,
  to: ANA,
  subject: 'Kiln operators – Größe der Schicht',
  at: '2026-10-12T08:05:00Z',
  text: 'Dear Ana,\n\nplease find our job description attached. I copy Zoë, who leads the plant.\n\nKind regards\nLena',
}
const digest = {
  from: 'Relight <relight@watch.example>',
  to: ANA,
  subject: 'Two calls today: Ruth Avila first',
  at: '2026-10-14T12:00:00Z',
  text: 'Good morning, Ana.\n\n1. Ruth Avila, Harbor Castings\nCall her, then write.\n\n2. Tom Okafor\nSet the expectations.',
}

const forwards = CLIENTS.flatMap(client => [
  forward({ client, by: ANA, to: INBOUND, at: AT, original: fromRuth }),
  forward({
    client,
    by: ANA,
    to: INBOUND,
    at: AT,
    original: fromLena,
    note: 'New one. Left her a vm too.',
    htmlOnly: true,
  }),
  forward({
    client,
    by: ANA,
    to: INBOUND,
    at: AT,
    original: [fromRuth, fromLena],
    attachments: [{ name: 'job description.pdf', type: 'application/pdf', content: 'a job' }],
  }),
])

const attached = [
  `From: ${ANA}`,
  `To: ${INBOUND}`,
  'Subject: Fwd: Kiln operators',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer-1"',
  '',
  '--outer-1',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'As attached.',
  '--outer-1',
  'Content-Type: message/rfc822',
  'Content-Disposition: attachment; filename="Kiln operators.eml"',
  '',
  mail({ ...fromLena, html: '<p>please find our job description attached</p>' }),
  '--outer-1--',
  '',
].join('\r\n')

const answers = CLIENTS.flatMap(client => [
  reply({
    client,
    by: ANA,
    to: INBOUND,
    at: AT,
    words: '1 vm, 2 spoke Tuesday, she answers within 3 days',
    quoted: digest,
  }),
  reply({
    client,
    by: ANA,
    to: INBOUND,
    at: AT,
    words: 'Ruth: left a voicemail. Tom let it go.',
    signature: 'Ana Brandt\nNorthgate Search\n+1 312 555 0144',
    quoted: digest,
  }),
])

const notes = [
  'Left Ruth a voicemail and emailed her as well.',
  'Spoke with Tom Okafor for twenty minutes yesterday at 3. He wants two candidates by Friday; I send them Thursday.',
  'Ruth missed our call this morning. No word since the 2nd.',
  'Need to call Tom on Monday. Still nothing from Ruth!',
  'Agreement signed per Ruth; she says the opening is frozen until 12/7. Pause Harbor Castings.',
  'Met Lena Brandt (lena@kilnworks.example, 918 555 0142), plant manager at Kilnworks. Fee agreed at 22%.',
  'Ruth was short with me again: cut me off twice. My story is that she feels gone around.',
  'Sprach gestern mit Frau Avila, sie meldet sich nächste Woche.',
].map(text => note(ANA, INBOUND, text, { at: AT }))

const copies = [
  mail({ from: ANA, to: RUTH, at: AT, subject: 'Two supervisors', text: 'Hi Ruth,\n\ntwo résumés attached.\n\nAna' }),
  mail({
    from: ANA,
    to: [RUTH, LENA],
    cc: [INBOUND, 'Dee <dee.kiln@gmail.com>'],
    at: AT,
    subject: 'Agreement',
    text: 'Our agreement is attached for your signature.',
    html: '<div>Our <b>agreement</b> is attached for your signature.</div>',
    attachments: [{ name: 'agreement.pdf', type: 'application/pdf', content: 'terms' }],
  }),
]

const meeting = {
  title: 'Foundry supervisor',
  uid: 'm1@northgate.example',
  starts: '2026-10-20T15:00:00Z',
  ends: '2026-10-20T15:30:00Z',
  organizer: ANA,
  attendees: [RUTH, { person: TOM, partstat: 'ACCEPTED' }],
}
const calendars = [
  invitation({ ...meeting, by: ANA, to: INBOUND, at: AT }),
  invitation({ ...meeting, method: 'CANCEL', by: ANA, to: INBOUND, at: AT }),
  invitation({
    ...meeting,
    starts: '2026-10-20T10:00',
    ends: '2026-10-20T11:00',
    tzid: 'Central Standard Time',
    by: ANA,
    to: INBOUND,
    at: AT,
  }),
  invitation({ ...meeting, rrule: 'FREQ=WEEKLY;COUNT=4', by: ANA, to: INBOUND, at: AT }),
  mail({
    from: ANA,
    to: INBOUND,
    at: AT,
    text: 'She declined.',
    attachments: [
      {
        name: 'reply.ics',
        type: 'text/calendar',
        content: ics({
          ...meeting,
          method: 'REPLY',
          attendees: [{ person: RUTH, partstat: 'DECLINED' }],
          comment: 'Next week?',
        }),
      },
    ],
  }),
]

/** What did not come from the recruiter's own hand. */
const others = [
  mail({ ...fromRuth, to: [ANA], messageId: 'r1@harborcastings.example' }),
  invitation({ ...meeting, method: 'REPLY', by: RUTH, to: ANA, at: AT }),
  outOfOffice({ from: RUTH, to: ANA, text: 'I am out of the office and back on Monday, October 26, 2026.', at: AT }),
  bounce({
    to: ANA,
    failed: 'gone@harborcastings.example',
    original: mail({ from: ANA, to: RUTH, subject: 'Two supervisors' }),
    at: AT,
  }),
  mail({
    from: 'Deals <noreply@shop.example>',
    to: ANA,
    subject: 'Only today',
    html: '<table><tr><td>Save 20%</td></tr></table><p>unsubscribe</p>',
    headers: { 'List-Unsubscribe': '<https://shop.example/u>', Precedence: 'bulk' },
  }),
]

export const SEEDS: readonly string[] = [
  ...forwards,
  attached,
  ...answers,
  ...notes,
  ...copies,
  ...calendars,
  ...others,
]
