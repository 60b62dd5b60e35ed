import * as z from 'zod'

/** Reads a synthesized CloudFormation template as CloudFormation would: parameters and references become values. */

export type Resource = {
  /** Logical id. */
  readonly id: string
  readonly type: string
  /** The construct's path below the stack: `InboundMail/Notes`. */
  readonly path: string
  /** Where the bundle of a function lies, relative to the cloud assembly. */
  readonly asset: string | undefined
  readonly properties: Readonly<Record<string, unknown>>
}

const Template = z.object({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.string().optional() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.object({ 'aws:cdk:path': z.string().default(''), 'aws:asset:path': z.string().optional() }).default({
        'aws:cdk:path': '',
      }),
    }),
  ),
})

export type Site = {
  readonly region: string
  readonly account: string
  /** Base of the queues' URLs. */
  readonly door: string
  /** What the HTTP API is reached by. */
  readonly publicUrl: string
}

/** Throws on a reference to nothing, and on an intrinsic function that this reader does not know. */
export const resolveTemplate = (
  text: string,
  parameters: Readonly<Record<string, string>>,
  site: Site,
): readonly Resource[] => {
  const template = Template.parse(JSON.parse(text))
  const unknown = Object.keys(parameters).filter(name => !(name in template.Parameters))
  if (unknown.length > 0) throw new Error(`the template has no parameter ${unknown.join(', ')}`)

  const pseudo: Record<string, string> = {
    'AWS::Region': site.region,
    'AWS::AccountId': site.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'Relight',
    'AWS::StackId': stackId(site),
  }

  const ref = (id: string): string => {
    const resource = template.Resources[id]
    // An identity is referred to by what it is: the domain.
    if (resource?.Type === 'AWS::SES::EmailIdentity')
      return z.string().parse(resolve(resource.Properties['EmailIdentity']))
    if (resource) return referenceOf(resource.Type, id, site)
    const value = pseudo[id] ?? parameters[id] ?? template.Parameters[id]?.Default
    if (value === undefined) throw new Error(`nothing is called ${id}`)
    return value
  }

  const attribute = (id: string, name: string): string => {
    const resource = template.Resources[id]
    if (!resource) throw new Error(`nothing is called ${id}`)
    return attributeOf(resource.Type, id, name, site)
  }

  const substitute = (text: string, names: Readonly<Record<string, string>> = {}): string =>
    text.replaceAll(/\$\{([^!}][^}]*)\}/g, (_whole, name: string) => {
      const [id = '', attributeName] = name.split('.')
      return names[name] ?? (attributeName ? attribute(id, attributeName) : ref(id))
    })

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const [only, ...more] = Object.entries(value)
    if (only && more.length === 0) {
      const [name, argument] = only
      if (name === 'Ref') return ref(z.string().parse(argument))
      if (name === 'Fn::GetAtt') return attribute(...z.tuple([z.string(), z.string()]).parse(argument))
      if (name === 'Fn::Join') return join(resolve(argument))
      if (name === 'Fn::Sub') return substitute(z.string().parse(argument))
      if (name.startsWith('Fn::')) throw new Error(`the stack on one machine does not know ${name}`)
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]))
  }

  return Object.entries(template.Resources).map(([id, { Type, Properties, Metadata }]) => ({
    id,
    type: Type,
    path: pathBelowStack(Metadata['aws:cdk:path']),
    asset: Metadata['aws:asset:path'],
    properties: resolve(Properties) as Record<string, unknown>,
  }))
}

export const stackId = (site: Site): string =>
  `arn:aws:cloudformation:${site.region}:${site.account}:stack/Relight/one-machine`

const join = (argument: unknown): string => {
  const [separator, parts] = z.tuple([z.string(), z.array(z.string())]).parse(argument)
  return parts.join(separator)
}

/** `Relight/InboundMail/Notes/Resource` is the construct `InboundMail/Notes`. */
const pathBelowStack = (path: string): string => {
  const parts = path.split('/').slice(1)
  return (parts.at(-1) === 'Resource' ? parts.slice(0, -1) : parts).join('/')
}

/** Names of resources are their logical ids; only buckets insist on lower case. */
const referenceOf = (type: string, id: string, site: Site): string => {
  switch (type) {
    case 'AWS::SQS::Queue':
      return `${site.door}/${site.account}/${id}`
    case 'AWS::S3::Bucket':
      return id.toLowerCase()
    case 'AWS::SNS::Topic':
    case 'AWS::SecretsManager::Secret':
      return attributeOf(type, id, 'Arn', site)
    default:
      return id
  }
}

const attributeOf = (type: string, id: string, name: string, site: Site): string => {
  const { region, account } = site
  if (name === 'ApiEndpoint') return site.publicUrl
  if (name === 'StreamArn') return `${attributeOf(type, id, 'Arn', site)}/stream/one`
  if (name !== 'Arn' && !name.endsWith('Arn')) return `${id}.${name}`
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:aws:dynamodb:${region}:${account}:table/${id}`
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${region}:${account}:${id}`
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${region}:${account}:${id}`
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${id.toLowerCase()}`
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${region}:${account}:function:${id}`
    case 'AWS::SecretsManager::Secret':
      return `arn:aws:secretsmanager:${region}:${account}:secret:${id}`
    case 'AWS::Events::EventBus':
      return `arn:aws:events:${region}:${account}:event-bus/${id}`
    default:
      return `arn:aws:${type.split('::')[1]?.toLowerCase()}:${region}:${account}:${id}`
  }
}
