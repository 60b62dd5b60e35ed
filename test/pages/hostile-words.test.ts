import { beforeAll, describe, expect, it } from 'vitest'
import { CommandBody } from '../../functions/api/engagements.ts'
import { crawl } from './support/crawl.ts'
import { samplesOf } from './support/sample.ts'
import { openTown, otherRuth, sessionOf, type Town } from './support/town.ts'
import { crawledBy, mailedLinks } from './support/walk.ts'

/** What somebody wrote is shown as they wrote it, and is never markup, wherever it may stand. */

const HOSTILE = `"'><img src=x onerror=alert(1)><!--</title></style>{{7*7}}`

let town: Town
const token = otherRuth.apiToken

const open = async (): Promise<{ readonly id: string; readonly contact: string }> => {
  const { statusCode, body } = await town.api('/api/engagements', {
    method: 'POST',
    token,
    body: {
      client: { name: `Client ${HOSTILE}` },
      title: `Opening ${HOSTILE}`,
      contacts: [
        { name: `Person ${HOSTILE}`, role: 'hr', phones: [{ number: '5550100', from: HOSTILE.slice(0, 40) }] },
      ],
    },
  })
  if (statusCode !== 201) throw new Error(body)
  const { id, contacts } = JSON.parse(body)
  return { id, contact: contacts[0].id }
}

let said = 0
beforeAll(async () => {
  town = await openTown()
  const { length } = samplesOf(CommandBody, () => 'words')
  let account = await open()
  for (let index = 0; index < length; index++) {
    // What ends an account is not in the way of what is said next.
    if (index % 5 === 0) account = await open()
    const { id, contact } = account
    const names: Readonly<Record<string, string>> = { contact, contacts: contact }
    const body = samplesOf(CommandBody, name => names[name] ?? HOSTILE)[index]
    const { statusCode } = await town.api(`/api/engagements/${id}/commands`, { method: 'POST', token, body })
    if (statusCode === 200) said += 1
  }
  for (const date of ['2026-10-26', '2026-10-27', '2026-11-02']) await town.morning(otherRuth, `${date}T08:00:00Z`)
}, 60_000)

describe('words that look like markup', () => {
  it('are words, on every page, behind every link and in every mail', async () => {
    expect(said).toBeGreaterThan(12)
    const { pages } = await crawledBy(town, otherRuth)
    const linked = await crawl(await sessionOf(town, otherRuth), mailedLinks(town, otherRuth))
    const all = [...pages, ...linked.pages]
    for (const [path, { body }] of all) expect(body.match(/<img|onerror=alert\(1\)>|<!--/g), path).toBeNull()
    expect(all.filter(([, { body }]) => body.includes('&lt;img src=x')).length).toBeGreaterThan(20)
    const mailed = town.mails.filter(({ to }) => to === otherRuth.address).map(({ html }) => html)
    for (const html of mailed) expect(html.match(/<img src=x|onerror=alert\(1\)>/g)).toBeNull()
    expect(mailed.filter(html => html.includes('&lt;img src=x')).length).toBeGreaterThan(0)
  })
})
