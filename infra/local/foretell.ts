import type { Arrival } from './mail-in.ts'
import type { Stack } from './stack.ts'

export const foretell = async (_stack: Stack, _arrival: Arrival): Promise<unknown> => ({ status: 'nothing' })
