import { Duration } from 'aws-cdk-lib'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/**
 * A function that a rule of EventBridge calls. The bus is done once Lambda has taken the event, and Lambda drops what
 * the function failed at three times: each of the two sets aside what it could not get rid of.
 */
export const ruleTarget = (called: LambdaFunction, deadLetters: Queue): LambdaTarget => {
  const maxEventAge = Duration.hours(6)
  called.configureAsyncInvoke({ onFailure: new SqsDestination(deadLetters), retryAttempts: 2, maxEventAge })
  return new LambdaTarget(called, { deadLetterQueue: deadLetters, retryAttempts: 8, maxEventAge })
}
