import type { Browser } from 'playwright-core'

export function launch(): Promise<Browser>
export function keptBrowser(): Promise<Browser>
export function leaveBrowser(): void
export const patienceMs: number
