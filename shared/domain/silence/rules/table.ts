import { keepInTouch, noExpectation, reasonAsked, revisit, whoFollows } from './afterwards.ts'
import {
  decideAfterLadder,
  decideAgain,
  nobodyToCall,
  ownTheBall,
  slowProcess,
  throughTheIntroducer,
} from './ladder.ts'
import type { Rule } from './rule.ts'
import { askAboutHr, tension } from './tension.ts'
import { firstContact, meetingOver, nothingOutbound, ourTurn, windowLapsed } from './windows.ts'

/**
 * The rules of silence, one a row, in the order and words of the design's table. `while` says when a row is asked at
 * all: an unreported meeting silences every other play, and nothing but the revisit is due in a pause or after closing.
 */
export type Row = {
  readonly row: string
  readonly while: 'open' | 'meeting-unreported' | 'paused-or-closed'
  readonly rule: Rule
}

export const table: readonly Row[] = [
  { row: 'the reply window, agreed next step or day named has lapsed', while: 'open', rule: windowLapsed },
  { row: 'opened live, and nothing outbound yet', while: 'open', rule: nothingOutbound },
  { row: 'first contact, never answered', while: 'open', rule: firstContact },
  { row: 'meeting over, nothing heard', while: 'meeting-unreported', rule: meetingOver },
  { row: 'own the dropped ball', while: 'open', rule: ownTheBall },
  { row: 'after owning it, no return: through the introducer', while: 'open', rule: throughTheIntroducer },
  { row: 'then participate or disengage', while: 'open', rule: decideAfterLadder },
  { row: 'participate begins a new window, whose lapse asks again', while: 'open', rule: decideAgain },
  { row: 'the contact who went dark has left or asked to be left alone', while: 'open', rule: nobodyToCall },
  { row: 'our turn; a meeting that we missed or cancelled; backed away', while: 'open', rule: ourTurn },
  { row: 'tension: the hiring manager, then clear the air', while: 'open', rule: tension },
  { row: "hiring manager spoken to twice since HR's last word", while: 'open', rule: askAboutHr },
  { row: 'slow process stated', while: 'open', rule: slowProcess },
  { row: 'no expectation set', while: 'open', rule: noExpectation },
  { row: 'somebody answered after a silence', while: 'open', rule: reasonAsked },
  { row: 'a contact has left', while: 'open', rule: whoFollows },
  { row: 'revisit', while: 'paused-or-closed', rule: revisit },
  { row: 'nothing owed for thirty days', while: 'open', rule: keepInTouch },
]
