import { describe, expect, it } from 'vitest'
import { type Import, importsOf, type Source, sourcesIn } from './sources.ts'

/** Which of `shared`'s parts each of them may import beside itself. No two stand on each other. */
const STANDS_ON: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  log: ['domain'],
  bus: ['domain', 'log'],
  views: ['domain', 'log'],
  mail: ['domain', 'log', 'views'],
  runtime: ['domain', 'log'],
  web: ['mail', 'runtime'],
}

const imports = (folder: string): readonly Import[] => sourcesIn(folder).flatMap(importsOf)
const outside = (folder: string, allowed: readonly string[]): readonly Import[] =>
  imports(folder).filter(({ of, ours }) => ours && !allowed.some(start => of.startsWith(start)))

describe('imports run one way', () => {
  it('from functions to shared, and from one function never to another', () => {
    const functions = new Set(sourcesIn('functions').map(({ path }) => path.split('/')[1]))
    expect(functions.size).toBeGreaterThan(0)
    for (const name of functions) expect(outside(`functions/${name}`, [`functions/${name}/`, 'shared/'])).toEqual([])
  })

  it('from infra to nothing of the functions, which it finds by their folders', () => {
    expect(outside('infra', ['infra/', 'shared/', 'node_modules/'])).toEqual([])
  })

  it('from the parts of the picture to nothing that runs', () => {
    expect(outside('infra/parts', ['infra/parts/'])).toEqual([])
  })

  it('from shared to nothing but shared', () => {
    expect(outside('shared', ['shared/'])).toEqual([])
  })

  it('inside shared from the adapters to the domain, and from an adapter only to those it stands on', () => {
    const parts = new Set(sourcesIn('shared').map(({ path }) => path.split('/')[1] ?? ''))
    expect([...parts].toSorted()).toEqual(Object.keys(STANDS_ON).toSorted())
    for (const [part, others] of Object.entries(STANDS_ON))
      expect(
        outside(
          `shared/${part}`,
          [part, ...others].map(name => `shared/${name}/`),
        ),
      ).toEqual([])
  })
})

describe('the domain', () => {
  it('needs zod and Temporal, and nothing else', () => {
    const packages = imports('shared/domain').filter(({ ours }) => !ours)
    expect(new Set(packages.map(({ of }) => of))).toEqual(new Set(['zod', 'temporal-polyfill']))
  })

  it('reads no clock, rolls no dice, makes no id and reaches for nothing around it', () => {
    expect(sourcesIn('shared/domain').flatMap(impurities)).toEqual([])
  })
})

describe('the reading of mail', () => {
  it('knows nothing of AWS', () => {
    expect(imports('shared/mail/read').filter(({ of }) => of.startsWith('@aws'))).toEqual([])
  })
})

describe('what runs in the cloud', () => {
  it('asks no clock but the instant of what set it off; only a deployment happens at a moment of its own', () => {
    const asking = [...sourcesIn('shared'), ...sourcesIn('functions')].filter(({ text }) => CLOCK.test(text))
    expect(asking.map(({ path }) => path)).toEqual(['functions/found/handler.ts'])
  })
})

const CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/
const AROUND =
  /\bMath\.random\b|\bcrypto\b|\bprocess\.[a-z]|\bglobalThis\b|\bconsole\.|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(/

const impurities = ({ path, text }: Source): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    const found = CLOCK.exec(line) ?? AROUND.exec(line)
    return found ? [`${path}:${index + 1} ${found[0]}`] : []
  })

describe('what these tests read', () => {
  it('is every import, whether of a type, of a value, of several lines or late', () => {
    const text = [
      "import type { A } from '../log/a.ts'",
      'import {',
      '  b,',
      "} from './b.ts'",
      "export { c } from 'c/d'",
      "import 'e'",
      "const f = () => import('./f.ts')",
    ].join('\n')
    expect(importsOf({ path: 'shared/views/x.ts', text }).map(({ of }) => of)).toEqual([
      'shared/log/a.ts',
      'shared/views/b.ts',
      'c/d',
      'e',
      'shared/views/f.ts',
    ])
  })

  it('is every way to the clock and around', () => {
    const asks = ['Date.now()', 'new Date()', 'Temporal.Now.instant()', 'Math.random()', 'process.env', 'fetch(url)']
    expect(asks.flatMap(text => impurities({ path: 'x', text }))).toHaveLength(asks.length)
    expect(impurities({ path: 'x', text: "new Date(at); 'our process.'; hash.update" })).toEqual([])
  })
})
