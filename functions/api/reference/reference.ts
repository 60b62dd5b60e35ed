import type { Html } from '../../../shared/mail/write/html.ts'
import { page, type Response } from '../../../shared/web/page.ts'
import { describeApi, describeEvents } from '../describe.ts'
import { calls } from './calls.ts'
import { commands } from './commands.ts'
import { events } from './events.ts'

/** The description of the API for people to read: made from the same object that programs are given, and as public. */

type Chapter = { readonly path: string; readonly name: string; readonly title: string; readonly body: () => Html }

const CHAPTERS: readonly Chapter[] = [
  { path: '/api-reference', name: 'Calls', title: 'The API', body: () => calls(describeApi()) },
  { path: '/api-reference/commands', name: 'Commands', title: 'Commands', body: () => commands(describeApi()) },
  { path: '/api-reference/events', name: 'Events', title: 'Events on the bus', body: () => events(describeEvents()) },
]

/** Each of its pages, by its path. */
export const REFERENCE: Readonly<Record<string, () => Response>> = Object.fromEntries(
  CHAPTERS.map(({ path, title, body }) => [
    path,
    () => page(200, title, body(), { ways: [...CHAPTERS, { path: '/settings', name: 'Settings' }], here: path }),
  ]),
)
