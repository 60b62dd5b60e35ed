import { account } from './account/account.ts'
import { board } from './board/board.ts'
import { notes } from './notes/notes.ts'
import { settings } from './settings/settings.ts'
import { signOut } from './sign-out.ts'
import { handOverOne } from './team/hand-over.ts'
import { team } from './team/team.ts'
import { today } from './today.ts'
import type { Place } from './visit.ts'

/** Every page that needs a session, in the order of the ways to them. */
export const PLACES: readonly Place[] = [
  { path: '/', name: 'Today', answer: today },
  { path: '/board', name: 'Board', answer: board },
  { path: '/notes', name: 'Notes', answer: notes },
  { path: '/account', answer: account },
  { path: '/hand-over', answer: handOverOne },
  { path: '/team', name: 'Team', isOwners: true, answer: team },
  { path: '/settings', name: 'Settings', answer: settings },
  { path: '/sign-out', name: 'Sign out', answer: signOut },
]
