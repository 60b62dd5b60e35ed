/**
 * Raw messages as they come over the wire, for every test that reads mail. People are given as
 * `Carla Whitfield <carla@acme.example>`, times as UTC instants that each mail shows in its sender's `zone`.
 */
export * from './mail/automatic.ts'
export * from './mail/calendar.ts'
export * from './mail/clients.ts'
export { type AttachmentParts, bytes, type MailParts, mail, note, received } from './mail/message.ts'
