import { createHash, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { WholeStream } from '../../shared/log/dynamo.ts'
import type { Assembly } from './assembly.ts'
import { giving, openBus } from './aws/bus.ts'
import { openTables, type Tables } from './aws/dynamodb.ts'
import { openQueues } from './aws/queues.ts'
import { openSecrets } from './aws/secrets.ts'
import { openReceiptRules } from './aws/ses.ts'
import { openSesV2 } from './aws/sesv2.ts'
import { type Clock, instant, startClock } from './clock.ts'
import { DEMO_TAKES, playDemo } from './demo.ts'
import { deployCustomResources } from './deployment.ts'
import { type Door, openDoor, type Service } from './door.ts'
import { type Functions, hostFunctions } from './functions.ts'
import { type ListedRecruiter, ourDynamoDb, readStreams, recruitersOf } from './history.ts'
import { type HttpApi, openHttpApi } from './http-api.ts'
import { type MailIn, openMailIn } from './mail-in.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { rememberDelivered, replayed } from './replay.ts'
import { schedulesOf } from './schedule.ts'
import type { Settings } from './settings.ts'
import { connectSources, type Sources } from './sources.ts'
import { openStore, type Store } from './store.ts'
import { type Resource, resolveTemplate, type Site } from './template.ts'
import { createTimetable, type Timetable } from './timetable.ts'
import { countWork, type Work } from './work.ts'

/** The synthesized stack, running in this process. */
export type Stack = {
  /** The folder of its data, as an absolute path. */
  readonly data: string
  readonly clock: Clock
  readonly timetable: Timetable
  readonly work: Work
  readonly door: Door
  readonly functions: Functions
  readonly tables: Tables
  readonly outbox: Outbox
  readonly mailIn: MailIn
  readonly httpApi: HttpApi
  readonly store: Store
  /** How many messages were set aside. */
  readonly deadLetters: () => number
  /** The tables as the stack itself reads them: neither counted nor failed. */
  readonly history: { readonly client: DynamoDBClient; readonly log: string; readonly views: string }
  readonly streams: () => Promise<readonly WholeStream[]>
  readonly recruiters: () => Promise<readonly (ListedRecruiter & { readonly token: string | null })[]>
  readonly stop: () => Promise<void>
}

/** A stack that finds much left over from last time is ready while it still works through it. */
const PATIENCE_MS = 10_000
const REGION = 'us-east-1'
const ACCOUNT = '000000000000'

export const startStack = async (assembly: Assembly, settings: Settings, publicUrl: string): Promise<Stack> => {
  const store = openData(settings.data)
  const clock = startClock(store, settings.now)
  const start = clock.time()
  const tellsDemo = settings.demo && store.get('founded at') === undefined
  if (tellsDemo) {
    store.set(DEMO, 'begun')
    clock.set(start - DEMO_TAKES)
  }
  const work = countWork()
  const services: Record<string, Service> = {}
  const door = await openDoor(() => services)
  const site: Site = { region: REGION, account: ACCOUNT, door: door.url, publicUrl }
  const token = once(store, 'api token', () => randomBytes(24).toString('base64url'))
  const parameters = {
    Owner: settings.owner,
    Zone: settings.zone,
    ApiTokenHash: createHash('sha256').update(token).digest('hex'),
    FoundedAt: once(store, 'founded at', () => instant(clock.time())),
  }
  const resources = resolveTemplate(assembly.template, parameters, site)

  const queues = openQueues(settings.data, resources, site, clock, arn => sources.arrived(arn))
  const tables = await openTables(settings.data, resources, change => sources.changed(change))
  const functions = hostFunctions(assembly.folder, settings.data, resources, site, work)
  const delivered = rememberDelivered(store)
  const sources: Sources = connectSources(resources, { functions, queues, work, clock, site, delivered })
  const later = (doing: () => Promise<void>): void => {
    work.track(doing).catch(error => console.error(error))
  }
  const bus = openBus(resources, site, clock, giving(functions, queues), later)
  const outbox = openOutbox(resources, { store, clock, work, bus, relay: settings.relay })
  const rules = openReceiptRules(store, resources)
  Object.assign(services, queues.services, {
    dynamodb: tables,
    eventbridge: bus,
    ses: rules,
    sesv2: openSesV2(resources, clock, outbox),
    'secrets-manager': openSecrets(store, resources, site),
  })

  const log = named(resources, 'EventLog/Table').id
  for (const change of await replayed(tables, log, store)) sources.changed(change)
  await deployCustomResources(resources, site, store, functions)
  for (const arn of queueArns(resources, site)) sources.arrived(arn)
  outbox.resume()
  await Promise.race([work.settled(), setTimeout(PATIENCE_MS, undefined, { ref: false })])

  const client = ourDynamoDb(door.url, REGION)
  const streams = () => readStreams(client, log)
  const deadLetters = queueArns(resources.filter(isDeadLetters), site)
  const timetable = createTimetable(clock, schedulesOf(resources, functions), work)
  const stack: Stack = {
    data: resolve(settings.data),
    clock,
    timetable,
    work,
    door,
    functions,
    tables,
    outbox,
    mailIn: openMailIn(rules, queues, clock),
    httpApi: openHttpApi(resources, functions, clock),
    store,
    deadLetters: () => deadLetters.reduce((sum, arn) => sum + queues.length(arn), 0),
    history: { client, log, views: named(resources, 'Views/Table').id },
    streams,
    recruiters: async () =>
      recruitersOf(await streams(), rules.domain).map(recruiter => ({
        ...recruiter,
        token: recruiter.apiTokenHashes.includes(parameters.ApiTokenHash) ? token : null,
      })),
    stop: async () => {
      timetable.stop()
      await work.settled()
      await functions.close()
      client.destroy()
      await door.close()
      await Promise.all([queues.close(), tables.close()])
      store.close()
    },
  }
  if (tellsDemo) {
    await playDemo(stack, () => (clock.running ? Date.now() : start))
    store.set(DEMO, 'told')
  }
  return stack
}

const DEMO = 'demo'

/** A demo that was told by half is of no use to anybody: it is told anew. */
const openData = (data: string): Store => {
  const store = openStore(data)
  if (store.get(DEMO) !== 'begun') return store
  store.close()
  for (const part of DATA_PARTS) rmSync(join(data, part), { recursive: true, force: true })
  return openStore(data)
}
const DATA_PARTS = ['stack.sqlite', 'stack.sqlite-wal', 'stack.sqlite-shm', 'queues', 'tables', 'functions.log']

/** A value made once and kept. */
const once = (store: Store, name: string, make: () => string): string => {
  if (store.get(name) === undefined) store.set(name, make())
  return String(store.get(name))
}

/** The construct's resource: what the template's wiring leaves open is found by its name in the stack. */
const named = (resources: readonly Resource[], path: string): Resource => {
  const found = resources.find(resource => resource.path === path)
  if (!found) throw new Error(`the template has no ${path}`)
  return found
}

const queueArns = (resources: readonly Resource[], site: Site): string[] =>
  resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ id }) => `arn:aws:sqs:${site.region}:${site.account}:${id}`)

/** Queues that another queue, a stream or a rule sets messages aside in. */
const isDeadLetters = ({ path }: Resource): boolean => path.endsWith('-dead-letters')
