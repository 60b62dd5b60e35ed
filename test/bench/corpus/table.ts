/** One number of the mail rows, with what it has to be. `reached` is null where nothing is asked of it, or it is absent. */
export type Row = {
  readonly name: string
  readonly value: string
  readonly goal: string
  readonly reached: boolean | null
}

export const verbose = process.argv.includes('--verbose')

export const line = (first: string, ...cells: readonly string[]): string =>
  first.padEnd(34) + cells.map(cell => cell.padStart(11)).join('')

/** A share that has to be at least so much; 0 asks nothing of it. */
export const goal = (name: string, count: number, of: number, least: number): Row => ({
  name,
  value: `${count}/${of} ${((100 * count) / of).toFixed(1)}%`,
  goal: least === 0 ? '' : `≥ ${+(100 * least).toFixed(1)}%`,
  reached: least === 0 ? null : count / of >= least,
})

export const absent = (name: string, why: string): Row => ({ name, value: 'absent', goal: why, reached: null })

export const print = (rows: readonly Row[]): void => {
  for (const { name, value, goal, reached } of rows) {
    const verdict = reached === null ? '' : reached ? 'reached' : 'NOT REACHED'
    console.log(`${name.padEnd(58)}${value.padStart(20)}   ${goal.padEnd(22)}${verdict}`)
  }
}
