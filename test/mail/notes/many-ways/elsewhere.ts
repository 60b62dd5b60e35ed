import type { NoteGroup, World } from '../reading-lines.ts'

/**
 * Each kind of fact said in many ways, by recruiters in Britain, Ireland and India.
 * By somebody who had not seen the reader. What it asks about stands as asked.
 */
export const manyWaysElsewhere: readonly NoteGroup<World>[] = [
  {
    world: 'london',
    sent: '2026-11-09T09:20',
    notes: [
      ['Olivia has put our Wednesday meeting back to Thursday at 11', 'moves m-fernley Olivia 11-12 11:00'],
      [
        "Olivia has called off Wednesday's meeting. Will has let me have the job description.",
        'm-fernley cancelled by client, Olivia',
        'Will: job-description-received',
      ],
      ["I've had to cancel Wednesday's meeting with Olivia", 'asked'],
      [
        'Siobhan signed the agreement on Friday. She takes a fortnight over CVs.',
        'Siobhan: agreement-signed @11-06',
        'Siobhan: expects P2W process',
      ],
      [
        'Hamish rang on Friday. He wants a signalling engineer.',
        'Hamish < call reached @11-06',
        'Fernley Rail: opening signalling engineer',
      ],
      [
        'Dropped Will a line by email last Thursday. Siobhan emailed me back on Friday.',
        'Will > email sent @11-05',
        'Siobhan < email received @11-06',
      ],
      ['Bumped into Hamish at the depot on Friday and had a chat', 'Hamish > meeting held @11-06'],
      ['Must phone Will on Wednesday, his mobile is 07700 900142', 'Will: remind 11-11', 'Will: phone 07700 900142'],
      [
        "Aisha's away, back in on the 18th. Will and I have agreed the process.",
        'Aisha: away until 11-18',
        'Will: process-agreed',
      ],
      ['Call with Siobhan at 3pm on Thursday is in the diary', 'books Siobhan 11-12 15:00'],
      ['Fernley only want us to deal with HR from now on', 'Fernley Rail: hr only'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-13T18:25',
    notes: [
      ["Hamish didn't pick up, so I left him a voicemail", 'Hamish > voicemail left-message'],
      ['Will got back to me by text, yes to both dates', 'Will < text received'],
      [
        'Sent Siobhan three CVs this afternoon. She comes back to me by Tuesday.',
        'Siobhan > email sent @11-13 15:00',
        'Siobhan: candidates-sent @11-13 15:00',
        'Siobhan: client by 11-17',
      ],
      ['Hamish interviewed our man yesterday', 'Hamish: interviewing @11-12'],
      [
        'Otterburn have offered our candidate the job. Our accountant has accepted the job at Brackwell.',
        'Otterburn Textiles: offer-out',
        'Brackwell & Sons: placed',
      ],
      [
        'Will is all right with 18 percent. He gets the shortlist from me by Wednesday.',
        'Will: fee-agreed',
        'Will: us by 11-18',
      ],
      [
        'Aisha sounded annoyed when I rang her, hardly said a word',
        'Aisha > call reached',
        'Aisha: tension (observed)',
      ],
      ['I have a feeling Aisha resents me talking to Will', 'Aisha: tension (story)'],
      ['Made my peace with Aisha over coffee today', 'Aisha > meeting held', 'Aisha: tension resolved'],
      [
        "Siobhan has been run off her feet, that's why she went quiet. Olivia has asked us to take her off our list.",
        'Siobhan: reason flooded',
        'Olivia: opted out',
      ],
      [
        'Rang Hamish and he says the role is on hold till February',
        'Hamish > call reached',
        'Hamish: reason opening-frozen revisit 2027-02-01',
      ],
      ['Will had his last day at Otterburn yesterday', 'Will: left'],
      [
        'Brackwell has come to nothing, please close it. Otterburn is through HR only from here on.',
        'Brackwell & Sons: close',
        'Otterburn Textiles: hr only',
      ],
      [
        'Texted Siobhan and Will. Will says they may not use agencies this year.',
        'Siobhan > text sent',
        'Will > text sent',
        'Will: reason recruiters-not-allowed',
      ],
      ['Olivia texted me her feedback, our CVs are too long', 'Olivia < text received', 'Olivia: feedback'],
      ['Georgina Hale has started at Brackwell as HR director', 'Brackwell & Sons: adds Georgina Hale hr-director'],
      [
        'It was Olivia who put me in touch with Hamish. He has found somebody himself for the job.',
        'Hamish: introduced by Olivia',
        'Hamish: introduced',
        'Hamish: reason candidate-identified',
      ],
      ['I never got round to ringing Siobhan', 'nothing'],
      ['Spoke to Fiona this afternoon', 'asked'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T07:50',
    digest: true,
    notes: [
      ['1 no answer. 2 tomorrow.', 'Olivia > call no-answer', '2 put off until 11-17'],
      ['Aisha: answered her by email on Friday', 'Aisha > email sent @11-13'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-16T18:30',
    notes: [
      ["Aga and I agreed to move tomorrow's call to Thursday at 9", 'moves m-carrick Agnieszka 11-19 09:00'],
      ["Agnieszka can't make tomorrow's call, she cancelled it", 'm-carrick cancelled by client, Agnieszka'],
      ["Had to call off tomorrow's call with Aga myself", 'm-carrick cancelled by us, Agnieszka'],
      [
        'Rob rang this afternoon to say they found their own person',
        'Rob < call reached @11-16 15:00',
        'Rob: reason candidate-identified',
      ],
      ['Chidi got three CVs from me by email on Friday', 'Chidi > email sent @11-13', 'Chidi: candidates-sent @11-13'],
      [
        "Mark was shouting at me down the phone today. I'd say he blames us for the last fella leaving.",
        'Mark > call reached',
        'Mark: tension (observed, story)',
      ],
      ['Oisin is happy with 17.5%. Have to give Bill a ring on Thursday.', 'Oisin: fee-agreed', 'Bill: remind 11-19'],
      ['Process agreed with Joy, she will let me know by Friday', 'Joy: process-agreed', 'Joy: client by 11-20'],
      ["Grainne is up to her eyes, that's why there was no answer", 'Grainne: reason flooded'],
      ['Never got to phone Joy today', 'nothing'],
      ['Ciara texted me back', 'asked'],
      ['Ciara Moran texted me back on Friday', 'Ciara Moran < text received @11-13'],
      [
        'Rob is off until Thursday the 26th. I said to Kasia she would have our shortlist by Wednesday.',
        'Rob: away until 11-26',
        'Kasia: us by 11-18',
      ],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-18T13:00',
    notes: [
      ['Myself and Aga had our call yesterday as planned', 'asked'],
      [
        'No sign of Agnieszka yesterday at ten, she never dialled in',
        'asked',
        'm-carrick missed by client, Agnieszka @11-17 10:00',
      ],
      ['I slept in and missed the call with Aga yesterday', 'm-carrick missed by us, Agnieszka @11-17 10:00'],
      [
        'Mark and I talked it through on the phone and we are good again',
        'Mark > call reached',
        'Mark: tension resolved',
      ],
      [
        'Shannon Aero signed on Monday. Rob went quiet on us because we quoted him the wrong fee.',
        'Rob: reason our-mistake',
        'Shannon Aero: agreement-signed @11-16',
      ],
      ['The contract went off to Joy by email yesterday', 'Joy > email sent @11-17', 'Joy: agreement-sent @11-17'],
      [
        'JD in from Kasia this morning. In Tallaght Devices they hold CVs for three weeks before they answer.',
        'Kasia: job-description-received @11-18 10:00',
        'Tallaght Devices: expects P3W process',
      ],
      ['Chidi has our developer in for interview on Friday', 'Chidi: interviewing'],
      [
        'Harcourt Cloud made our developer an offer. Our lab analyst took the job, she is starting in Carrick Pharma on the 30th.',
        'Harcourt Cloud: offer-out',
        'Carrick Pharma: placed',
      ],
      ['Oisin says the vacancy is parked until March', 'Oisin: reason opening-frozen revisit 2027-03-01'],
      [
        'Bill has retired from Shannon Aero. Joy promised to answer our mails within 2 days.',
        'Bill: left',
        'Joy: expects P2D',
      ],
      ['Fintan Roche has joined HR in Tallaght Devices', 'Tallaght Devices: adds Fintan Roche hr'],
      [
        'Grainne made the introduction to Rob. His direct line: 01 555 0164',
        'Rob: introduced by Grainne',
        'Rob: introduced',
        'Rob: phone 01 555 0164',
      ],
      ['Chidi went silent because we forgot to send him the CVs, our own fault', 'Chidi: reason our-mistake'],
      ['Deirdre picked up at Harcourt Cloud', 'asked'],
      [
        'Grainne says agencies are off limits for them this year. Pause Carrick until 11 January.',
        'Grainne: reason recruiters-not-allowed',
        'Carrick Pharma: pause 2027-01-11',
      ],
      [
        'Harcourt Cloud wants us to go through HR only. Feedback from Chidi: our last two were too junior.',
        'Harcourt Cloud: hr only',
        'Chidi: feedback',
      ],
      [
        'Had a Teams call with Kasia on Monday afternoon. Joy does not want to hear from us ever again.',
        'Kasia > video held @11-16 15:00',
        'Joy: opted out',
      ],
      ['Lough Dairies is a dead end, close it', 'Lough Dairies: close'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-19T08:00',
    digest: true,
    notes: [
      [
        '1 had a chat with her yesterday afternoon, 4 vm',
        'Agnieszka > call reached @11-18 15:00',
        'Chidi > voicemail left-message',
      ],
      ['3 answered her by mail last night', 'Kasia > email sent @11-18 19:00'],
      [
        'Oisin not today, Kasia no answer, 5 disengage',
        '2 put off',
        'Kasia > call no-answer',
        'Shannon Aero: disengage',
      ],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-09T17:00',
    notes: [
      ["Ananya has shifted Monday's call to Tuesday 4 pm", 'moves m-sundarban Ananya 10-13 16:00'],
      ["Monday's call was cancelled by Ananya", 'm-sundarban cancelled by client, Ananya'],
      ["I have cancelled Monday's call with Ananya as I am travelling", 'm-sundarban cancelled by us, Ananya'],
      [
        'Talked to Pia today on phone. All recruitment is on hold, she said.',
        'Pia > call reached',
        'Pia: reason opening-frozen',
      ],
      [
        'Called Vikram, he did not lift the phone. I promised Jo a salary report by Tuesday.',
        'Vikram > call no-answer',
        'Jo: us by 10-13',
      ],
      [
        'Meena has approved our fee of 10%. Eastern Bearings needs a quality engineer.',
        'Meena: fee-agreed',
        'Eastern Bearings: opening quality engineer',
      ],
      ['Mailed the agreement to Jo yesterday', 'Jo > email sent @10-08', 'Jo: agreement-sent @10-08'],
      [
        'Zhang Min came to our office on Wednesday and we met. Hooghly is not allowed to use consultants this year.',
        'asked',
        'Hooghly Castings: reason recruiters-not-allowed',
        'Zhang > meeting held @10-07',
      ],
      [
        'Received the JD from Li Wei. Emeka is on leave up to 20 October.',
        'Li: job-description-received',
        'Emeka: away until 10-20',
      ],
      [
        'Kindly remind me on Tuesday to phone Jo. The number is 033 5550 1188.',
        'Jo: remind 10-13',
        'Jo: phone 033 5550 1188',
      ],
      [
        'Mailed four profiles to Vikram yesterday, he will give his feedback by Wednesday',
        'Vikram > email sent @10-08',
        'Vikram: candidates-sent @10-08',
        'Vikram: client by 10-14',
      ],
      [
        'Farah spoke very rudely to me on the phone today. I feel she is unhappy because I deal with Vikram directly.',
        'Farah > call reached',
        'Farah: tension (observed, story)',
      ],
      ['Rahul called at 4 pm', 'asked'],
      [
        'Rahul Chatterjee called at 4 pm, we fixed a call for Tuesday at 11 am',
        'Rahul Chatterjee < call reached @10-09 16:00',
        'books Rahul Chatterjee 10-13 11:00',
      ],
      ['Wanted to call Pia but network was down', 'nothing'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-14T19:15',
    notes: [
      ['Ananya came on the call on Monday, good discussion', 'm-sundarban held, Ananya @10-12 11:30'],
      ['Ananya did not come on the call on Monday', 'm-sundarban missed by client, Ananya @10-12 11:30'],
      ['On Monday I could not join the call with Ananya, sorry', 'm-sundarban missed by us, Ananya @10-12 11:30'],
      ['Had a video call with Vikram this afternoon', 'Vikram > video held @10-14 15:00'],
      [
        'Farah and I spoke on phone, everything is settled between us now',
        'Farah > call reached',
        'Farah: tension resolved',
      ],
      [
        'Jo has resigned and left Eastern Bearings. Sushmita Pal joined Darjeeling Foods as HR officer.',
        'Jo: left',
        'Darjeeling Foods: adds Sushmita Pal hr',
      ],
      [
        'Meena connected me with Li Wei. Jo called me as well.',
        'Li: introduced by Meena',
        'Li: introduced',
        'Jo < call reached',
      ],
      [
        'Zhang Min will interview our candidate tomorrow. Nimbus released the offer to our analyst.',
        'Zhang: interviewing',
        'Nimbus Analytics: offer-out',
      ],
      [
        'Our analyst joined Nimbus, placement done. Emeka has requested us not to contact him any more.',
        'Nimbus Analytics: placed',
        'Emeka: opted out',
      ],
      [
        'Li Wei stopped answering because we sent him a person he already rejected, our mistake. Keep Sundarban on pause till 2 November.',
        'Li: reason our-mistake',
        'Sundarban Textiles: pause 11-02',
      ],
      [
        'Ananya reverts in 2 days, this is agreed. Meena gave this feedback: our profiles are too senior.',
        'Ananya: expects P2D',
        'Meena: feedback',
      ],
      ['Plant tour with Rahul Bose is fixed for Friday at 3 pm', 'books Rahul Bose 10-16 15:00'],
      [
        'Close the Hooghly account. Nimbus is only through HR now.',
        'Hooghly Castings: close',
        'Nimbus Analytics: hr only',
      ],
      [
        'Emailed Ananya the agreement and two profiles',
        'Ananya > email sent',
        'Ananya: agreement-sent',
        'Ananya: candidates-sent',
      ],
      [
        'Vikram got somebody through a reference, so the position is filled. Pia had too much work, that is why no reply came.',
        'Vikram: reason candidate-identified',
        'Pia: reason flooded',
      ],
      [
        'Sent a WhatsApp to Meena, and Pia texted me back. Process is agreed with Meena.',
        'Meena > text sent',
        'Pia < text received',
        'Meena: process-agreed',
      ],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T08:40',
    digest: true,
    notes: [
      ['2 mailed him yesterday. 5 called, no answer', 'Li > email sent @10-15', 'Pia > call no-answer'],
      ['3 let go, 5 Monday', '3 let-go', '5 put off until 10-19'],
    ],
  },
]
