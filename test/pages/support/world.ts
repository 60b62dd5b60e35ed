import { createDoorkeeper } from '../../../functions/pages/doorkeeper.ts'
import type { World } from '../../../functions/pages/world.ts'
import type { EventLog } from '../../../shared/log/log.ts'
import type { Mailer, Outgoing } from '../../../shared/mail/send.ts'
import { createMemoryViews } from '../../../shared/views/memory.ts'

/** The pages' world in memory; what it mails is put into `mails`. */
export const pagesWorld = (log: EventLog, secret: string, mails: Outgoing[] = []): World => {
  const send: Mailer = async mail => {
    mails.push(mail)
    return { outcome: 'sent', messageId: `m${mails.length}` }
  }
  return {
    log,
    views: createMemoryViews(),
    keyRing: { keys: async () => [secret], fresh: async () => [secret] },
    send,
    fetch: async () => new TextEncoder().encode('From: nobody@nowhere.example\r\n\r\nNothing.'),
    readAgain: async () => undefined,
    publicUrl: 'https://relight.example',
    inboundDomain: 'in.relight.example',
    doorkeeper: createDoorkeeper(),
    pause: async () => undefined,
  }
}
