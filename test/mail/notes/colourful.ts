import type { NoteGroup, World } from './reading-lines.ts'

/** Colourful speech, by somebody who had not seen the reader. What it asks about stands as asked. */
export const colourful: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-25T18:40',
    notes: [
      [
        "yeah so I'm walking to the train and I just got off the phone with Deepa she's in love with the second guy",
        'Deepa > call reached',
      ],
      [
        "Greg finally picked up, gave me five minutes, says he's swamped with inventory",
        'Greg > call reached',
        'Greg: reason flooded',
      ],
      ['listen I gotta buzz Walt Tuesday about the parking situation, remind me', 'Walt: remind 09-29'],
      ['Tom put an offer in front of our kid this afternoon', 'Tom: offer-out @09-25 15:00'],
      ['Mike Tran is looking for a process engineer now', 'Acme Molding: opening process engineer'],
      ['Not a peep out of Corvid all week', 'nothing'],
      [
        "Left word with Carla's secretary and then I messaged Susan on LinkedIn",
        'Carla > voicemail left-message',
        'Susan > social sent',
      ],
      ['Maria shot me a text about the rates', 'asked'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-28T16:05',
    notes: [
      [
        "Well bless her heart, Bernadette rang me back Friday just to say she'd read the proposal",
        'Bernadette < call reached @09-25',
      ],
      ["Ellen's fixin' to send me that job description by Thursday", 'asked'],
      ['Sweet Deepa is out on vacation, back October 12', 'Deepa: away until 10-12'],
      ["Our welder starts at Quillan on the 12th, y'all, we got the placement!", 'Quillan Steel: placed'],
      ['Mike hollered back by text at two', 'Mike < text received @09-28 14:00'],
      ['Carla was kind enough to introduce me to Mike', 'Mike: introduced by Carla', 'Mike: introduced'],
      ['Supper with Walt is set for Wednesday at 6:30 pm', 'books Walt 09-30 18:30'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-23T07:20',
    digest: true,
    notes: [
      ['4 forget about it, let it go', '4 let-go'],
      ["6 we're in, participate", 'asked'],
      ['5 not today, 1 not today either', '1 put off', '5 put off'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-10T15:30',
    notes: [["Olivia has cancelled tomorrow's call", 'm-fernley cancelled by client, Olivia']],
  },
  {
    world: 'london',
    sent: '2026-11-12T18:25',
    notes: [
      [
        "Siobhan's phone just rings and rings, no answer, so I emailed her",
        'Siobhan > call no-answer',
        'Siobhan > email sent',
      ],
      ['Dropped Aisha an email this afternoon with the salary survey', 'Aisha > email sent @11-12 15:00'],
      [
        "Olivia and I had our meeting yesterday as planned, she'll come back to me by Tuesday",
        'm-fernley held, Olivia @11-11 14:00',
        'Olivia: client by 11-17',
      ],
      [
        'Brackwell have put all recruitment on hold until February',
        'Brackwell & Sons: reason opening-frozen revisit 2027-02-01',
      ],
      ["Siobhan's new mobile is 07700 900461", 'Siobhan: phone 07700 900461'],
      ['Hand on heart I never got round to ringing Siobhan today', 'nothing'],
      ['My hunch is that Aisha thinks we overcharged her last year', 'Aisha: tension (story)'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-16T16:10',
    notes: [
      [
        "Got Will on the phone Friday, he'll have a spec over to me by Thursday",
        'Will > call reached @11-13',
        'Will: client by 11-19',
      ],
      [
        'Left Aisha a message at ten, she rang back at noon full of beans',
        'Aisha > voicemail left-message @11-16 10:00',
        'Aisha < call reached @11-16 12:00',
      ],
      ['Champagne please, our finance girl got the job at Otterburn, placed', 'Otterburn Textiles: placed'],
      ["From today it's HR only at Fernley", 'Fernley Rail: hr only'],
      [
        "Aisha and I buried the hatchet on the phone today, turns out she'd simply been snowed under",
        'Aisha > call reached',
        'Aisha: reason flooded',
        'Aisha: tension resolved',
      ],
      ['Park Brackwell until 4 January', 'Brackwell & Sons: pause 2027-01-04'],
      ['Had Gavin from Otterburn on the phone', 'asked'],
    ],
  },
  {
    world: 'london',
    sent: '2026-11-13T08:10',
    digest: true,
    notes: [['Olivia: left a message. Aisha: not today.', 'Olivia > voicemail left-message', '2 put off']],
  },
  {
    world: 'central',
    sent: '2026-10-30T16:50',
    notes: [
      ['Dee never dialed in to our call yesterday', 'm-larkspur missed by client, Denise @10-29 14:00'],
      [
        'Flicked Grace an email this arvo. Hank rang me just now.',
        'Grace > email sent @10-30 15:00',
        'Hank < call reached',
      ],
      ["Pete reckons he's flat out with peak season, hence the silence", 'Pete: reason flooded'],
      [
        'Had a yarn with Joanne on the blower Wednesday. Texted Rosa today.',
        'Joanne > call reached @10-28',
        'Rosa > text sent',
      ],
      ["Kurt will wear 20 per cent, fee's agreed", 'Kurt: fee-agreed'],
      ['Joanne hung up on me. Charming.', 'Joanne > call reached', 'Joanne: tension (observed)'],
      ['Done and dusted at Larkspur, our hygienist accepted the offer', 'Larkspur Dental: placed'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-09T16:15',
    notes: [
      [
        'Hank called me up Friday sweet as pie, he needs a mold setter',
        'Hank < call reached @11-06',
        'Tri-County Plastics: opening mold setter',
      ],
      [
        'Kurt gave me a call at eleven and promised me the job description by tomorrow',
        'Kurt < call reached @11-09 11:00',
        'Kurt: client by 11-10',
      ],
      ['Pete is gone from Wexler, they let him go Thursday', 'Pete: left'],
      [
        "Sent Joanne the agreement by email Friday, she'll sign it by Wednesday",
        'Joanne > email sent @11-06',
        'Joanne: agreement-sent @11-06',
        'Joanne: client by 11-11',
      ],
      ["Joanne's direct line is 815 555 0133", 'Joanne: phone 815 555 0133'],
      ["Lord, I meant to write Rosa and didn't", 'nothing'],
      ['Sat down with Paul from Larkspur', 'asked'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T07:25',
    digest: true,
    notes: [
      ['1 went ahead, and it was great', 'm-larkspur held @10-29 14:00'],
      ['2 can wait till Tuesday', '2 put off until 11-03'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-18T18:30',
    notes: [
      ['Agnieszka stood me up yesterday at ten', 'm-carrick missed by client, Agnieszka @11-17 10:00'],
      ['Rob is not picking up, called him at 9am and again at 4pm', 'asked', 'Rob > call no-answer'],
      ['Joy came back on email with dates, so I texted Rob', 'Joy < email received', 'Rob > text sent'],
      [
        'Whacked two CVs across to Kasia this arvo',
        'Kasia > email sent @11-18 15:00',
        'Kasia: candidates-sent @11-18 15:00',
      ],
      [
        "25 minutes on the phone with Grainne, she'll revert by Monday",
        'Grainne > call reached',
        'Grainne: client by 11-23',
      ],
      ['Rang Ciara, left a message', 'asked'],
      ["Rang Rob, couldn't get past the gatekeeper", 'Rob > call no-answer'],
      ['Must phone Oisin on Friday', 'Oisin: remind 11-20'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-23T15:50',
    notes: [
      ['Harcourt Cloud have made our candidate an offer', 'Harcourt Cloud: offer-out'],
      ['Call with Kasia arranged for Friday at 2.15pm', 'books Kasia 11-27 14:15'],
      ['Oisin says hiring is on ice till March', 'Oisin: reason opening-frozen revisit 2027-03-01'],
      [
        'Emailed Joy the agreement on Thursday, she signed it on Friday',
        'Joy > email sent @11-19',
        'Joy: agreement-sent @11-19',
        'Joy: agreement-signed @11-20',
      ],
      ['Pause Tallaght until 11 January', 'Tallaght Devices: pause 2027-01-11'],
      ["Rob's gone quiet because we sent him the wrong shortlist, our mistake", 'Rob: reason our-mistake'],
      ['Have I told Joy about the bonus?', 'nothing'],
    ],
  },
  {
    world: 'dublin',
    sent: '2026-11-19T08:05',
    digest: true,
    notes: [
      ['3 chatted to her on the phone yesterday at 3pm', 'Kasia > call reached @11-18 15:00'],
      ['2 push to Monday, 3 push to Tuesday', '2 put off until 11-23', '3 put off until 11-24'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-13T17:40',
    notes: [
      ['My call with Ananya went ahead yesterday, no dramas', 'm-sundarban held, Ananya @10-12 11:30'],
      ['Tried Zhang Min, phone was engaged, so sent him a WhatsApp', 'Zhang > call no-answer', 'Zhang > text sent'],
      ["Pia's flat out with Diwali orders, that's why she's been quiet", 'Pia: reason flooded'],
      ['Farah tore strips off me on the phone', 'Farah > call reached', 'Farah: tension (observed)'],
      ['Rahul Bose is after a maintenance manager', 'Sundarban Textiles: opening maintenance manager'],
      ['Need to give Emeka a ring Thursday', 'Emeka: remind 10-15'],
      [
        "Zoom with Vikram this morning, half an hour, solid, he'll send the JD by Friday",
        'Vikram > video held @10-13 10:00',
        'Vikram: client by 10-16',
      ],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-16T18:45',
    notes: [
      [
        "Rang Rahul Chatterjee yesterday arvo, got him, he'll send me his comments by Tuesday",
        'Rahul Chatterjee > call reached @10-15 15:00',
        'Rahul Chatterjee: client by 10-20',
      ],
      [
        'Saw Emeka at the factory Wednesday, rang Pia Thursday, no answer',
        'Emeka > meeting held @10-14',
        'Pia > call no-answer @10-15',
      ],
      ['Li Wei interviewed our QA lead on Tuesday', 'Li: interviewing @10-13'],
      ['Video call with Farah locked in for Monday at 4pm', 'books Farah 10-19 16:00'],
      ['Close Darjeeling Foods, waste of petrol', 'Darjeeling Foods: close'],
      ["Told Vikram I'd get him the references by Wednesday", 'Vikram: us by 10-21'],
      ["The number I've got for Emeka is wrong, reached a sweet shop", 'asked'],
    ],
  },
  {
    world: 'kolkata',
    sent: '2026-10-15T09:10',
    digest: true,
    notes: [
      ["1 didn't pick up, 2 left a message", 'Ananya > call no-answer', 'Li > voicemail left-message'],
      ['4 had him on the phone yesterday', 'Vikram > call reached @10-14'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-03T16:20',
    notes: [
      ['Rich plumb missed our call yesterday at nine', 'asked'],
      ["Chinwe's got her hands full with open enrollment, that's why she went quiet", 'Chinwe: reason flooded'],
      [
        "Talked to Ed a good long while on the phone, he'll send the paperwork over by Monday",
        'Ed > call reached',
        'Ed: client by 12-07',
      ],
      ['Drew Castellano is hiring a store manager', 'Aspen Ridge Outfitters: opening store manager'],
      [
        "Faith was downright chilly on the phone this morning. I believe she's hurt that we called Art first",
        'Faith > call reached @12-03 10:00',
        'Faith: tension (observed, story)',
      ],
      [
        'Dropped by to see Art on Tuesday, brought him a pecan pie, then yesterday I emailed May',
        'Art > meeting held @12-01',
        'May > email sent @12-02',
      ],
      ['I do declare not one soul from Silverton has called', 'asked'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T18:15',
    notes: [
      [
        "okay I'm crossing the street here, Chinwe called, everything's frozen until March",
        'Chinwe < call reached',
        'Chinwe: reason opening-frozen revisit 2027-03-01',
      ],
      [
        'I left Bo a message Friday and another one today',
        'Bo > voicemail left-message @12-04',
        'Bo > voicemail left-message',
      ],
      ['Rich rang me just now, he made our controls guy an offer', 'Rich < call reached', 'Rich: offer-out'],
      ["Art's process is he sits on a resume for ten days then he calls", 'asked', 'Art: expects P10D process'],
      ["Ed's cell is 303 555 0127", 'Ed: phone 303 555 0127'],
      ['Drew Hallock up and quit', 'Drew Hallock: left'],
      ["Never heard back from Xiu, and I'm not holding my breath", 'nothing'],
      [
        'Talked to Art, then Rich, then I got Yolanda, all on the phone',
        'Art > call reached',
        'Rich > call reached',
        'Yolanda > call reached',
      ],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-04T07:35',
    digest: true,
    notes: [
      ['1 sent her an email, 6 not today', 'May > email sent', '6 put off'],
      ['3 Monday, 4 Tuesday', '3 put off until 12-07', '4 put off until 12-08'],
    ],
  },
]
