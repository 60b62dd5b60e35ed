import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Counted } from '../../infra/local/door.ts'
import { type Resource, resolveTemplate } from '../../infra/local/template.ts'
import { signIn } from '../support/sign-in.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

/**
 * The stack on one machine asks nobody's permission, so it would run with roles that AWS would refuse. Here every call
 * that a function makes on an ordinary day is put to the policies of the very template that it runs from.
 */

const REGION = 'us-east-1'
const ACCOUNT = '000000000000'
const DOMAIN = 'relight.example'

type Asked = { readonly verb: string; readonly action: string; readonly arn: string }
type Statement = { readonly Action: string | string[]; readonly Resource: string | string[] }
type Document = { readonly Statement: readonly Statement[] }

let stack: RunningStack
let resources: readonly Resource[]
let asked: readonly Asked[]

beforeAll(async () => {
  stack = await startStack({ now: '2026-09-29T15:00:00Z', demo: true })
  await anOrdinaryDay()
  const template = readFileSync(join(import.meta.dirname, '../../cdk.out/Relight.template.json'), 'utf8')
  resources = resolveTemplate(template, {}, { region: REGION, account: ACCOUNT, door: stack.url, publicUrl: stack.url })
  const calls = (await (await stack.call('/_local/calls')).json()) as Counted[]
  asked = calls.flatMap(asRequests)
})
afterAll(() => stack.stop())

const anOrdinaryDay = async (): Promise<void> => {
  const lines = [
    'From: Dan Ortiz <dan@ortizsearch.example>',
    `To: ${stack.inbound}`,
    'Message-ID: <permissions@ortizsearch.example>',
    'Subject: note',
    '',
    'Left Susan a voicemail.',
  ]
  await stack.inbox(lines.join('\r\n'))
  await stack.inbox(lines.join('\r\n').replace('<permissions@', '<unknown@').replace('Susan', 'Ellen'))
  for (const path of ['/api/engagements', '/api/notes', '/api/tasks?on=2026-09-29']) await stack.api(path)
  const opening = { client: { name: 'Northgate', domains: ['northgate.example'] }, title: 'Buyer', contacts: [] }
  await stack.api('/api/engagements', { method: 'POST', body: JSON.stringify(opening) })
  const digest = (await stack.outbox()).findLast(mail => mail.headers['x-relight-mail'] === 'digest')
  const links = [...(digest?.html ?? '').matchAll(/href="(http[^"]+)"/g)].map(([, link]) => link ?? '')
  for (const link of links.slice(0, 3)) {
    await fetch(link)
    await fetch(link, { method: 'POST', body: new URLSearchParams() })
  }
  const inside = await signIn(stack, 'dan@ortizsearch.example')
  await inside.press('/settings', '/settings/feed', { do: 'give' })
  const [, feed = ''] = /value="http[^"]*(\/calendar\/[^"]+)"/.exec(await inside.get('/settings')) ?? []
  await stack.clock('PT15M')
  expect((await stack.call(feed)).status).toBe(200)
  await stack.clock('P1D')
}

/** What IAM would be asked for a call, and about what. */
const asRequests = ({ service, operation, function: verb, resource }: Counted): Asked[] => {
  const about = (action: string, ...arns: string[]): Asked[] => arns.map(arn => ({ verb, action, arn }))
  switch (service) {
    case 'dynamodb':
      return about(`dynamodb:${operation}`, `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${resource}`)
    case 's3':
      return about(`s3:${operation}`, `arn:aws:s3:::${resource}/any`)
    case 'sqs':
      return about(`sqs:${operation.replace(/Batch$/, '')}`, `arn:aws:sqs:${REGION}:${ACCOUNT}:${resource}`)
    case 'eventbridge':
      return about(`events:${operation}`, `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${resource}`)
    case 'secrets-manager':
      return about(`secretsmanager:${operation}`, resource)
    case 'sesv2': {
      const configuration = resources.find(({ type }) => type === 'AWS::SES::ConfigurationSet')?.id
      const ses = `arn:aws:ses:${REGION}:${ACCOUNT}`
      return about(`ses:${operation}`, `${ses}:identity/${DOMAIN}`, `${ses}:configuration-set/${configuration}`)
    }
    case 'ses':
      return about(`ses:${operation}`, '*')
    default:
      return expect.fail(`nobody knows what ${service} asks`)
  }
}

/** The policies of a function's role. */
const policiesOf = (verb: string): readonly Document[] => {
  const owner = resources.find(({ type, path }) => type === 'AWS::Lambda::Function' && path.split('/').at(-1) === verb)
  const role = resources.find(
    ({ type, path }) => type === 'AWS::IAM::Role' && path === `${owner?.path ?? 'nothing'}-role`,
  )
  const inline = (role?.properties['Policies'] ?? []) as { PolicyDocument: Document }[]
  const attached = resources
    .filter(
      ({ type, properties }) =>
        type === 'AWS::IAM::Policy' && (properties['Roles'] as string[]).includes(role?.id ?? ''),
    )
    .map(({ properties }) => properties['PolicyDocument'] as Document)
  return [...inline.map(({ PolicyDocument }) => PolicyDocument), ...attached]
}

const isAllowed = async ({ verb, action, arn }: Asked): Promise<boolean> => {
  const response = await runSimulation(
    {
      request: {
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/${verb}/${verb}`,
        action,
        resource: { resource: arn, accountId: ACCOUNT },
        contextVariables: {},
      },
      identityPolicies: policiesOf(verb).map((policy, index) => ({ name: `${verb}-${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (response.resultType === 'error') return expect.fail(JSON.stringify(response))
  return response.overallResult === 'Allowed'
}

describe('the permissions that the template gives', () => {
  test('are enough for every call that a function made', async () => {
    const verbs = new Set(asked.map(({ verb }) => verb))
    expect([...verbs].toSorted()).toEqual(
      [
        'adopt-receipt-rule',
        'api',
        'found',
        'inbound',
        'mail-events',
        'morning',
        'pages',
        'project',
        'sweep',
      ].toSorted(),
    )
    const refused: Asked[] = []
    for (const request of asked) if (!(await isAllowed(request))) refused.push(request)
    expect(refused).toEqual([])
  })

  test('refuse what a function has no business with', async () => {
    const table = (path: string) =>
      `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${resources.find(resource => resource.path === path)?.id}`
    const arn = table('EventLog/Table')
    const views = table('Views/Table')
    expect(await isAllowed({ verb: 'inbound', action: 'dynamodb:PutItem', arn })).toBe(true)
    expect(await isAllowed({ verb: 'inbound', action: 'dynamodb:DeleteItem', arn })).toBe(false)
    expect(await isAllowed({ verb: 'sweep', action: 'dynamodb:Query', arn })).toBe(false)
    expect(await isAllowed({ verb: 'project', action: 'dynamodb:PutItem', arn })).toBe(false)
    expect(await isAllowed({ verb: 'project', action: 'dynamodb:Query', arn: views })).toBe(false)
    expect(await isAllowed({ verb: 'morning', action: 'dynamodb:UpdateItem', arn: views })).toBe(true)
    expect(await isAllowed({ verb: 'morning', action: 'dynamodb:PutItem', arn: views })).toBe(false)
    expect(await isAllowed({ verb: 'hand-over', action: 'dynamodb:PutItem', arn })).toBe(true)
    expect(await isAllowed({ verb: 'hand-over', action: 'dynamodb:DeleteItem', arn })).toBe(false)
    expect(await isAllowed({ verb: 'hand-over', action: 'dynamodb:Query', arn: views })).toBe(false)
  })
})
