import { type Engagement, fold } from '../../../shared/domain/engagement/state.ts'
import { EngagementId } from '../../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../../shared/log/streams.ts'
import { html } from '../../../shared/mail/write/html.ts'
import type { Response } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'

/** The visitor's own account that the path names; null where it is none of theirs, or no longer. */
export const ownAccount = async ({ request, owner }: Visit, { log }: World): Promise<Engagement | null> => {
  const id = EngagementId.safeParse(request.token)
  if (!id.success) return null
  const state = fold((await log.load(engagementStream(owner.firm, owner.recruiter, id.data))).events)
  return state.stage === 'unopened' || state.stage === 'handed-over' ? null : state
}

export const noAccount = ({ page }: Visit): Response =>
  page(404, 'No account of yours', html`<p>There is none at this address, or it is a colleague's.</p>`)
