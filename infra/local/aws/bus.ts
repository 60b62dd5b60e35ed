import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Clock, instant } from '../clock.ts'
import type { Service } from '../door.ts'
import type { Functions } from '../functions.ts'
import type { Resource, Site } from '../template.ts'
import { answerJson, failJson, jsonOf, targetOf } from './protocols.ts'
import type { Queues } from './queues.ts'

/** EventBridge: buses whose rules hand on what matches their pattern. */

export type BusEvent = {
  readonly source: string
  readonly 'detail-type': string
  readonly detail: unknown
}

export type Target = { readonly arn: string; readonly retries: number; readonly deadLetters: string | undefined }

export type Bus = Service & {
  /** Puts an event on a bus; resolves when every target of a matching rule has been given it. */
  readonly put: (bus: string, event: BusEvent) => Promise<void>
}

const Rule = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()),
  Targets: z.array(
    z.object({
      Arn: z.string(),
      RetryPolicy: z.object({ MaximumRetryAttempts: z.int().default(185) }).default({ MaximumRetryAttempts: 185 }),
      DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
    }),
  ),
})

const Entry = z.object({
  EventBusName: z.string().default('default'),
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
})

/** `deliver` resolves when the target has the event, or it has been set aside; `later` counts what nobody waits for. */
export const openBus = (
  resources: readonly Resource[],
  site: Site,
  clock: Clock,
  deliver: (target: Target, event: unknown) => Promise<void>,
  later: (doing: () => Promise<void>) => void,
): Bus => {
  const rules = resources
    .filter(({ type }) => type === 'AWS::Events::Rule')
    .map(({ properties }) => Rule.parse(properties))

  const put = async (bus: string, event: BusEvent): Promise<void> => {
    const whole = {
      version: '0',
      id: randomUUID(),
      account: site.account,
      time: instant(Math.floor(clock.time() / 1000) * 1000),
      region: site.region,
      resources: [],
      ...event,
    }
    const matching = rules.filter(
      rule => nameOf(rule.EventBusName) === nameOf(bus) && matches(rule.EventPattern, whole),
    )
    for (const { Targets } of matching)
      for (const { Arn, RetryPolicy, DeadLetterConfig } of Targets)
        await deliver(
          { arn: Arn, retries: RetryPolicy.MaximumRetryAttempts, deadLetters: DeadLetterConfig?.Arn },
          whole,
        )
  }

  return {
    put,
    ask: ({ headers, body }) => ({
      operation: targetOf(headers),
      resource: String(z.array(Entry).catch([]).parse(jsonOf(body)['Entries'])[0]?.EventBusName ?? ''),
    }),
    answer: async ({ operation, body }) => {
      if (operation !== 'PutEvents') return failJson('InternalException', 400, `no ${operation} here`)
      const entries = z.array(Entry).max(10).safeParse(jsonOf(body)['Entries'])
      if (!entries.success) return failJson('ValidationException', 400, z.prettifyError(entries.error))
      for (const { EventBusName, Source, DetailType, Detail } of entries.data)
        later(() => put(EventBusName, { source: Source, 'detail-type': DetailType, detail: JSON.parse(Detail) }))
      return answerJson({ FailedEntryCount: 0, Entries: entries.data.map(() => ({ EventId: randomUUID() })) })
    },
    fail: failJson,
  }
}

/** Invokes a rule's target, tries again at once where it fails, and sets the event aside in the end. */
export const giving =
  (functions: Functions, queues: Queues) =>
  async (target: Target, event: unknown): Promise<void> => {
    for (let left = target.retries; left >= 0; left--) {
      try {
        await functions.invoke(target.arn, event)
        return
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
      }
    }
    if (target.deadLetters) queues.send(target.deadLetters, JSON.stringify(event))
  }

/** A bus is called by its name or its ARN. */
const nameOf = (bus: string): string => bus.split('/').at(-1) ?? bus

/** The part of EventBridge's patterns that this stack uses: lists of exact values and of prefixes, nested. */
export const matches = (pattern: Readonly<Record<string, unknown>>, event: unknown): boolean =>
  Object.entries(pattern).every(([key, wanted]) => {
    const value = (event as Record<string, unknown> | null)?.[key]
    if (!Array.isArray(wanted)) return matches(wanted as Record<string, unknown>, value ?? {})
    const values = Array.isArray(value) ? value : [value]
    return wanted.some(one => values.some(each => allows(one, each)))
  })

const allows = (wanted: unknown, value: unknown): boolean => {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value
  const [[operator, operand] = []] = Object.entries(wanted)
  if (operator === 'prefix') return typeof value === 'string' && value.startsWith(String(operand))
  throw new Error(`the stack on one machine does not know the pattern ${JSON.stringify(wanted)}`)
}
