import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** What `cdk synth` wrote; written anew only where a source is newer, by one process at a time. */

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = ['infra', 'functions', 'shared', 'cdk.json', 'package-lock.json']
/** These make the stack on one machine, not the template. */
const OURS = join(ROOT, 'infra/local')

const ASSEMBLY = join(ROOT, 'cdk.out')
const TEMPLATE = join(ASSEMBLY, 'Relight.template.json')
const LOCK = join(ASSEMBLY, '.lock')

export type Assembly = { readonly folder: string; readonly template: string }

export const synthesized = async (): Promise<Assembly> => {
  mkdirSync(ASSEMBLY, { recursive: true })
  while (isStale() && !locked()) await new Promise(resolve => setTimeout(resolve, 100))
  if (isStale()) synthesize()
  return { folder: ASSEMBLY, template: readFileSync(TEMPLATE, 'utf8') }
}

const isStale = (): boolean =>
  !existsSync(TEMPLATE) || SOURCES.some(source => newest(join(ROOT, source)) > statSync(TEMPLATE).mtimeMs)

const newest = (path: string): number => {
  if (path === OURS) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(...readdirSync(path).map(name => newest(join(path, name))), 0)
}

/** Whether the lock is now ours. One that a process left behind when it was killed is taken from it. */
const locked = (): boolean => {
  try {
    const file = openSync(LOCK, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch {
    if (!holderLives()) rmSync(LOCK, { force: true })
    return false
  }
}

const holderLives = (): boolean => {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'))
    // Written a moment after the file is there.
    return holder === 0 || process.kill(holder, 0)
  } catch {
    return false
  }
}

const synthesize = (): void => {
  try {
    const cdk = join(ROOT, 'node_modules/aws-cdk/bin/cdk')
    const { status, stderr } = spawnSync(process.execPath, [cdk, 'synth', '--quiet', '--no-notices'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`cdk synth failed\n${stderr}`)
  } finally {
    rmSync(LOCK, { force: true })
  }
}
