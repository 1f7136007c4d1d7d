import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check } from './check'

/** As much of `@cloudbase/js-sdk` as the checks use. */
export interface JsSdk {
  init: (options: { env: string; accessKey?: string }) => JsApp
  registerHost: (host: string, protocol: string) => void
}

interface JsApp {
  callFunction: (options: { name: string; data: unknown }) => Promise<Record<string, unknown>>
  uploadFile: (options: {
    cloudPath: string
    fileContent: Buffer
    method: string
  }) => Promise<{ fileID: string }>
  getTempFileURL: (options: {
    fileList: string[]
  }) => Promise<{ fileList: { code: string; tempFileURL: string }[] }>
  downloadFile: (options: { fileID: string; tempFilePath: string }) => Promise<unknown>
  deleteFile: (options: { fileList: string[] }) => Promise<unknown>
}

/** Functions and files in GATEWAY mode, which is the SDK's default since 3.0. */
export function jsChecks(sdk: JsSdk, cloud: { env: string; url: string; token: string }): Check[] {
  const app = sdk.init({ env: cloud.env, accessKey: cloud.token })
  sdk.registerHost(cloud.url.replace('http://', ''), 'http:')
  return [...functions(app), ...files(app)]
}

function functions(app: JsApp): Check[] {
  return [
    {
      title: 'callFunction, as who is signed in',
      run: () => app.callFunction({ name: 'echo', data: { a: [1, '近'] } }),
      expected: { result: { event: { a: [1, '近'] }, openId: 'li' } },
    },
    {
      title: 'a function that throws',
      run: () => app.callFunction({ name: 'echo', data: { fail: true } }),
      expected: { code: 'FUNCTIONS_EXECUTE_FAIL' },
    },
    {
      title: 'a function that is not there',
      run: () => app.callFunction({ name: 'nothing', data: {} }),
      expected: { code: 'FUNCTION_NOT_FOUND' },
    },
    {
      title: 'a function that is closed to clients',
      run: () => app.callFunction({ name: 'closed', data: {} }),
      expected: { code: 'PERMISSION_DENIED' },
    },
  ]
}

function files(app: JsApp): Check[] {
  const tempFilePath = join(tmpdir(), `js-sdk-${process.pid}.txt`)
  let fileID = ''
  return [
    {
      title: 'uploadFile',
      run: async () => {
        ;({ fileID } = await app.uploadFile({
          cloudPath: 'js/近 1.txt',
          fileContent: Buffer.from('hi'),
          method: 'put',
        }))
        return fileID
      },
      expected: /^cloud:\/\/.+\/js\/近 1\.txt$/,
    },
    {
      title: 'getTempFileURL, and the link works',
      run: async () => {
        const { fileList } = await app.getTempFileURL({ fileList: [fileID] })
        return (await fetch(fileList[0]?.tempFileURL ?? '')).text()
      },
      expected: 'hi',
    },
    {
      title: 'downloadFile',
      run: async () => {
        await app.downloadFile({ fileID, tempFilePath })
        return readFileSync(tempFilePath, 'utf8')
      },
      expected: 'hi',
    },
    {
      title: 'deleteFile',
      run: () => app.deleteFile({ fileList: [fileID] }),
      expected: { fileList: [{ fileID: /./, code: 'SUCCESS' }] },
    },
    {
      title: 'deleteFile of what is gone',
      run: () => app.deleteFile({ fileList: [fileID] }),
      expected: { fileList: [{ code: 'STORAGE_FILE_NONEXIST' }] },
    },
  ]
}
