import { request } from 'node:http'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '../../localcloud/cloud'
import { findRunning } from '../../localcloud/lock'
import { buildFixture, endFixture, post, startFixture } from './fixture/cloud'

const fixture = buildFixture()
let cloud: Cloud

beforeAll(async () => {
  cloud = await startFixture(fixture)
})
afterAll(() => endFixture(fixture, cloud))

/** A request as it is, without fetch's own tidying of host and path. */
function rawRequest(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: cloud.port, path, method, headers }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
      })
      sent.on('error', reject)
      sent.end()
    },
  )
}

const call = (name: string, event: unknown, headers: Record<string, string> = {}) =>
  post(`${cloud.url}/v1/functions/${name}`, event, headers)

describe('a client is refused', () => {
  it.each([
    ['an unknown function', 'nothing', {}, 404, 'FUNCTION_NOT_FOUND'],
    ['a name that objects have by themselves', 'constructor', {}, 404, 'FUNCTION_NOT_FOUND'],
    ['a function that clients may not call', 'inner', {}, 403, 'PERMISSION_DENIED'],
    ['a body that is no JSON', 'probe', 'not json', 400, 'INVALID_PARAM'],
    ['a bundle that cannot be loaded', 'broken', {}, 502, 'FUNCTIONS_EXECUTE_FAIL'],
    ['a function that throws', 'probe', { action: 'fail' }, 502, 'FUNCTIONS_EXECUTE_FAIL'],
    [
      'a reply over 6 MB',
      'probe',
      { action: 'big', input: { bytes: 7_000_000 } },
      502,
      'EXCEED_MAX_PAYLOAD_SIZE',
    ],
  ])('for %s', async (_, name, event, status, code) => {
    const response = await call(name, event)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code, message: expect.any(String) })
  })

  it('for an event over 6 MB, whether its length is stated or not', async () => {
    const big = JSON.stringify({ action: 'echo', input: { text: 'x'.repeat(6_300_000) } })
    expect((await call('probe', big)).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(big))
        controller.close()
      },
    })
    const options = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
    expect((await fetch(`${cloud.url}/v1/functions/probe`, options)).status).toBe(413)
  })

  it('for a token that was altered, cut or made elsewhere', async () => {
    const token = cloud.signIn('open-li')
    const [body = '', mac = ''] = token.split('.')
    const forged = `${Buffer.from('open-boss').toString('base64url')}.${mac}`
    for (const bad of [forged, body, `${body}.`, `${token}x`, `${token}.x`, 'Bearer', '']) {
      const response = await call('probe', { action: 'whoAmI' }, { authorization: `Bearer ${bad}` })
      expect([bad, response.status]).toEqual([bad, 401])
    }
    expect((await call('probe', {}, { authorization: 'Basic abc' })).status).toBe(401)
  })

  it('at the operator’s door without the operator’s key', async () => {
    const door = `${cloud.url}/v1/operator/functions/inner`
    expect((await post(door, {})).status).toBe(401)
    expect((await post(door, {}, { authorization: `Bearer ${cloud.signIn('open-li')}` })).status).toBe(401)
    const opened = await post(
      door,
      { action: 'echo', input: { a: 1 } },
      { authorization: `Bearer ${cloud.operatorKey}` },
    )
    expect(await opened.json()).toEqual({ a: 1 })
  })
})

