import type { Wanted } from './model'

/**
 * The content of `cloudbaserc.json`, for those who go on with Tencent's own command (`tcb fn deploy`): the same
 * functions, and no secret in it. That command overwrites the variables of a function, so they are all named.
 */
export function cloudbaserc(envId: string, { functions, secrets, settings }: Wanted): object {
  const isSet = (name: string) => settings[name] !== undefined
  const names = [...Object.keys(secrets), ...Object.keys(settings).filter(isSet)]
  return {
    version: '2.0',
    envId,
    functionRoot: './functions',
    functions: functions.map(({ name, runtime, handler, memoryMb, timeoutSeconds, timers }) => ({
      name,
      runtime,
      handler,
      memorySize: memoryMb,
      timeout: timeoutSeconds,
      installDependency: false,
      envVariables: Object.fromEntries(names.map((variable) => [variable, `{{env.${variable}}}`])),
      triggers: timers.map(({ name: timer, cron }) => ({ name: timer, type: 'timer', config: cron })),
    })),
  }
}
