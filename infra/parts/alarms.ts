import { CfnOutput, Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export type Watched = {
  readonly deadLetters: Readonly<Record<string, Queue>>
  /** Functions that nobody waits for. */
  readonly functions: readonly LambdaFunction[]
  /** Pages and API: who waits for them is answered that something failed. */
  readonly web: HttpApi
  /** Sees every change of the event log, and logs those that nobody may make. */
  readonly project: LambdaFunction
}

/** What a person must look at. Each alarm goes to one topic, to which whoever runs the stack subscribes. */
export class Alarms extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { enforceSSL: true })
    new CfnOutput(scope, 'AlarmTopic', { value: this.topic.topicArn, description: 'Subscribe to be told of alarms' })
    for (const [name, queue] of Object.entries(watched.deadLetters))
      this.on(`${name} set aside`, queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }))
    for (const failing of watched.functions) this.on(`${failing.node.id} fails`, failing.metricErrors(), 3)
    this.on('pages or API fail', watched.web.metricServerError({ statistic: 'Sum' }), 3)
    this.on('event log tampered with', this.tampering(watched.project))
  }

  private on(id: string, metric: Metric, threshold = 1): void {
    const alarm = new Alarm(this, id, {
      metric: metric.with({ period: Duration.minutes(5) }),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Relight: ${id}`,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
  }

  /** An event is put once and never changed: `project` refuses a MODIFY or REMOVE and says so in its log. */
  private tampering(project: LambdaFunction): Metric {
    const filter = new MetricFilter(this, 'Tampering', {
      logGroup: project.logGroup,
      filterPattern: FilterPattern.stringValue('$.message.code', '=', 'log-changed'),
      metricNamespace: 'Relight',
      metricName: 'LogTampered',
    })
    return filter.metric({ statistic: 'Sum' })
  }
}
