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
  {
    world: 'denver',
    sent: '2026-12-04T17:05',
    notes: [
      // Names that are words, written small.
      ["may'll send jd by wed", 'May: client by 12-09'],
      ["rich's cell 303 555 0142", 'Rich: phone 303 555 0142'],
      ['rich and may both emailed', 'Rich < email received', 'May < email received'],
      ['may on pto til 12/14', 'May: away until 12-14'],
      ['may is out next week', 'May: away until 12-14'],
      ['rich no-show', 'm-frontrange missed by client, Rich @12-02 09:00'],
      ['rob the bank', 'nothing'],
      ['chase may mon', 'May: remind 12-07'],
      // Days written small or short.
      ['call bo mon', 'Bo: remind 12-07'],
      ['ping yolanda next wk', 'Yolanda: remind 12-07'],
      ['xiu: jd coming tues', 'Xiu: client by 12-08'],
      ['jd from xiu coming tues', 'Xiu: client by 12-08'],
      // Terse: the abbreviations of the trade.
      ['tc w/ ed this am - wants 3 cvs by fri', 'Ed > call reached @12-04 10:00', 'Ed: us by 12-11'],
      ['ed lvm 2nd time', 'Ed > voicemail left-message'],
      ['f/u email to chinwe sent', 'Chinwe > email sent'],
      ['chinwe signed the msa', 'Chinwe: agreement-signed'],
      ['3 cvs to xiu', 'Xiu > email sent', 'Xiu: candidates-sent'],
      ['met w/ faith yest, she was cold', 'Faith > meeting held @12-03', 'Faith: tension (observed)'],
      // The means of a row of attempts.
      [
        'Ed: vm 11/24, text Monday, email Wednesday',
        'Ed > voicemail left-message @11-24',
        'Ed > text sent @11-30',
        'Ed > email sent @12-02',
      ],
      ['Ed: called 11/20, vm 11/24', 'asked', 'Ed > voicemail left-message @11-24'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-02T13:45',
    notes: [
      // A meeting that somebody moves.
      ['Rich moved our 9am to Friday at 10', 'moves m-frontrange Rich 12-04 10:00'],
      ['Rich bumped our call to Friday 10am', 'moves m-frontrange Rich 12-04 10:00'],
      ['Our call with Rich moved to Friday 10am', 'moves m-frontrange Rich 12-04 10:00'],
      ['Rich pushed to tomorrow 1pm', 'moves m-frontrange Rich 12-03 13:00'],
      ['Rich wants to push our call to tomorrow at 1', 'asked'],
      ['Rich asked if we can do tomorrow at 1 instead', 'asked'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T14:15',
    notes: [
      // Attempts and talks in other words.
      ['Rang Kurt, his assistant says he is travelling', 'Kurt > call no-answer'],
      ["Kurt's PA took a message", 'Kurt > voicemail left-message'],
      ['Rang Kurt but he was in a meeting', 'Kurt > call no-answer'],
      ['Pinned Kurt down, quick chat', 'Kurt > call reached'],
      ['Kurt and I caught up on the phone', 'Kurt > call reached'],
      ['Kurt was on the phone to me for an hour', 'Kurt > call reached'],
      ['Totally forgot my call with Kurt', 'm-larkspur missed by us, Kurt @10-29 14:00'],
      ['Our call with Kurt is off', 'asked'],
      ['Kurt reached out this morning', 'asked'],
      ['Kurt accepted the invite for Monday at 2', 'books Kurt 11-02 14:00'],
      ['Monday 2pm call with Kurt confirmed', 'books Kurt 11-02 14:00'],
      // A question at the end asks only what it asks.
      ['Kurt emailed, can we talk Monday?', 'Kurt < email received'],
      ['Texted Kurt: are you free Tuesday?', 'Kurt > text sent'],
      ['Can you remind me about Kurt next week', 'Kurt: remind 11-02'],
      // What they ask of us, once we have spoken.
      ['Spoke to Kurt, he asked me to call back Tuesday', 'Kurt > call reached', 'Kurt: us by 11-03'],
      ['Talked to Kurt, call him back Monday', 'Kurt > call reached', 'Kurt: us by 11-02'],
      ['Kurt asked me to call him on Tuesday', 'Kurt: us by 11-03'],
      // A day since when, and an hour of another thing.
      [
        "Kurt picked up, the role's been frozen since August, try again in the new year",
        'Kurt > call reached',
        'Kurt: reason opening-frozen revisit 2027-01-01',
      ],
      [
        'Kurt missed our 2pm yesterday, he texted to apologise',
        'm-larkspur missed by client, Kurt @10-29 14:00',
        'Kurt < text received @10-29',
      ],
      // Accounts.
      ["Let's hold off on Larkspur for a month", 'Larkspur Dental: pause 11-30'],
      ['Done with Larkspur', 'Larkspur Dental: close'],
      ['Larkspur Dental and Wexler Freight are the same', 'Larkspur Dental: MergeEngagement'],
      ['Do not contact Kurt', 'asked'],
      ['Kurt asked not to be contacted again', 'Kurt: opted out'],
      // Small talk.
      ['Busy day', 'nothing'],
      ['Traffic was terrible', 'nothing'],
      ['Off to the gym', 'nothing'],
      ['Tim is keen', 'asked'],
      ['Got the job', 'asked'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-23T08:10',
    digest: true,
    notes: [
      // The digest's numbers, however they are written.
      ['1. left a voicemail', 'Susan > voicemail left-message'],
      ['#1 vm', 'Susan > voicemail left-message'],
      ['#1 - left a message. #4 - emailed.', 'Susan > voicemail left-message', 'Jim > email sent'],
      ['1-3 not today', '1 put off', '2 put off', '3 put off'],
      ['skip 3 and 4', '3 put off', '4 put off'],
      ['push 3 to Friday', '3 put off until 09-25'],
      ['let 3 go', '3 let-go'],
      ['drop 4', '4 let-go'],
      ['not today for 3 and 4', '3 put off', '4 put off'],
      ['leave 3 for today', '3 put off'],
      ['done with Susan', 'asked'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-20T12:50',
    notes: [
      // Why they went quiet, and how they were, in words of the trade.
      ['Rang Grainne, she says the QP role is parked', 'Grainne > call reached', 'Grainne: reason opening-frozen'],
      ["Carrick don't deal with agencies any more", 'Carrick Pharma: reason recruiters-not-allowed'],
      ['Mark sent me a stiff email', 'Mark < email received', 'Mark: tension (observed)'],
      ['Mark blanked me at the conference', 'asked'],
      [
        'Had it out with Mark on the phone, he was under pressure, nothing personal',
        'Mark > call reached',
        'Mark: reason flooded',
        'Mark: tension resolved',
      ],
      // Somebody in brackets, and a meeting with another of the account.
      ['Sinead Roche (Shannon Aero HR) called me', 'Shannon Aero: adds Sinead Roche hr', 'Sinead Roche < call reached'],
      ['Site meeting with Rob moved from Tuesday to Thursday 3pm', 'books Rob 11-26 15:00'],
      ['Aga rescheduled to Monday 23rd at 11', 'moves m-carrick Agnieszka 11-23 11:00'],
      ["Kasia's offer was accepted, start date 4 January", 'Kasia: placed'],
      ['References sent to Rob', 'Rob > email sent'],
      ['Rob interviewed two of ours this morning', 'Rob: interviewing @11-20 10:00'],
      ['Feedback from Kasia due Wednesday', 'Kasia: client by 11-25'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-15T13:25',
    notes: [
      // English as it is spoken in India.
      ['Shared 3 profiles with Vikram', 'Vikram > email sent', 'Vikram: candidates-sent'],
      ['Jo reverted on mail', 'Jo < email received'],
      ['Commercials agreed with Meena at 8.33%', 'Meena: fee-agreed'],
      ['Kindly remind me to call Jo on 20th', 'Jo: remind 10-20'],
      ['Meeting with Pia scheduled on 21st at 11 am', 'books Pia 10-21 11:00'],
      ["I could not join Ananya's call", 'm-sundarban missed by us, Ananya @10-12 11:30'],
      ['Ananya has not come on the call', 'm-sundarban missed by client, Ananya @10-12 11:30'],
      ['Spoke to Farah and cleared the misunderstanding', 'Farah > call reached', 'Farah: tension resolved'],
      ['Had a telephonic discussion with Vikram this morning', 'Vikram > call reached @10-15 10:00'],
      ['No revert from Li Wei', 'nothing'],
      ['Followed up with Li Wei over call', 'asked'],
      ['Called Pia on 2nd attempt, no answer', 'Pia > call no-answer'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-12T14:20',
    notes: [
      // An hour alone is of today, where it is still to come.
      ['Call Olivia at 5.30pm', 'Olivia: remind 11-12'],
      ["Spoke to Olivia, she'll call me back at 6", 'Olivia > call reached', 'Olivia: client by 11-12'],
      ['Siobhan is on leave till January', 'Siobhan: away until 2027-01-01'],
      ['Hamish offered the job to our guy', 'Hamish: offer-out'],
      ['Hamish had a go at me on the phone', 'Hamish > call reached', 'Hamish: tension (observed)'],
      ['Chat with Olivia Thursday', 'asked'],
      ['Rang Olivia, her husband answered', 'asked'],
      ['Will agreed 20% verbally, needs Aisha to okay it', 'asked', 'Will: fee-agreed'],
      // What one is asked to leave undone, tries that are counted, and what is not wanted are no silence.
      ["Don't ring Siobhan at work", 'asked'],
      ["Aisha's gone quiet, that's three emails now", 'asked'],
      ['Brackwell want nothing to do with agencies', 'asked'],
      ['No luck with Hamish', 'asked'],
      ['No luck from Hamish yet', 'nothing'],
      // A company is nobody's contact, a day is no feedback, and a fee is no hour.
      ['Otterburn got bought by Pell Holdings', 'asked'],
      ['Olivia saw both, feedback Monday', 'asked'],
      ['Spoke with Siobhan, fee agreed at 18', 'Siobhan > call reached', 'Siobhan: fee-agreed'],
      ['I owe Aisha an answer by Tuesday', 'Aisha: us by 11-17'],
      ["Let's leave Otterburn alone until February", 'Otterburn Textiles: pause 2027-02-01'],
      ['Left Will a note on LinkedIn', 'Will > social sent'],
      // Advice is what was said in the talk; its days are no promise of ours.
      ['Spoke to Hamish about Olivia. His advice: send her a summary every Friday.', 'Hamish > call reached'],
      ['Had Hamish on the phone, his advice is to send Olivia a list each week', 'Hamish > call reached'],
      ['Rang Will, he picked up. Advice: ring Aisha on Monday, not before', 'Will > call reached'],
      ['Spoke with Will. Her suggestion was to copy Aisha in by Friday', 'Will > call reached'],
    ],
  },
]
