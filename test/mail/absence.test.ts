import { describe, expect, test } from 'vitest'
import { isAway, returnDay, saysIAmAway } from '../../shared/mail/read/absence.ts'
import { departureIn, standInOf } from '../../shared/mail/read/departure.ts'
import { growth, LINEAR } from '../support/growth.ts'

/** A Thursday. */
const SENT = '2026-11-26'

describe('the day somebody is back', () => {
  test.each([
    ['I am out of the office until and including Friday 4 December.', '2026-12-05'],
    ['Away up to and including 4 Dec; no access to email.', '2026-12-05'],
    ['I am on leave until 4 December inclusive.', '2026-12-05'],
    ['I am travelling, returning on the 11th.', '2026-12-11'],
    ['I will be back on the 30th.', '2026-11-30'],
    ['I’m on PTO 11/25-11/30.', '2026-12-01'],
    ['Out of office 23–27 November.', '2026-11-28'],
    ['On leave Nov 23 - Dec 4, slow to answer.', '2026-12-05'],
    ['I am away November 23 to 27.', '2026-11-28'],
    ['I am out from 11/23 to 12/4, returning 12/7.', '2026-12-07'],
    ['My first day back is Tuesday, 1 December.', '2026-12-01'],
    ['On vacation through Sunday 11/29.', '2026-11-30'],
    ['On Monday 7 December I am back at my desk.', '2026-12-07'],
    ['I am away and will not be back until Dec 7.', '2026-12-07'],
    ['I will be back after Friday, December 4.', '2026-12-05'],
    ['Back in office: 12/1/2026', '2026-12-01'],
    ['I am out of office starting Nov 25th, back Dec 1st at 9am.', '2026-12-01'],
    ['We are closed from November 25 through December 1.', '2026-12-02'],
    ['I return to work on Monday 14th December 2026.', '2026-12-14'],
    ['The office is closed 26 and 27 November; we are back Monday 30 November.', '2026-11-30'],
    ['I am out today and tomorrow, back Monday.', '2026-11-30'],
    ['Closed for the holiday. We reopen Monday, November 30.', '2026-11-30'],
    ['I will resume on 2026-12-09.', '2026-12-09'],
    ['I’m off until Monday 7th.', '2026-12-07'],
    ['Ich bin vom 23.11. bis 4.12. nicht im Büro.', '2026-12-05'],
    ['Ich bin bis einschließlich 4. Dezember im Urlaub.', '2026-12-05'],
    ['Ab dem 7.12. bin ich wieder für Sie erreichbar.', '2026-12-07'],
    ['Ab Montag, den 7. Dezember, bin ich wieder im Büro.', '2026-12-07'],
    ['Ich bin abwesend und ab 07.12.2026 zurück.', '2026-12-07'],
    ['Ich bin im Urlaub. Am 11. bin ich wieder da.', '2026-12-11'],
    ['Je suis absente jusqu’au 4 décembre inclus.', '2026-12-05'],
    ['Je suis en congés du 23 au 27 novembre.', '2026-11-28'],
    ['Je serai de retour le lundi 7 décembre.', '2026-12-07'],
    ['En congés, je reviens le 07/12.', '2026-12-07'],
    ['Estaré fuera de la oficina hasta el 4 de diciembre inclusive.', '2026-12-05'],
    ['Estoy de vacaciones del 23 al 27 de noviembre.', '2026-11-28'],
    ['Me reincorporaré el lunes 7 de diciembre.', '2026-12-07'],
    ['Sono in ferie fino al 4 dicembre compreso.', '2026-12-05'],
    ['Sono fuori ufficio e rientrerò il 7 dicembre.', '2026-12-07'],
    ['Sarò assente dal 23 al 27 novembre.', '2026-11-28'],
    ['Ik ben afwezig tot en met 4 december.', '2026-12-05'],
    ['Ik ben met vakantie t/m 4 december.', '2026-12-05'],
    ['Ik ben op 7 december weer terug.', '2026-12-07'],
    ['Vanaf maandag 7 december ben ik weer bereikbaar.', '2026-12-07'],
    ['Estou de férias até 4 de dezembro, inclusive.', '2026-12-05'],
    ['Regresso ao trabalho a 7 de dezembro.', '2026-12-07'],
    ['Jag är på semester t.o.m. 4 december.', '2026-12-05'],
    ['Jag är åter den 7 december.', '2026-12-07'],
    ['Jeg er på ferie til og med 4. december.', '2026-12-05'],
    ['Jeg er tilbage mandag d. 7. december.', '2026-12-07'],
    ['Jeg er tilbake 7. desember.', '2026-12-07'],
    ['Jestem na urlopie, wracam 7 grudnia.', '2026-12-07'],
    ['Olen lomalla, palaan 7.12.', '2026-12-07'],
    ['Jsem na dovolené, vrátím se 7. prosince.', '2026-12-07'],
  ])('%s', (text, day) => {
    expect(returnDay(text, SENT)).toBe(day)
  })

  test.each([
    ['no day', 'I am out of the office with limited access to email.'],
    ['a span and no day', 'I am away for two weeks.'],
    ['a week and no day', 'I am out this week and will answer next week.'],
    ['a month and no day', 'I am on maternity leave until June 2027.'],
    ['two readings of one day', 'I am out of the office until 12/07.'],
    ['a day that contradicts itself', 'I am away, back on Friday 7 December.'],
    ['no real day', 'I am away until 31 November.'],
    ['another matter', 'I am out of the office. My back-up is Mike, ask him by 7 December.'],
    ['a telephone', 'I am away. Call me back on 555 0142.'],
    ['a time of day', 'I am in meetings and back at 3.'],
    ['an absence to come', 'Our office is closed 24 December to 1 January.'],
    ['no end', 'I am away until further notice.'],
    ['what is past', 'I have been back since 3 November but am away now.'],
  ])('is not made up of %s', (_, text) => {
    expect(returnDay(text, SENT)).toBeNull()
  })

  test('is looked for in a time that grows with the text alone', () => {
    for (const unit of ['back on ', 'from 1 to ', 'until ', '7 ', 'Monday ', '1/', '1-1 - ', 'bis zum ']) {
      const look = (length: number) => returnDay(unit.repeat(Math.ceil(length / unit.length)), SENT)
      expect(growth(look, 250_000), unit).toBeLessThan(LINEAR)
    }
  })
})

