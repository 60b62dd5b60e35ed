import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Where a Chrome of the machine's own lies, on machines that the packaged one does not run on. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A real browser: on Linux the one that comes with the packages, elsewhere the installed Chrome. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: INSTALLED.find(existsSync) ?? (await chromium.executablePath()),
    // A container has no room for Chrome's own sandbox; what these pages hold is ours.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
