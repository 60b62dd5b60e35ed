import { Match, type Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CloudFormationResource, synthesize } from './synth.ts'

let template: Template
let resources: Readonly<Record<string, CloudFormationResource>>
beforeAll(() => {
  ;({ template, resources } = synthesize())
}, 60_000)

const idOf = (type: string, properties: object = {}): string => {
  const [id, ...others] = Object.keys(template.findResources(type, { Properties: properties }))
  expect(others).toEqual([])
  return id ?? expect.fail(`no ${type}`)
}
const idMatching = (type: string, name: RegExp): string =>
  Object.keys(template.findResources(type)).find(id => name.test(id)) ?? expect.fail(`no ${type} ${name}`)
const functionId = (verb: string): string => idOf('AWS::Lambda::Function', { Description: `Relight: ${verb}` })
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })

describe('the stack is the picture', () => {
  test('the log is keyed by stream and position, kept, recoverable, and streams both images', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        KeySchema: [
          { AttributeName: 'stream', KeyType: 'HASH' },
          { AttributeName: 'position', KeyType: 'RANGE' },
        ],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    })
  })

  test('the views have a sparse index of who is due, that carries keys only', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        GlobalSecondaryIndexes: [
          Match.objectLike({
            IndexName: 'due',
            KeySchema: [
              { AttributeName: 'dueShard', KeyType: 'HASH' },
              { AttributeName: 'dueAt', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          }),
        ],
        Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
      },
    })
  })

  test('every quarter hour, in UTC, the sweep is told the scheduled time', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0/15 * * * ? *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      Target: Match.objectLike({
        Arn: arnOf(functionId('sweep')),
        Input: '{"now":"<aws.scheduler.scheduled-time>"}',
      }),
    })
  })

  test('a hint that a morning is due is worth nothing after a quarter of an hour', () => {
    const hints = idOf('AWS::SQS::Queue', { MessageRetentionPeriod: 900 })
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: arnOf(hints),
      FunctionName: { Ref: functionId('morning') },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('inbound mail is stored, announced, queued and read; then no other rule sees it', () => {
    const bucket = idOf('AWS::S3::Bucket')
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        Recipients: [{ 'Fn::Join': ['', ['in.', { Ref: 'Domain' }]] }],
        Actions: [
          { S3Action: { BucketName: { Ref: bucket }, TopicArn: { Ref: Match.stringLikeRegexp('Arrived') } } },
          { StopAction: { Scope: 'RuleSet' } },
        ],
      },
    })
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      TopicArn: { Ref: Match.stringLikeRegexp('Arrived') },
      Endpoint: { 'Fn::GetAtt': [Match.stringLikeRegexp('^InboundMailNotes'), 'Arn'] },
    })
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^InboundMailNotes'), 'Arn'] },
      FunctionName: { Ref: functionId('inbound') },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('the bucket of raw mail is closed, encrypted, kept, and refuses plain HTTP', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    })
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    })
  })

  test('the log is projected from its stream; what fails is halved, tried and set aside', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^EventLogTable'), 'StreamArn'] },
      FunctionName: { Ref: functionId('project') },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test("SES's own reports reach mail-events over the default bus", () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: Match.objectLike({
        MatchingEventTypes: Match.arrayWith(['send', 'delivery', 'bounce', 'complaint']),
        EventBridgeDestination: Match.anyValue(),
      }),
    })
    template.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: 'default',
      EventPattern: Match.objectLike({ source: ['aws.ses'] }),
      Targets: [Match.objectLike({ Arn: arnOf(functionId('mail-events')), DeadLetterConfig: Match.anyValue() })],
    })
  })

  test('that an account was handed over reaches hand-over, over the bus that others listen to', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: { Ref: Match.stringLikeRegexp('^PublicEventsBus') },
      EventPattern: { source: ['relight'], 'detail-type': ['relight.engagement.handed-over.v1'] },
      Targets: [Match.objectLike({ Arn: arnOf(functionId('hand-over')), DeadLetterConfig: Match.anyValue() })],
    })
  })

  test.each([
    ['hand-over', /^PublicEventsHandoversdeadletters/],
    ['mail-events', /^OutboundMailReportsdeadletters/],
  ])('what %s fails at is set aside where what never reached it is: the bus hears of neither', (verb, queue) => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: functionId(verb) },
      DestinationConfig: { OnFailure: { Destination: arnOf(idMatching('AWS::SQS::Queue', queue)) } },
    })
  })

  test('the API and its description go to api, everything else to pages', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'))
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration')
    const led = routes.map(({ Properties: { RouteKey, Target } }) => {
      const [, [, { Ref }]] = Target['Fn::Join']
      return [RouteKey, integrations[Ref]?.['Properties'].IntegrationUri]
    })
    expect(Object.fromEntries(led)).toEqual({
      'ANY /api/{proxy+}': arnOf(functionId('api')),
      ...Object.fromEntries(
        ['/openapi.json', '/events.json', '/api-reference', '/api-reference/{proxy+}'].flatMap(path =>
          ['GET', 'HEAD'].map(method => [`${method} ${path}`, arnOf(functionId('api'))]),
        ),
      ),
      $default: arnOf(functionId('pages')),
    })
  })

  test('the access log names routes and never paths, in which links and calendar feeds have their secrets', () => {
    const stages = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))
    const formats = stages.map(({ Properties }) => Properties.AccessLogSettings.Format)
    expect(formats).toEqual([expect.stringContaining('$context.routeKey')])
    expect(formats).not.toEqual([expect.stringMatching(/path|query|header/i)])
  })

  test('whoever asks without end is slowed down before a function is called', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    })
  })

  test('the secret of links and sessions is rotated, no sooner than they are over', () => {
    template.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      RotationLambdaARN: arnOf(functionId('rotate')),
      RotationRules: { AutomaticallyAfterDays: 60 },
    })
  })

  test('every queue that a function reads sets failures aside, for two weeks', () => {
    const queues = template.findResources('AWS::SQS::Queue')
    const read = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
      .map(({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0] as string)
      .filter(id => id in queues)
    expect(read).toHaveLength(2)
    for (const id of read) {
      const [setAside] = queues[id]?.['Properties'].RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'] ?? []
      expect(queues[setAside]?.['Properties'].MessageRetentionPeriod).toBe(14 * 24 * 3600)
    }
  })

  test('whatever is set aside rings an alarm, and so do failing functions and a changed log', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)
    const setAside = alarms.filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    const deadLetters = Object.keys(resources).filter(id => /deadletters[0-9A-F]{8}$/.test(id))
    expect(setAside.map(({ Dimensions: [{ Value }] }) => Value['Fn::GetAtt'][0]).toSorted()).toEqual(
      deadLetters.toSorted(),
    )
    expect(alarms.filter(({ MetricName }) => MetricName === 'Errors')).toHaveLength(7)
    expect(alarms.filter(({ MetricName }) => MetricName === '5xx')).toMatchObject([{ Statistic: 'Sum', Threshold: 3 }])
    expect(alarms.filter(({ MetricName }) => MetricName === 'LogTampered')).toHaveLength(1)
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.message.code = "log-changed" }',
      LogGroupName: { Ref: Match.stringLikeRegexp('^projectlog') },
    })
  })

  test('functions run on Node 24 and arm64, and their logs do not pile up', () => {
    const ours = Object.values(
      template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'handler.handler' } }),
    )
    expect(ours).toHaveLength(11)
    for (const { Properties } of ours)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    for (const { Properties } of Object.values(template.findResources('AWS::Logs::LogGroup')))
      expect(Properties.RetentionInDays).toBe(30)
  })
})

