import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from './answers'

/** The site's bucket: lists with entity tags, takes files. */
export function answerObjectStore(
  { files }: Environment,
  { method, url }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  if (method === 'PUT') {
    const md5 = createHash('md5').update(body).digest('hex')
    files.set(decodeURIComponent(new URL(url ?? '/', 'https://bucket').pathname.slice(1)), md5)
    response.writeHead(200, { etag: `"${md5}"` }).end()
    return
  }
  if (method !== 'GET') return void response.writeHead(405).end()
  const contents = [...files].map(
    ([key, md5]) => `<Contents><Key>${key}</Key><ETag>"${md5}"</ETag><Size>1</Size></Contents>`,
  )
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(`<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`)
}
