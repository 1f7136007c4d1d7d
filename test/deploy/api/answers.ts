/** What the simulated environment holds, in the words of Tencent's API. */
export interface Environment {
  tables: Record<string, { acl: string; indexes: IndexInfo[] }>
  functions: Record<string, FunctionInfo>
  storageAcl: string
  callRule: string | null
  site: 'none' | 'online'
  /** MD5 by path. */
  files: Map<string, string>
}

interface IndexInfo {
  Name: string
  Unique: boolean
  Keys: Array<{ Name: string; Direction: string }>
}

interface FunctionInfo {
  Status: string
  Runtime: string
  Handler: string
  MemorySize: number
  Timeout: number
  Description: string
  ZipFile: string
  Environment: { Variables: Array<{ Key: string; Value: string }> }
  Triggers: Array<{ TriggerName: string; Type: string; TriggerDesc: string }>
}

/** A new environment, as it is on the day that it was bought. */
export const newEnvironment = (): Environment => ({
  tables: {},
  functions: {},
  storageAcl: 'READONLY',
  callRule: null,
  site: 'none',
  files: new Map(),
})

export const envId = 'jinlin-test-1a2b3c'

/** The parameters of any action. */
interface Parameters {
  TableName: string
  CollectionName: string
  AclTag: string
  SecurityRule: string
  FunctionName: string
  TriggerName: string
  TriggerDesc: string
  Code: { ZipFile: string }
  CreateIndexes: Array<{
    IndexName: string
    MgoKeySchema: { MgoIndexKeys: IndexInfo['Keys']; MgoIsUnique: boolean }
  }>
}

/** Triggers of one kind that a function may have (cloud.tencent.com/document/product/583/11637); here all are timers. */
const maxTriggers = 10

type Answer = (environment: Environment, parameters: Parameters) => object

const unknown = (what: string) => ({ code: `ResourceNotFound.${what}`, message: 'it is not there' })
const inUse = (what: string) => ({ code: `ResourceInUse.${what}`, message: 'it is there already' })

const table: Record<string, Answer> = {
  DescribeEnvInfo: () => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: envId,
        Databases: [{ InstanceId: 'tnt-simulated' }],
        Functions: [{ Namespace: envId }],
        Storages: [{ Bucket: 'store-1250000000', Region: 'ap-shanghai', AppId: '1250000000' }],
        LogServices: [{ LogsetId: 'set', TopicId: 'topic' }],
      },
    },
  }),
  ListTables: ({ tables }) => {
    const Tables = Object.keys(tables).map((TableName) => ({ TableName }))
    return { Tables: Tables.length > 0 ? Tables : null }
  },
  CreateTable: ({ tables }, { TableName }) => {
    if (tables[TableName]) return inUse('Table')
    tables[TableName] = {
      acl: 'PRIVATE',
      indexes: [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }],
    }
    return {}
  },
  DescribeTable: ({ tables }, { TableName }) => {
    const found = tables[TableName]
    return found ? { IndexNum: found.indexes.length, Indexes: found.indexes } : unknown('Table')
  },
  UpdateTable: ({ tables }, { TableName, CreateIndexes }) => {
    const found = tables[TableName]
    if (!found) return unknown('Table')
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (found.indexes.some(({ Name }) => Name === IndexName)) return inUse('Index')
      found.indexes.push({
        Name: IndexName,
        Unique: MgoKeySchema.MgoIsUnique,
        Keys: MgoKeySchema.MgoIndexKeys,
      })
    }
    return {}
  },
  DescribeDatabaseACL: ({ tables }, { CollectionName }) => ({ AclTag: tables[CollectionName]?.acl }),
  ModifyDatabaseACL: ({ tables }, { CollectionName, AclTag }) => {
    const found = tables[CollectionName]
    if (!found) return unknown('Table')
    found.acl = AclTag
    return {}
  },
  DescribeStorageSafeRule: ({ storageAcl }) => ({ AclTag: storageAcl }),
  ModifyStorageSafeRule: (environment, { AclTag }) => {
    environment.storageAcl = AclTag
    return {}
  },
  DescribeResourcePermission: ({ callRule }) => ({
    PermissionList: callRule
      ? [{ ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: callRule }]
      : [],
  }),
  ModifyResourcePermission: (environment, { SecurityRule }) => {
    environment.callRule = SecurityRule
    return { Success: true }
  },
}

const functions: Record<string, Answer> = {
  ListFunctions: ({ functions: all }) => ({
    Functions: Object.keys(all).map((FunctionName) => ({ FunctionName })),
    TotalCount: Object.keys(all).length,
  }),
  GetFunction: ({ functions: all }, { FunctionName }) => all[FunctionName] ?? unknown('Function'),
  CreateFunction: ({ functions: all }, { Code, FunctionName, ...rest }) => {
    if (all[FunctionName]) return inUse('FunctionName')
    all[FunctionName] = {
      ...(rest as unknown as FunctionInfo),
      Status: 'Active',
      Triggers: [],
      ZipFile: Code.ZipFile,
    }
    return {}
  },
  UpdateFunctionCode: ({ functions: all }, { FunctionName, Code }) => {
    const found = all[FunctionName]
    if (!found) return unknown('Function')
    found.ZipFile = Code.ZipFile
    return {}
  },
  UpdateFunctionConfiguration: ({ functions: all }, { FunctionName, ...rest }) => {
    const found = all[FunctionName]
    if (!found) return unknown('Function')
    Object.assign(found, rest)
    return {}
  },
  CreateTrigger: ({ functions: all }, { FunctionName, TriggerName, TriggerDesc }) => {
    const found = all[FunctionName]
    if (!found) return unknown('Function')
    if (found.Triggers.some((one) => one.TriggerName === TriggerName)) return inUse('Trigger')
    if (found.Triggers.length >= maxTriggers) return { code: 'LimitExceeded.Trigger', message: 'too many' }
    found.Triggers.push({ TriggerName, Type: 'timer', TriggerDesc: JSON.stringify({ cron: TriggerDesc }) })
    return {}
  },
  UpdateTrigger: ({ functions: all }, { FunctionName, TriggerName, TriggerDesc }) => {
    const found = all[FunctionName]?.Triggers.find((one) => one.TriggerName === TriggerName)
    if (!found) return unknown('Trigger')
    found.TriggerDesc = JSON.stringify({ cron: TriggerDesc })
    return {}
  },
}

const site: Record<string, Answer> = {
  DescribeStaticStore: ({ site: status }) => ({
    Data: status === 'none' ? [] : [{ Status: status, Bucket: 'site-1250000000', Regoin: 'ap-shanghai' }],
  }),
  CreateStaticStore: (environment) => {
    if (environment.site === 'online') return inUse('StaticStore')
    environment.site = 'online'
    return { Result: 'succ' }
  },
}

/** The actions that the command may use; any other is refused, as Tencent refuses it. */
export const answers = { ...table, ...functions, ...site } as Record<
  string,
  ((environment: Environment, parameters: never) => object) | undefined
> as Record<string, ((environment: Environment, parameters: Record<string, unknown>) => object) | undefined>
