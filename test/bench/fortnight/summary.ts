import type { Fortnight } from './simulate.ts'

/** The numbers to hold: of all tasks raised, those that should not have come; and the fullest later morning. */
export const summary = ({ days }: Fortnight) => {
  const raised = days.flatMap(({ tasks }) => tasks).filter(task => task.isNew)
  const wrong = raised.filter(task => task.wrong)
  return {
    raised: raised.length,
    wrong: wrong.length,
    share: wrong.length / raised.length,
    firstMorning: days[0]?.tasks.length ?? 0,
    most: Math.max(...days.slice(1).map(({ tasks }) => tasks.length)),
    /** What should have come and did not. */
    overlooked: days.flatMap(day => day.overlooked.map(line => `${day.date} ${line}`)),
    /** Wrong although everything had been told: the product's own mistakes. */
    inexcusable: days.flatMap(({ date, tasks }) =>
      tasks
        .filter(task => task.wrong && !task.wrong.untold)
        .map(task => `${date} ${task.play} ${task.account}: ${task.wrong?.why}`),
    ),
  }
}
