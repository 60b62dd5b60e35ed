import { expect, it } from 'vitest'
import { holdsWornPhrase } from '../../shared/domain/plays/words.ts'
import { sourcesIn } from './sources.ts'

/** As it is read: strings that are broken over lines joined, and the marks around them gone. */
const unquoted = (text: string): string => text.replaceAll("\\'", '’').replaceAll(/['"`]\s*\+\s*['"`]/g, '')

it('no worn phrase stands in what Relight says or is made of, but in the list of them', () => {
  const worn = ['shared', 'functions', 'infra'].flatMap(sourcesIn).filter(({ text }) => holdsWornPhrase(unquoted(text)))
  expect(worn.map(({ path }) => path)).toEqual(['shared/domain/plays/words.ts'])
})

it('a worn phrase is found however it is written', () => {
  expect(holdsWornPhrase(unquoted(String.raw`'I know you\'re' + ' busy'`))).toBe(true)
})

/** Written apart, so that this file does not find itself. */
const ASIDE = new RegExp(
  String.raw`\b(?:describe|it|test)(?:\.\w+(?:\([^)]*\))?)*\.(?:${['only', 'skip', 'todo'].join('|')})\b`,
)

it('no test is left out, and none is run alone', () => {
  const aside = sourcesIn('test').flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (ASIDE.test(line) ? [`${path}:${index + 1}`] : [])),
  )
  expect(aside).toEqual([])
})

it('a test left out is found by whatever name it goes', () => {
  const names = ['it', 'describe.each(rows)', 'test.concurrent'].flatMap(name => [`${name}.skip`, `${name}.only`])
  expect(names.filter(name => ASIDE.test(`  ${name}('a rule', () => {})`))).toEqual(names)
})
