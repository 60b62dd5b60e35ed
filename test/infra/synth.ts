import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { RelightStack } from '../../infra/relight-stack.ts'

const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'))

export type CloudFormationResource = {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
}

/** The stack as `cdk synth` would write it. */
export const synthesize = () => {
  const app = new App({ context })
  const stack = new RelightStack(app, 'Relight')
  const template = Template.fromStack(stack)
  const resources = template.toJSON()['Resources'] as Record<string, CloudFormationResource>
  return { app, stack, template, resources }
}
