import * as z from 'zod'
import type { Service } from '../door.ts'
import type { Store } from '../store.ts'
import type { Resource } from '../template.ts'
import { answerXml, failQuery } from './protocols.ts'

/** SES's older API, for what the newer lacks: which set of receipt rules is active in the region. */

export type ReceiptRules = Service & {
  /** What becomes of mail to an address under the active rules, in order; nothing: nobody takes it. */
  readonly actionsFor: (address: string) => readonly ReceiptAction[]
  /** The domain of the first rule. */
  readonly domain: string
}

export type ReceiptAction = { readonly bucket: string; readonly prefix: string; readonly topic: string | undefined }

const Rule = z.object({
  RuleSetName: z.string(),
  Rule: z.object({
    Enabled: z.boolean().default(true),
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(
      z.object({
        S3Action: z
          .object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default(''), TopicArn: z.string().optional() })
          .optional(),
        StopAction: z.looseObject({}).optional(),
      }),
    ),
  }),
})

const ACTIVE = 'active receipt rule set'

export const openReceiptRules = (store: Store, resources: readonly Resource[]): ReceiptRules => {
  const rules = resources
    .filter(({ type }) => type === 'AWS::SES::ReceiptRule')
    .map(({ properties }) => Rule.parse(properties))

  const actionsFor = (address: string): ReceiptAction[] => {
    const taken: ReceiptAction[] = []
    const active = store.get(ACTIVE)
    for (const { RuleSetName, Rule: rule } of rules) {
      if (RuleSetName !== active || !rule.Enabled || !meant(rule.Recipients, address)) continue
      for (const { S3Action: stored } of rule.Actions)
        if (stored) taken.push({ bucket: stored.BucketName, prefix: stored.ObjectKeyPrefix, topic: stored.TopicArn })
      if (rule.Actions.some(({ StopAction }) => StopAction)) break
    }
    return taken
  }

  const perform = (operation: string, form: URLSearchParams): string | undefined => {
    if (operation === 'DescribeActiveReceiptRuleSet') {
      const active = store.get(ACTIVE)
      return active ? `<Metadata><Name>${active}</Name></Metadata><Rules></Rules>` : ''
    }
    if (operation === 'SetActiveReceiptRuleSet') {
      store.set(ACTIVE, form.get('RuleSetName'))
      return ''
    }
    return undefined
  }

  return {
    actionsFor,
    domain: rules[0]?.Rule.Recipients[0] ?? '',
    ask: ({ body }) => {
      const form = new URLSearchParams(body.toString())
      return { operation: form.get('Action') ?? '', resource: form.get('RuleSetName') ?? '' }
    },
    answer: async ({ operation, body }) => {
      const result = perform(operation, new URLSearchParams(body.toString()))
      if (result === undefined) return failQuery('InvalidAction', 400)
      return answerXml(
        `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
      )
    },
    fail: failQuery,
  }
}

/** A rule's recipient is an address, or a domain that stands for every address at it. */
const meant = (recipients: readonly string[], address: string): boolean => {
  const lower = address.toLowerCase()
  return recipients.length === 0 || recipients.some(one => lower === one || lower.endsWith(`@${one}`))
}
