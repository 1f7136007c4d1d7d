import { collectionAcl, storageAcl, type Plan, type Step } from './model'
import { describeIndex } from './plan-database'

/** One line for a step, without a secret in it. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'createCollection':
      return `create collection ${step.collection}`
    case 'closeCollection':
      return `close collection ${step.collection} to clients (${collectionAcl})`
    case 'createIndex':
      return `create index ${step.collection}.${step.index.name} ${describeIndex(step.index)}`
    case 'closeStorage':
      return `close the file store to all but who uploaded (${storageAcl})`
    case 'setCallRule':
      return `let clients call ${callable(step)}, and nothing else`
    case 'createFunction': {
      const { name, runtime, memoryMb, timeoutSeconds, codeHash } = step.wanted
      return `create function ${name} (${runtime}, ${memoryMb} MB, ${timeoutSeconds} s, code ${codeHash})`
    }
    case 'updateCode':
      return `update the code of function ${step.wanted.name} (${step.wanted.codeHash})`
    case 'configure':
      return `configure function ${step.wanted.name}${step.differences.length > 0 ? `: ${step.differences.join(', ')}` : ''}`
    case 'createTimer':
    case 'changeTimer':
      return `${step.kind === 'createTimer' ? 'create' : 'change'} timer ${step.functionName}.${step.timer.name} (${step.timer.cron})`
    case 'openSite':
      return 'open the site for the web pages'
    case 'uploadPages':
      return `upload ${step.pages.length} files of the web pages`
  }
}

const callable = ({ rule }: Extract<Step, { kind: 'setCallRule' }>): string =>
  Object.entries(rule)
    .filter(([, { invoke }]) => invoke !== false)
    .map(([name]) => name)
    .join(', ')

/** The whole plan, for a person. */
export function describePlan({ steps, left, refusals }: Plan): string[] {
  return [
    ...steps.map((step, index) => `${String(index + 1).padStart(4)}  ${describeStep(step)}`),
    ...left.map((what) => `   =  left as it is, not declared: ${what}`),
    ...refusals.map((reason) => `   !  ${reason}`),
  ]
}