describe('permissions are narrow', () => {
  type Statement = { readonly Effect: string; readonly Action: string | string[]; readonly Resource: unknown }
  const listed = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value])

  /** What the roles of functions allow. */
  const statements = (): [role: string, statement: Statement][] =>
    Object.entries(resources).flatMap(([id, { Type, Properties }]) => {
      const documents =
        Type === 'AWS::IAM::Policy'
          ? [Properties['PolicyDocument']]
          : Type === 'AWS::IAM::Role'
            ? listed(Properties['Policies'] ?? []).map(policy => (policy as { PolicyDocument: unknown }).PolicyDocument)
            : []
      return documents.flatMap(document =>
        (document as { Statement: Statement[] }).Statement.map((statement): [string, Statement] => [id, statement]),
      )
    })

  test('no role allows a whole service or everything in it', () => {
    for (const [, { Action }] of statements()) for (const action of listed(Action)) expect(action).not.toContain('*')
  })

  test('nobody may change or remove what is in the log, and who puts there can do nothing more', () => {
    const log = idOf('AWS::DynamoDB::GlobalTable', { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } })
    const onLog = statements().filter(([, { Resource }]) => JSON.stringify(Resource).includes(`"${log}","Arn"`))
    const actions = new Set(onLog.flatMap(([, { Action }]) => listed(Action)))
    expect(actions).toEqual(new Set(['dynamodb:Query', 'dynamodb:PutItem']))
  })

  test('only project and morning write the views, and the sweep sees nothing but the index', () => {
    const views = idOf('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: Match.anyValue() } as object)
    const onViews = statements().filter(([, { Resource }]) => JSON.stringify(Resource).includes(`"${views}"`))
    const writers = onViews.filter(([, { Action }]) => listed(Action).some(action => /Put|Update/.test(action)))
    expect(new Set(writers.map(([role]) => role.replace(/role.*/, '')))).toEqual(new Set(['project', 'morning']))
    const sweeps = onViews.filter(([role]) => role.startsWith('sweep'))
    expect(sweeps.map(([, { Resource }]) => JSON.stringify(Resource))).toEqual([expect.stringContaining('/index/due')])
  })

  test('a wildcard resource stands only where the service names none: the receipt rules of a region', () => {
    const wild = statements().filter(([, { Resource }]) => listed(Resource).includes('*'))
    expect(wild.map(([role]) => role.replace(/role.*/, ''))).toEqual(['InboundMailadoptreceiptrule'])
    expect(wild.flatMap(([, { Action }]) => listed(Action)).every(action => action.startsWith('ses:'))).toBe(true)
  })
})