describe('the door is closed to other sites', () => {
  it('when the host is not this machine', async () => {
    expect((await rawRequest('/v1/contract', { host: 'evil.example' })).status).toBe(403)
    expect((await rawRequest('/v1/contract', { host: `127.0.0.1.evil.example:${cloud.port}` })).status).toBe(
      403,
    )
    expect((await rawRequest('/v1/contract', { host: `localhost:${cloud.port}` })).status).toBe(200)
  })

  it('when the page is another site’s', async () => {
    const host = `127.0.0.1:${cloud.port}`
    const response = await call('probe', { action: 'echo' }, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect((await call('probe', { action: 'echo' }, { origin: cloud.url })).status).toBe(200)
    for (const path of ['/v1/contract', '/v1/demo/people'])
      expect((await rawRequest(path, { host, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await rawRequest('/v1/contract', { host, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('at /admin for whoever does not know the key of the functions', async () => {
    const headers = {
      authorization: 'TC3-HMAC-SHA256 Credential=guess/2026-01-01/tcb/tc3_request, Signature=0',
    }
    for (const tried of [headers, {}]) {
      const body = { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE' }
      const response = await post(`${cloud.url}/admin`, body, tried)
      expect(await response.json()).toMatchObject({
        code: 'SIGN_PARAM_INVALID',
        requestId: expect.any(String),
      })
    }
  })

  it('to faults and counts, unless the cloud was started with them', async () => {
    expect((await post(`${cloud.url}/__faults`, {})).status).toBe(404)
    expect((await fetch(`${cloud.url}/__stats`)).status).toBe(404)
  })
})

describe('a client is served', () => {
  it('the raw return value, null when there is none', async () => {
    expect(await (await call('probe', { action: 'echo', input: { 名: '李' } })).json()).toEqual({ 名: '李' })
    expect(await (await call('probe', { action: 'nothing' })).json()).toBeNull()
  })

  it('as the person whose token it shows, or as nobody', async () => {
    const as = async (headers: Record<string, string>) =>
      ((await (await call('probe', { action: 'whoAmI' }, headers)).json()) as { value: unknown }).value
    expect(await as({ authorization: `Bearer ${cloud.signIn('open-li')}` })).toMatchObject({
      atEntry: 'open-li',
      listed: 'open-li',
      inContext: 'open-li',
      source: 'wx_client',
      functionName: 'probe',
    })
    expect(await as({})).toMatchObject({ atEntry: '', source: 'wx_client' })
  })

  it('the contract', async () => {
    expect(await (await fetch(`${cloud.url}/v1/contract`)).json()).toEqual({ points: {} })
  })

  it('by the demo, whose open ids come out as tokens', async () => {
    const demo = `${cloud.url}/v1/demo`
    expect(await (await fetch(`${demo}/personas`)).json()).toEqual([{ id: 'li', name: '李阿姨' }])
    const signedIn = (await (await post(`${demo}/sign-in`, { persona: 'li' })).json()) as { token: string }
    expect(signedIn).toEqual({ token: cloud.signIn('open-li') })
    expect(await (await post(`${demo}/residents`, { count: 2 })).json()).toEqual([
      { token: cloud.signIn('a') },
      { token: cloud.signIn('b') },
    ])
    const refused = await post(`${demo}/unknown`, {})
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { ok: false, code: 'NOT_FOUND', traceId: 't' },
    ])
  })
})

describe('the page', () => {
  it('cannot be used to walk out of its folder', async () => {
    writeFileSync(join(fixture.folder, 'secret.txt'), 'secret')
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/js/..%5c..%5csecret.txt',
      '/%00.js',
    ]) {
      const response = await rawRequest(path)
      expect([path, response.status >= 400, response.body.includes('secret"')]).toEqual([path, true, false])
    }
  })

  it('comes with a policy that allows its own inline script by hash, and is asked for anew', async () => {
    const response = await fetch(`${cloud.url}/pages/points/index`)
    expect(await response.text()).toContain('近邻')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(cloud.url, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('has assets that are zipped and kept for ever', async () => {
    const { headers } = await rawRequest('/js/app.1a2b3c4d.js', { 'accept-encoding': 'gzip' })
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'x-content-type-options': 'nosniff' })
    expect(headers['cache-control']).toContain('immutable')
    expect((await rawRequest('/js/none.js')).status).toBe(404)
  })
})

describe('the data directory', () => {
  it('is open to one cloud at a time, and says to whom', async () => {
    await expect(startFixture(fixture)).rejects.toThrow(String(process.pid))
    expect(findRunning(fixture.data)).toMatchObject({ pid: process.pid, url: cloud.url })
  })

  it('keeps tokens and secrets over a restart, and a lock of a killed cloud does not bar the way', async () => {
    const token = cloud.signIn('open-li')
    const before = await cloud.invoke('probe', { action: 'environment' })
    await cloud.stop()
    expect(existsSync(join(fixture.data, 'lock.json'))).toBe(false)
    writeFileSync(join(fixture.data, 'lock.json'), JSON.stringify({ pid: 2 ** 22 - 1, born: '1' }))
    cloud = await startFixture(fixture)
    const response = await call('probe', { action: 'whoAmI' }, { authorization: `Bearer ${token}` })
    expect(await response.json()).toMatchObject({ value: { atEntry: 'open-li' } })
    const after = await cloud.invoke('probe', { action: 'environment' })
    const keyOf = (reply: unknown) => (reply as { value: Record<string, string> }).value.ID_KEY
    expect(keyOf(after)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf(after)).toBe(keyOf(before))
  })

  it('is emptied by a fresh start', async () => {
    const old = cloud.signIn('open-li')
    await cloud.stop()
    cloud = await startFixture(fixture, { fresh: true })
    expect(cloud.signIn('open-li')).not.toBe(old)
    const log = join(fixture.data, 'logs', 'functions.log')
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
  })
})
