import type { Cloud } from '../../localcloud/cloud'
import { buildFixture, endFixture, probe, startFixture } from './fixture/cloud'

/** The page at /__cloud: closed unless it was asked for, and what it tells. */
const fixture = buildFixture()
const traced: string[] = []
let cloud: Cloud

beforeAll(async () => {
  cloud = await startFixture(fixture, { inspect: true, onTrace: (line) => traced.push(line) })
})
afterAll(() => endFixture(fixture, cloud))

const ask = (path: string, init: RequestInit = {}) => fetch(`${cloud.url}/__cloud${path}`, init)
const tell = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T

interface Overview {
  collections: { name: string; documents: number; indexes: { name: string }[] }[]
  functions: { name: string; calls: number; maxDatabaseCalls: number; instances: number }[]
  calls: { functionName: string; databaseCalls: number; byAction: Record<string, number> }[]
  timers: { timerName: string; dueAt: number; last: { ok: boolean } | null }[]
}

describe('the page is refused', () => {
  it('when the cloud was started without it', async () => {
    const other = buildFixture()
    const plain = await startFixture(other)
    expect((await fetch(`${plain.url}/__cloud`)).status).toBe(404)
    expect((await fetch(`${plain.url}/__cloud/data/overview`)).status).toBe(404)
    await endFixture(other, plain)
  })

  it('to pages of other sites', async () => {
    expect((await ask('/data/overview', { headers: { origin: 'https://example.com' } })).status).toBe(403)
    // A picture of another page names no origin.
    expect((await ask('/data/overview', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await ask('/data/overview', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })

  it('for anything but reading', async () => {
    expect((await ask('/data/overview', { method: 'POST' })).status).toBe(405)
  })

  it.each([
    '/data/documents?collection=nowhere',
    '/data/documents?collection=things&filter=%7B%22%24where%22%3A1%7D',
  ])('for a question that makes no sense: %s', async (path) => {
    expect((await ask(path)).status).toBe(400)
  })

  it.each(['/..%2f..%2fkeys.json', '/.env', '/nothing.js'])('for other files: %s', async (path) => {
    expect([400, 404]).toContain((await ask(path)).status)
  })
})

describe('the page', () => {
  it('comes with its script and style, and with a policy that allows no others', async () => {
    const page = await ask('')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await page.text()
    expect(html).not.toMatch(/<script(?![^>]*src)|\son[a-z]+=|style=/)
    for (const file of ['/page.js', '/page.css']) {
      expect(html).toContain(`/__cloud${file}`)
      expect((await ask(file)).status).toBe(200)
    }
  })

  it('tells of collections, their indexes and how much is in them', async () => {
    await probe(cloud, 'set', { id: 'seen', data: { kind: 'a', at: 1 } })
    const { collections } = await tell<Overview>('/data/overview')
    expect(collections).toMatchObject([
      { name: 'things', documents: 1, indexes: [{ name: 'kind_n' }] },
      { name: 'unique', documents: 0, indexes: [{ name: 'code' }] },
    ])
  })

  it('shows documents by a filter', async () => {
    const shown = (filter: string) =>
      tell<{ documents: object[]; more: boolean }>(
        `/data/documents?collection=things&filter=${encodeURIComponent(filter)}`,
      )
    expect(await shown('{"kind":"a"}')).toMatchObject({ documents: [{ _id: 'seen' }], more: false })
    expect((await shown('{"kind":"b"}')).documents).toEqual([])
  })

  it('tells of calls with their round trips, and so does the trace', async () => {
    await probe(cloud, 'loop', { id: 'seen', times: 3 })
    const { calls, functions } = await tell<Overview>('/data/overview')
    expect(calls[0]).toMatchObject({
      functionName: 'probe',
      databaseCalls: 3,
      byAction: { 'database.getDocument': 3 },
    })
    expect(functions.find(({ name }) => name === 'probe')).toMatchObject({ instances: 1 })
    expect(traced).toContainEqual(
      expect.stringMatching(/^call probe [\d.]+ ms, 3 round trips \(getDocument 3\)/),
    )
  })

  it('tells when timers are due and how they ran', async () => {
    await cloud.runTimer('nightly')
    const { timers } = await tell<Overview>('/data/overview')
    expect(timers).toMatchObject([{ timerName: 'nightly', last: { ok: true } }])
    expect(timers[0]?.dueAt).toBeGreaterThan(Date.now())
  })
})
