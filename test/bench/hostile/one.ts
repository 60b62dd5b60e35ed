import { readFileSync } from 'node:fs'
import { openOffice } from '../office.ts'
import { HOSTILE } from './cases.ts'
import { judge } from './judge.ts'

/** Takes in the one stored message of a file, in a process of its own: `node one.ts CASE FILE`. */

const [name, file] = process.argv.slice(2)
const mail = Object.values(HOSTILE)
  .flat()
  .find(each => each.name === name)
if (!mail || !file) throw new Error(`there is no hostile mail "${name}"`)
const office = await openOffice()
const raw = readFileSync(file)
const start = process.cpuUsage()
const outcome = await office.arrive(raw)
// What the machine is busy with beside it is not to blame on the mail.
const { user, system } = process.cpuUsage(start)
const milliseconds = (user + system) / 1000
const megabytes = process.resourceUsage().maxRSS / 1024
const { status, rule, why } = outcome
console.log(JSON.stringify({ status, rule, why, milliseconds, megabytes, wrong: judge(mail, outcome) }))
