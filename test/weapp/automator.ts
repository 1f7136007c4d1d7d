import { join } from 'node:path'
import { importOnce } from '../support/import-once'
import type * as Simulator from './server/kept.cjs'

/** What journeys use of WeChat's `miniprogram-automator` 0.12 (developers.weixin.qq.com, 小程序自动化). */
export interface MiniProgram {
  currentPage(): Promise<AutomatedPage>
  /** Calls a method of `wx`. Unlike the automator's own `reLaunch` it does not rest for three seconds. */
  callWxMethod(method: string, ...args: unknown[]): Promise<unknown>
  mockWxMethod(method: string, result: unknown): Promise<void>
  restoreWxMethod(method: string): Promise<void>
  /** Runs a function inside the mini program; what it gives must be JSON. */
  evaluate<T>(inside: () => T): Promise<T>
  disconnect(): void
}

export interface AutomatedPage {
  path: string
  query: Record<string, string>
  $(selector: string): Promise<AutomatedElement | null>
  $$(selector: string): Promise<AutomatedElement[]>
}

export interface AutomatedElement {
  text(): Promise<string>
  tap(): Promise<void>
  /** Of inputs only. */
  input?(text: string): Promise<void>
  trigger(type: string, detail?: object): Promise<void>
}

interface Automator {
  connect(options: { wsEndpoint: string }): Promise<MiniProgram>
  launch(options: { cliPath: string; projectPath: string }): Promise<MiniProgram>
}

/** A mini program that runs, and how to end it. */
export interface Running {
  program: MiniProgram
  stop(): void
}

/** In DevTools where `WECHAT_DEVTOOLS_CLI` names its command line, else in the runtime without it. */
export async function run(projectPath: string): Promise<Running> {
  const runtime = process.env.JINLIN_WEAPP_RUNTIME ?? ''
  const automator = require(join(runtime, 'node_modules/miniprogram-automator')) as Automator
  const cliPath = process.env.WECHAT_DEVTOOLS_CLI
  if (cliPath) {
    const program = await automator.launch({ cliPath, projectPath })
    return { program, stop: () => program.disconnect() }
  }
  const { open } = await importOnce<typeof Simulator>(join(__dirname, 'server/kept.cjs'))
  const program = await automator.connect({ wsEndpoint: await open(projectPath, runtime) })
  return { program, stop: () => program.disconnect() }
}
