import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { buildSync } from 'esbuild'

/** What a function may use: the environment that names it and the permission for it, so that neither is forgotten. */
export type Use = {
  readonly environment: Readonly<Record<string, string>>
  readonly allow: readonly { readonly actions: string[]; readonly resources: string[] }[]
}

export type FunctionOptions = {
  readonly uses: readonly Use[]
  /** Default 30 seconds. */
  readonly timeout?: Duration
  /** In MB, and with it the share of a processor. Default 512. */
  readonly memory?: number
}

/** The function that lies in `functions/VERB/handler.ts`, with a role that may do what it uses and nothing else. */
export const createFunction = (scope: Construct, verb: string, options: FunctionOptions): LambdaFunction => {
  const logGroup = new LogGroup(scope, `${verb}-log`, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const writesItsLog = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  })
  const statements = options.uses
    .flatMap(use => use.allow)
    .map(({ actions, resources }) => new PolicyStatement({ actions, resources }))
  return new LambdaFunction(scope, verb, {
    description: `Relight: ${verb}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(bundle(verb)),
    handler: 'handler.handler',
    timeout: options.timeout ?? Duration.seconds(30),
    memorySize: options.memory ?? 512,
    environment: Object.assign({}, ...options.uses.map(use => use.environment)),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    role: new Role(scope, `${verb}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { uses: new PolicyDocument({ statements: [writesItsLog, ...statements] }) },
    }),
  })
}

/**
 * In this process rather than by NodejsFunction, which starts a shell and npx for each function: eleven of them take
 * ten seconds, and every start of the stack on one machine would wait for them. Resolving the modules' ESM sources
 * first and writing CommonJS halves what a cold start takes to load; the runtime's own SDK is neither pinned nor faster.
 */
const bundle = (verb: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `relight-${verb}-`))
  buildSync({
    entryPoints: [join(import.meta.dirname, '../../functions', verb, 'handler.ts')],
    outfile: join(folder, 'handler.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'warning',
  })
  return folder
}
