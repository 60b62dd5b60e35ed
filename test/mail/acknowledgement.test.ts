import { describe, expect, test } from 'vitest'
import { isAcknowledgement } from '../../shared/mail/read/acknowledgement.ts'

const names = { writer: 'Susan Reyes', reader: 'Dan Ortiz' }
const signature = '\n\nSusan Reyes\nHR Manager | Acme Molding\nT: 918 555 0142'
const says = (body: string, more: { subject?: string; attachments?: readonly string[] } = {}): boolean =>
  isAcknowledgement(
    {
      subject: more.subject ?? 'Re: Two people for you',
      body,
      attachments: (more.attachments ?? []).map(name => ({ name, type: 'application/pdf', size: 10 })),
    },
    names,
  )

describe('thanks and the like', () => {
  test.each([
    'Thanks!',
    'Thanks, Dan!',
    'Thanks Daniel',
    'Hi Dan,\n\nThank you so much for sending these through.',
    'Many thanks, received.',
    'Got it, thanks.',
    'Got it. Thanks, will review and come back to you.',
    'Thanks - will review and get back to you next week.',
    'Thank you for the update, Dan. I will be in touch.',
    'Ok, thanks',
    'Perfect, thanks Dan. Have a great weekend!',
    'Noted with thanks',
    'Sounds good!',
    'Will do.',
    'Much appreciated',
    'Received with thanks.\n\nBest regards',
    'Looking forward to it.',
    '👍',
    'Thx 🙏',
    'Danke!',
    'Merci beaucoup',
  ])('%j moves no ball', body => {
    expect(says(body)).toBe(true)
    expect(says(`${body}${signature}`)).toBe(true)
  })

  test.each([
    'Thanks. Can you call me?',
    'Thanks, please send me the agreement.',
    'Thanks, but we are going with another agency.',
    'Thanks, not interested.',
    'No, thanks.',
    'Great, let us meet on Tuesday.',
    'Perfect, we would like to interview Bob.',
    'Ok, go ahead with both of them.',
    'Thanks! The hiring manager wants to see two more.',
    'Thank you. We have decided to freeze the opening.',
    'Sounds good. When could she start?',
    'Yes.',
    'Tuesday at ten works.',
    'Stop writing to me.',
    'Dan',
    '',
  ])('%j is a message', body => {
    expect(says(body)).toBe(false)
    expect(says(`${body}${signature}`)).toBe(false)
  })

  test('with something attached, it brings something', () => {
    expect(says('Thanks!', { attachments: ['job-description.pdf'] })).toBe(false)
  })

  test('a calendar accepts for somebody without a word', () => {
    expect(says('', { subject: 'Accepted: Call with Acme', attachments: ['invite.ics'] })).toBe(true)
    expect(says('Could we make it eleven?', { subject: 'Tentative: Call with Acme' })).toBe(false)
    expect(says('Sorry.', { subject: 'Declined: Call with Acme' })).toBe(false)
  })
})
