// Deploys once for each message, with the environment that the message brings: what `npm run deploy` does, without
// the start of a process and of Tencent's SDK each time.
import { join } from 'node:path'
import { loadTypeScript, root } from '../../config/build/bundle.mjs'
import { installOnDemand } from '../../config/run/on-demand.mjs'

const { deploy } = await loadTypeScript(join(root, 'config/deploy/deploy.ts'))

process.on('message', async ({ options, environment }) => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environment)
  const lines = []
  const say = (line) => lines.push(...line.split('\n').filter(Boolean))
  const installSdk = () => installOnDemand('managementSdk')
  const code = await deploy({ ...options, installSdk, say }).catch((error) => {
    say(error.message)
    return 1
  })
  process.send({ code, lines })
})
process.send('ready')
