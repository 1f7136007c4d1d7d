import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '../../localcloud/cloud'
import { buildFixture, endFixture, probe, startFixture } from './fixture/cloud'

/** Files, calls from function to function and WeChat's interfaces, through the unmodified SDK. */
const fixture = buildFixture()
let cloud: Cloud
let now = Date.now()

beforeAll(async () => {
  cloud = await startFixture(fixture, { now: () => now })
})
afterAll(() => endFixture(fixture, cloud))

interface Linked {
  fileList: { code: string; tempFileURL: string }[]
}

async function upload(path: string, text: string): Promise<string> {
  const { value } = await probe<{ fileID: string }>(cloud, 'upload', { path, text })
  return value.fileID
}

async function linkTo(id: string, seconds = 60): Promise<string> {
  const { value } = await probe<Linked>(cloud, 'link', { id, seconds })
  return value.fileList[0]?.tempFileURL ?? ''
}

describe('a file is refused', () => {
  it.each([
    '../out.txt',
    'a/../../out.txt',
    '/root.txt',
    'a//b',
    'a/./b',
    '.hidden',
    'a\\b',
    'q?x',
    'x'.repeat(900),
  ])('under the path %s', async (path) => {
    expect((await probe(cloud, 'upload', { path, text: 'x' })).error?.code).toBe('INVALID_PARAM')
    expect(existsSync(join(fixture.data, 'out.txt'))).toBe(false)
  })

  it('when the ticket is for another path, or too old', async () => {
    const { value } = await probe<{ data: { url: string; authorization: string } }>(cloud, 'ticket', {
      path: 'a.txt',
    })
    const { url, authorization } = value.data
    const put = (to: string) => fetch(to, { method: 'PUT', body: 'x', headers: { authorization } })
    expect((await put(url.replace('a.txt', 'b.txt'))).status).toBe(403)
    expect((await put(url)).status).toBe(200)
    now += 16 * 60_000
    expect((await put(url)).status).toBe(403)
  })

  it('to a reader whose link was altered or has expired', async () => {
    const url = await linkTo(await upload('pictures/一.png', 'png'), 60)
    expect((await fetch(url)).status).toBe(200)
    // A page that was opened as localhost shows photos of 127.0.0.1.
    expect((await fetch(url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
    expect((await fetch(url.replace(/t=(\d)/, 't=9$1'))).status).toBe(403)
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
    now += 61_000
    expect((await fetch(url)).status).toBe(403)
  })
})

describe('a file', () => {
  it('is uploaded, found on disk, downloaded, described and deleted', async () => {
    const id = await upload('reports/九月 报告.txt', '你好')
    expect(id).toMatch(/^cloud:\/\/test-env\.[^/]+\/reports\//)
    expect(readFileSync(join(fixture.data, 'storage/reports/九月 报告.txt'), 'utf8')).toBe('你好')
    expect((await probe(cloud, 'download', { id })).value).toBe('你好')
    expect((await probe(cloud, 'fileInfo', { id })).value).toMatchObject({
      fileList: [{ code: 'SUCCESS', size: 6, mime: 'text/plain' }],
    })
    const gone = await probe(cloud, 'deleteFiles', { ids: [id, id] })
    expect(gone.value.fileList).toMatchObject([{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }])
    expect((await probe(cloud, 'download', { id })).error?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  it('is served so that it can do nothing in the page', async () => {
    const response = await fetch(await linkTo(await upload('x.svg', '<svg/>')))
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })
})

describe('the platform', () => {
  it('calls one function from another, which sees the chain and no person', async () => {
    const reply = await cloud.invoke(
      'probe',
      { action: 'call', input: { name: 'inner', data: { action: 'whoAmI' } } },
      { openId: 'open-li', source: 'wx_client' },
    )
    const { value } = reply as { value: { result: { value: Record<string, string> } } }
    expect(value.result.value).toMatchObject({ atEntry: '', source: 'wx_client,scf' })
    expect((await probe(cloud, 'call', { name: 'none', data: {} })).error?.code).toBe('FUNCTION_NOT_FOUND')
  })

  it('answers for WeChat as it was told, and keeps what was asked', async () => {
    expect((await probe(cloud, 'wx', { apiName: 'security.msgSecCheck' })).value).toMatchObject({
      result: { errcode: 0 },
    })
    cloud.wx.reply('security.msgSecCheck', { errcode: 61010, errmsg: 'out of date' })
    expect((await probe(cloud, 'wx', { apiName: 'security.msgSecCheck' })).value).toMatchObject({
      result: { errcode: 61010 },
    })
    expect(cloud.wx.calls.at(-1)).toMatchObject({
      apiName: 'security.msgSecCheck',
      data: { content: '你好' },
    })
  })
})
