import type { Command } from '../engagement/commands.ts'
import type { Engagement, Meeting, Task } from '../engagement/state.ts'
import { called, contactById, dayOf, meetingNoun, meetingOf } from './facts.ts'
import type { Play, PlayOutcome, Said, Situation } from './play.ts'
import { list, timeOfDay } from './words.ts'

/** A meeting is over and nobody said what became of it; until then no other play can be right. */
export const reportTheMeeting: Play = {
  name: 'report-the-meeting',
  title: 'Report the meeting',
  for: 'recruiter',
  shape: 'task',
  channels: [],
  sheet: situation => {
    const meeting = meetingOf(situation.task, situation.engagement)
    return {
      why: [
        meeting ? `${sentence(situation, meeting)} What became of it?` : 'A meeting here is over. What became of it?',
        'One press, and you know what comes next.',
      ],
      before: [],
      say: [],
      leaveOut: [],
    }
  },
  outcomes: [
    outcome('held', 'It took place', (meeting, said) => [
      { command: 'RecordMeetingHeld', meeting: meeting.id, ...(said?.words ? { summary: said.words } : {}) },
    ]),
    outcome('missed-by-them', 'They missed it', meeting => [
      { command: 'RecordMeetingMissed', meeting: meeting.id, missedBy: 'client' },
    ]),
    outcome('missed-by-us', 'I missed it', meeting => [
      { command: 'RecordMeetingMissed', meeting: meeting.id, missedBy: 'us' },
    ]),
    { ...outcome('moved', 'It was moved', moved), asks: 'starts-at' },
  ],
}

/** To its new hour where that is known; else it is off, and asks to be arranged anew. */
function moved(meeting: Meeting, said: Said | undefined): readonly Command[] {
  if (!said?.startsAt) return [{ command: 'CancelMeeting', meeting: meeting.id, cancelledBy: 'client' }]
  const length = Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)
  const endsAt = new Date(Date.parse(said.startsAt) + length).toISOString()
  const { id, contacts, title } = meeting
  return [{ command: 'BookMeeting', meeting: id, startsAt: said.startsAt, endsAt, contacts: [...contacts], title }]
}

function outcome(
  word: string,
  label: string,
  commands: (meeting: Meeting, said: Said | undefined) => readonly Command[],
): PlayOutcome {
  return {
    word,
    label,
    commands: (task: Task, engagement: Engagement, said?: Said) => {
      const meeting = meetingOf(task, engagement)
      return meeting ? commands(meeting, said) : []
    },
  }
}

const sentence = (situation: Situation, meeting: Meeting): string => {
  const people = meeting.contacts.flatMap(id => contactById(situation, id) ?? [])
  const noun = meetingNoun(meeting.title)
  const who = list(people.map(person => called(situation, person)))
  const when = `${dayOf(situation, meeting.startsAt)} at ${timeOfDay(meeting.startsAt, situation.calendar)}`
  return `Your ${noun}${who ? ` with ${who}` : ''} was set for ${when}.`
}
