import type { NoteGroup, World } from '../reading-lines.ts'

/**
 * Each kind of fact said in many ways, by recruiters in America.
 * By somebody who had not seen the reader. What it asks about stands as asked.
 */
export const manyWaysInAmerica: readonly NoteGroup<World>[] = [
  {
    world: 'east',
    sent: '2026-09-21T17:10',
    notes: [
      ['Susan never joined our call at ten this morning', 'm-acme missed by client, Susan @09-21 10:00'],
      ["Our ten o'clock with Susan and Mike happened today", 'asked'],
      ['I forgot about the 10am with Susan today. Entirely my fault.', 'm-acme missed by us, Susan @09-21 10:00'],
      [
        'Left Ellen a message at 2:15, emailed Jim at 3',
        'Ellen > voicemail left-message @09-21 14:15',
        'Jim > email sent @09-21 15:00',
      ],
      [
        'Deepa phoned. She is happy to pay 22%. Tom sent me an email too.',
        'Deepa < call reached',
        'Deepa: fee-agreed',
        'Tom < email received',
      ],
      [
        'Northgate has put its hiring on ice, Ellen told me over the phone',
        'Northgate Logistics: reason opening-frozen',
        'Ellen > call reached',
      ],
      ['Walt did not pick up. I texted him instead.', 'Walt > call no-answer', 'Walt > text sent'],
      [
        'The job description from Bernadette is in. I promised Deepa a salary survey by Wednesday.',
        'Bernadette: job-description-received',
        'Deepa: us by 09-23',
      ],
      ['I just sent Greg our agreement to sign', 'Greg > email sent', 'Greg: agreement-sent'],
      [
        'Priya barely said hello when I called her, and she cut me off twice',
        'Priya > call reached',
        'Priya: tension (observed)',
      ],
      ['Priya and I are fine again, we sorted it out on the phone', 'Priya > call reached', 'Priya: tension resolved'],
      [
        'Jim has promised feedback on the CVs by Thursday. You can reach him on 973 555 0121.',
        'Jim: client by 09-24',
        'Jim: phone 973 555 0121',
      ],
      [
        "Carla is on vacation, she returns on October 1. Don't let me forget to phone Walt on Friday.",
        'Carla: away until 10-01',
        'Walt: remind 09-25',
      ],
      ['The number I have for Greg is a wrong number', 'nothing'],
      ['Maria emailed me back today', 'asked'],
      ['Nora Finch just joined Acme Molding as HR manager', 'Acme Molding: adds Nora Finch hr'],
      ['Mike is meeting our candidate on Wednesday for an interview', 'Mike: interviewing'],
      ['Walt tells me Bernadette no longer works there', 'Bernadette: left'],
    ],
  },
  {
    world: 'east',
    sent: '2026-10-01T18:40',
    notes: [
      [
        'Greg and I talked on the phone yesterday, and he needs a packaging lead',
        'Greg > call reached @09-30',
        'Halden Foods: opening packaging lead',
      ],
      ['Jim says the job went to one of their own people', 'Jim: reason candidate-identified'],
      [
        'Mike told me on the phone that they are not permitted to work with recruiters',
        'Mike > call reached',
        'Mike: reason recruiters-not-allowed',
      ],
      [
        'Ellen went quiet because we sent her the wrong résumés. Deepa signed the agreement.',
        'Ellen: reason our-mistake',
        'Deepa: agreement-signed',
      ],
      [
        'I emailed four profiles to Tom on Tuesday. He usually replies in two days.',
        'Tom > email sent @09-29',
        'Tom: candidates-sent @09-29',
        'Tom: expects P2D',
      ],
      [
        'An offer has gone out to our candidate from Corvid. Feedback from Ellen was that we call too often.',
        'Corvid Labs: offer-out',
        'Ellen: feedback',
      ],
      [
        'Close Halden for good and pause Corvid until January 4',
        'Halden Foods: close',
        'Corvid Labs: pause 2027-01-04',
      ],
      [
        'Deepa is fine with how we work, process agreed. Walt texted me to say yes.',
        'Deepa: process-agreed',
        'Walt < text received',
      ],
      [
        'Texted Ellen and Walt. Northgate is strictly through HR now.',
        'Ellen > text sent',
        'Walt > text sent',
        'Northgate Logistics: hr only',
      ],
      [
        'Bernadette has asked us to stop contacting her, so put Quillan on hold until November 2',
        'Bernadette: opted out',
        'Quillan Steel: pause 11-02',
      ],
      [
        'Visit with Walt is booked for Tuesday at 2pm. Our welder took the job at Quillan.',
        'books Walt 10-06 14:00',
        'Quillan Steel: placed',
      ],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-25T07:30',
    digest: true,
    notes: [
      ['1 talked to her yesterday, 2 nobody picked up', 'Susan > call reached @09-24', 'Tom > call no-answer'],
      ['3: left her a message last night. 4: not today.', 'Ellen > voicemail left-message @09-24 19:00', '4 put off'],
      ['5 spoke to her, she answers within 3 days', 'Maria Chen > call reached', 'Maria Chen: expects P3D'],
      ['2 on Wednesday, 6 we participate', '2 put off until 09-30', 'Halden Foods: participate'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-28T11:00',
    notes: [
      ["Kurt moved tomorrow's call to Friday at 1", 'moves m-larkspur Denise+Kurt 10-30 13:00'],
      ['Dee canceled the call for tomorrow', 'm-larkspur cancelled by client, Denise'],
      ["I canceled tomorrow's call with Dee, double booked myself", 'm-larkspur cancelled by us, Denise'],
      ["Grace is swamped with open enrollment, that's why she has been quiet", 'Grace: reason flooded'],
      [
        'Hank shot me an email yesterday with the job description',
        'Hank < email received @10-27',
        'Hank: job-description-received @10-27',
      ],
      ['Rosa accepted our fee, 20 percent, and Pete agreed to our process', 'Rosa: fee-agreed', 'Pete: process-agreed'],
      [
        "Called Rosa, the front desk wouldn't put me through. Remind me to call Pete on Monday.",
        'Rosa > call no-answer',
        'Pete: remind 11-02',
      ],
      [
        'Sat down with Joanne at her office on Monday. Next meeting with her is booked for Tuesday at 9.',
        'Joanne > meeting held @10-26',
        'books Joanne 11-03 09:00',
      ],
      ['Should we send Pete somebody else?', 'nothing'],
      [
        'Joanne will have an answer for me by Friday. I told Kurt he would have two more résumés by Monday.',
        'Joanne: client by 10-30',
        'Kurt: us by 11-02',
      ],
      [
        'Hank always gets back to me in three days. Sent him two résumés.',
        'Hank: expects P3D',
        'Hank > email sent',
        'Hank: candidates-sent',
      ],
      ["Text from Dee at 9:30, she's in", 'Denise < text received @10-28 09:30'],
    ],
  },
  {
    world: 'central',
    sent: '2026-10-30T16:45',
    notes: [
      ['kurt and dee both showed up for the call yesterday', 'm-larkspur held, Kurt @10-29 14:00'],
      ['dee stood me up yesterday', 'm-larkspur missed by client, Denise @10-29 14:00'],
      ['my car broke down so I missed the call with Dee yesterday', 'm-larkspur missed by us, Denise @10-29 14:00'],
      ['grace returned my call at 3', 'Grace < call reached @10-30 15:00'],
      [
        'dropped hank a voicemail, emailed rosa the agreement too',
        'Hank > voicemail left-message',
        'Rosa > email sent',
        'Rosa: agreement-sent',
      ],
      [
        'joanne signed the contract yesterday. Tri-County wants a mold setter',
        'Joanne: agreement-signed @10-29',
        'Tri-County Plastics: opening mold setter',
      ],
      ['Hank already found his guy, so he does not need us', 'asked', 'Hank: reason candidate-identified'],
      ['Wexler has a policy, no outside recruiters. Pete said so on the phone', 'asked'],
      [
        'Pete was snippy with me on the phone, he probably thinks we poached his driver',
        'Pete > call reached',
        'Pete: tension (observed, story)',
      ],
      [
        'Hank interviews our gal on Tuesday. Kurt extended an offer to our hygienist.',
        'Hank: interviewing',
        'Kurt: offer-out',
      ],
      ['our hygienist said yes, she starts at Larkspur on the 9th', 'Larkspur Dental: placed'],
      [
        'joanne took a job at another company so she is gone. Tammy Voss came on board at Tri-County in HR',
        'Joanne: left',
        'Tri-County Plastics: adds Tammy Voss hr',
      ],
      ['Rosa asked me to quit calling her for good', 'Rosa: opted out'],
      [
        "Rosa's new cell is 815 555 0133. Pete is out sick, back Wednesday",
        'Rosa: phone 815 555 0133',
        'Pete: away until 11-04',
      ],
      [
        'Grace had some feedback for us: we talk too much about price. Wexler has frozen all hiring.',
        'Grace: feedback',
        'Wexler Freight: reason opening-frozen',
      ],
      ['Nobody from Wexler has called', 'nothing'],
      ['hold off on larkspur til dec 1', 'Larkspur Dental: pause 12-01'],
      [
        'Joanne never answered because she was buried in audits. Grace went quiet because of our mistake, we sent her the wrong résumés.',
        'Joanne: reason flooded',
        'Grace: reason our-mistake',
      ],
      ['txted hank. zoomed with kurt today', 'Hank > text sent', 'Kurt > video held'],
    ],
  },
  {
    world: 'central',
    sent: '2026-11-03T07:20',
    digest: true,
    notes: [
      [
        '1 took place, 2 left him a vm yesterday',
        'm-larkspur held @10-29 14:00',
        'Hank > voicemail left-message @11-02',
      ],
      ['1 we missed it. 2 not today', 'm-larkspur missed by us @10-29 14:00', '2 put off'],
      ['1 moved to Thursday at 10', 'moves m-larkspur Denise+Kurt 11-05 10:00'],
    ],
  },
  {
    world: 'denver',
    sent: '2026-11-30T16:00',
    notes: [
      ["Rich bumped Wednesday's call to Thursday at 10", 'moves m-frontrange Rich 12-03 10:00'],
      [
        "Rich had to cancel Wednesday's call. His cell is 303 555 0109.",
        'm-frontrange cancelled by client, Rich',
        'Rich: phone 303 555 0109',
      ],
      ['Had to cancel on Rich for Wednesday, too much snow here', 'm-frontrange cancelled by us, Rich'],
      [
        "May's voicemail came on so I left her a message. Drew Castellano has quit Aspen Ridge.",
        'May > voicemail left-message',
        'Drew Castellano: left',
      ],
      [
        'Yolanda replied to my email, she wants to go ahead and will send me dates by Friday',
        'Yolanda < email received',
        'Yolanda: client by 12-04',
      ],
      ['Chinwe and I had breakfast together on Friday', 'Chinwe > meeting held @11-27'],
      ['Ed finally picked up. They went with an internal guy.', 'Ed > call reached', 'Ed: reason candidate-identified'],
      ['Xiu Lin is ok with 23%. Make a note to call Bo on Friday.', 'Xiu: fee-agreed', 'Bo: remind 12-04'],
      [
        'Faith was ice cold on the phone. My guess is she wants another agency.',
        'Faith > call reached',
        'Faith: tension (observed, story)',
      ],
      ['Got an email from Bo with the JD in it', 'Bo < email received', 'Bo: job-description-received'],
      ['Drew left me a voicemail', 'asked'],
      [
        'Left a message for Chinwe with the front desk. Gwen Tafoya has joined HR at Silverton.',
        'Chinwe > voicemail left-message',
        'Silverton Mining: adds Gwen Tafoya hr',
      ],
      [
        'Yolanda is gone till December 14 on her honeymoon. Silverton made our geologist an offer.',
        'Yolanda: away until 12-14',
        'Silverton Mining: offer-out',
      ],
      ['Meant to call Yolanda, never did', 'nothing'],
      [
        'Silverton is looking for a safety manager. Art is expecting three résumés from me by Thursday.',
        'Silverton Mining: opening safety manager',
        'Art: us by 12-03',
      ],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-04T12:20',
    notes: [
      ['Rich and I had our call Wednesday like we planned', 'm-frontrange held, Rich @12-02 09:00'],
      ['Rich blew off our call Wednesday', 'm-frontrange missed by client, Rich @12-02 09:00'],
      ['I slept through the Wednesday call with Rich', 'asked'],
      [
        'Zoomed with Xiu yesterday, she needs a night nurse',
        'Xiu > video held @12-03',
        'Platte Valley Health: opening night nurse',
      ],
      [
        'Yolanda put her signature on the agreement. Lunch with her is set for Wednesday at 12:30.',
        'Yolanda: agreement-signed',
        'books Yolanda 12-09 12:30',
      ],
      [
        'Bo has a first interview with our driller on Tuesday. Our escrow officer got hired, she starts at Mesa Title Jan 4.',
        'Bo: interviewing',
        'Mesa Title: placed',
      ],
      [
        'Hiring freeze at Aspen Ridge till April. Art went quiet through our own fault, we sent him the wrong dates.',
        'Aspen Ridge Outfitters: reason opening-frozen revisit 2027-04-01',
        'Art: reason our-mistake',
      ],
      ["May says corporate won't let them use recruiters", 'May: reason recruiters-not-allowed'],
      [
        'Platte Valley sits on résumés for six weeks, then they call. May always answers within a day.',
        'Platte Valley Health: expects P6W process',
        'May: expects P1D',
      ],
      ['Faith and I cleared things up over lunch today', 'Faith > meeting held', 'Faith: tension resolved'],
      [
        'Shelve Mesa Title until January 18. I am done with Aspen Ridge, close it out.',
        'Mesa Title: pause 2027-01-18',
        'Aspen Ridge Outfitters: close',
      ],
      [
        'Ed got buried in year end reviews, hence the silence. Mesa Title is HR only now.',
        'Ed: reason flooded',
        'Mesa Title: hr only',
      ],
      ['Bo wants to be left alone for good, so I am closing Silverton', 'Bo: opted out', 'Silverton Mining: close'],
      [
        'Process agreed with Chinwe. Emailed her our agreement.',
        'Chinwe: process-agreed',
        'Chinwe > email sent',
        'Chinwe: agreement-sent',
      ],
      [
        'Texted Chinwe and Art. Feedback from Yolanda: our interview prep was sloppy.',
        'Chinwe > text sent',
        'Art > text sent',
        'Yolanda: feedback',
      ],
    ],
  },
  {
    world: 'denver',
    sent: '2026-12-07T07:10',
    digest: true,
    notes: [
      [
        '4 emailed him Friday. 5 spoke Friday. 6 Thursday.',
        'Bo > email sent @12-04',
        'Art > call reached @12-04',
        '6 put off until 12-10',
      ],
      ['2 it went ahead, 3 let it go', 'm-frontrange held @12-02 09:00', '3 let-go'],
    ],
  },
]
