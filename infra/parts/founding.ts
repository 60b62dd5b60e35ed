import { CfnParameter } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { createCustomResource } from './custom-resource.ts'
import type { EventLog } from './event-log.ts'

/** Founds the firm and its owner, once: what the log must hold before the first mail can arrive. */
export class Founding extends Construct {
  constructor(scope: Construct, id: string, log: EventLog) {
    super(scope, id)
    const parameter = (name: string, preset: string, description: string): string =>
      new CfnParameter(scope, name, { default: preset, description }).valueAsString
    createCustomResource(this, 'found', {
      uses: [log.loadedAndAppended],
      properties: {
        Owner: parameter(
          'Owner',
          'Dan Ortiz <dan@ortizsearch.example>',
          'The recruiter who runs the firm: Name <address>',
        ),
        Zone: parameter('Zone', 'America/New_York', "The owner's time zone"),
        Region: parameter('Region', '', 'Whose holidays count, such as US or GB-ENG; empty: those of the time zone'),
        ApiTokenHash: parameter('ApiTokenHash', '', "SHA-256 in hex of the owner's API token; empty: none yet"),
        FoundedAt: parameter('FoundedAt', '', 'An instant such as 2026-09-08T14:00:00Z; empty: now'),
      },
    })
  }
}
