import { expect, test } from 'vitest'
import { bookWithDigest, readingOf } from '../support/book.ts'
import { mail } from '../support/mail.ts'

/** What an answer says of a task to speak to a colleague first: the colleague stands in no book. */

const NOW = '2026-09-29T14:00:00Z'
const DAN = {
  name: 'Dan Ortiz',
  address: 'dan@ortizsearch.example',
  zone: 'America/New_York',
  inbound: 'abc@in.watch.example',
}
const book = bookWithDigest(DAN, '2026-09-29', [
  ['Susan Brandt', 'Brandt Pumps', 'speak-to-a-colleague'],
  ['Jim Dace', 'Pine Works', 'call-and-write'],
])

const told = async (text: string): Promise<readonly string[]> => {
  const from = 'Dan Ortiz <dan@ortizsearch.example>'
  const raw = mail({ from, to: 'abc+2026-09-29@in.watch.example', subject: 'Re: 2 calls', text, at: NOW })
  const reading = await readingOf(raw, book, NOW)
  if (!('commands' in reading)) return [reading.status]
  const said = reading.commands.map(({ command }) => {
    if (command.command === 'SettleTask') return `${command.task} ${command.how}`
    return command.command === 'LogTouchpoint' ? `${command.contact} ${command.outcome}` : command.command
  })
  return [reading.status, ...new Set(said)]
}

test.each([
  ['1 done', ['t1 done']],
  ['1 spoke', ['t1 done']],
  ['1 spoke with Ana', ['t1 done']],
  ['1 called Ana, I go ahead', ['t1 done']],
  ['1 go ahead', ['t1 done']],
  ['1 let go', ['t1 let-go']],
  ['1 leave it to Ana', ['t1 let-go']],
  ['1 spoke with Susan', ['Susan reached']],
  ['2 spoke', ['Jim reached']],
  ['1 spoke with Ana\n2 spoke', ['t1 done', 'Jim reached']],
])('%j is about the colleague where it names nobody whom the account knows', async (text, said) => {
  expect(await told(text)).toEqual(['understood', ...said])
})
