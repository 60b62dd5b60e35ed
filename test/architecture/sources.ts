import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The project's own TypeScript, read as text: what these tests hold is written nowhere else. */

export type Source = {
  /** From the root, with forward slashes: `shared/domain/policy.ts`. */
  readonly path: string
  readonly text: string
}

const ROOT = join(import.meta.dirname, '../..')

export const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => posix.join(folder, ...name.split(/[/\\]/)))
    .toSorted()
    .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

export type Import = {
  readonly from: string
  /** A file from the root where it is ours, else the name of a package with whatever lies below it. */
  readonly of: string
  readonly ours: boolean
}

/** A statement starts its line and holds no quote before the module's name; types count as much as values. */
const IMPORTS = /^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

export const importsOf = ({ path, text }: Source): readonly Import[] =>
  [...text.matchAll(IMPORTS)].map(([, from, bare, lazy]) => {
    const module = from ?? bare ?? lazy ?? ''
    const ours = module.startsWith('.')
    return { from: path, of: ours ? posix.join(posix.dirname(path), module) : module, ours }
  })
