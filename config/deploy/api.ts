import { createRequire } from 'node:module'
import { join } from 'node:path'
import { quietly, retrying } from './retry'

/** The parts of `@cloudbase/manager-node` that are used: signed calls, and the site's object store. */
interface Manager {
  currentEnvironment(): { lazyInit(): Promise<EnvironmentInfo> }
  commonService(
    service: Service,
    version: string,
  ): { call(options: { Action: string; Param: object }): Promise<unknown> }
  hosting: {
    listFiles(): Promise<Array<{ Key: string; ETag: string }>>
    uploadFiles(options: {
      files: Array<{ localPath: string; cloudPath: string }>
      parallel: number
      retryCount: number
    }): Promise<unknown>
  }
}

interface EnvironmentInfo {
  EnvId: string
  Databases?: Array<{ InstanceId: string }>
  Functions?: Array<{ Namespace: string }>
  Storages?: Array<{ Bucket: string; Region: string }>
  LogServices?: Array<{ LogsetId: string; TopicId: string }>
}

type Service = 'tcb' | 'scf'

const versions: Record<Service, string> = { tcb: '2018-06-08', scf: '2018-04-16' }

/** Tencent's API, for one environment. */
export interface Api {
  envId: string
  environment: EnvironmentInfo
  /** Signed; tried again when the answer is that there were too many, or none. @throws ApiError */
  call<Reply>(service: Service, action: string, parameters: object): Promise<Reply>
  /** MD5 of every file of the site, by path. */
  sitePages(): Promise<Map<string, string>>
  uploadPages(files: Array<{ localPath: string; cloudPath: string }>): Promise<void>
}

export interface Credentials {
  secretId: string
  secretKey: string
  token?: string
}

/**
 * Signs in to an environment.
 * @param sdkFolder the folder that the SDK is installed in
 * @throws ApiError when the keys are wrong or there is no such environment
 */
export async function openApi(sdkFolder: string, envId: string, credentials: Credentials): Promise<Api> {
  const Manager = createRequire(join(sdkFolder, 'package.json'))('@cloudbase/manager-node') as new (
    options: object,
  ) => Manager
  const proxy = process.env.https_proxy ?? process.env.http_proxy
  const manager = new Manager({ ...credentials, envId, proxy })
  const environment = await retrying('DescribeEnvInfo', () => manager.currentEnvironment().lazyInit())
  const call: Api['call'] = (service, action, parameters) =>
    retrying(action, () =>
      manager.commonService(service, versions[service]).call({ Action: action, Param: parameters }),
    ) as Promise<never>
  return {
    envId,
    environment,
    call,
    sitePages: async () => {
      const files = await retrying('list the site', () => manager.hosting.listFiles())
      return new Map(files.map(({ Key, ETag }) => [Key, ETag.replaceAll('"', '')]))
    },
    uploadPages: async (files) => {
      await quietly(() => manager.hosting.uploadFiles({ files, parallel: 10, retryCount: 3 }))
    },
  }
}
