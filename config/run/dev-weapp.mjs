// npm run dev:weapp [-- --as zhang --url http://127.0.0.1:8787]: the mini program for WeChat DevTools with a test appid,
// connected to the local cloud that `npm start` runs, before there is an environment.
import { rmSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { distFolder } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { copyForLocalCloud } = await import('../weapp/local-build.mjs')

const { values } = parseArgs({
  options: {
    as: { type: 'string', default: 'zhang' },
    url: { type: 'string', default: 'http://127.0.0.1:8787' },
  },
})

const main = async () => {
  await buildStale(['weapp'])
  const folder = join(distFolder, 'weapp-local')
  rmSync(folder, { recursive: true, force: true })
  copyForLocalCloud(join(distFolder, 'weapp'), folder, { url: values.url, token: await signIn() })
  const file = join(folder, 'project.config.json')
  const project = JSON.parse(readFileSync(file, 'utf8'))
  // DevTools asks for registered addresses unless told otherwise.
  const setting = { ...project.setting, urlCheck: false }
  writeFileSync(file, JSON.stringify({ ...project, appid: 'touristappid', setting }, null, 2))
  console.log(`Open ${folder} in WeChat DevTools.`)
}

/** A guest has no token. */
const signIn = async () => {
  if (values.as === 'guest') return undefined
  const response = await fetch(`${values.url}/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: values.as }),
  })
  if (!response.ok) throw new Error(`${values.as} cannot sign in: ${await response.text()}`)
  return (await response.json()).token
}

main().catch((error) => {
  console.error(`${error.message}\nIs the local cloud running (npm start)?`)
  process.exit(1)
})
