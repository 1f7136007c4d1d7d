import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server was asked. */
export interface Asked {
  path: string
  action: string
  input: Record<string, unknown>
}

/** How it answers one request: a status and a body, or by hanging up. */
export type Answer = { status: number; body: unknown } | 'hang-up'

export const reply = (body: unknown, status = 200): Answer => ({ status, body })
export const refusal = (code: string): Answer => reply({ ok: false, code, traceId: 't' })

/** A server that gives these answers in turn (the last one again and again), and the browser's way to it. */
export const startServer = async (answers: Answer[]) => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const { action, input } = JSON.parse(text) as Omit<Asked, 'path'>
      asked.push({ path: request.url ?? '', action, input })
      give(answers[Math.min(asked.length, answers.length) - 1] ?? 'hang-up', response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  const realFetch = globalThis.fetch
  globalThis.fetch = (path, init) => realFetch(`http://127.0.0.1:${address.port}${String(path)}`, init)
  const stop = async () => {
    globalThis.fetch = realFetch
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { asked, stop }
}

const give = (answer: Answer, response: ServerResponse) => {
  if (answer === 'hang-up') return response.destroy()
  return response
    .writeHead(answer.status, { 'content-type': 'application/json' })
    .end(JSON.stringify(answer.body))
}

const read = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
