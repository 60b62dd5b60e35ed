import type { NoteGroup } from './reading-lines.ts'

/** Notes of somebody who had not built the reader, each once misread without asking. */
export const heardOutside: readonly NoteGroup[] = [
  {
    world: 'east',
    sent: '2026-09-22T15:20',
    notes: [
      ['Greg emailed me last night asking for a third CV', 'Greg < email received @09-21 19:00'],
      ['Ellen forwarded the agreement to legal', 'Ellen < email received'],
      ['Sent Greg the shortlist', 'Greg > email sent', 'Greg: candidates-sent'],
      ['Emailed Ellen the agreement', 'Ellen > email sent', 'Ellen: agreement-sent'],
      ['Ellen cut me off mid sentence this morning', 'Ellen: tension (observed)'],
      ['Ellen is off until Monday', 'Ellen: away until 09-28'],
      ['Dropped Ellen a line about Thursday', 'Ellen > email sent'],
      ['Emailed Greg regarding Friday', 'Greg > email sent'],
      [
        'Priya was curt with me on the call. I get the feeling she minds me dealing with Tom directly.',
        'Priya > call reached',
        'Priya: tension (observed, story)',
      ],
      [
        'Priya was cold on the call, pretty sure she hates that I go straight to Tom',
        'Priya > call reached',
        'Priya: tension (observed, story)',
      ],
    ],
  },
]
