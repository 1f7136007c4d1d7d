import type { IndexDefinition } from '../../localcloud/engine/types'
import type { Api } from './api'
import type { CallRule, Found, FoundFunction, Wanted } from './model'
import { ApiError } from './retry'

/** Names and pages that one request lists. */
const pageSize = 100

/** Reads what an environment holds; of what is not declared only the names. Changes nothing. */
export async function lookAt(api: Api, wanted: Wanted): Promise<Found> {
  return {
    collections: await collectionsOf(api, wanted),
    storageAcl: await storageAclOf(api),
    callRule: await callRuleOf(api),
    functions: await functionsOf(api, wanted),
    pages: await pagesOf(api),
  }
}

/** Where the SDK and the console find the environment's database. */
export const databaseOf = ({ envId, environment }: Api) => ({
  EnvId: envId,
  MongoConnector: { InstanceId: 'flexdb', DatabaseName: environment.Databases?.[0]?.InstanceId ?? '' },
})

export const namespaceOf = ({ envId, environment }: Api): string =>
  environment.Functions?.[0]?.Namespace || envId

export const bucketOf = ({ environment }: Api): string => environment.Storages?.[0]?.Bucket ?? ''

interface Table {
  Indexes?: Array<{
    Name: string
    Unique: boolean
    Keys: Array<{ Name: string; Direction: string }>
  }> | null
}

async function collectionsOf(api: Api, { collections }: Wanted): Promise<Found['collections']> {
  const found: Found['collections'] = {}
  for (const name of await collectionNames(api)) {
    if (!collections[name]) {
      found[name] = { acl: '', indexes: [] }
      continue
    }
    const table = await api.call<Table>('tcb', 'DescribeTable', { ...databaseOf(api), TableName: name })
    const acl = { EnvId: api.envId, CollectionName: name }
    const { AclTag } = await api.call<{ AclTag: string }>('tcb', 'DescribeDatabaseACL', acl)
    found[name] = { acl: AclTag, indexes: indexesOf(table) }
  }
  return found
}

async function collectionNames(api: Api): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const page = { MgoLimit: pageSize, MgoOffset: names.length }
    const { Tables } = await api.call<{ Tables: Array<{ TableName: string }> | null }>('tcb', 'ListTables', {
      ...databaseOf(api),
      ...page,
    })
    names.push(...(Tables ?? []).map(({ TableName }) => TableName))
    if ((Tables ?? []).length < pageSize) return names
  }
}

/** Without those that every collection has: `_id_`, and `_openid_1`, which the platform makes. */
const indexesOf = ({ Indexes }: Table): IndexDefinition[] =>
  (Indexes ?? [])
    .filter(({ Name }) => !/^(_id_|_openid)/.test(Name))
    .map(({ Name, Unique, Keys }) => ({
      name: Name,
      fields: Keys.map((key) => [key.Name, key.Direction === '-1' ? -1 : 1] as const),
      ...(Unique ? { unique: true } : {}),
    }))

async function storageAclOf(api: Api): Promise<string> {
  const where = { EnvId: api.envId, Bucket: bucketOf(api) }
  return (await api.call<{ AclTag: string }>('tcb', 'DescribeStorageSafeRule', where)).AclTag
}

async function callRuleOf(api: Api): Promise<CallRule | null> {
  const { PermissionList } = await api.call<{ PermissionList?: Array<{ SecurityRule?: string }> }>(
    'tcb',
    'DescribeResourcePermission',
    { EnvId: api.envId, ResourceType: 'function' },
  )
  const text = PermissionList?.[0]?.SecurityRule
  return text ? (JSON.parse(text) as CallRule) : null
}

async function functionsOf(api: Api, wanted: Wanted): Promise<Found['functions']> {
  const found: Found['functions'] = {}
  for (const name of await functionNames(api)) {
    const isOurs = wanted.functions.some((one) => one.name === name)
    found[name] = isOurs ? await functionOf(api, name) : unread
  }
  return found
}

async function functionNames(api: Api): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const page = { EnvId: namespaceOf(api), Limit: pageSize, Offset: names.length }
    const { Functions } = await api.call<{ Functions?: Array<{ FunctionName: string }> }>(
      'tcb',
      'ListFunctions',
      page,
    )
    names.push(...(Functions ?? []).map(({ FunctionName }) => FunctionName))
    if ((Functions ?? []).length < pageSize) return names
  }
}

const unread: FoundFunction = {
  ...{ runtime: '', handler: '', memoryMb: 0, timeoutSeconds: 0, description: '', status: '' },
  variables: {},
  timers: [],
}

interface FunctionInfo {
  Status: string
  Runtime: string
  Handler: string
  MemorySize: number
  Timeout: number
  Description?: string
  Environment?: { Variables?: Array<{ Key: string; Value: string }> }
  Triggers?: Array<{ TriggerName: string; Type: string; TriggerDesc: string }>
}

/** A function as it stands, also while it is being made. */
export async function functionOf(api: Api, name: string): Promise<FoundFunction> {
  const info = await api.call<FunctionInfo>('scf', 'GetFunction', {
    ...{ FunctionName: name, Namespace: namespaceOf(api) },
    ShowCode: 'FALSE',
  })
  return {
    runtime: info.Runtime,
    handler: info.Handler,
    memoryMb: info.MemorySize,
    timeoutSeconds: info.Timeout,
    description: info.Description ?? '',
    status: info.Status,
    variables: Object.fromEntries((info.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
    timers: (info.Triggers ?? [])
      .filter(({ Type }) => Type === 'timer')
      .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, cron: cronIn(TriggerDesc) })),
  }
}

/** Written as a bare expression, read back as `{"cron": "…"}`. */
function cronIn(description: string): string {
  if (!description.startsWith('{')) return description
  return String((JSON.parse(description) as { cron?: unknown }).cron ?? '')
}

/** No site is an answer too. */
async function pagesOf(api: Api): Promise<Map<string, string> | null> {
  const { Data } = await api.call<{ Data?: Array<{ Status: string }> | null }>('tcb', 'DescribeStaticStore', {
    EnvId: api.envId,
  })
  const status = Data?.[0]?.Status
  if (!status || status === 'offline') return null
  if (status !== 'online')
    throw new ApiError('DescribeStaticStore', status, 'the site is not ready yet; try again later')
  return api.sitePages()
}
