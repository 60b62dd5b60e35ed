import type { DigestInput } from '../../shared/mail/write/digest.ts'
import { linkAddress } from '../../shared/runtime/links.ts'
import type { Morning } from './whose.ts'

type Links = Pick<DigestInput, 'link' | 'answerLink' | 'noteLink' | 'pages' | 'unsubscribe'>

/** The links of one digest, signed for its recruiter. */
export const createDigestLinks =
  (base: string, secret: () => Promise<string>) =>
  async ({ firm, recruiter, now }: Morning): Promise<Links> => {
    const key = await secret()
    const whose = { firm: firm.firm, recruiter: recruiter.recruiter }
    return {
      link: ({ engagement, task }, word) =>
        linkAddress(base, key, { kind: 'do', ...whose, engagement: engagement.id, task: task.id, word }, now),
      answerLink: (note, word) => linkAddress(base, key, { kind: 'answer', ...whose, note, word }, now),
      noteLink: note => linkAddress(base, key, { kind: 'note', ...whose, note }, now),
      pages: `${base}/`,
      unsubscribe: await linkAddress(base, key, { kind: 'unsubscribe', ...whose }, now),
    }
  }
