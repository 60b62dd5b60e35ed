import type { NoteGroup, World } from './reading-lines.ts'

/** Ways of speaking, each in several notes: what one of them shows must hold for the others. */
export const classes: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-24T16:40',
    notes: [
      // A slip, and what was meant.
      ['Spoke to Ellen Wednesday, no, Tuesday', 'Ellen > call reached @09-22'],
      ['Emailed Jim, sorry, Ellen', 'Ellen > email sent'],
      ['Left a vm for Deepa on Monday, I mean Tuesday', 'Deepa > voicemail left-message @09-22'],
      ['Spoke with Jim on Tuesday, not Monday', 'Jim > call reached @09-22'],
      ['Booked Greg for Tuesday at 10, correction, Wednesday', 'books Greg 09-30 10:00'],
      ['Met Mike for coffee Tuesday, scratch that, Wednesday', 'Mike > meeting held @09-23'],
      ['Texted Susan, I meant Carla', 'Carla > text sent'],
      // A company beside a name.
      ['Jim from Northgate emailed this morning', 'Jim < email received @09-24 10:00'],
      ['Ellen (Northgate) called back', 'Ellen < call reached'],
      ['Maria at Corvid left a message', 'Maria Chen < voicemail left-message'],
      ['Maria from Halden says the role is frozen', 'Maria Lopez: reason opening-frozen'],
      ['Spoke with Maria over at Corvid', 'Maria Chen > call reached'],
      // An apostrophe for "is" and "has".
      ["Carla's gone on leave until Monday", 'Carla: away until 09-28'],
      ["Jim's signed", 'Jim: agreement-signed'],
      ["Greg's sent the JD over", 'Greg < email received', 'Greg: job-description-received'],
      ["Deepa's out until Tuesday", 'Deepa: away until 09-29'],
      ["Mike's number is 918 555 0188", 'Mike: phone 918 555 0188'],
      ["Bernadette's just called me back", 'Bernadette < call reached'],
      ["Tom's resigned", 'Tom: left'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-15T13:25',
    notes: [
      // Dictated in one breath.
      [
        'called meena no answer shot her a text then got pia on the line she loved the plan',
        'Meena > call no-answer',
        'Meena > text sent',
        'Pia > call reached',
      ],
      [
        'called jo left vm emailed vikram spoke to li wei he is happy with 8.33%',
        'Jo > voicemail left-message',
        'Vikram > email sent',
        'Li > call reached',
        'Li: fee-agreed',
      ],
      [
        'called ananya she picked up we talked for ten minutes she will send the jd by friday',
        'Ananya > call reached',
        'Ananya: client by 10-16',
      ],
      ['rang pia he is out until monday', 'asked', 'Pia: away until 10-19'],
      ['emailed farah the deck she asked for', 'Farah > email sent'],
      ['texted jo she replied', 'Jo > text sent', 'Jo < text received'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-03T07:30',
    digest: true,
    notes: [
      // Numbers and answers without a comma; means named in a row.
      ['1 not today 3 spoke to her yesterday 4 emailed', '1 put off', 'Ed > call reached @12-02', 'Bo > email sent'],
      ['1 and 3 vm 4 spoke', 'May > voicemail left-message', 'Ed > voicemail left-message', 'Bo > call reached'],
      ['1 left 2 messages', 'May > voicemail left-message'],
      ['3 vm and email yesterday', 'Ed > voicemail left-message @12-02', 'Ed > email sent @12-02'],
      ['left vm and email for May', 'May > voicemail left-message', 'May > email sent'],
    ],
  },
]
