import { board } from './board/board.ts'
import { settings } from './settings/settings.ts'
import { signOut } from './sign-out.ts'
import { today } from './today.ts'
import type { Place } from './visit.ts'

/** Every page that needs a session, in the order of the ways to them. */
export const PLACES: readonly Place[] = [
  { path: '/', name: 'Today', answer: today },
  { path: '/board', name: 'Board', answer: board },
  { path: '/settings', name: 'Settings', answer: settings },
  { path: '/sign-out', name: 'Sign out', answer: signOut },
]
