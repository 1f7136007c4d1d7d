import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { answers, type Environment } from './answers'
import { answerObjectStore } from './object-store'

/** The certificate of the server below; the command is told to trust it by NODE_EXTRA_CA_CERTS. */
export const certificateFile = join(__dirname, 'cert.pem')

export const credentials = { secretId: 'AKIDsimulated', secretKey: 'a-secret-key-that-nobody-prints' }

/** One request as it came in. */
export interface Recorded {
  action: string
  parameters: Record<string, unknown>
}

/** What an action answers instead, so many times. `lost`: it is done, and the connection breaks. */
export interface Fault {
  action: string
  kind: 'limit' | 'http 503' | 'lost' | 'refused'
  times: number
}

/** Tencent's API on loopback, behind a proxy: the SDK goes to its real hosts and comes out here. */
export interface SimulatedTencent {
  proxy: string
  environment: Environment
  recorded: Recorded[]
  faults: Fault[]
  /** Requests whose signature was missing or wrong. */
  unsigned: string[]
  stop(): Promise<void>
}

export async function simulateTencent(environment: Environment): Promise<SimulatedTencent> {
  const state = { environment, recorded: [] as Recorded[], faults: [] as Fault[], unsigned: [] as string[] }
  const tls = createTlsServer(
    { key: readFileSync(join(__dirname, 'key.pem')), cert: readFileSync(certificateFile) },
    (request, response) => void answer(state, request, response),
  )
  const port = await listening(tls)
  const proxy = createServer()
  const tunnels = new Set<Duplex>()
  proxy.on('connect', (_request, client) => {
    const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
    client.pipe(upstream).pipe(client)
    for (const end of [client, upstream]) tunnels.add(end)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  const address = `http://127.0.0.1:${await listening(proxy)}`
  return {
    ...state,
    proxy: address,
    stop: async () => {
      for (const tunnel of tunnels) tunnel.destroy()
      for (const server of [tls, proxy]) {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
    },
  }
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )

type State = Pick<SimulatedTencent, 'environment' | 'recorded' | 'faults' | 'unsigned'>

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const host = request.headers.host ?? ''
  const action = host.includes('.cos.')
    ? `cos.${request.method}`
    : String(request.headers['x-tc-action'] ?? '')
  const fault = state.faults.find((one) => one.action === action && one.times > 0)
  if (fault) fault.times -= 1
  if (fault?.kind === 'http 503')
    return void response.writeHead(503).end('<html>503 Service Unavailable</html>')
  if (fault?.kind === 'limit')
    return reply(response, { code: 'RequestLimitExceeded', message: 'too many' }, 429)
  if (fault?.kind === 'refused')
    return reply(response, { code: 'AuthFailure.UnauthorizedOperation', message: 'no' })
  if (host.includes('.cos.')) {
    if (!request.headers.authorization) state.unsigned.push(action)
    state.recorded.push({ action, parameters: { path: request.url } })
    return answerObjectStore(state.environment, request, body, response)
  }
  if (!isSigned(request, body)) state.unsigned.push(action)
  const parameters = JSON.parse(body.toString()) as Record<string, unknown>
  state.recorded.push({ action, parameters })
  const handler = answers[action]
  const outcome = handler
    ? handler(state.environment, parameters)
    : { code: 'InvalidAction', message: `the simulation knows no ${action}` }
  if (fault?.kind === 'lost') return void response.destroy()
  reply(response, outcome)
}

/** Tencent puts errors into an answer of its own kind; the status is mostly 200. */
function reply(response: ServerResponse, outcome: object, status = 200): void {
  const isError = 'code' in outcome
  const { code, message } = outcome as { code?: string; message?: string }
  const Response = isError ? { Error: { Code: code, Message: message } } : outcome
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ Response: { ...Response, RequestId: 'simulated' } }))
}

/** TC3-HMAC-SHA256 as https://cloud.tencent.com/document/api/876/34812 describes it, computed anew. */
function isSigned({ headers, method, url }: IncomingMessage, body: Buffer): boolean {
  const [, id, date, service, signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^/]+)\/([^/]+)\/tc3_request, SignedHeaders=content-type;host, Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (id !== credentials.secretId || !date || !service) return false
  const hex = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
  const canonical = [method, url, '', `content-type:application/json\nhost:${headers.host}\n`]
  const hashed = hex([...canonical, 'content-type;host', hex(body)].join('\n'))
  const text = `TC3-HMAC-SHA256\n${String(headers['x-tc-timestamp'])}\n${date}/${service}/tc3_request\n${hashed}`
  const hmac = (key: string | Buffer, content: string) => createHmac('sha256', key).update(content).digest()
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, date), service), 'tc3_request')
  return hmac(key, text).toString('hex') === signature
}
