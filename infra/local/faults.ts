import * as z from 'zod'

/** Which of the coming calls fail, and how. */
export const Fault = z.strictObject({
  service: z.string().min(1),
  operation: z.string().min(1),
  /** The n-th such call from now on; left out, every one. */
  nth: z.int().positive().optional(),
  /** Before the call has had its effect, or after. */
  when: z.enum(['before', 'after']).default('before'),
  /** An error's name as the service gives it; `ECONNRESET`, `TimeoutError`: no answer comes, and nobody knows. */
  error: z.string().min(1).default('InternalServerError'),
})
export type Fault = z.infer<typeof Fault>

export type Met = {
  readonly when: Fault['when']
  readonly error: string
  readonly status: number
  readonly drops: boolean
}

export type Faults = {
  readonly add: (fault: Fault) => void
  readonly clear: () => void
  readonly list: () => readonly Fault[]
  /** The fault that this very call meets. */
  readonly meets: (service: string, operation: string) => Met | undefined
}

/** What a caller sees and no service says: the connection broke, or the answer did not come in time. */
const NO_ANSWER = /^(E[A-Z]+|TimeoutError)$/
const THE_SERVICE_ITSELF = /Internal|Unavailable|Server/

export const createFaults = (): Faults => {
  let faults: { fault: Fault; left: number | undefined }[] = []
  return {
    add: fault => {
      faults.push({ fault, left: fault.nth })
    },
    clear: () => {
      faults = []
    },
    list: () => faults.map(({ fault }) => fault),
    meets: (service, operation) => {
      const aimed = faults.filter(({ fault }) => fault.service === service && fault.operation === operation)
      for (const one of aimed) if (one.left !== undefined) one.left--
      const met = aimed.find(({ left }) => left === undefined || left === 0)
      faults = faults.filter(({ left }) => left === undefined || left > 0)
      if (!met) return undefined
      const { when, error } = met.fault
      return { when, error, status: THE_SERVICE_ITSELF.test(error) ? 500 : 400, drops: NO_ANSWER.test(error) }
    },
  }
}
