import { CustomResource, Duration } from 'aws-cdk-lib'
import { Provider } from 'aws-cdk-lib/custom-resources'
import type { Construct } from 'constructs'
import { createFunction, type Use } from './function.ts'

export type CustomResourceOptions = {
  readonly properties: Readonly<Record<string, string>>
  readonly uses: readonly Use[]
}

/** What CloudFormation cannot do itself, done at deployment by the function of that name. */
export const createCustomResource = (
  scope: Construct,
  verb: string,
  options: CustomResourceOptions,
): CustomResource => {
  const onEventHandler = createFunction(scope, verb, { uses: options.uses, timeout: Duration.minutes(1) })
  const { serviceToken } = new Provider(scope, `${verb}-provider`, { onEventHandler })
  return new CustomResource(scope, `${verb}-result`, { serviceToken, properties: options.properties })
}
