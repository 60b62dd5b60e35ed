import type { NoteGroup, World } from './reading-lines.ts'

/** Summaries of a day, and English from elsewhere, by somebody who had not seen the reader; half of them lie in `unopened.ts`. */
export const atDaysEnd: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-25T18:40',
    notes: [
      [
        'End of day. Spoke to Jim, left a voicemail for Ellen, and emailed Walt the references.',
        'Jim > call reached',
        'Ellen > voicemail left-message',
        'Walt > email sent',
      ],
      [
        'Calls today:\nDeepa - spoke\nCarla - spoke\nGreg - no answer\nMike - left a message',
        'Deepa > call reached',
        'Carla > call reached',
        'Greg > call no-answer',
        'Mike > voicemail left-message',
      ],
      [
        'Susan answered my email on Wednesday. The requisition is on hold until 1 November.',
        'Susan < email received @09-23',
        'Susan: reason opening-frozen revisit 11-01',
      ],
      [
        'Spoke to Ellen Park. We settled that from now on she answers within two working days.',
        'Ellen > call reached',
        'Ellen: expects P2D',
      ],
      ["I didn't manage to call anyone today, the phones were down.", 'nothing'],
      ['Walt Jensen is now the hiring manager at Quillan.', 'Walt: role hiring-manager'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-28T17:15',
    notes: [
      [
        'Deepa signed the agreement on Friday. Corvid also needs a lab technician.',
        'Deepa: agreement-signed @09-25',
        'Corvid Labs: opening lab technician',
      ],
      ['I sent Walt a message on LinkedIn this morning.', 'Walt > social sent @09-28 10:00'],
      ["The 10 o'clock with Susan last Monday did take place.", 'm-acme held, Susan @09-21 10:00'],
      [
        'On Friday Jim was writing me an email, he is asking for more profiles of drivers',
        'Jim < email received @09-25',
      ],
      ['Ellen is on vacation and returns on October 12.', 'Ellen: away until 10-12'],
      [
        'Tom promised me feedback on both finalists by Wednesday; I promised him references by tomorrow.',
        'Tom: client by 09-30',
        'Tom: us by 09-29',
      ],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-24T07:50',
    digest: true,
    notes: [
      ['1 left her a message, 4 called him back and we spoke', 'Susan > voicemail left-message', 'Jim > call reached'],
      ['2: Tom and I spoke yesterday at 3.', 'Tom > call reached @09-23 15:00'],
      [
        'Good morning. 1 voicemail left. 2 no answer. 3 not today. 4 emailed.',
        'Susan > voicemail left-message',
        'Tom > call no-answer',
        '3 put off',
        'Jim > email sent',
      ],
      [
        '5: she rang me yesterday. From now on she replies within three days.',
        'Maria Chen < call reached @09-23',
        'Maria Chen: expects P3D',
      ],
      ['7 left message', 'asked'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-13T18:25',
    notes: [
      [
        'Today in brief: rang Hamish, no reply; spoke to Siobhan; emailed Will the salary survey.',
        'Hamish > call no-answer',
        'Siobhan > call reached',
        'Will > email sent',
      ],
      ['Olivia tells me she is up to her eyes in year-end, hence the silence.', 'Olivia: reason flooded'],
      [
        "Had a word with Hamish on Wednesday; he'll have the spec over to us by the 20th.",
        'Hamish > call reached @11-11',
        'Hamish: client by 11-20',
      ],
      ['Need to give Siobhan a bell on Tuesday.', 'Siobhan: remind 11-17'],
      ['Spoke to reception at Brackwell, Siobhan is off until Wednesday.', 'Siobhan: away until 11-18'],
      ['No news from Otterburn, I fear.', 'nothing'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T17:50',
    notes: [
      [
        'Will was quite rude to me on the telephone this afternoon.',
        'Will > call reached @11-16 15:00',
        'Will: tension (observed)',
      ],
      ["Hamish Boyd's mobile is 07700 900142.", 'Hamish: phone 07700 900142'],
      ['Meeting with Will in the diary for Wednesday at 10.15.', 'books Will 11-18 10:15'],
      ['I phoned with Siobhan today, she find our candidates very good.', 'Siobhan > call reached'],
      ['Aisha says they have been told by group to stop using agencies.', 'Aisha: reason recruiters-not-allowed'],
      ['Please close Brackwell; revisit in April.', 'Brackwell & Sons: close revisit 2027-04-01'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-10T16:10',
    notes: [["Olivia has cancelled tomorrow's meeting.", 'm-fernley cancelled by client, Olivia']],
  },
  {
    world: 'london',
    sent: '2026-11-17T08:20',
    digest: true,
    notes: [
      ['1 spoke to her yesterday, 2 tomorrow', 'Olivia > call reached @11-16', '2 put off until 11-18'],
      ['2: Aisha rang me yesterday afternoon.', 'Aisha < call reached @11-16 15:00'],
      ['I left a message for 1 and sent 2 an email', 'Olivia > voicemail left-message', 'Aisha > email sent'],
      ['3 not today', 'asked'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T18:15',
    notes: [
      ["Yesterday's call with Denise and Kurt took place as planned.", 'm-larkspur held, Denise @10-29 14:00'],
      ['I visited Pete at the depot on Wednesday morning.', 'Pete > meeting held @10-28 10:00'],
      ['Spoke with Kurt; he is interviewing our hygienist on Tuesday.', 'Kurt > call reached', 'Kurt: interviewing'],
      ['Hank accepted our 21% fee on Thursday.', 'Hank: fee-agreed @10-29'],
      ['I have spoken with nobody at Wexler this week.', 'nothing'],
      [
        'Received the signed agreement from Rosa by email at noon.',
        'Rosa < email received @10-30 12:00',
        'Rosa: agreement-signed @10-30 12:00',
      ],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-09T16:20',
    notes: [
      ['I have sent to Pete four resumes on last Friday.', 'Pete > email sent @11-06', 'Pete: candidates-sent @11-06'],
      [
        'Joanne replied to my email on Friday, and Rosa replied to hers this morning.',
        'Joanne < email received @11-06',
        'Rosa < email received @11-09 10:00',
      ],
      [
        'Kurt was unfriendly on the phone today. My impression is that he thinks we are too expensive.',
        'Kurt > call reached',
        'Kurt: tension (observed, story)',
      ],
      ['Denise and I agreed that she replies within three days.', 'Denise: expects P3D'],
      ['I will phone Joanne tomorrow.', 'Joanne: remind 11-10'],
      ['Put Larkspur on pause until December 7.', 'Larkspur Dental: pause 12-07'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-03T07:35',
    digest: true,
    notes: [
      ['1 took place, 2 left him a message.', 'm-larkspur held @10-29 14:00', 'Hank > voicemail left-message'],
      ['Hank: no answer, texted him. Larkspur meeting: held.', 'asked', 'Hank > call no-answer', 'Hank > text sent'],
      ['1: my fault, I missed it.', 'm-larkspur missed by us @10-29 14:00'],
      ['Neither today, sorry.', '1 put off', '2 put off'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-20T18:50',
    notes: [
      [
        'So today then: got Rob on the phone at last, left word for Joy on her voicemail, and Bill is to come back to me by Tuesday.',
        'Rob > call reached',
        'Joy > voicemail left-message',
        'Bill: client by 11-24',
      ],
      [
        'Chidi gave me a buzz at half three, the role is filled from inside.',
        'Chidi < call reached @11-20 15:30',
        'Chidi: reason candidate-identified',
      ],
      ['Rang Kasia there now, no answer, so I dropped her a text.', 'Kasia > call no-answer', 'Kasia > text sent'],
      [
        'Rang Mark today and he was grand, whatever was between us is sorted.',
        'Mark > call reached',
        'Mark: tension resolved',
      ],
      ['Tallaght are looking for a validation engineer.', 'Tallaght Devices: opening validation engineer'],
      ["Ciara Byrne still hasn't rung me back.", 'nothing'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-23T17:25',
    notes: [
      [
        'Monday summary. Spoke to Grainne and Rob. Left a voicemail for Agnieszka. Rang Oisin, no answer.',
        'Grainne > call reached',
        'Rob > call reached',
        'Agnieszka > voicemail left-message',
        'Oisin > call no-answer',
      ],
      ['Harcourt made our developer an offer on Friday.', 'Harcourt Cloud: offer-out @11-20'],
      ["On Friday I have called to Joy, she didn't take the phone.", 'Joy > call no-answer @11-20'],
      ['Rob says it is HR only at Carrick from now on.', 'Carrick Pharma: hr only'],
      [
        'Teams call with Chidi on Thursday afternoon, and I met Joy for coffee on Friday.',
        'Chidi > video held @11-19 15:00',
        'Joy > meeting held @11-20',
      ],
      ['Call with Agnieszka arranged for Friday at noon.', 'books Agnieszka 11-27 12:00'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-16T17:00',
    notes: [
      ["Agnieszka has moved tomorrow morning's call to Thursday at 2pm.", 'moves m-carrick Agnieszka 11-19 14:00'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-24T08:05',
    digest: true,
    notes: [
      [
        '1 spoke yesterday, 3 emailed her just now, 5 disengage',
        'Agnieszka > call reached @11-23',
        'Kasia > email sent',
        'Shannon Aero: disengage',
      ],
      ['2 - not today. 4 - left a voicemail last night.', '2 put off', 'Chidi > voicemail left-message @11-23 19:00'],
      ['5: participate. 1: message left.', 'Shannon Aero: participate', 'Agnieszka > voicemail left-message'],
      ['Kasia: let it go. Oisin: tomorrow.', '3 let-go', '2 put off until 11-25'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T19:10',
    notes: [
      [
        'EOD update: spoke to Meena, called Jo but she is not picking, mail sent to Li Wei.',
        'Meena > call reached',
        'Jo > call no-answer',
        'Li > email sent',
      ],
      ['Pia has confirmed that she will revert on the profiles by Tuesday.', 'Pia: client by 10-20'],
      ['Had a telecon with Emeka this morning itself.', 'Emeka > call reached @10-16 10:00'],
      ['Kindly remind me to call Meena on the 20th.', 'Meena: remind 10-20'],
      [
        'Farah was very short with me on the call today. I feel she is upset because I am dealing with Vikram directly.',
        'Farah > call reached',
        'Farah: tension (observed, story)',
      ],
      ['Emeka has requested that we do not contact him any further.', 'Emeka: opted out'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-19T17:40',
    notes: [
      [
        'Today I spoke with Ananya and Pia, then mailed Vikram and Farah.',
        'Ananya > call reached',
        'Pia > call reached',
        'Vikram > email sent',
        'Farah > email sent',
      ],
      ['Five profiles mailed to Zhang Min on Saturday.', 'Zhang > email sent @10-17', 'Zhang: candidates-sent @10-17'],
      ['As per Li Wei, hiring is kept on hold till December.', 'Li: reason opening-frozen revisit 12-01'],
      [
        'Zhang Min did not turn up for our meeting at 11 am, so I mailed him.',
        'a meeting missed by client, Zhang @10-19 11:00',
        'Zhang > email sent',
      ],
      ["Li Wei call me at 3 o'clock, he like the second candidate very much", 'asked'],
      ['No movement at Nimbus today also.', 'nothing'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-09T16:30',
    notes: [['Ananya has preponed our Monday meeting to 9.30 am.', 'moves m-sundarban Ananya 10-12 09:30']],
  },
  {
    world: 'kolkata',
    sent: '2026-10-14T08:55',
    digest: true,
    notes: [
      [
        '1 spoke, 2 spoke, 3 no answer, 4 not today, 5 mailed',
        'Ananya > call reached',
        'Li > call reached',
        'Zhang > call no-answer',
        '4 put off',
        'Pia > email sent',
      ],
      ['Pia: left voice message yesterday. Zhang Min: let it go.', 'Pia > voicemail left-message @10-13', '3 let-go'],
      ['1 whatsapp sent. 3 keep for Friday.', 'Ananya > text sent', '3 put off until 10-16'],
      ['Noted with thanks.', 'nothing'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-04T18:35',
    notes: [
      [
        'May Thornton called at 4:10 this afternoon; they are frozen until March.',
        'May < call reached @12-04 16:10',
        'May: reason opening-frozen revisit 2027-03-01',
      ],
      [
        'Rich Abbott agreed to 24% on Wednesday, and Yolanda emailed the JD yesterday.',
        'Rich: fee-agreed @12-02',
        'Yolanda < email received @12-03',
        'Yolanda: job-description-received @12-03',
      ],
      ['Ed is on vacation until December 21.', 'Ed: away until 12-21'],
      ['Please remind me to call Xiu on December 10.', 'Xiu: remind 12-10'],
      [
        'Faith and I talked it through by phone today, and there are no hard feelings.',
        'Faith > call reached',
        'Faith: tension resolved',
      ],
      ['I have yet to speak to Yolanda this month.', 'nothing'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T16:50',
    notes: [
      ['I had a talk by phone with Yolanda on Thursday, she was very friendly to me', 'Yolanda > call reached @12-03'],
      ["Bo Mercer's office line is 970 555 0118.", 'Bo: phone 970 555 0118'],
      ['Chinwe says their process is to hold resumes for three weeks and then answer.', 'Chinwe: expects P3W process'],
      [
        'Rich was irritated with me on the phone this morning; he gave no reason.',
        'Rich > call reached @12-07 10:00',
        'Rich: tension (observed)',
      ],
      ['Please pause Front Range until February 1.', 'Front Range Robotics: pause 2027-02-01'],
      ['Yolanda would like the shortlist by Thursday.', 'Yolanda: us by 12-10'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-03T07:45',
    digest: true,
    notes: [
      ['2 the meeting went ahead. 1 left a message.', 'm-frontrange held @12-02 09:00', 'May > voicemail left-message'],
      [
        '6: Faith and I spoke last night and cleared the air.',
        'Faith > call reached @12-02 19:00',
        'Faith: tension resolved',
      ],
      ["2: Rich didn't turn up.", 'm-frontrange missed by client, Rich @12-02 09:00'],
      [
        'Art: no answer. Ed: emailed. Bo: next Tuesday.',
        'Art > call no-answer',
        'Ed > email sent',
        '4 put off until 12-08',
      ],
    ],
  },
]
