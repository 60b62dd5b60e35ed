/** Counts what is in flight, so that whoever moves the clock can wait until nothing is. */
export type Work = {
  /** Counts a piece of work until it ends, well or badly. */
  readonly track: <Result>(doing: () => Promise<Result>) => Promise<Result>
  readonly inFlight: () => number
  /** Resolves once nothing is in flight. */
  readonly settled: () => Promise<void>
}

export const countWork = (): Work => {
  let inFlight = 0
  let waiting: (() => void)[] = []
  const end = (): void => {
    inFlight--
    if (inFlight > 0) return
    const free = waiting
    waiting = []
    for (const resume of free) resume()
  }
  return {
    track: async doing => {
      inFlight++
      try {
        return await doing()
      } finally {
        end()
      }
    },
    inFlight: () => inFlight,
    settled: async () => {
      // What ended last may have begun something new in the same breath.
      while (inFlight > 0) await new Promise<void>(resolve => waiting.push(resolve))
    },
  }
}
