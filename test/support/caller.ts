import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { z } from 'zod'
import type { ActionName, ActionOf, ReplyOf } from '@contract/index'

/** What may be sent, before parsing. */
export type CallInput<N extends ActionName> = z.input<ActionOf<N>['input']>

/** Somebody who calls the cloud from outside, as the mini program and the web pages do. */
export interface Caller {
  /** Calls an action and gives the reply, refused or not. @throws when the cloud gives no envelope */
  call<N extends ActionName>(action: N, input: CallInput<N>): Promise<ReplyOf<N>>
  /** The same past the types, for bad input. */
  send(
    action: string,
    input: unknown,
  ): Promise<{ ok: boolean; code?: string; detail?: string; data?: unknown }>
  /** The same person in a resident's stead (代办). */
  onBehalf(proxyId: unknown): Caller
  /** Calls an action that must succeed and gives its data. @throws with the code of a refusal */
  get<N extends ActionName>(
    action: N,
    input: CallInput<N>,
  ): Promise<Extract<ReplyOf<N>, { ok: true }>['data']>
}

/** A request id as the client makes it. */
export const newRequestId = (): string => randomUUID()

/** @param token of who calls; absent: nobody in particular */
export function callerAt(url: string, token?: string, behalf: { onBehalf?: unknown } = {}): Caller {
  const send: Caller['send'] = async (name, input) => {
    const [domain, action] = name.split('.')
    const reply = await post(`${url}/v1/functions/${domain}`, { action, input, ...behalf }, token)
    return reply as Awaited<ReturnType<Caller['send']>>
  }
  return {
    send,
    onBehalf: (proxyId) => callerAt(url, token, { onBehalf: proxyId }),
    call: (action, input) => send(action, input) as Promise<never>,
    get: async (action, input) => {
      const reply = await send(action, input)
      if (!reply.ok) throw new Error(`${action}: ${reply.code} ${reply.detail ?? ''}`)
      return reply.data as never
    },
  }
}

/** @returns a token for a persona of the demo, e.g. `li` */
export async function signInAs(url: string, persona: string): Promise<string> {
  const { token } = (await post(`${url}/v1/demo/sign-in`, { persona })) as { token: string }
  return token
}

/** Tokens of new verified residents of the demo community, each with so many points. */
export async function newTokens(
  url: string,
  count: number,
  points: number,
  registered = false,
): Promise<string[]> {
  const input = { count, points, registered }
  const people = (await post(`${url}/v1/demo/residents`, input)) as { token: string }[]
  return people.map(({ token }) => token)
}

/** Tokens of people who have never registered. */
export const visitorTokens = async (url: string, count: number): Promise<string[]> =>
  ((await post(`${url}/v1/demo/visitors`, { count })) as { token: string }[]).map(({ token }) => token)

/** The same people, ready to call. */
export const newResidents = async (url: string, count: number, points: number): Promise<Caller[]> =>
  (await newTokens(url, count, points)).map((token) => callerAt(url, token))

/** The same, registered with their community (双报到). */
export const newMembers = async (url: string, count: number, points: number): Promise<Caller[]> =>
  (await newTokens(url, count, points, true)).map((token) => callerAt(url, token))

/** Lighter than `fetch`: under load the callers share two cores with the cloud that they load. */
const connections = new Agent({ keepAlive: true })

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
    const sent = request(url, { method: 'POST', headers, agent: connections }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
  if (status !== 200) throw new Error(`${url}: HTTP ${status} ${text}`)
  return JSON.parse(text)
}
