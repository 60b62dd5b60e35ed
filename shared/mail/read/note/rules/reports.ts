import type { CommandOf } from '../../../../domain/engagement/commands.ts'
import type { ContactId } from '../../../../domain/vocabulary.ts'
import { type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene } from '../scene.ts'
import { certainPeople } from '../who.ts'
import { meetingOf } from './meeting-of.ts'
import { openTasks } from './tasks-meant.ts'

/** What became of the meeting that a task asks about: "held", "they missed it". */

const meetingAnswer =
  (command: (meeting: CommandOf<'RecordMeetingHeld'>['meeting'], who: ContactId | undefined) => Reads['command']) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const named = match.who ?? scene.clause.about?.people ?? scene.clause.units.find(unit => unit.people)
    const aboutSomebody = named ?? scene.clauses.some(({ units }) => units.some(unit => unit.people))
    if (scene.tasks.length === 0 && (aboutSomebody || scene.clause.units.some(unit => unit.when))) return undefined
    const asked = scene.tasks.length > 0 ? scene.tasks : openTasks(scene)
    const reports = asked.filter(({ task }) => task.play === 'report-the-meeting')
    const [only] = reports
    if (!only || reports.length > 1) return undefined
    const meeting = meetingOf(only.row, scene.occasion.sentAt)
    const [who] = certainPeople(scene, match.who).filter(({ row }) => row === only.row)
    return meeting && [{ row: only.row, command: command(meeting.id, who?.contact.id), at: meeting.startsAt }]
  }

export const reportRules: readonly Rule[] = [
  {
    name: 'what became of the meeting: held',
    group: 'answer',
    alone: true,
    says: phrases(
      '^ WHO? held',
      '^ it|meeting|call? happened|went_ahead|took_place',
      '^ we met $',
      '^ yes .. held|happened',
    ),
    reads: meetingAnswer(meeting => ({ command: 'RecordMeetingHeld', meeting })),
  },
  {
    name: 'what became of the meeting: missed by us',
    group: 'answer',
    alone: true,
    says: phrases(
      '^ i|we missed it|that|$',
      '^ was? missed by us|me',
      '^ we did_not_make_it|forgot',
      '^ our fault|miss',
    ),
    reads: meetingAnswer(meeting => ({ command: 'RecordMeetingMissed', meeting, missedBy: 'us' })),
  },
  {
    name: 'what became of the meeting: missed by them',
    group: 'answer',
    alone: true,
    evenDenied: true,
    says: phrases(
      '^ missed it? $',
      '^ was? missed by them|her|him|client',
      '^ they|WHO missed it? $',
      '^ no_show',
      '^ no_showed',
      '^ they|WHO? did not show|turn_up|join|show_up',
    ),
    reads: meetingAnswer((meeting, who) => ({
      command: 'RecordMeetingMissed',
      meeting,
      missedBy: 'client',
      ...(who ? { contact: who } : {}),
    })),
  },
]
