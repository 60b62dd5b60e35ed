declare module 'dynalite' {
  import type { Server } from 'node:http'

  type Options = { path?: string; createTableMs?: number; deleteTableMs?: number; updateTableMs?: number }
  /** A server with DynamoDB's interface, not yet listening. */
  export default function dynalite(options?: Options): Server
}
