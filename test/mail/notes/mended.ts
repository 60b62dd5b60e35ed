import type { NoteGroup } from './reading-lines.ts'

/** Each the like of a note that was once misread without asking, in other words and of other people. */
export const mended: readonly NoteGroup[] = [
  {
    world: 'london',
    sent: '2026-11-10T15:20',
    notes: [
      // A day that is a matter, and no day on which it happened.
      ['Wrote to Olivia about Friday', 'Olivia > email sent'],
      ['Texted Siobhan regarding Monday', 'Siobhan > text sent'],
      // What was seen, and what is thought.
      [
        'Aisha was short with me on the phone yesterday, fairly sure she resents that I ring Will first',
        'Aisha > call reached @11-09',
        'Aisha: tension (observed, story)',
      ],
      [
        'Aisha was frosty with me on the call. My sense is she minds that I go to Will first.',
        'Aisha > call reached',
        'Aisha: tension (observed, story)',
      ],
      [
        'Aisha cut the call short at 11 and put the phone down on me',
        'Aisha > call reached @11-10 11:00',
        'Aisha: tension (observed)',
      ],
      ['Siobhan slammed the phone down on me', 'Siobhan > call reached', 'Siobhan: tension (observed)'],
      // A decision, and the day to look again.
      ['Let us step back from Fernley for now, look again on 2 March', 'Fernley Rail: disengage revisit 2027-03-02'],
      // The agreement's ways.
      ['Shook on 22% with Siobhan', 'Siobhan: fee-agreed'],
      ['Olivia returned the signed terms', 'Olivia: agreement-signed'],
      ['Olivia forwarded the contract to their solicitors', 'Olivia < email received'],
      // What they ask for was not sent.
      ['Hamish emailed last night wanting two more CVs', 'Hamish < email received @11-09 19:00'],
      ['Will texted asking for another CV', 'Will < text received'],
      // Two deeds in a sentence, each with its own hour.
      [
        'Twenty minutes with Hamish at 9, then sent Olivia the shortlist',
        'Hamish > call reached @11-10 09:00',
        'Olivia > email sent',
        'Olivia: candidates-sent',
      ],
      [
        'A quarter of an hour on the phone with Will and an email to Siobhan',
        'Will > call reached',
        'Siobhan > email sent',
      ],
      ['Met Hamish at ten, afterwards I emailed Siobhan', 'Hamish > meeting held @11-10 10:00', 'Siobhan > email sent'],
      // Their process, told beside a conversation.
      [
        'Had a good talk with Hamish. Their process: HR looks at the CVs and replies after about two weeks.',
        'Hamish > call reached',
        'Hamish: expects P2W process',
      ],
      // What one of them says of the other's doings.
      ["Will's advice on Aisha: give her a call before the next CV goes out", 'Will > call reached'],
      ["Hamish's tip on Olivia: never ring before ten", 'Hamish > call reached'],
      ['Hamish has left Fernley, the new manager is Petra Novak', 'asked', 'Hamish: left'],
      ['Olivia quit, and Hamish now does the hiring', 'asked', 'Olivia: left'],
      // To be left alone, or an outburst.
      ['Siobhan told me to get lost', 'asked'],
      ['Siobhan asked me not to ring her at work', 'asked'],
      // What did not arrive.
      ['Will says he never got my email', 'asked'],
      // Somebody else than the one named.
      ["Spoke with Olivia's boss", 'asked'],
      ["Left a message on Olivia's mobile", 'Olivia > voicemail left-message'],
      ['Will is meeting Aisha on Thursday', 'asked'],
      ["Sent Will's CVs to Aisha by mistake", 'asked', 'Aisha > email sent', 'Aisha: candidates-sent'],
      // One of two.
      ['Rang Olivia or Hamish yesterday, I forget which', 'asked'],
      // Hearsay.
      ['Apparently Olivia has resigned', 'asked'],
      ['Rumour is that Will quit', 'asked'],
      // They rang, and nobody spoke.
      ['Olivia rang at noon but I missed it', 'Olivia < call received @11-10 12:00'],
      ['Went to see Hamish but he was not there', 'asked'],
      // Words that are an event elsewhere, and not here.
      ['Olivia gave me a missed call', 'Olivia < call received'],
      ["I missed Olivia's call", 'Olivia < call received'],
      ['Hamish filled me in on the yard', 'asked'],
      ['Hamish left for the day', 'asked'],
      ['Hamish signed for the parcel', 'asked'],
      ['Hamish is on the case, back to me Friday', 'asked'],
      ['Hamish missed out on our best man', 'asked'],
      ['Hamish ghosted me', 'asked'],
      ['Met Hamish halfway on the fee', 'asked'],
      ['Hamish set up a call with Olivia for me', 'asked'],
      ["Sent the candidate Hamish's offer", 'asked'],
      ['Presented our process to Hamish and Olivia', 'asked'],
      // Not just now, and not when.
      ['Spoke to Hamish over the weekend', 'asked'],
      ['The other day I emailed Siobhan', 'asked'],
      ['Spoke to Hamish a couple of days ago', 'Hamish > call reached @11-08'],
      // What was promised, and by whom.
      ['Hamish expects the CVs by Monday', 'Hamish: us by 11-16'],
      ['Hamish said will ring tomorrow', 'Hamish: client by 11-11'],
      ['Promised the CVs to Hamish by Monday', 'Hamish: us by 11-16'],
      // A correction.
      ['Spoke to Siobhan on Thursday, no, Friday', 'Siobhan > call reached @11-06'],
      ['Dropped Will a line, sorry, Aisha', 'Aisha > email sent'],
    ],
  },
  {
    world: 'east',
    sent: '2026-09-24T14:10',
    digest: true,
    notes: [
      // Numbers that are not in the digest take nothing with them.
      ['1 vm, 9 spoke Tuesday: he wants CVs by Monday, 11 not today', 'asked', 'Susan > voicemail left-message'],
      ['14 done', 'asked'],
      ['2 left a message, 12 emailed', 'asked', 'Tom > voicemail left-message'],
      // A talk that set an expectation took place.
      ['5 done. She replies within two working days.', 'Maria Chen > call reached', 'Maria Chen: expects P2D'],
    ],
  },
]
