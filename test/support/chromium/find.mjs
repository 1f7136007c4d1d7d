import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const cache = fileURLToPath(new URL('../../../.cache/chromium', import.meta.url))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The machine's own Chromium and Chinese font, or else ones from the registry, installed into `.cache/`.
 * `JINLIN_BROWSER=registry` takes the registry's in any case.
 * @returns {{ executablePath: string, env: Record<string, string>, fontFolder: string | null }}
 *   fontFolder: folder of a web font for pages to load, null where the machine has a Chinese font
 */
export const findBrowser = () => {
  const forced = process.env.JINLIN_BROWSER === 'registry'
  const own = forced ? undefined : findOwnBrowser()
  const ownFont = !forced && hasChineseFont()
  if (!own || !ownFont) installFromRegistry()
  const browser = own ? { executablePath: own, env: {} } : unpackBrowser()
  return { ...browser, fontFolder: ownFont ? null : join(cache, 'node_modules/@fontsource/noto-sans-sc') }
}

const findOwnBrowser = () => {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH ?? '', ...candidates, ...usual].find((path) => path && existsSync(path))
}

/** Other systems than Linux bring one. */
const hasChineseFont = () => {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

const installFromRegistry = () => {
  if (existsSync(join(cache, 'node_modules/.package-lock.json'))) return
  console.log('Installing a browser and a Chinese font for the tests: once, about 150 MB.')
  mkdirSync(cache, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(here, file), join(cache, file))
  // The package asks for Node 22 but needs nothing of it.
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false']
  const { status } = spawnSync('npm', options, { cwd: cache, stdio: 'inherit' })
  if (status !== 0)
    throw new Error('The browser for the tests could not be installed; see the messages above.')
}

/** The package carries the libraries that a bare machine lacks, but unpacks them only where it takes it for a Lambda. */
const unpackBrowser = () => {
  const folder = join(cache, 'unpacked')
  const complete = join(folder, '.complete')
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
    const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: folder }
    const { status } = spawnSync(process.execPath, ['-e', script], { cwd: cache, env, stdio: 'inherit' })
    if (status !== 0)
      throw new Error('The browser for the tests could not be unpacked; see the messages above.')
    // The package's own file names folders of a Lambda.
    writeFileSync(join(folder, 'fonts/fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir></fontconfig>`)
    writeFileSync(complete, '')
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}
