import type { NoteGroup, World } from './reading-lines.ts'

/** Plain sentences, by somebody who had not seen the reader; half of them lie in `unopened.ts`. */
export const plain: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-28T16:15',
    notes: [
      ['I spoke with Ellen Park today about the warehouse opening.', 'Ellen > call reached'],
      [
        'Sent Bernadette an email about our fee structure and left Walt a voicemail.',
        'Bernadette > email sent',
        'Walt > voicemail left-message',
      ],
      ['Tom sent me an email this morning saying he likes the second candidate.', 'Tom < email received @09-28 10:00'],
      ['Had a Zoom meeting with Deepa on Thursday.', 'Deepa > video held @09-24'],
      [
        'Talked to Ellen. She will send me the job description by Wednesday.',
        'Ellen > call reached',
        'Ellen: client by 09-30',
      ],
      ['Remind me to call Bernadette tomorrow.', 'Bernadette: remind 09-29'],
      [
        'Received the signed agreement from Ellen today. Remind me to call her on Thursday.',
        'Ellen: agreement-signed',
        'Ellen: remind 10-01',
      ],
      ['Carla has not called me back yet.', 'nothing'],
      ['Jim said on the phone that the opening is on hold.', 'Jim > call reached', 'Jim: reason opening-frozen'],
      ['I spoke with Karen at Quillan Steel.', 'asked'],
      ['Corvid Labs is not allowed to use agencies.', 'Corvid Labs: reason recruiters-not-allowed'],
      ["Bernadette's cell phone is 330 555 0121.", 'Bernadette: phone 330 555 0121'],
    ],
  },
  {
    world: 'east',
    sent: '2026-10-02T18:40',
    notes: [
      ['Deepa interviewed two of our candidates yesterday.', 'Deepa: interviewing @10-01'],
      ['Susan Reyes no longer works at Acme. Emailed Carla today.', 'Susan: left', 'Carla > email sent'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-30T08:20',
    digest: true,
    notes: [
      ['1 left a voicemail', 'Susan > voicemail left-message'],
      ['4 sent him an email', 'Jim > email sent'],
      [
        '1 no answer, 2 not today, 4 left a message',
        'Susan > call no-answer',
        '2 put off',
        'Jim > voicemail left-message',
      ],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-10T09:40',
    notes: [['Olivia moved our meeting to Thursday at 10:00.', 'moves m-fernley Olivia 11-12 10:00']],
  },
  {
    world: 'london',
    sent: '2026-11-13T18:30',
    notes: [
      ['The meeting with Olivia took place on Wednesday.', 'm-fernley held, Olivia @11-11 14:00'],
      ['Will Price introduced me to Aisha.', 'Aisha: introduced by Will', 'Aisha: introduced'],
      ['Hamish signed the agreement yesterday.', 'Hamish: agreement-signed @11-12'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T17:00',
    notes: [
      ['I had a phone call with Hamish today.', 'Hamish > call reached'],
      [
        'I tried to reach Will by phone, without success, and then wrote him an email.',
        'Will > call no-answer',
        'Will > email sent',
      ],
      [
        'Hamish called me this morning about the second position. I promised him two CVs by Wednesday.',
        'Hamish < call reached @11-16 10:00',
        'Hamish: us by 11-18',
      ],
      [
        'On Thursday I met Will in his office in Leeds. Today he sent me an email.',
        'Will > meeting held @11-12',
        'Will < email received',
      ],
      ['The number I have for Hamish is wrong.', 'nothing'],
      ['Hamish and I agreed on a fee of 25 percent.', 'Hamish: fee-agreed'],
      ['Brackwell has stopped all hiring until January.', 'Brackwell & Sons: reason opening-frozen revisit 2027-01-01'],
      ['Olivia is on holiday until 27 November.', 'Olivia: away until 11-27'],
      [
        'We sent Siobhan the wrong fee, this is why she did not answer. It was our mistake.',
        'Siobhan: reason our-mistake',
      ],
      ['I spoke with Mr Taylor at Fernley Rail.', 'asked'],
      [
        'I sent the agreement to Will this afternoon.',
        'Will > email sent @11-16 15:00',
        'Will: agreement-sent @11-16 15:00',
      ],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-17T08:15',
    digest: true,
    notes: [
      ['2 not today', '2 put off'],
      ['Aisha: no answer. Olivia: tomorrow.', 'Aisha > call no-answer', '1 put off until 11-18'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-12T15:50',
    notes: [
      ['Left Pete a voicemail at 10 this morning.', 'Pete > voicemail left-message @11-12 10:00'],
      [
        'Emailed Joanne yesterday and called Grace today, no answer.',
        'Joanne > email sent @11-11',
        'Grace > call no-answer',
      ],
      ['Hank texted me this afternoon.', 'Hank < text received @11-12 15:00'],
      ['Talked with Pete today and he will get back to me on Monday.', 'Pete > call reached', 'Pete: client by 11-16'],
      ['Call Dee on Wednesday.', 'Denise: remind 11-18'],
      [
        'Joanne signed our agreement today. Remind me to call her Monday.',
        'Joanne: agreement-signed',
        'Joanne: remind 11-16',
      ],
      ['Hank is interviewing our candidate tomorrow.', 'Hank: interviewing'],
      ['Pete always answers within a week.', 'Pete: expects P1W'],
      [
        'Grace is no longer with Wexler Freight. The new HR manager is Linda Hartman.',
        'Grace: left',
        'Wexler Freight: adds Linda Hartman hr',
      ],
      ['Nothing new from Tri-County Plastics.', 'nothing'],
      ['Pause Tri-County Plastics until February 1.', 'Tri-County Plastics: pause 2027-02-01'],
      ['I spoke with Steve at Wexler Freight.', 'asked'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-09T08:50',
    notes: [
      [
        'Left voicemails for Rosa and Kurt on Friday.',
        'Rosa > voicemail left-message @11-06',
        'Kurt > voicemail left-message @11-06',
      ],
      [
        'I have a call with Joanne tomorrow at 9am. Remind me to call Hank on Thursday.',
        'books Joanne 11-10 09:00',
        'Hank: remind 11-12',
      ],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T08:00',
    digest: true,
    notes: [
      ['1 Kurt did not show up', 'm-larkspur missed by client, Kurt @10-29 14:00'],
      ['1 they did not show up, 2 no answer', 'm-larkspur missed by client @10-29 14:00', 'Hank > call no-answer'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-19T17:10',
    notes: [
      ['Rang Rob this morning and left a message with reception.', 'Rob > voicemail left-message @11-19 10:00'],
      [
        'Had a good chat with Grainne on the phone. She will sign by Wednesday.',
        'Grainne > call reached',
        'Grainne: client by 11-25',
      ],
      ['Kasia got back to me by email yesterday.', 'Kasia < email received @11-18'],
      [
        'Met Oisin for coffee on Monday. He has a new opening for a lab manager.',
        'Oisin > meeting held @11-16',
        'Lough Dairies: opening lab manager',
      ],
      ['I said I would get three CVs over to Kasia by Monday.', 'Kasia: us by 11-23'],
      ['Rob is happy with 18%. I told him I would send the terms by Monday.', 'Rob: fee-agreed', 'Rob: us by 11-23'],
      ['Joy says the role is on hold until February.', 'Joy: reason opening-frozen revisit 2027-02-01'],
      ['Ciara rang me back.', 'asked'],
      ['Ciara at Tallaght Devices wants CVs by Monday.', 'Ciara Byrne: us by 11-23'],
      [
        'Bill Keane has left Shannon Aero. Emma Hayes is the new operations manager there.',
        'Bill: left',
        'Shannon Aero: adds Emma Hayes other',
      ],
      ['I missed the call with Agnieszka on Tuesday, sorry.', 'm-carrick missed by us, Agnieszka @11-17 10:00'],
      ['Oisin interviewed two of our people today.', 'Oisin: interviewing'],
      ['Rob is too busy with the audit to reply at the moment.', 'Rob: reason flooded'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-23T09:30',
    notes: [
      ['Spoke to Chidi on Friday, he wants two CVs by Wednesday.', 'Chidi > call reached @11-20', 'Chidi: us by 11-25'],
      ['Grainne introduced me to Rob.', 'Rob: introduced by Grainne', 'Rob: introduced'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-20T08:05',
    digest: true,
    notes: [
      ['3 and 4 not today', '3 put off', '4 put off'],
      ['5 participate, 2 left a voicemail', 'Shannon Aero: participate', 'Oisin > voicemail left-message'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-13T18:45',
    notes: [
      ['Had a telephonic conversation with Meena today.', 'Meena > call reached'],
      ['Feedback from Li Wei is that our profiles were too junior.', 'Li: feedback'],
      ['Emeka is the hiring manager at Darjeeling Foods.', 'Emeka: role hiring-manager'],
      [
        'Met Zhang Min at the factory yesterday. He wants two profiles by Thursday.',
        'Zhang > meeting held @10-12',
        'Zhang: us by 10-15',
      ],
      ['I promised Vikram five profiles by Friday.', 'Vikram: us by 10-16'],
      ['Jo has shared the job description on mail.', 'Jo < email received', 'Jo: job-description-received'],
      [
        'Shared four profiles with Zhang Min today, he will give feedback by Friday.',
        'Zhang > email sent',
        'Zhang: candidates-sent',
        'Zhang: client by 10-16',
      ],
      ['Rahul did not take my call.', 'asked'],
      ['Li Wei has not replied to my mail.', 'nothing'],
      ['Hiring is frozen at Hooghly Castings till December.', 'Hooghly Castings: reason opening-frozen revisit 12-01'],
      [
        'Ananya missed our call yesterday. I have mailed her today.',
        'm-sundarban missed by client, Ananya @10-12 11:30',
        'Ananya > email sent',
      ],
      [
        'Farah spoke to me very rudely on the phone. I feel she does not like that I call Vikram directly.',
        'Farah > call reached',
        'Farah: tension (observed, story)',
      ],
      ['New mobile number of Emeka is 98200 55534.', 'Emeka: phone 98200 55534'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T12:30',
    notes: [['Vikram released the offer to our candidate.', 'Vikram: offer-out']],
  },
  {
    world: 'kolkata',
    sent: '2026-10-14T09:15',
    digest: true,
    notes: [
      ['1 left message', 'Ananya > voicemail left-message'],
      ['4 called him, no answer', 'Vikram > call no-answer'],
      ['1 and 2 tomorrow', '1 put off until 10-15', '2 put off until 10-15'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-03T16:20',
    notes: [
      ['Left a voicemail for Chinwe and sent an email to Xiu.', 'Chinwe > voicemail left-message', 'Xiu > email sent'],
      [
        'May emailed me yesterday. I called her today and left a voicemail.',
        'May < email received @12-02',
        'May > voicemail left-message',
      ],
      ['Art sent me a text message.', 'Art < text received'],
      ['Ed will send me the job description tomorrow.', 'Ed: client by 12-04'],
      ['I need to call Faith on Monday.', 'Faith: remind 12-07'],
      ['I got the signed agreement back from Xiu today.', 'Xiu: agreement-signed'],
      ['Drew called me this morning.', 'asked'],
      [
        'May is on vacation until December 14. Remind me to call her on December 15.',
        'May: away until 12-14',
        'May: remind 12-15',
      ],
      [
        'The meeting with Rich went ahead yesterday and he will send me his notes by Monday.',
        'm-frontrange held, Rich @12-02 09:00',
        'Rich: client by 12-07',
      ],
      ['Set up a meeting with Art for Monday at 1pm.', 'books Art 12-07 13:00'],
      ['I think Faith is upset because I called Art first.', 'Faith: tension (story)'],
      ['Xiu went quiet because we sent the wrong resume, that was our mistake.', 'Xiu: reason our-mistake'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T18:20',
    notes: [
      [
        'Spoke with Yolanda. She will let me know by Thursday. I will send her the resumes tomorrow.',
        'Yolanda > call reached',
        'Yolanda: client by 12-10',
        'Yolanda: us by 12-08',
      ],
      ['Close Silverton Mining, revisit in April.', 'Silverton Mining: close revisit 2027-04-01'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-08T07:45',
    digest: true,
    notes: [
      ['3 left a voicemail', 'Ed > voicemail left-message'],
      ['4 emailed him, 6 tomorrow', 'Bo > email sent', '6 put off until 12-09'],
    ],
  },
]
