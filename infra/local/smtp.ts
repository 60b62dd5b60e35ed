import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailIn } from './mail-in.ts'

/** Mail in by SMTP, for the addresses that the receipt rules take and no others. */

/** SES takes no larger message. */
const LARGEST = 40 * 1024 * 1024
const NO_SUCH_MAILBOX = 550
const TRY_AGAIN = 451

export type Smtp = { readonly port: number; readonly close: () => Promise<void> }

export const listenForMail = async (port: number, mailIn: MailIn): Promise<Smtp> => {
  const server = new SMTPServer({
    name: 'relight',
    banner: 'Relight',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST,
    rejectOversized: true,
    onRcptTo: ({ address }, _session, done) => {
      if (mailIn.takes(address)) done()
      else done(Object.assign(new Error('No such mailbox here'), { responseCode: NO_SUCH_MAILBOX }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk)
      })
      stream.on('end', () => {
        if (stream.sizeExceeded) return done()
        const { mailFrom, rcptTo } = session.envelope
        const arrival = {
          raw: Buffer.concat(chunks),
          sender: mailFrom ? mailFrom.address : '',
          recipients: rcptTo.map(({ address }) => address),
          // A connection from this very machine is vouched for by whoever may open it.
          verdicts: { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
        } as const
        mailIn.deliver(arrival).then(
          id => done(null, `Ok ${id}`),
          error => done(Object.assign(error, { responseCode: TRY_AGAIN })),
        )
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  server.on('error', error => console.error(`SMTP: ${error.message}`))
  const { port: bound } = server.server.address() as AddressInfo
  return { port: bound, close: () => new Promise(resolve => server.close(() => resolve())) }
}
