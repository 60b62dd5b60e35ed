import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, test } from 'vitest'
import { synthesize } from './synth.ts'

/** Findings of AWS's own checks that we accept, each where it stands and why. */
const ACCEPTED: readonly { readonly at: readonly string[]; readonly finding: string; readonly because: string }[] = [
  {
    at: ['EventLog/Changes-dead-letters', 'OutboundMail/Reports-dead-letters', 'PublicEvents/Handovers-dead-letters'],
    finding: 'SQS3',
    because: 'They are dead-letter queues: of a stream and of rules, which the check does not look at.',
  },
  {
    at: ['InboundMail/Raw'],
    finding: 'S1',
    because: 'One service writes and one function reads; each message read is in the log with its object.',
  },
  {
    at: ['InboundMail/adopt-receipt-rule-role'],
    finding: 'IAM5[Resource::*]',
    because: 'SES has no resource names for receipt rules and their sets.',
  },
  {
    at: ['inbound-role', 'pages-role'],
    finding: 'IAM5[Resource::<InboundMailRaw19EDA14A.Arn>/*]',
    because: 'Whatever has arrived may have to be read, and shown to whom it came for.',
  },
  {
    at: [
      'InboundMail/adopt-receipt-rule-provider/framework-onEvent/ServiceRole',
      'Founding/found-provider/framework-onEvent/ServiceRole',
    ],
    finding: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    because: "CDK's provider framework brings its own role; it runs at deployments only.",
  },
  {
    at: ['InboundMail/adopt-receipt-rule-provider/framework-onEvent/ServiceRole/DefaultPolicy'],
    finding: 'IAM5[Resource::<InboundMailadoptreceiptruleA4193A2B.Arn>:*]',
    because: 'CDK allows every version of the one function.',
  },
  {
    at: ['Founding/found-provider/framework-onEvent/ServiceRole/DefaultPolicy'],
    finding: 'IAM5[Resource::<Foundingfound11FFFB7F.Arn>:*]',
    because: 'CDK allows every version of the one function.',
  },
  {
    at: ['SchedulerRoleForTarget-e0cd1a/DefaultPolicy'],
    finding: 'IAM5[Resource::<sweepD7957AFE.Arn>:*]',
    because: 'CDK allows every version of the one function.',
  },
  {
    at: [
      'Web/Api/ANY--api--{proxy+}',
      ...['openapi.json', 'events.json', 'api-reference', 'api-reference--{proxy+}'].flatMap(path => [
        `Web/Api/GET--${path}`,
        `Web/Api/HEAD--${path}`,
      ]),
      'Web/Pages',
    ],
    finding: 'APIG4',
    because: 'The API checks bearer tokens and pages check signed links themselves; its description is public.',
  },
]

test("AWS's own checks find nothing that is not accepted here with its reason", () => {
  const { app, stack } = synthesize()
  for (const { at, finding, because } of ACCEPTED)
    for (const path of at)
      Validations.of(constructAt(stack, path)).acknowledge({ id: `AwsSolutions-${finding}`, reason: because })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

  expect(() => app.synth({ force: true })).not.toThrow()
}, 60_000)

const constructAt = (stack: ReturnType<typeof synthesize>['stack'], path: string) => {
  const found = stack.node.findAll().find(({ node }) => node.path === `Relight/${path}`)
  return found ?? expect.fail(`nothing stands at ${path}`)
}
