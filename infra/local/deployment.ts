import * as z from 'zod'
import type { Functions } from './functions.ts'
import type { Store } from './store.ts'
import { type Resource, type Site, stackId } from './template.ts'

/** Runs the template's custom resources as CloudFormation does: created once, updated where their properties change. */

const PROVIDER = /(.*)-provider\/framework-onEvent$/

const Done = z.object({ properties: z.string(), physicalId: z.string() })

export const deployCustomResources = async (
  resources: readonly Resource[],
  site: Site,
  store: Store,
  functions: Functions,
): Promise<void> => {
  for (const resource of resources) {
    if (resource.type !== 'AWS::CloudFormation::CustomResource') continue
    const { ServiceToken, ...properties } = resource.properties
    const known = Done.optional().parse(store.get(`custom resource ${resource.id}`))
    const wanted = JSON.stringify(properties)
    if (known?.properties === wanted) continue
    const answer = await functions.invoke(handlerBehind(String(ServiceToken), resources), {
      RequestType: known ? 'Update' : 'Create',
      StackId: stackId(site),
      LogicalResourceId: resource.id,
      ResourceProperties: properties,
      ...(known ? { PhysicalResourceId: known.physicalId, OldResourceProperties: JSON.parse(known.properties) } : {}),
    })
    const { PhysicalResourceId: physicalId } = z.object({ PhysicalResourceId: z.string() }).parse(answer)
    store.set(`custom resource ${resource.id}`, { properties: wanted, physicalId })
  }
}

/** The provider framework's function hands on to ours, which lies beside it under the same name. */
const handlerBehind = (serviceToken: string, resources: readonly Resource[]): string => {
  const framework = resources.find(({ id }) => serviceToken.endsWith(`:${id}`))
  const path = PROVIDER.exec(framework?.path ?? '')?.[1]
  const handler = resources.find(resource => resource.type === 'AWS::Lambda::Function' && resource.path === path)
  if (!handler) throw new Error(`no function answers for ${serviceToken}`)
  return handler.id
}
