import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Alarms } from './parts/alarms.ts'
import { EventLog } from './parts/event-log.ts'
import { Founding } from './parts/founding.ts'
import { createFunction } from './parts/function.ts'
import { InboundMail } from './parts/inbound-mail.ts'
import { Mornings } from './parts/mornings.ts'
import { OutboundMail } from './parts/outbound-mail.ts'
import { PublicEvents } from './parts/public-events.ts'
import { Views } from './parts/views.ts'
import { Web } from './parts/web.ts'

/**
 * ```
 * inbound mail ─ SES ─ S3 ─ SNS ─ SQS ─► inbound ─┐              ┌─► public events on the EventBridge bus
 * a press, a page ────────── HTTP API ─► pages ───┼─► event log ─┴─► project ─► views: one row per stream,
 * other programs ─────────── HTTP API ─► api ─────┘  (DynamoDB,                 due index over recruiters
 * EventBridge schedule ─► sweep ─ SQS ─► morning ─►    stream)                          │
 *   every quarter hour      ▲               └─ the digest ─► SES ─► mail-events         │
 *                           └── recruiters due ◄────────────────────────────────────────┘
 * ```
 */
export class RelightStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const domain = new CfnParameter(this, 'Domain', {
      default: 'relight.example',
      description: 'Relight writes from this domain, and reads what arrives at in.DOMAIN',
    }).valueAsString

    const log = new EventLog(this, 'EventLog')
    const views = new Views(this, 'Views')
    const bus = new PublicEvents(this, 'PublicEvents')
    const arriving = new InboundMail(this, 'InboundMail', domain)
    const mail = new OutboundMail(this, 'OutboundMail', domain)
    const mornings = new Mornings(this, 'Mornings')
    const web = new Web(this, 'Web')

    const inbound = createFunction(this, 'inbound', {
      uses: [arriving.raw, log.loadedAndAppended, views.read, mail.sent, web.links],
      timeout: Duration.minutes(1),
      memory: 1024,
    })
    arriving.readBy(inbound)

    const pages = createFunction(this, 'pages', {
      uses: [arriving.raw, arriving.readAgain, log.loadedAndAppended, views.read, mail.sent, web.links],
    })
    const api = createFunction(this, 'api', { uses: [log.loadedAndAppended, views.read] })
    web.servedBy({ pages, api })
    const rotate = createFunction(this, 'rotate', { uses: [web.secretRotated] })
    web.rotatedBy(rotate)

    const project = createFunction(this, 'project', { uses: [log.loaded, views.written, bus.published] })
    log.projectedBy(project)

    const handOver = createFunction(this, 'hand-over', { uses: [log.loadedAndAppended] })
    bus.handedOverBy(handOver)

    const sweep = createFunction(this, 'sweep', { uses: [views.askedWhoIsDue, mornings.hinted] })
    mornings.sweepBy(sweep)

    const morning = createFunction(this, 'morning', {
      uses: [log.loadedAndAppended, views.readAndUpdated, mail.sent, web.links],
      timeout: Duration.minutes(2),
      memory: 1024,
    })
    mornings.workedBy(morning)

    const mailEvents = createFunction(this, 'mail-events', { uses: [log.loadedAndAppended] })
    mail.reportedTo(mailEvents)

    new Founding(this, 'Founding', log)
    new Alarms(this, 'Alarms', {
      deadLetters: {
        'a note': arriving.notes.deadLetters,
        'a morning': mornings.hints.deadLetters,
        'a change of the log': log.deadLetters,
        'a report on sent mail': mail.deadLetters,
        'a handover': bus.deadLetters,
      },
      functions: [inbound, project, handOver, sweep, morning, mailEvents, rotate],
      web: web.api,
      project,
    })

    new CfnOutput(this, 'Url', { value: web.url, description: 'Pages and API' })
    new CfnOutput(this, 'InboundDomain', { value: arriving.domain, description: 'What is mailed here is read' })
    new CfnOutput(this, 'MxRecord', {
      value: `${arriving.domain} MX 10 inbound-smtp.${this.region}.amazonaws.com`,
      description: 'DNS: lets SES receive',
    })
  }
}