describe('words of absence', () => {
  test.each([
    'Ich bin derzeit nicht im Büro.',
    'Je suis absente du bureau.',
    'Actuellement en congés.',
    'Estoy fuera de la oficina.',
    'Sono in ferie.',
    'Ik ben niet op kantoor.',
    'Estou de férias.',
    'Jag är på semester.',
    'Jeg er på ferie.',
    'Jestem na urlopie.',
    'Olen lomalla.',
    'Jsem na dovolené.',
    'I am currently out of the office.',
    'I’m on parental leave.',
  ])('%s', text => {
    expect(isAway(text)).toBe(true)
  })

  test('of somebody else are not the writer’s', () => {
    for (const text of ['Ruth is out of office until Monday.', 'Petra ist im Urlaub.', 'We met on holiday.'])
      expect(saysIAmAway(text)).toBe(false)
  })
})

describe('somebody who has left', () => {
  const pavel = 'Pavel Horák'
  test.each([
    'I have left Brno Tools.',
    'I no longer work at Brno Tools. Please write to hr@brnotools.example.',
    'I am no longer with the company.',
    'As of 1 November I am no longer employed by Brno Tools.',
    'Pavel Horák is no longer with Brno Tools.',
    'Pavel has left the company.',
    'Mr Horák no longer works here.',
    'The person you are trying to reach is no longer with our company.',
    'This employee has left the organisation.',
    'My last day at Brno Tools was 30 October.',
    'Ich bin nicht mehr bei Brno Tools tätig.',
    'Herr Horák hat das Unternehmen verlassen.',
    'Pavel Horák ne fait plus partie de la société.',
    'Pavel Horák ya no trabaja en Brno Tools.',
    'Pavel Horák non lavora più in azienda.',
    'Pavel Horák is niet meer werkzaam bij Brno Tools.',
  ])('%s', text => {
    expect(departureIn(text, pavel)).toBe(true)
  })

  test.each([
    'I have left the office for the day.',
    'I have left my phone at home.',
    'Petra has left the company, so I answer her mail.',
    'I am no longer at my desk.',
    'My last day before the holidays is 18 December.',
    'This mailbox is no longer monitored.',
    'I am away until Monday.',
  ])('not: %s', text => {
    expect(departureIn(text, pavel)).toBe(false)
  })
})

describe('who stands in', () => {
  test.each([
    [
      'I am away. In urgent cases contact Petra Novak, petra@brnotools.example. Thanks!',
      'In urgent cases contact Petra Novak, petra@brnotools.example.',
    ],
    [
      'Out until Monday.\nFor anything urgent please call my colleague Ruth on +1 312 555 0172.',
      'For anything urgent please call my colleague Ruth on +1 312 555 0172.',
    ],
    [
      'Ich bin im Urlaub. In dringenden Fällen wenden Sie sich bitte an Herrn Maier (maier@brnotools.example).',
      'In dringenden Fällen wenden Sie sich bitte an Herrn Maier (maier@brnotools.example).',
    ],
  ])('%j', (text, words) => {
    expect(standInOf(text)).toBe(words)
  })

  test('is nobody where nobody is named', () => {
    expect(standInOf('I am away until Monday. Thanks for your patience.')).toBeNull()
    expect(standInOf('I will contact you when I am back.')).toBeNull()
  })
})
