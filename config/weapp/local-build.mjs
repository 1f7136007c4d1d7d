import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cloudScript = fileURLToPath(new URL('./local/cloud.js', import.meta.url))

/**
 * Copies a build of the mini program and connects the copy to a local cloud instead of an environment.
 * @param {string} from folder of the build; it is not changed
 * @param {string} to folder of the copy
 * @param {{ url: string, token?: string, scripts?: string[], linked?: boolean }} options token: who uses the phone,
 *   absent for a guest; scripts: files that run before the app's own; linked: the copy shows the build's own files, for
 *   whoever follows links and needs it only for a moment
 */
export const copyForLocalCloud = (from, to, { url, token, scripts = [], linked = false }) => {
  for (const name of readdirSync(from)) {
    if (linked && name !== 'app.js') symlinkSync(join(from, name), join(to, name))
    else cpSync(join(from, name), join(to, name), { recursive: true })
  }
  const inserted = [...scripts, cloudScript]
  const names = inserted.map((_, index) => `local-cloud-${index}`)
  inserted.forEach((file, index) => cpSync(file, join(to, `${names[index]}.js`)))
  writeFileSync(join(to, 'local-cloud-settings.js'), `module.exports = ${JSON.stringify({ url, token })}\n`)
  const app = join(to, 'app.js')
  const requires = names.map((name) => `require('./${name}');`).join('')
  writeFileSync(app, `${requires}${readFileSync(app, 'utf8')}`)
}
