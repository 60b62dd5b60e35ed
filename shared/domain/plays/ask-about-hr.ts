import { type Contact, contactOf, type Engagement } from '../engagement/state.ts'
import { called, conversations } from './facts.ts'
import { line } from './line.ts'
import { settled } from './outcomes.ts'
import type { Play } from './play.ts'
import { times } from './words.ts'

/** All the talk is with the hiring manager and none with HR: asked once, before it turns sour. */
export const askAboutHr: Play = {
  name: 'ask-about-hr',
  title: 'Ask about HR',
  for: 'recruiter',
  shape: 'line',
  channels: [],
  sheet: situation => {
    const hr = hrContact(situation.engagement, situation.contact)
    const who = hr ? called(situation, hr) : 'HR'
    const manager = situation.engagement.contacts.find(contact => contact.role === 'hiring-manager')
    const talks = manager ? conversations(situation, manager.id).length : 0
    return line(
      `You have spoken with ${manager ? called(situation, manager) : 'the hiring manager'}${talks > 1 ? ` ${times(talks)}` : ''}, and ${who} has said nothing since. Is anything wrong between you and ${who}?`,
    )
  },
  outcomes: [
    {
      word: 'yes',
      label: 'Yes',
      commands: (task, engagement, said) => {
        const hr = hrContact(engagement, contactOf(engagement, task.contact))?.id
        return hr ? [{ command: 'ReportTension', contact: hr, ...(said?.words ? { observed: said.words } : {}) }] : []
      },
    },
    { word: 'no', label: 'No', commands: settled('done') },
    { word: 'not-needed', label: 'HR is not needed', commands: settled('let-go') },
  ],
}

const isHr = (contact: Contact): boolean => (contact.role === 'hr' || contact.role === 'hr-director') && !contact.left

const hrContact = (engagement: Engagement, asked: Contact | undefined): Contact | undefined =>
  asked && isHr(asked) ? asked : engagement.contacts.find(isHr)
