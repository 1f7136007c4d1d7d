import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { installOnDemand } from '../../../config/run/on-demand.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium and a Chinese font from the registry, installed into `.cache/`: the same pixels on every machine, and
 * this build opens a window in a third of the time. The machine's own serve where the registry is out of reach or
 * with `JINLIN_BROWSER=own`.
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export const findBrowser = () => {
  const ownPath = findOwnBrowser()
  const canUseOwn = ownPath !== undefined && hasChineseFont()
  const own = { executablePath: ownPath, env: {} }
  if (process.env.JINLIN_BROWSER === 'own' && canUseOwn) return own
  try {
    const cache = installOnDemand('browser')
    return unpackBrowser(cache)
  } catch (error) {
    if (!canUseOwn) throw error
    console.log(`${error.message} The machine's own is used: ${ownPath}`)
    return own
  }
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

/** What the pages' text is drawn with; weights between them take the nearer one. */
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/** The package carries the libraries that a bare machine lacks, but unpacks them only where it takes it for a Lambda. */
const unpackBrowser = (cache) => {
  const folder = join(cache, 'unpacked')
  const complete = join(folder, '.complete')
  const packages = readFileSync(join(cache, 'package-lock.json'), 'utf8')
  if (!existsSync(complete) || readFileSync(complete, 'utf8') !== packages) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
    const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: folder }
    const { status } = spawnSync(process.execPath, ['-e', script], { cwd: cache, env, stdio: 'inherit' })
    if (status !== 0)
      throw new Error('The browser for the tests could not be unpacked; see the messages above.')
    layFonts(join(cache, 'node_modules/@expo-google-fonts/noto-sans-sc'), join(folder, 'fonts'))
    writeFileSync(complete, packages)
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/**
 * As the system's only fonts: whatever family a page names, its text is drawn with them. A web font would be fetched
 * anew, in a hundred pieces, by each window.
 */
const layFonts = (from, to) => {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const font of fonts) copyFileSync(join(from, font), join(to, basename(font)))
  const folders = `<dir>${to}</dir><cachedir>${to}/cache</cachedir>`
  writeFileSync(join(to, 'fonts.conf'), `<fontconfig>${folders}</fontconfig>`)
}
