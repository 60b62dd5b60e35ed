import type { NoteGroup, World } from './reading-lines.ts'

/** Dictated and thumbed notes, by somebody who had not seen the reader; half of them lie in `unopened.ts`. */
export const byThumb: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-21T18:35',
    notes: [
      ['susan missed our 10am today', 'm-acme missed by client, Susan @09-21 10:00'],
      ['lvm walt 3:15', 'Walt > voicemail left-message @09-21 15:15'],
      ['Deepa picked up just now, 21% works for her', 'Deepa > call reached', 'Deepa: fee-agreed'],
      ['tom txtd, hes stuck in traffic', 'Tom < text received'],
      ['had ellen on my list to call and never got to it', 'nothing'],
      ['Meeting with Walt at the plant on Wednesday 9/23 at 1pm', 'books Walt 09-23 13:00'],
      ['spoke to maria today re the QA opening', 'asked'],
      ['Process agreed with Deepa', 'Deepa: process-agreed'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-25T16:10',
    notes: [
      [
        'carla called me back she said the budget is frozen till january',
        'Carla < call reached',
        'Carla: reason opening-frozen revisit 2027-01-01',
      ],
      ['got mikes receptionist she wouldnt put me through', 'Mike > call no-answer'],
      [
        'had lunch with walt on tuesday good guy he says bernadette is drowning in inventory and thats why she went quiet',
        'Walt > meeting held @09-22',
        'Bernadette: reason flooded',
      ],
      [
        "Maria Chen says corporate won't let them use outside recruiters anymore",
        'Maria Chen: reason recruiters-not-allowed',
      ],
      ['Emailed Bernadette. Called Walt, he was in a meeting.', 'Bernadette > email sent', 'Walt > call no-answer'],
      ['left a message for hollis', 'asked'],
      [
        'spoke with jim spoke with ellen and then left susan a vm',
        'Jim > call reached',
        'Ellen > call reached',
        'Susan > voicemail left-message',
      ],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-24T07:45',
    digest: true,
    notes: [
      ['3 spoke yesterday, 6 participate', 'Ellen > call reached @09-23', 'Halden Foods: participate'],
      ['2 tomorrow, 3 monday', '2 put off until 09-25', '3 put off until 09-28'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-13T17:50',
    notes: [
      ['rang siobhan, voicemail, left a message', 'Siobhan > voicemail left-message'],
      ['Will texted at 3 to say the brief is still being written', 'Will < text received @11-13 15:00'],
      ['aisha was sharp with me on the phone yesterday', 'Aisha > call reached @11-12', 'Aisha: tension (observed)'],
      ['sent siobhan the agreement yest', 'Siobhan > email sent @11-12', 'Siobhan: agreement-sent @11-12'],
      [
        'emailed olivia emailed hamish texted siobhan',
        'Olivia > email sent',
        'Hamish > email sent',
        'Siobhan > text sent',
      ],
      ['Olivia has asked us not to contact her again', 'Olivia: opted out'],
      ['olivia didnt dial in on weds', 'm-fernley missed by client, Olivia @11-11 14:00'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-10T18:20',
    notes: [
      ["Olivia has cancelled tomorrow's meeting", 'm-fernley cancelled by client, Olivia'],
      ['Hamish happy with 22%', 'Hamish: fee-agreed'],
      [
        'siobhan rang me she has been flat out with payroll hence the silence',
        'Siobhan < call reached',
        'Siobhan: reason flooded',
      ],
      ['spoke to nigel at fernley', 'asked'],
      [
        'Siobhan emailed the JD yesterday',
        'Siobhan < email received @11-09',
        'Siobhan: job-description-received @11-09',
      ],
      [
        'Made it up with Aisha on the phone. All is well between us.',
        'Aisha > call reached',
        'Aisha: tension resolved',
      ],
      [
        'tried will it rang out then I got siobhan on the phone she asked for the rate card and I said I would get it to her by thursday',
        'Will > call no-answer',
        'Siobhan > call reached',
        'Siobhan: us by 11-12',
      ],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T08:20',
    digest: true,
    notes: [
      ['1 no ans', 'Olivia > call no-answer'],
      ['olivia wednesday, aisha let it go', 'asked', '2 let-go'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-29T18:15',
    notes: [
      ['call with dee and kurt went ahead at 2', 'm-larkspur held, Denise @10-29 14:00'],
      ['my bad I missed the 2 oclock with kurt', 'm-larkspur missed by us, Kurt @10-29 14:00'],
      [
        'so I called grace around eleven and she picked right up and she says their process is they look at resumes for two weeks and then they call',
        'Grace > call reached @10-29 11:00',
        'Grace: expects P2W process',
      ],
      ['rosa emailed the jd', 'Rosa < email received', 'Rosa: job-description-received'],
      [
        'tried hank at nine no answer tried him again at noon no answer',
        'Hank > call no-answer @10-29 09:00',
        'Hank > call no-answer @10-29 12:00',
      ],
      ['breakfast w hank tues 11/3 7:30am', 'books Hank 11-03 07:30'],
      ['messaged joanne on linkedin, emailed grace', 'Joanne > social sent', 'Grace > email sent'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-06T15:30',
    notes: [
      ['joanne quit. last day was wednesday', 'Joanne: left'],
      [
        'howdy finally got rosa on the horn just now and she is fixing to send me the signed agreement by tuesday',
        'Rosa > call reached',
        'Rosa: client by 11-10',
      ],
      ['pete chewed me out on the phone over the invoice', 'Pete > call reached', 'Pete: tension (observed)'],
      ['Pause Larkspur until December 1', 'Larkspur Dental: pause 12-01'],
      ['Spoke to Rita at Wexler about the driver jobs', 'asked'],
      ['still no word on that offer', 'nothing'],
      [
        'emailed rosa yesterday then this morning I ran over to see kurt good visit and pete texted me today at one to say he is at the dentist',
        'Rosa > email sent @11-05',
        'Kurt > meeting held @11-06 10:00',
        'Pete < text received @11-06 13:00',
      ],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T08:05',
    digest: true,
    notes: [
      ['1 held', 'm-larkspur held @10-29 14:00'],
      ['2 tuesday', '2 put off until 11-03'],
      ['2 spoke to him yesterday', 'Hank > call reached @10-29'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-16T18:45',
    notes: [
      [
        'just off the phone with grainne and she was grand about it fee agreed at eighteen percent',
        'Grainne > call reached',
        'Grainne: fee-agreed',
      ],
      ['Oisin is interviewing our two on Wednesday', 'Oisin: interviewing'],
      ['left a msg for ciara', 'asked'],
      ['Mark hung up on me', 'Mark > call reached', 'Mark: tension (observed)'],
      ["I'll ring Chidi on Wednesday", 'Chidi: remind 11-18'],
      ['Zoom with Chidi this morning went grand', 'Chidi > video held @11-16 10:00'],
      ['chidi mobile 086 555 0161', 'Chidi: phone 086 555 0161'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-19T13:15',
    notes: [
      [
        'sent kasia five cvs on tuesday and she needs a week to look at them',
        'Kasia > email sent @11-17',
        'Kasia: candidates-sent @11-17',
        'Kasia: expects P1W process',
      ],
      [
        'Grainne: emailed 12/11, vm 16/11, spoke yesterday',
        'Grainne > email sent @11-12',
        'Grainne > voicemail left-message @11-16',
        'Grainne > call reached @11-18',
      ],
      ['Ciara Byrne is on maternity leave until 1 June', 'Ciara Byrne: away until 2027-06-01'],
      ['agreement signed by joy yesterday', 'Joy: agreement-signed @11-18'],
      ['Carrick Pharma is HR only from now on', 'Carrick Pharma: hr only'],
      ['left aga a voicemail and emailed tomasz', 'asked', 'Agnieszka > voicemail left-message'],
      ['Is Joy back at her desk yet?', 'nothing'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-20T08:30',
    digest: true,
    notes: [
      ['2 no ans, 4 texted', 'Oisin > call no-answer', 'Chidi > text sent'],
      ['aga not today, oisin not today', '1 put off', '2 put off'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-12T19:20',
    notes: [
      ['ananya did not join at 11.30', 'm-sundarban missed by client, Ananya @10-12 11:30'],
      [
        'vikram picked up on first ring and he will send his comments on the profiles by thursday',
        'Vikram > call reached',
        'Vikram: client by 10-15',
      ],
      ['mailed 5 profiles to pia', 'Pia > email sent', 'Pia: candidates-sent'],
      ['rahul from hooghly is on leave till friday', 'Rahul Chatterjee: away until 10-16'],
      [
        'spoke to farah she was very cold with me I feel she is upset that I went to vikram directly',
        'Farah > call reached',
        'Farah: tension (observed, story)',
      ],
      [
        'zhang min texted 6pm, position on hold till january',
        'Zhang < text received @10-12 18:00',
        'Zhang: reason opening-frozen revisit 2027-01-01',
      ],
      ['vm for emeka, vm for pia', 'Emeka > voicemail left-message', 'Pia > voicemail left-message'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T17:00',
    notes: [
      ['Meena agreed to 12 percent', 'Meena: fee-agreed'],
      ['Jo is no longer with Eastern Bearings', 'Jo: left'],
      ['Vikram says they have found a candidate on their own', 'Vikram: reason candidate-identified'],
      ['Video call with Meena fixed for Monday at 3.30 pm', 'books Meena 10-19 15:30'],
      ['Promised Zhang Min the rate card by Tuesday', 'Zhang: us by 10-20'],
      [
        'Rahul Bose no answer, emailed Rahul Chatterjee',
        'Rahul Bose > call no-answer',
        'Rahul Chatterjee > email sent',
      ],
      ['spoke with suresh from nimbus', 'asked'],
      [
        'met zhang min at his works yesterday very nice person and this morning I left a vm for rahul chatterjee about the same position',
        'Zhang > meeting held @10-15',
        'Rahul Chatterjee > voicemail left-message @10-16 10:00',
      ],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-14T09:25',
    digest: true,
    notes: [
      ['4 let it go, 5 vm', '4 let-go', 'Pia > voicemail left-message'],
      ['2 no ans, 3 tomorrow', 'Li > call no-answer', '3 put off until 10-15'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-02T18:30',
    notes: [
      ['rich was a no show at 9 this morning', 'm-frontrange missed by client, Rich @12-02 09:00'],
      [
        'ok driving home here is the quick rundown left art a voicemail then yolanda called me to say hi and I emailed chinwe',
        'Art > voicemail left-message',
        'Yolanda < call reached',
        'Chinwe > email sent',
      ],
      ['bo signed the agreement', 'Bo: agreement-signed'],
      ['drew called', 'asked'],
      ['call ed tmrw', 'Ed: remind 12-03'],
      ["didn't reach out to anyone today, kid was sick", 'nothing'],
      [
        'stopped by mesa title today to see faith and she was ice cold with me said maybe three words',
        'Faith > meeting held',
        'Faith: tension (observed)',
      ],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T11:15',
    notes: [
      [
        'left may a vm friday and emailed her this morning',
        'May > voicemail left-message @12-04',
        'May > email sent @12-07 10:00',
      ],
      [
        'faith and I talked on the phone this morning and cleared the air',
        'Faith > call reached @12-07 10:00',
        'Faith: tension resolved',
      ],
      ['Art says they filled it internally', 'Art: reason candidate-identified'],
      ['Close Mesa Title, revisit in April', 'Mesa Title: close revisit 2027-04-01'],
      [
        'yolanda: no ans thurs, lvm fri, txt today',
        'Yolanda > call no-answer @12-03',
        'Yolanda > voicemail left-message @12-04',
        'Yolanda > text sent',
      ],
      ['Talked to Bo on Friday', 'Bo > call reached @12-04'],
      ['spoke to glenn at silverton', 'asked'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-04T07:50',
    digest: true,
    notes: [
      ['1 vm, 4 vm, 5 not today', 'May > voicemail left-message', 'Bo > voicemail left-message', '5 put off'],
      ['3 emailed him yesterday afternoon', 'Ed > email sent @12-03 15:00'],
      ['bo: no answer. art: left a message', 'Bo > call no-answer', 'Art > voicemail left-message'],
    ],
  },
]
