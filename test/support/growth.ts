/**
 * How much longer work on four times as much takes: about 4 where it grows as its input does, 16 where it grows with
 * the square. Counted in the processor's time of this thread, so that a busy machine changes nothing.
 */
export const growth = (work: (length: number) => unknown, length = 50_000): number => {
  const cost = (of: number): number =>
    5000 +
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.threadCpuUsage()
        work(of)
        const { user, system } = process.threadCpuUsage(before)
        return user + system
      }),
    )
  return cost(4 * length) / cost(length)
}

/** Above what work has that grows as its input does, and below what grows with the square. */
export const LINEAR = 10
