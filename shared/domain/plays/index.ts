import type { PlayName } from '../silence/assessment.ts'
import { answerThem } from './answer-them.ts'
import { askAboutHr } from './ask-about-hr.ts'
import { askTheHiringManager } from './ask-the-hiring-manager.ts'
import { askTheReason } from './ask-the-reason.ts'
import { askWhoFollows } from './ask-who-follows.ts'
import { callAndWrite } from './call-and-write.ts'
import { clearTheAir } from './clear-the-air.ts'
import { goThroughTheIntroducer } from './go-through-the-introducer.ts'
import { keepInTouch } from './keep-in-touch.ts'
import { ownTheDroppedBall } from './own-the-dropped-ball.ts'
import { participateOrDisengage } from './participate-or-disengage.ts'
import type { Play } from './play.ts'
import { reportTheMeeting } from './report-the-meeting.ts'
import { revisit } from './revisit.ts'
import { setExpectations } from './set-expectations.ts'
import { speakToAColleague } from './speak-to-a-colleague.ts'

/** Every play by its name: the only list of them. */
export const plays: Readonly<Record<PlayName, Play>> = {
  'report-the-meeting': reportTheMeeting,
  'speak-to-a-colleague': speakToAColleague,
  'ask-the-hiring-manager': askTheHiringManager,
  'clear-the-air': clearTheAir,
  'own-the-dropped-ball': ownTheDroppedBall,
  'go-through-the-introducer': goThroughTheIntroducer,
  'call-and-write': callAndWrite,
  'answer-them': answerThem,
  'participate-or-disengage': participateOrDisengage,
  revisit,
  'set-expectations': setExpectations,
  'ask-who-follows': askWhoFollows,
  'ask-about-hr': askAboutHr,
  'ask-the-reason': askTheReason,
  'keep-in-touch': keepInTouch,
}

/** The play of a task, where its name is still one of ours. */
export const playNamed = (name: string): Play | undefined =>
  Object.hasOwn(plays, name) ? plays[name as PlayName] : undefined
