import { ALREADY_DID } from '../../domain/plays/outcomes.ts'
import type { CallSheet } from '../../domain/plays/play.ts'
import { capitalised, counted } from '../../domain/plays/words.ts'
import type { DigestPage, ShortLine } from './digest.ts'
import type { Item } from './item.ts'
import { fold } from './text.ts'

/** The digest as plain text: all that the HTML says, but for the buttons, whose words are replied instead. */
export const digestText = ({ greeting, items, sections, closing, pages, unsubscribe }: DigestPage): string =>
  `${[
    greeting,
    ...items.map((item, index) => itemText(item, index + 1)),
    ...sections.map(({ title, lines, more }) =>
      [
        `${title}:`,
        ...lines.map(lineText),
        ...(more ? [`And ${counted(more, 'more', 'more')}, too many for a mail. See them all: ${pages}`] : []),
      ].join('\n'),
    ),
    closing,
    fold('Reply with the number and a word (and the day, if it was not today), or in your own words. I read both.'),
    `No more of these mails: ${unsubscribe}`,
  ].join('\n\n')}\n`

const itemText = (item: Item, number: number): string => {
  const { sheet, who, role, client, phone, play } = item
  const person = [who, role, who === client ? '' : client].filter(part => part !== '').join(', ')
  const names = [who, client]
  const labelled = (label: string, text: string) => fold(`${label}: ${capitalised(text)}`, '', names)
  return [
    `${number}. ${person}`,
    ...(phone ? [`${phone.number}${phone.from ? ` (from ${phone.from})` : ''}`] : []),
    ...(item.phoneHint ? [fold(item.phoneHint)] : []),
    [`${play.title}.`, item.putOff].filter(part => part !== undefined).join(' '),
    labelled('Why today', sheet.why.join(' ')),
    ...(item.picture ? [fold(item.picture.inWords, '', names)] : []),
    ...sheet.before.map(line => labelled(line.label, line.text)),
    ...sheet.say.map(line => `${line.label}:\n${fold(`"${line.text}"`, '  ', names)}`),
    ...(sheet.write ? [writeText(sheet.write, item, names)] : []),
    ...(sheet.leaveOut.length > 0 ? [labelled('Leave out', `${sheet.leaveOut.join('; ')}.`)] : []),
    ...(sheet.notInWriting ? [labelled('Not in writing', sheet.notInWriting)] : []),
    ...(sheet.otherWay ? [labelled('Other way in', sheet.otherWay)] : []),
    ...replies(item, number),
  ].join('\n')
}

const writeText = (
  { subject, body }: NonNullable<CallSheet['write']>,
  { draft }: Item,
  whole: readonly string[],
): string =>
  [
    fold(`Then write${draft ? ` to ${draft.to}` : ''}, "${subject}":`, '', draft ? [draft.to] : []),
    fold(body, '  ', whole),
    ...(draft?.bcc ? [fold(`With ${draft.bcc} in BCC, it logs itself.`, '', [draft.bcc])] : []),
  ].join('\n')

/** What to answer with; the page of every outcome for who would rather press. */
const replies = ({ buttons, asides }: Item, number: number): readonly string[] => {
  const all = [...buttons, ...asides]
  const words = all.flatMap(({ word }) => (word === ALREADY_DID ? [] : [`${number} ${word}`]))
  const page = all.find(({ word }) => word === ALREADY_DID) ?? all[0]
  return [fold(`Reply: ${words.join(' / ')}`, '', words), ...(page ? [`Or press: ${page.url}`] : [])]
}

const lineText = ({ text, buttons }: ShortLine): string =>
  [fold(`- ${text}`), ...buttons.map(({ label, url }) => `  ${label}: ${url}`)].join('\n')
