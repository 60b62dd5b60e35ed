import { beforeAll, describe, expect, it } from 'vitest'
import { PLACES } from '../../functions/pages/places.ts'
import { acmeLateInNovember, acmeOwned, acmeTried, birchAndVale } from '../domain/support/stories.ts'
import { crawl } from './support/crawl.ts'
import { openOffice, signedIn, type Visitor } from './support/office.ts'

const ADDRESS = 'noor.haddad@haddadsearch.example'
const MOST_BYTES = 60 * 1024
const STORIES = [acmeOwned, birchAndVale, acmeTried, acmeLateInNovember]

let visitor: Visitor

beforeAll(async () => {
  const office = await openOffice()
  await office.join('haddad', 'noor', 'Noor Haddad', ADDRESS)
  for (let n = 0; n < 40; n++) {
    const told = (STORIES[n % STORIES.length] ?? acmeOwned)()
    told.morning('2026-11-24')
    await office.keep('haddad', 'noor', `account-${n}`, `Client number ${n} and Daughters`, told)
  }
  visitor = await signedIn(office, ADDRESS, '2026-11-24T15:00:00Z')
})

describe('a page of somebody with forty accounts', () => {
  it('weighs sixty kilobytes at most without its pictures, whichever it is', async () => {
    const { pages } = await crawl(
      visitor,
      PLACES.map(({ path }) => path),
    )
    const weights = [...pages].map(
      ([path, { body }]) => [path.slice(0, 60), Buffer.byteLength(withoutPictures(body))] as const,
    )
    expect(pages.get('/board')?.body.match(/<svg /g)?.length).toBeGreaterThan(40)
    expect(weights.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([])
  })
})

const withoutPictures = (body: string): string => body.replaceAll(/<svg .*?<\/svg>/gs, '')
