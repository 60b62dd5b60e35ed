import type { NoteGroup, World } from '../reading-lines.ts'

/**
 * Notes in colourful speech.
 * By somebody who had not seen the reader. Never opened: only their count is known.
 */
export const unopenedColourful: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-25T18:40',
    notes: [
      [
        "got Ellen's machine again left her a message at quarter past four and then at five Jim called me",
        'Ellen > voicemail left-message @09-25 16:15',
        'Jim < call reached @09-25 17:00',
      ],
      ['Shot Bernadette an email around noon with the rate card', 'Bernadette > email sent @09-25 12:00'],
      [
        'we had a call set for three today with Jim and he never dialed in so I left him a voicemail',
        'a meeting missed by client, Jim @09-25 15:00',
        'Jim > voicemail left-message',
      ],
      ['Susan signed the agreement, ink is dry, thank God', 'Susan: agreement-signed'],
      ['Bumped into Walt outside the plant and we stood there talking a good while', 'Walt > meeting held'],
      [
        "Priya bit my head off on the phone. I figure she's sore that Tom got the resumes first",
        'Priya > call reached',
        'Priya: tension (observed, story)',
      ],
      [
        'Maria over at Corvid gave me a ring, the req is on ice until November',
        'Maria Chen < call reached',
        'Maria Chen: reason opening-frozen revisit 11-01',
      ],
      [
        'had a sit-down with Jim at the warehouse this morning, I promised him a shortlist by Wednesday',
        'Jim > meeting held @09-25 10:00',
        'Jim: us by 09-30',
      ],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-28T16:05',
    notes: [
      [
        "Had the sweetest visit on the phone with Carla today and I told her I'd send references by Wednesday",
        'Carla > call reached',
        'Carla: us by 09-30',
      ],
      [
        'Mr. Stone has agreed to 21 percent and I promised him the paperwork by Friday',
        'Greg: fee-agreed',
        'Greg: us by 10-02',
      ],
      ["Tom says they filled the job with one of their own, somebody's cousin", 'Tom: reason candidate-identified'],
      [
        'Emailed Susan the contract for her signature this morning',
        'Susan > email sent @09-28 10:00',
        'Susan: agreement-sent @09-28 10:00',
      ],
      [
        "Maria Lopez, poor thing, is up to her eyeballs in audits, that's why she hasn't called",
        'Maria Lopez: reason flooded',
      ],
      ['I was fixing to call Greg and then the power went out', 'nothing'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-23T07:20',
    digest: true,
    notes: [
      [
        "1 got her machine, left a message. 3 I'll do tomorrow",
        'Susan > voicemail left-message',
        '3 put off until 09-24',
      ],
      ["2 talked to him yesterday, he's on board", 'Tom > call reached @09-22'],
      ['3 shot her an email, 4 not today', 'Ellen > email sent', '4 put off'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-10T15:30',
    notes: [
      ["Olivia's pushed tomorrow's call to Thursday at 3pm", 'moves m-fernley Olivia 11-12 15:00'],
      ['Gave Hamish a bell at eleven and we chatted through the spec', 'Hamish > call reached @11-10 11:00'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-12T18:25',
    notes: [
      ['Will has come round to 22%, fee agreed', 'Will: fee-agreed'],
      [
        "Hamish has come back by email, he's after a signalling engineer",
        'Hamish < email received',
        'Fernley Rail: opening signalling engineer',
      ],
      ['Diary note: ring Will on Tuesday re notice periods', 'Will: remind 11-17'],
      ['Popped in to see Siobhan at the works on Tuesday, lovely cup of tea', 'Siobhan > meeting held @11-10'],
      [
        'Fired three CVs across to Hamish this morning, he needs a week to go through them',
        'Hamish > email sent @11-12 10:00',
        'Hamish: candidates-sent @11-12 10:00',
        'Hamish: expects P1W process',
      ],
      ['Aisha was positively glacial on the phone', 'Aisha > call reached', 'Aisha: tension (observed)'],
      [
        'Will tells me the board has banned agencies outright, they are not allowed to use us',
        'Will: reason recruiters-not-allowed',
      ],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T16:10',
    notes: [
      ['Olivia is off until the 30th', 'Olivia: away until 11-30'],
      ['Siobhan has signed our terms, drinks all round', 'Siobhan: agreement-signed'],
      ['Any idea whether Hamish is still based in Derby?', 'nothing'],
      ['Coffee with Hamish in the diary for Wednesday at 9.30', 'books Hamish 11-18 09:30'],
      ['Promised Olivia a salary benchmark by Wednesday', 'Olivia: us by 11-18'],
      ['Chased Will by email this morning and by text just now', 'Will > email sent @11-16 10:00', 'Will > text sent'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-13T08:10',
    digest: true,
    notes: [
      ['1 rang out, 2 can wait until Monday', 'Olivia > call no-answer', '2 put off until 11-16'],
      ['2 had a word with her on the phone last night', 'Aisha > call reached @11-12 19:00'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T16:50',
    notes: [
      ["Yesterday's meeting with Dee and Kurt went ahead just fine", 'm-larkspur held, Denise @10-29 14:00'],
      ["Hank's mobile rang out, so I sent him a text", 'Hank > call no-answer', 'Hank > text sent'],
      ["Rosa says no more agencies, head office won't allow it", 'Rosa: reason recruiters-not-allowed'],
      ['Grace is on holidays, back 23 November', 'Grace: away until 11-23'],
      ['Pete had our forklift bloke in for an interview yesterday', 'Pete: interviewing @10-29'],
      ['Still no word from anyone at Wexler, typical', 'nothing'],
      ['Lunch with Rosa is on for Thursday at 12.30', 'books Rosa 11-05 12:30'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-09T16:15',
    notes: [
      ['Grace is real good about it, she always gets back to me within a day', 'Grace: expects P1D'],
      ["I'd be obliged if you'd remind me to call Joanne Friday", 'Joanne: remind 11-13'],
      [
        "Couldn't raise Dee on the phone but Kurt answered and we talked start dates",
        'Denise > call no-answer',
        'Kurt > call reached',
      ],
      [
        'Rosa told me on the phone they went and promoted somebody from the floor into that job',
        'Rosa > call reached',
        'Rosa: reason candidate-identified',
      ],
      ['Grace and I have agreed on the process, praise be', 'Grace: process-agreed'],
      ['Close the file on Wexler, look again in April', 'Wexler Freight: close revisit 2027-04-01'],
      ["Kurt's feedback: our folks interview well but their references came late", 'Kurt: feedback'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T07:25',
    digest: true,
    notes: [
      [
        "1 was my fault, I missed it. 2 didn't pick up",
        'm-larkspur missed by us @10-29 14:00',
        'Hank > call no-answer',
      ],
      [
        "1 they never joined, 2 I'll get to Monday",
        'm-larkspur missed by client @10-29 14:00',
        '2 put off until 11-02',
      ],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-18T18:30',
    notes: [
      ["I clean missed yesterday's call with Aga, entirely my fault", 'm-carrick missed by us, Agnieszka @11-17 10:00'],
      ['Rang Mark and he slammed the phone down on me', 'Mark > call reached', 'Mark: tension (observed)'],
      ['Bill has left, he retired at the end of October', 'Bill: left'],
      [
        'Chidi is on paternity leave, back 7 December, so emailed Ciara Moran instead',
        'Chidi: away until 12-07',
        'Ciara Moran > email sent',
      ],
      [
        'Ciara Moran emailed me the job description at noon',
        'Ciara Moran < email received @11-18 12:00',
        'Ciara Moran: job-description-received @11-18 12:00',
      ],
      ['I reckon Mark is dirty on us because we pinched his fitter', 'Mark: tension (story)'],
      ['Nothing yet from Shannon', 'nothing'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-23T15:50',
    notes: [
      [
        'Took Grainne out to lunch on Friday, splendid. Need to ring her on Wednesday.',
        'Grainne > meeting held @11-20',
        'Grainne: remind 11-25',
      ],
      ['Joy needs a fortnight to look through CVs', 'Joy: expects P2W process'],
      ['Made it up with Mark on the phone, he has no problem with us', 'Mark > call reached', 'Mark: tension resolved'],
      [
        'Rob texted on Friday and left me a voicemail this morning',
        'Rob < text received @11-20',
        'Rob < voicemail left-message @11-23 10:00',
      ],
      [
        "Chidi emailed, they've already found their man",
        'Chidi < email received',
        'Chidi: reason candidate-identified',
      ],
      ['Ciara Byrne has asked us to stop contacting her', 'Ciara Byrne: opted out'],
      ['Carrick Pharma want a validation engineer', 'Carrick Pharma: opening validation engineer'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-19T08:05',
    digest: true,
    notes: [
      ["1 vm'd, 4 emailed", 'Agnieszka > voicemail left-message', 'Chidi > email sent'],
      ['5 disengage', 'Shannon Aero: disengage'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-13T17:40',
    notes: [
      ["Ananya bailed on yesterday's 11.30, didn't show", 'm-sundarban missed by client, Ananya @10-12 11:30'],
      ["Vikram's agreed to 9 per cent", 'Vikram: fee-agreed'],
      ['Li Wei sent me a WhatsApp this arvo', 'Li < text received @10-13 15:00'],
      ['Emailed four profiles over to Meena yesterday', 'Meena > email sent @10-12', 'Meena: candidates-sent @10-12'],
      ['Rahul rang, wants to talk salary', 'asked'],
      ['Jo is on leave till the 26th', 'Jo: away until 10-26'],
      ['Zilch from Hooghly so far', 'nothing'],
      [
        'Got the JD from Meena, about time, and I promised her profiles by Monday',
        'Meena: job-description-received',
        'Meena: us by 10-19',
      ],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T18:45',
    notes: [
      [
        'Zhang Min told me on the phone the foundry role is on hold until December',
        'Zhang > call reached',
        'Zhang: reason opening-frozen revisit 12-01',
      ],
      [
        'Left Jo a voicemail and bugger me she emailed straight back',
        'Jo > voicemail left-message',
        'Jo < email received',
      ],
      ['Agreed with Meena that she replies within four days', 'Meena: expects P4D'],
      ['Pia has chucked in her job at Darjeeling, she resigned', 'Pia: left'],
      [
        'Got Farah on the phone, all sorted between us, she has no beef with us',
        'Farah > call reached',
        'Farah: tension resolved',
      ],
      [
        'Ananya rang me at 11am, Li Wei rang me at 2pm',
        'Ananya < call reached @10-16 11:00',
        'Li < call reached @10-16 14:00',
      ],
      ['Emailed Pia the contract on the 14th', 'Pia > email sent @10-14', 'Pia: agreement-sent @10-14'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-15T09:10',
    digest: true,
    notes: [
      ['5 tomorrow, 3 Monday', '5 put off until 10-16', '3 put off until 10-19'],
      ['Pia - texted. Zhang Min - not today.', 'Pia > text sent', '3 put off'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-03T16:20',
    notes: [
      ['May sent me the sweetest email back this morning', 'May < email received @12-03 10:00'],
      [
        "Xiu agreed to 18 percent, God love her, and she'll get the contract back to me by Monday",
        'Xiu: fee-agreed',
        'Xiu: client by 12-07',
      ],
      ["Yolanda's line was busy as a beehive, couldn't get through", 'Yolanda > call no-answer'],
      ['Drew left me a voicemail at two', 'asked'],
      ["Bo's laid up with his back, out till the 14th", 'Bo: away until 12-14'],
      ['Remind me to send May a Christmas card on the 10th', 'May: remind 12-10'],
      ['Yolanda signed the contract yesterday', 'Yolanda: agreement-signed @12-02'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T18:15',
    notes: [
      ["Platte Valley's HR only from here on in", 'Platte Valley Health: hr only'],
      ['Xiu introduced me to Ed', 'Ed: introduced by Xiu', 'Ed: introduced'],
      ["Call with Yolanda's on the calendar for Thursday at 10:30", 'books Yolanda 12-10 10:30'],
      ["Me and May hashed out the process, we're agreed on it", 'May: process-agreed'],
      ['Mesa Title found somebody on their own', 'Mesa Title: reason candidate-identified'],
      ['Emailed Rich five resumes on Friday', 'Rich > email sent @12-04', 'Rich: candidates-sent @12-04'],
      ['Priscilla Yates is the new HR manager over at Silverton Mining', 'Silverton Mining: adds Priscilla Yates hr'],
      ["Had lunch with Faith today and cleared the air, we're good", 'Faith > meeting held', 'Faith: tension resolved'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-04T07:35',
    digest: true,
    notes: [
      ['2 it went ahead', 'm-frontrange held @12-02 09:00'],
      ['5 talked to him Wednesday', 'Art > call reached @12-02'],
    ],
  },
]
