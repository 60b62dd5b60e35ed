import type { Reason } from '../vocabulary.ts'
import { called, contactById, dayOf, lastFromThem, name } from './facts.ts'
import { line } from './line.ts'
import { letGo } from './outcomes.ts'
import type { Play, PlayOutcome } from './play.ts'

/** They answered after a silence: why it was is asked for once, since each reason leads on differently. */
export const askTheReason: Play = {
  name: 'ask-the-reason',
  title: 'Ask the reason',
  for: 'recruiter',
  shape: 'line',
  channels: [],
  sheet: situation => {
    const last = lastFromThem(situation)
    const since = last ? ` since ${dayOf(situation, last.at)}` : ''
    // Anybody's word ends the silence; who was quiet is not always who is back.
    const other = last && 'contact' in last && last.contact !== situation.contact?.id ? last.contact : undefined
    const back = contactById(situation, other)
    return line(
      back
        ? `${called(situation, back)} is back${since}, after a silence of ${name(situation)}'s. Do you know what it was?`
        : `${name(situation)} is back${since}, after a silence. Do you know what it was?`,
    )
  },
  outcomes: [
    { ...reason('frozen', 'opening-frozen', 'The opening was frozen'), asks: 'revisit-on' },
    reason('not-allowed', 'recruiters-not-allowed', 'No agencies allowed'),
    { ...reason('found', 'candidate-identified', 'They found somebody'), asks: 'revisit-on' },
    reason('flooded', 'flooded', 'They were swamped'),
    reason('our-mistake', 'our-mistake', 'A mistake of mine'),
    reason('other', 'other', 'Something else'),
    { ...letGo, label: 'I do not know' },
  ],
}

function reason(word: string, learned: Reason, label: string): PlayOutcome {
  return {
    word,
    label,
    commands: (task, _engagement, said) => [
      {
        command: 'LearnReason',
        reason: learned,
        ...(task.contact ? { contact: task.contact } : {}),
        ...(said?.words ? { detail: said.words } : {}),
        ...(said?.revisitOn ? { revisitOn: said.revisitOn } : {}),
      },
    ],
  }
}
