import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnRotationSchedule, Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Use } from './function.ts'

/** The HTTP side: pages for people who press a button in a mail, and the API for other programs. */
export class Web extends Construct {
  readonly api: HttpApi
  private readonly linkSecret: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { description: 'Relight: pages and API', createDefaultStage: false })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // One recruiter presses a few buttons a day; whoever guesses at tokens is slowed down.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'Access', {
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // A route is named by its pattern: links, sign-ins and calendar feeds have their secrets in the path.
        format: AccessLogFormat.custom(
          '$context.identity.sourceIp [$context.requestTime] "$context.routeKey" $context.status $context.responseLength $context.requestId',
        ),
      },
    })
    this.linkSecret = new Secret(this, 'LinkSecret', {
      description: 'Signs the links in the mail that Relight sends',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
  }

  get url(): string {
    return this.api.apiEndpoint
  }

  /** Makes and checks the signed links in mail. */
  get links(): Use {
    return {
      environment: { PUBLIC_URL: this.url, LINK_SECRET_ARN: this.linkSecret.secretArn },
      allow: [{ actions: ['secretsmanager:GetSecretValue'], resources: [this.linkSecret.secretArn] }],
    }
  }

  /** Makes a new secret and puts it in force. */
  get secretRotated(): Use {
    const actions = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage']
    return {
      environment: {},
      allow: [{ actions: actions.map(action => `secretsmanager:${action}`), resources: [this.linkSecret.secretArn] }],
    }
  }

  /** Links and sessions last thirty days, and the secret before the present one is believed: nobody is logged out. */
  rotatedBy(rotate: LambdaFunction): void {
    rotate.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
    })
    const schedule = new CfnRotationSchedule(this, 'Rotation', {
      secretId: this.linkSecret.secretArn,
      rotationLambdaArn: rotate.functionArn,
      rotationRules: { automaticallyAfterDays: 60 },
      rotateImmediatelyOnUpdate: false,
    })
    // Secrets Manager tries the function before it takes the schedule.
    schedule.node.addDependency(rotate)
  }

  servedBy({ pages, api }: { pages: LambdaFunction; api: LambdaFunction }): void {
    const timeout = Duration.seconds(29)
    const toApi = new HttpLambdaIntegration('ToApi', api, { timeout })
    const toPages = new HttpLambdaIntegration('ToPages', pages, { timeout })
    this.api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: toApi })
    for (const path of ['/openapi.json', '/events.json', '/api-reference', '/api-reference/{proxy+}'])
      this.api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.HEAD], integration: toApi })
    new HttpRoute(this, 'Pages', { httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration: toPages })
  }
}
