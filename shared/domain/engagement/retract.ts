import type { Draft } from './draft.ts'
import { type Engagement, openTasks, type Task } from './state.ts'

/** Taking back what was recorded by mistake: the log keeps both, and what follows is as if it had never been said. */

/** A play is open with a person once: what was raised again since stands for the task that was settled. */
export const mayReopen = (state: Engagement, task: Task): boolean =>
  task.settled !== undefined &&
  !openTasks(state).some(other => other.play === task.play && other.contact === task.contact)

/** All that a command, or the commands of one press, recorded and that still stands; nothing where none of it does. */
export const retractPress = (press: string, state: Engagement): readonly Draft[] =>
  state.facts
    .filter(({ command }) => command === press || command.startsWith(`${press}.`))
    .flatMap((fact): Draft[] => {
      switch (fact.type) {
        case 'EngagementOpened':
        case 'TouchpointRetracted':
        case 'TaskReopened':
          return []
        case 'TouchpointLogged':
          return [{ type: 'TouchpointRetracted', touchpoint: fact.touchpoint }]
        case 'ContactAdded':
          return [{ type: 'ContactRetracted', contact: fact.contact }]
        case 'TaskSettled': {
          const task = state.tasks.find(({ settled }) => settled?.position === fact.position)
          if (!task || !mayReopen(state, task)) return []
          // What was let go counts as tried: reopened it still would, so that is taken back itself.
          return fact.touchpoint
            ? [{ type: 'TaskReopened', task: fact.task }]
            : [{ type: 'FactRetracted', fact: fact.position }]
        }
        default:
          return [{ type: 'FactRetracted', fact: fact.position }]
      }
    })
