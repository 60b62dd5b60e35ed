import {
  CreateReceiptRuleCommand,
  DeleteReceiptRuleCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
  UpdateReceiptRuleCommand,
} from '@aws-sdk/client-ses'
import * as z from 'zod'

/** What CloudFormation's provider framework hands on at deployment. */
const Deployment = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResourceProperties: z.object({ RuleSet: z.string(), Rule: z.string() }),
})
type Ours = z.infer<typeof Deployment>['ResourceProperties']

const ses = new SESClient({})

/**
 * A region has one active rule set. Where there is none, ours becomes active; where there is another, our rule is
 * copied to its head, where it takes our own recipients and leaves all others to the rules after it.
 */
export const handler = async (event: unknown): Promise<{ PhysicalResourceId: string }> => {
  const { RequestType, ResourceProperties: ours } = Deployment.parse(event)
  const { Metadata, Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}))
  const active = Metadata?.Name
  const copied = Rules.some(rule => rule.Name === ours.Rule)
  if (RequestType === 'Delete') await abandon(ours, active, copied)
  else await adopt(ours, active, copied)
  return { PhysicalResourceId: ours.Rule }
}

const adopt = async (ours: Ours, active: string | undefined, copied: boolean): Promise<void> => {
  if (active === ours.RuleSet) return
  if (!active) {
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours.RuleSet }))
    return
  }
  const { Rule } = await ses.send(new DescribeReceiptRuleCommand({ RuleSetName: ours.RuleSet, RuleName: ours.Rule }))
  const copy = { RuleSetName: active, Rule }
  await ses.send(copied ? new UpdateReceiptRuleCommand(copy) : new CreateReceiptRuleCommand(copy))
}

/** CloudFormation then deletes our own set, which must not be active any more. */
const abandon = async (ours: Ours, active: string | undefined, copied: boolean): Promise<void> => {
  if (active === ours.RuleSet) await ses.send(new SetActiveReceiptRuleSetCommand({}))
  else if (active && copied) await ses.send(new DeleteReceiptRuleCommand({ RuleSetName: active, RuleName: ours.Rule }))
}
