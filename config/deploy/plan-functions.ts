import type { CallRule, Found, FoundFunction, Plan, Step, Wanted, WantedFunction } from './model'

/** Triggers of one kind that a function may have (cloud.tencent.com/document/product/583/11637). */
const maxTimers = 10

/** What a function's description says of its code. */
export const descriptionOf = ({ codeHash }: WantedFunction): string => `jinlin code ${codeHash}`

/** The call rule, the functions and their timers. */
export function planFunctions(wanted: Wanted, found: Found): Plan {
  const rule = callRuleOf(wanted.functions, found)
  const plan: Plan = {
    // Before the functions: `jobs` is closed to clients from its first moment.
    steps: sameRule(rule, found.callRule) ? [] : [{ kind: 'setCallRule', rule }],
    left: otherFunctions(wanted, found),
    refusals: missingSecrets(wanted),
  }
  for (const one of wanted.functions) {
    const present = found.functions[one.name]
    plan.steps.push(...(present ? changesOf(one, present, wanted) : creationOf(one)))
    plan.refusals.push(...(present ? refusalsOf(one, present, wanted.secrets) : []))
    plan.refusals.push(...tooManyTimers(one, present))
    plan.left.push(...(present ? otherTimers(one, present) : []))
  }
  return plan
}

const creationOf = (wanted: WantedFunction): Step[] => [
  { kind: 'createFunction', wanted },
  ...wanted.timers.map((timer): Step => ({ kind: 'createTimer', functionName: wanted.name, timer })),
]

function changesOf(wanted: WantedFunction, found: FoundFunction, all: Wanted): Step[] {
  const hasCode = found.description === descriptionOf(wanted)
  const differences = differencesOf(wanted, found, all)
  // The description is written after the code: a run that breaks in between uploads the code again.
  const steps: Step[] = hasCode ? [] : [{ kind: 'updateCode', wanted }]
  if (!hasCode || differences.length > 0)
    steps.push({
      kind: 'configure',
      wanted,
      differences,
      variables: { ...found.variables, ...given(all.secrets), ...given(all.settings) },
    })
  for (const timer of wanted.timers) {
    const present = found.timers.find(({ name }) => name === timer.name)
    if (!present) steps.push({ kind: 'createTimer', functionName: wanted.name, timer })
    else if (present.cron !== timer.cron)
      steps.push({ kind: 'changeTimer', functionName: wanted.name, timer })
  }
  return steps
}

function differencesOf(
  wanted: WantedFunction,
  found: FoundFunction,
  { secrets, settings }: Wanted,
): string[] {
  const differences: string[] = []
  if (found.memoryMb !== wanted.memoryMb) differences.push(`memory ${found.memoryMb} → ${wanted.memoryMb} MB`)
  if (found.timeoutSeconds !== wanted.timeoutSeconds)
    differences.push(`time-out ${found.timeoutSeconds} → ${wanted.timeoutSeconds} s`)
  for (const name of Object.keys(secrets))
    if (found.variables[name] === undefined) differences.push(`${name} is set`)
  for (const [name, value] of Object.entries(given(settings)))
    if (found.variables[name] !== value) differences.push(`${name} is set`)
  return differences
}

/** What cannot be changed on a function that is there. */
function refusalsOf(wanted: WantedFunction, found: FoundFunction, secrets: Wanted['secrets']): string[] {
  const { name, runtime } = wanted
  const refusals: string[] = []
  if (found.runtime !== runtime)
    refusals.push(
      `function ${name} runs on ${found.runtime} and cannot be moved to ${runtime}: delete it first`,
    )
  if (found.status === 'CreateFailed')
    refusals.push(`function ${name} could not be created by an earlier run: delete it in the console`)
  for (const [variable, value] of Object.entries(given(secrets)))
    if (found.variables[variable] !== undefined && found.variables[variable] !== value)
      refusals.push(
        `${variable} is not the one that function ${name} has. With another key every member is a stranger and ` +
          'every code is void: set the variable to the key that was deployed',
      )
  return refusals
}

/** Those that somebody else made stay, and count. */
function tooManyTimers({ name, timers }: WantedFunction, found: FoundFunction | undefined): string[] {
  const names = new Set([...timers, ...(found?.timers ?? [])].map((timer) => timer.name))
  return names.size > maxTimers ? [`function ${name} would have ${names.size} timers`] : []
}

/** A secret too short for what it protects is none. */
const missingSecrets = ({ secrets }: Wanted): string[] =>
  Object.entries(secrets)
    .filter(([, value]) => value === undefined || value.length < 32)
    .map(([name]) => `${name} is not set in the environment, or is shorter than 32 characters`)

const given = (values: Wanted['secrets']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/**
 * Default deny: clients may call the functions that are declared so, and no others. A function that is not
 * declared keeps what it had.
 */
function callRuleOf(wanted: WantedFunction[], found: Found): CallRule {
  const rule: CallRule = { '*': { invoke: false } }
  const usual = found.callRule?.['*'] ?? { invoke: 'auth != null' }
  for (const name of Object.keys(found.functions).sort()) rule[name] = found.callRule?.[name] ?? usual
  for (const { name, clientCallable } of wanted) rule[name] = { invoke: clientCallable }
  return rule
}

const sameRule = (a: CallRule, b: CallRule | null): boolean => b !== null && sorted(a) === sorted(b)

const sorted = (rule: CallRule): string =>
  JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)))

const otherFunctions = (wanted: Wanted, found: Found): string[] =>
  Object.keys(found.functions)
    .filter((name) => !wanted.functions.some((one) => one.name === name))
    .map((name) => `function ${name}`)

const otherTimers = (wanted: WantedFunction, found: FoundFunction): string[] =>
  found.timers
    .filter(({ name }) => !wanted.timers.some((one) => one.name === name))
    .map(({ name }) => `timer ${wanted.name}.${name}`)
