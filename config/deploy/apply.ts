import { readFileSync } from 'node:fs'
import type { Api } from './api'
import { bucketOf, databaseOf, functionOf, namespaceOf } from './look'
import { collectionAcl, storageAcl, type Step, type Wanted, type WantedFunction } from './model'
import { descriptionOf } from './plan-functions'
import { ApiError, sleep } from './retry'
import { zipOfOne } from './zip'

/** What one request may carry of a function's code; more would need a detour over the object store. */
const maxZipBytes = 1.5 * 1024 * 1024
const maxWaits = 120

/**
 * Carries one step out and waits until it has taken effect. A step that was done already is done.
 * @param variables what a new function gets as its environment
 */
export async function apply(api: Api, step: Step, variables: Wanted['secrets']): Promise<void> {
  switch (step.kind) {
    case 'createCollection':
      return makingSure(api.call('tcb', 'CreateTable', { ...databaseOf(api), TableName: step.collection }))
    case 'closeCollection': {
      const acl = { EnvId: api.envId, CollectionName: step.collection, AclTag: collectionAcl }
      return done(api.call('tcb', 'ModifyDatabaseACL', acl))
    }
    case 'createIndex':
      return makingSure(api.call('tcb', 'UpdateTable', indexParameters(api, step)))
    case 'closeStorage': {
      const acl = { EnvId: api.envId, Bucket: bucketOf(api), AclTag: storageAcl }
      return done(api.call('tcb', 'ModifyStorageSafeRule', acl))
    }
    case 'setCallRule': {
      const rule = { ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: JSON.stringify(step.rule) }
      return done(api.call('tcb', 'ModifyResourcePermission', { EnvId: api.envId, ...rule }))
    }
    case 'openSite':
      return openSite(api)
    case 'uploadPages':
      return uploadPages(api, step)
    default:
      return applyToFunction(api, step, variables)
  }
}

type FunctionStep = Extract<
  Step,
  { kind: 'createFunction' | 'updateCode' | 'configure' | 'createTimer' | 'changeTimer' }
>

async function applyToFunction(api: Api, step: FunctionStep, variables: Wanted['secrets']): Promise<void> {
  const Namespace = namespaceOf(api)
  if (step.kind === 'createTimer' || step.kind === 'changeTimer') {
    const { functionName: FunctionName, timer } = step
    const trigger = { TriggerName: timer.name, Type: 'timer', TriggerDesc: timer.cron }
    const action = step.kind === 'createTimer' ? 'CreateTrigger' : 'UpdateTrigger'
    return makingSure(api.call('scf', action, { FunctionName, Namespace, ...trigger, Enable: 'OPEN' }))
  }
  const { wanted } = step
  if (step.kind === 'createFunction') {
    await makingSure(api.call('scf', 'CreateFunction', creation(api, wanted, variables)))
  } else if (step.kind === 'updateCode') {
    const code = { Code: codeOf(wanted), Handler: wanted.handler, InstallDependency: 'FALSE' }
    await api.call('scf', 'UpdateFunctionCode', { FunctionName: wanted.name, Namespace, ...code })
  } else {
    const settings = { ...settingsOf(wanted), Environment: { Variables: variablesOf(step.variables) } }
    await api.call('scf', 'UpdateFunctionConfiguration', { ...settings, Namespace })
  }
  await untilActive(api, wanted.name)
}

const indexParameters = (api: Api, { collection, index }: Extract<Step, { kind: 'createIndex' }>) => ({
  ...databaseOf(api),
  TableName: collection,
  CreateIndexes: [
    {
      IndexName: index.name,
      MgoKeySchema: {
        MgoIndexKeys: index.fields.map(([Name, direction]) => ({ Name, Direction: String(direction) })),
        MgoIsUnique: index.unique === true,
        MgoIsSparse: false,
      },
    },
  ],
})

function creation(api: Api, wanted: WantedFunction, variables: Wanted['secrets']): object {
  const logs = api.environment.LogServices?.[0]
  return {
    ...settingsOf(wanted),
    Namespace: namespaceOf(api),
    Runtime: wanted.runtime,
    Handler: wanted.handler,
    Code: codeOf(wanted),
    InstallDependency: 'FALSE',
    Environment: { Variables: variablesOf(variables) },
    // The role and the stamp that make a function one of CloudBase, as its own tools set them.
    Role: 'TCB_QcsRole',
    Stamp: 'MINI_QCBASE',
    ...(logs ? { ClsLogsetId: logs.LogsetId, ClsTopicId: logs.TopicId } : {}),
  }
}

const settingsOf = (wanted: WantedFunction) => ({
  FunctionName: wanted.name,
  MemorySize: wanted.memoryMb,
  Timeout: wanted.timeoutSeconds,
  Description: descriptionOf(wanted),
})

const variablesOf = (values: Record<string, string | undefined>) =>
  Object.entries(values).flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }]))

function codeOf({ name, bundle }: WantedFunction): { ZipFile: string } {
  const zip = zipOfOne('index.js', readFileSync(bundle))
  if (zip.length > maxZipBytes)
    throw new Error(`the code of function ${name} is larger than one request takes`)
  return { ZipFile: zip.toString('base64') }
}

/** A function that is being made or changed takes no further change. */
async function untilActive(api: Api, name: string): Promise<void> {
  for (let wait = 0; wait < maxWaits; wait += 1) {
    const { status } = await functionOf(api, name)
    if (status === 'Active') return
    if (/Failed$/.test(status)) throw new ApiError('GetFunction', status, name)
    await sleep(1000)
  }
  throw new Error(`function ${name} is still not ready`)
}

async function openSite(api: Api): Promise<void> {
  await makingSure(api.call('tcb', 'CreateStaticStore', { EnvId: api.envId }))
  for (let wait = 0; wait < maxWaits; wait += 1) {
    const reply = await api.call<{ Data?: Array<{ Status: string }> | null }>('tcb', 'DescribeStaticStore', {
      EnvId: api.envId,
    })
    if (reply.Data?.[0]?.Status === 'online') return
    await sleep(1000)
  }
  throw new Error('the site is still not ready')
}

/** The entry page alone and last. */
async function uploadPages(api: Api, { pages }: Extract<Step, { kind: 'uploadPages' }>): Promise<void> {
  const files = pages.map(({ file, path }) => ({ localPath: file, cloudPath: path }))
  const entry = files.filter(({ cloudPath }) => cloudPath === 'index.html')
  const rest = files.filter(({ cloudPath }) => cloudPath !== 'index.html')
  if (rest.length > 0) await api.uploadPages(rest)
  if (entry.length > 0) await api.uploadPages(entry)
}

/** The answer to an earlier try can get lost: that it is there already is what was wanted. */
async function makingSure(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    const isThere =
      error instanceof ApiError && /InUse|AlreadyExist|Exist(s|ed)?$|Duplicate/i.test(error.code)
    if (!isThere) throw error
  }
}

async function done(call: Promise<unknown>): Promise<void> {
  await call
}
