import { readForward } from '../../../shared/mail/read/forward.ts'
import { htmlToText } from '../../../shared/mail/read/html.ts'
import { writtenAnswers } from '../../../shared/mail/read/reply.ts'
import { MANY } from '../../support/mail/lengths.ts'
import type { Row } from './table.ts'

/** How long a million characters of each kind take, and how much longer four times as many: 4 is a straight line. */
export const measureLengths = (): readonly Row[] => {
  const read = (text: string) => {
    readForward(text, { zone: 'UTC', subject: 'Fwd: x' })
    writtenAnswers(text)
  }
  const times = MANY.map(([name, unit]) => {
    const text = (length: number) => `Left vm.\n\n${unit.repeat(Math.ceil(length / unit.length))}`
    const [million, quarter] = [least(() => read(text(1_000_000))), least(() => read(text(250_000)))]
    // A few milliseconds every run takes for itself.
    return { name, million, ratio: (million + 5) / (quarter + 5) }
  })
  const html = `<p>${'<b>a</b> '.repeat(3_000_000)}`
  const capped = least(() => void htmlToText(html))
  const slowest = times.reduce((one, other) => (other.million > one.million ? other : one))
  const steepest = times.reduce((one, other) => (other.ratio > one.ratio ? other : one))
  return [
    {
      name: `1,000,000 characters, slowest: ${slowest.name}`,
      value: `${slowest.million.toFixed(0)} ms`,
      goal: '≤ 1000 ms',
      reached: slowest.million <= 1000,
    },
    {
      name: `four times as long, steepest: ${steepest.name}`,
      value: `${steepest.ratio.toFixed(1)} times`,
      goal: 'linear: about 4',
      reached: steepest.ratio < 8,
    },
    {
      name: 'HTML of 24,000,000 characters',
      value: `${capped.toFixed(0)} ms`,
      goal: '≤ 2000 ms',
      reached: capped <= 2000,
    },
  ]
}

/** Milliseconds of the processor, since other programs may hold it meanwhile; the least of five runs. */
const least = (work: () => void): number =>
  Math.min(
    ...[1, 2, 3, 4, 5].map(() => {
      const start = process.cpuUsage()
      work()
      return process.cpuUsage(start).user / 1000
    }),
  )
