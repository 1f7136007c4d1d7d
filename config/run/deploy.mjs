// npm run deploy -- --env ID [--dry-run] [--built DIR]: makes a CloudBase environment what config/ declares.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const usage = `usage: npm run deploy -- --env ID [--dry-run] [--built DIR]
  --env ID      the environment's id, as the console shows it
  --dry-run     prints the plan and changes nothing; needs neither keys nor a network
  --built DIR   deploys the build in DIR instead of building (as npm run build -- --target production does)
From the environment: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, JINLIN_KEY.`

const main = async () => {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      built: { type: 'string' },
    },
  })
  if (!values.env || !/^[a-z0-9][a-z0-9-]{2,60}$/.test(values.env)) throw new Error(usage)
  await ensureInstalled()
  const { loadTypeScript, root } = await import('../build/bundle.mjs')
  const { installOnDemand } = await import('./on-demand.mjs')
  const { deploy } = await loadTypeScript(join(root, 'config/deploy/deploy.ts'))
  return deploy({
    envId: values.env,
    dryRun: values['dry-run'],
    built: values.built ? resolve(values.built) : await build(),
    installSdk: () => installOnDemand('managementSdk'),
    say: (line) => console.log(line),
  })
}

const build = async () => {
  const { buildStale } = await import('../build/stale.mjs')
  const { productionFolder } = await import('../build/targets.mjs')
  await buildStale(['production'])
  return productionFolder
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
